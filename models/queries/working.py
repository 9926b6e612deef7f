"""The panel's own calendar: the days on which it is closed, and how long a plan has to answer."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Setting
from models.queries.once import once
from models.records.reader import Reader
from models.rules.closed_days import SETTING, kept_days
from models.rules.recommendations import REPLY_WITHIN, WITHIN


@once
def days_closed(session: Session) -> frozenset[date]:
    """The panel's own closed days, besides weekends and bank holidays."""
    return kept_days(_setting(session, SETTING) or "")


def closed_days(session: Session, reader: Reader) -> frozenset[date]:
    """The panel's own closed days, for whoever reads."""
    return days_closed(session)


@once
def reply_within(session: Session) -> int:
    """In how many working days a plan's holder is to answer."""
    kept = _setting(session, WITHIN) or ""
    return int(kept) if kept.isdigit() and int(kept) else REPLY_WITHIN


def _setting(session: Session, key: str) -> str | None:
    return session.scalar(select(Setting.value).where(Setting.key == key))
