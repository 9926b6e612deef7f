"""What every window asks as it opens: the panel's name, which meeting runs, which are to come."""

from datetime import date

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import Session

from models.entities import AgendaItem, Meeting, PanelSeries
from models.marks import MeetingState, Until
from models.queries.tiers import MAIN, of_tiers
from models.records.reader import Reader

_NAME = select(PanelSeries.name).order_by(PanelSeries.id).limit(1)
_RUNNING = (
    select(Meeting.id)
    .where(Meeting.state == MeetingState.RUNNING.value, Meeting.cancelled.is_(False))
    .order_by(Meeting.held_on.desc())
)

_FOR_ONE_ITEM = select(AgendaItem.until_on).where(
    AgendaItem.until_then == Until.EXTRAORDINARY.value, AgendaItem.until_on.is_not(None)
)


def following(session: Session, day: date, series_id: int | None = None) -> date | None:
    """The day of the next meeting of the panel, or of a tier: none called for an item alone."""
    return session.scalar(
        select(Meeting.held_on)
        .where(
            Meeting.held_on > day,
            Meeting.series_id == (MAIN if series_id is None else series_id),
            Meeting.cancelled.is_(False),
            Meeting.held_on.not_in(_FOR_ONE_ITEM),
        )
        .order_by(Meeting.held_on)
        .limit(1)
    )


def panel_name(session: Session, reader: Reader) -> str:
    """The operational panel's name, nothing where the panel is not made yet."""
    return session.scalar(_NAME) or ""


def running_meeting(session: Session, reader: Reader) -> int | None:
    """The id of the meeting that runs now, None while none does."""
    return session.scalar(_RUNNING.where(of_tiers(reader)).limit(1))


def to_come(day: date) -> ColumnElement[bool]:
    """True in SQL for a meeting on or after a day that is not closed; the first is the next."""
    return and_(
        Meeting.cancelled.is_(False),
        Meeting.held_on >= day,
        Meeting.state != MeetingState.CLOSED.value,
    )
