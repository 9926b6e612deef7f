"""The end of a meeting: what was not reached, and the next one planned."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import (
    Action,
    AgendaItem,
    Decision,
    Discussion,
    InformationLine,
    Measure,
    Meeting,
    Recommendation,
    RiskJudgement,
)
from models.errors import Refusal
from models.marks import ItemState, MeetingState
from models.queries.panel import panel_of
from models.rules.words_read import to_text, unread
from models.services.conduct.room import stop_clock
from models.services.conduct.unreached import Unreached
from models.services.planning import plan_where_none_is

A_MINUTE = 60


class Ending(Unreached):
    """Closing a meeting."""

    def not_reached(self, meeting_id: int) -> int:
        """Mark every item still planned as not reached; gives how many."""
        self._check("close_meeting")
        with self._store.work("not_reached", "Mark items not reached") as session:
            return _mark_not_reached(session, meeting_id)

    def name_next(self, meeting_id: int, day: date) -> None:
        """The day on which the panel meets next; it is planned as this meeting closes.

        Refusal where the day is not after the meeting's own.
        """
        self._check("close_meeting")
        with self._store.work("name_next", "Name the next meeting's day") as session:
            meeting = session.get_one(Meeting, meeting_id)
            if day <= meeting.held_on:
                raise Refusal("The next meeting comes after this one.", "next_meeting_on")
            meeting.next_meeting_on = day

    def close(self, meeting_id: int, next_meeting_on: date | None = None) -> None:
        """Close the meeting: clocks stop, items not discussed are named as not reached.

        Those that were only opened, without a line or a minute to speak of, are among them.

        The next meeting is planned with it, where none is planned on that day, and what was said
        of each item not reached is done. What is read aloud is kept in the words of this day.
        """
        self._check("close_meeting")
        with self._store.work("close_meeting", "Close the meeting") as session:
            meeting = session.get_one(Meeting, meeting_id)
            if meeting.state != MeetingState.RUNNING.value:
                raise Refusal("Only a meeting that is running can be closed.")
            for item in session.scalars(
                select(AgendaItem).where(AgendaItem.meeting_id == meeting_id)
            ):
                stop_clock(item, self._now)
                if item.state == ItemState.OPEN.value and was_only_opened(session, item):
                    item.state = ItemState.PLANNED.value
                elif item.state == ItemState.OPEN.value:
                    item.state, item.closed_at = ItemState.DISCUSSED.value, self._now
            _mark_not_reached(session, meeting_id)
            meeting.state, meeting.closed_at = MeetingState.CLOSED.value, self._now
            panel = panel_of(session, self._reader(session), meeting_id)
            meeting.words_read = to_text(panel, unread(meeting.words_read), meeting.words_read)
            meeting.next_meeting_on = next_meeting_on or meeting.next_meeting_on
            self._room_moved(session, meeting_id)
            self._happened(session, meeting_id, "closed")
            if meeting.next_meeting_on is not None:
                plan_where_none_is(session, meeting.next_meeting_on, meeting.series_id)
            self._carry_out(session, meeting)


def was_only_opened(session: Session, item: AgendaItem) -> bool:
    """Whether an open item was left within a minute and nothing stands on it."""
    if item.seconds >= A_MINUTE:
        return False
    kept = (Decision, RiskJudgement, Action, Measure, Recommendation, Discussion, InformationLine)
    return not any(
        session.scalar(select(one.id).where(one.item_id == item.id).limit(1)) for one in kept
    )


def _mark_not_reached(session: Session, meeting_id: int) -> int:
    rows = session.scalars(
        select(AgendaItem).where(
            AgendaItem.meeting_id == meeting_id,
            AgendaItem.removed.is_(False),
            AgendaItem.state.in_([ItemState.PLANNED.value, ItemState.PARKED.value]),
        )
    ).all()
    for item in rows:
        item.state = ItemState.NOT_REACHED.value
        item.carried_count += 1
    return len(rows)
