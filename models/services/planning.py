"""Planning a meeting: its day, its times, who chairs it and who takes its minutes."""

from datetime import date, time

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from models.entities import Meeting, Member, Membership
from models.errors import Refusal
from models.marks import MeetingState
from models.queries.panel import DEFAULTS
from models.queries.tiers import MAIN, is_main, setting_of
from models.services.papers.waiting_returns import attach_waiting


def plan(
    session: Session,
    held_on: date,
    starts: time | None = None,
    ends: time | None = None,
    venue: str | None = None,
    series_id: int | None = None,
) -> int:
    """A meeting on a day, with the panel's usual times, chair and minute taker; gives its id.

    It is of the panel itself unless a tier is named. Refusal where one of that tier is planned on
    that day, or where it ends before it starts.
    """
    series_id = series_id or session.scalar(select(MAIN))
    if series_id is None:
        raise Refusal("Make the panel first.")
    if planned_on(session, held_on, series_id):
        raise Refusal("There is a meeting on that day already.", "held_on")
    begins = starts or _habit(session, series_id, "starts")
    finishes = ends or _habit(session, series_id, "ends")
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
    meeting.chair_id = _whose_part_is(session, series_id, "chair")
    meeting.minute_taker_id = _whose_part_is(session, series_id, "minute taker")
    session.add(meeting)
    session.flush()
    attach_waiting(session, meeting)
    return meeting.id


def planned_on(session: Session, day: date, series_id: int | None = None) -> int | None:
    """The meeting of the panel, or of a tier, on a day; None where there is none."""
    return session.scalar(
        select(Meeting.id).where(
            Meeting.held_on == day,
            Meeting.cancelled.is_(False),
            Meeting.series_id == (MAIN if series_id is None else series_id),
        )
    )


def plan_where_none_is(session: Session, day: date, series_id: int | None = None) -> int:
    """The meeting of a day, planned where there is none; gives its id."""
    found = planned_on(session, day, series_id)
    return found or plan(session, day, series_id=series_id)


def _whose_part_is(session: Session, series_id: int, part: str) -> int | None:
    """Who has that part on the tier by their seat; on the panel itself, by their own record."""
    seat = select(Membership.member_id).where(
        Membership.series_id == series_id, Membership.seat == part, Membership.until.is_(None)
    )
    mine = or_(Member.id.in_(seat), and_(is_main(series_id), Member.panel_role == part))
    return session.scalar(select(Member.id).where(mine, Member.active).order_by(Member.id))


def _habit(session: Session, series_id: int, key: str) -> time:
    kept = setting_of(session, series_id, key)
    return time.fromisoformat(kept or DEFAULTS[key])
