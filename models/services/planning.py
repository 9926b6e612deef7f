"""Planning a meeting: its day, its times, who chairs it and who takes its minutes."""

from datetime import date, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Meeting, Member, PanelSeries, Setting
from models.errors import Refusal
from models.marks import MeetingState
from models.queries.panel import DEFAULTS
from models.services.papers.returns import attach_waiting


def plan(
    session: Session,
    held_on: date,
    starts: time | None = None,
    ends: time | None = None,
    venue: str | None = None,
) -> int:
    """A meeting on a day, with the panel's usual times, chair and minute taker; gives its id.

    Refusal where one is planned on that day, or where it ends before it starts.
    """
    if planned_on(session, held_on):
        raise Refusal("There is a meeting on that day already.", "held_on")
    series_id = session.scalar(select(PanelSeries.id).order_by(PanelSeries.id))
    if series_id is None:
        raise Refusal("Make the panel first.")
    begins = starts or _habit(session, "starts")
    finishes = ends or _habit(session, "ends")
    if finishes <= begins:
        raise Refusal("The meeting must end after it starts.", "ends")
    meeting = Meeting(
        series_id=series_id,
        held_on=held_on,
        starts=begins,
        ends=finishes,
        venue=venue,
        state=MeetingState.PLANNED.value,
    )
    meeting.chair_id = _whose_part_is(session, "chair")
    meeting.minute_taker_id = _whose_part_is(session, "minute taker")
    session.add(meeting)
    session.flush()
    attach_waiting(session, meeting)
    return meeting.id


def planned_on(session: Session, day: date) -> int | None:
    """The meeting of a day, None where there is none."""
    return session.scalar(
        select(Meeting.id).where(Meeting.held_on == day, Meeting.cancelled.is_(False))
    )


def plan_where_none_is(session: Session, day: date) -> int:
    """The meeting of a day, planned where there is none; gives its id."""
    return planned_on(session, day) or plan(session, day)


def _whose_part_is(session: Session, part: str) -> int | None:
    return session.scalar(
        select(Member.id).where(Member.panel_role == part, Member.active).order_by(Member.id)
    )


def _habit(session: Session, key: str) -> time:
    kept = session.scalar(select(Setting.value).where(Setting.key == key))
    return time.fromisoformat(kept or DEFAULTS[key])
