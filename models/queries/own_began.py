"""The first day of each kind of thing that a panel's own indicators may count."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from models.entities import Action, Measure, MissingEpisode, Recommendation, Referral
from models.queries.knowable import knowable
from models.queries.visible import visible_to
from models.records.reader import Reader


class Dated(NamedTuple):
    """A kind of thing: its word, its day, and whose record or line it is."""

    words: str
    day: Any
    whose: Any = None
    line: Any = None

    def readable(self, reader: Reader) -> ColumnElement[bool]:
        """What of it the reader may know of."""
        return knowable(reader, self.whose) if self.line is None else visible_to(reader, self.line)


DATED: Mapping[str, Dated] = {
    "referrals": Dated("referral", Referral.received_on, Referral.subject_id),
    "episodes": Dated("episode", MissingEpisode.reported_at, MissingEpisode.child_id),
    "actions": Dated("action", Action.made_on, line=Action),
    "measures": Dated("measure", Measure.made_on, line=Measure),
    "recommendations": Dated("recommendation", Recommendation.made_on, Recommendation.child_id),
}
"""Children stand on a day and not within a quarter: of them the whole record's first day tells."""


def first_of(session: Session, reader: Reader, counted: str) -> date | None:
    """The first day of what is counted under this code; None where there is none."""
    one = DATED[counted]
    found = session.scalar(select(func.min(one.day)).where(one.readable(reader)))
    return found.date() if isinstance(found, datetime) else found
