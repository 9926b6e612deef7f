"""Words taken in from a document that came back changed: any number of them as one step."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.base import Base
from models.entities import (
    Action,
    AgendaItem,
    Decision,
    InformationLine,
    Meeting,
    Recommendation,
    RiskJudgement,
    Telling,
)
from models.errors import Conflict, Refusal
from models.marks import Information, Origin, Sharing
from models.records.edits import NewLine, Reworded
from models.records.places import Place
from models.rules.recommendations import version_after
from models.rules.rewording import REWORDED, STAY, may_go
from models.services.conduct.mending import Mending
from models.services.conduct.saying import check_readers, discussion

BY_ROW: dict[str, type[Base]] = {
    "information_line": InformationLine,
    "action": Action,
    "recommendation": Recommendation,
    "telling": Telling,
    "meeting": Meeting,
}
BY_ITEM: dict[str, type[Base]] = {"decision": Decision, "risk_judgement": RiskJudgement}
GONE = "What these words belong to was taken back meanwhile."
LAST = 1000


class Rewording(Mending):
    """What a person takes over from Word."""

    def take_in(self, changes: Sequence[Reworded | NewLine]) -> None:
        """Write these words on record, all of them or none.

        Conflict where one has moved since it was seen; a line keeps its kind and who may read it.
        """
        for one in changes:
            self._check(_operation(one))
        with self._store.work("take_in", _label(len(changes))) as session:
            for one in changes:
                if isinstance(one, NewLine):
                    self._add_line(session, one)
                else:
                    _reword(session, one)

    def _add_line(self, session: Session, one: NewLine) -> None:
        self._check_may_say(one.agency_id)
        check_readers(one.text, Sharing(one.sharing), one.shared_with)
        item = session.get_one(AgendaItem, one.item_id)
        session.add(
            InformationLine(
                origin=Origin.ROOM.value,
                meeting_id=item.meeting_id,
                item_id=item.id,
                subject_id=item.subject_id,
                agency_id=one.agency_id,
                information_date=session.get_one(Meeting, item.meeting_id).held_on,
                text=one.text.strip(),
                information=Information(one.information).value,
                sharing=Sharing(one.sharing).value,
                shared_with=one.shared_with,
                said_at=self._now,
                position=LAST,
            )
        )


def _operation(one: Reworded | NewLine) -> str:
    if isinstance(one, NewLine):
        return "record_contribution"
    fields = REWORDED.get(one.place.table, {})
    if one.place.field not in fields:
        raise Refusal("These words are not changed from Word.")
    return fields[one.place.field]


def _label(number: int) -> str:
    return "Take a change in from Word" if number == 1 else f"Take {number} changes in from Word"


def _reword(session: Session, one: Reworded) -> None:
    place, wanted = one.place, one.text.strip() or None
    row = _row(session, place)
    standing = getattr(row, place.field)
    if standing == wanted:
        return
    if (standing or None) != (one.seen or None):
        raise Conflict(place.field, standing, wanted)
    if wanted is None and not may_go(place.table, place.field):
        raise Refusal(f"This is not taken out from Word: {STAY[place.table, place.field]}.")
    if isinstance(row, InformationLine) and wanted is None:
        row.withdrawn = True
        return
    setattr(row, place.field, wanted)
    if isinstance(row, Recommendation):
        row.version = version_after(row)


def _row(session: Session, place: Place) -> Any:
    """The row of a place; Refusal where it is no longer there."""
    if place.table == "discussion":
        return discussion(session, place.row_id)
    if place.table in BY_ITEM:
        entity: Any = BY_ITEM[place.table]
        found = session.scalars(select(entity).where(entity.item_id == place.row_id)).first()
    else:
        found = session.get(BY_ROW[place.table], place.row_id)
    if found is None or getattr(found, "withdrawn", False):
        raise Refusal(GONE)
    return found
