"""The panel's own calendar: the days on which it is closed, and how long a plan has to answer."""

from datetime import date

from sqlalchemy.orm import Session

from models.queries.kept_settings import kept_settings
from models.queries.once import once
from models.queries.tiers import series_of, setting_of
from models.records.reader import Reader
from models.rules.closed_days import SETTING, kept_days
from models.rules.recommendations import REPLY_WITHIN, WITHIN


@once
def days_closed(session: Session) -> frozenset[date]:
    """The panel's own closed days, besides weekends and bank holidays."""
    return kept_days(kept_settings(session).get(SETTING, ""))


def closed_days(session: Session, reader: Reader) -> frozenset[date]:
    """The panel's own closed days, for whoever reads."""
    return days_closed(session)


@once
def reply_within(session: Session, meeting_id: int | None = None) -> int:
    """In how many working days a plan's holder is to answer, of a meeting by its tier's setting."""
    if meeting_id is None:
        kept = kept_settings(session).get(WITHIN, "")
    else:
        kept = setting_of(session, series_of(session, meeting_id), WITHIN) or ""
    return int(kept) if kept.isdigit() and int(kept) else REPLY_WITHIN
