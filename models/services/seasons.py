"""A season of meetings planned at once, meetings moved or called off, and the calendar sent."""

from collections.abc import Iterable, Sequence
from datetime import date, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import codes
from models.entities import AgencyReturn, AgendaItem, InvitationSent, Meeting
from models.errors import Refusal
from models.marks import MeetingState
from models.queries.working import days_closed
from models.records.seasons import CalendarEntry
from models.rules.day_words import in_words
from models.rules.listing import counted
from models.rules.seasons import moved_deadlines
from models.services.papers.waiting_returns import attach_waiting
from models.services.planning import plan, planned_on
from models.services.signed_in import Service

RETURNS = "returns"


class Seasons(Service):
    """What a person does with the meetings of a season."""

    def plan_season(
        self,
        days: Sequence[date],
        starts: time | None = None,
        ends: time | None = None,
        venue: str | None = None,
        series_id: int | None = None,
    ) -> tuple[int, ...]:
        """A meeting of the panel, or of a tier, on each of these days, as one step; gives the ids.

        Refusal, and none is planned, where one of the days is past or has a meeting already.
        """
        self._check("plan_meeting")
        if not days:
            raise Refusal("No day of this season can be planned.")
        with self._store.work("plan_season", f"Plan {len(days)} meetings") as session:
            made = []
            for day in sorted(set(days)):
                if day < self._today:
                    raise Refusal(f"{in_words(day)} is past.", "first")
                made.append(plan(session, day, starts, ends, venue, series_id))
            return tuple(made)

    def move_meeting(self, meeting_id: int, day: date) -> None:
        """Hold a meeting on another day; its deadlines go with it. One that has begun stays."""
        self._check("plan_meeting")
        with self._store.work("move_meeting", "Move a meeting") as session:
            meeting = _planned(session, meeting_id)
            if day < self._today:
                raise Refusal("This day is past.", "held_on")
            before, meeting.held_on = meeting.held_on, day
            after_moving(session, meeting, before)
            attach_waiting(session, meeting)

    def cancel_meeting(self, meeting_id: int) -> None:
        """Call a meeting off; one with items on its agenda stays until these are elsewhere."""
        self._check("plan_meeting")
        with self._store.work("cancel_meeting", "Call a meeting off") as session:
            meeting = _planned(session, meeting_id)
            if _with_items(session, [meeting_id]):
                raise Refusal("There are items on its agenda. Take them off first.")
            meeting.cancelled = True

    def cancel_meetings(self, meeting_ids: Sequence[int]) -> tuple[int, ...]:
        """Call off all of these that have not begun and have no items, as one step; gives the ids.

        Refusal, and none is called off, where every one of them has items on its agenda.
        """
        self._check("plan_meeting")
        label = f"Call off {counted(len(meeting_ids), 'meeting', 'meetings')}"
        with self._store.work("cancel_meetings", label) as session:
            stay = _with_items(session, meeting_ids)
            called = [_planned(session, one) for one in meeting_ids if one not in stay]
            if not called:
                raise Refusal("There are items on every one of these agendas. Take them off first.")
            for meeting in called:
                meeting.cancelled = True
            return tuple(meeting.id for meeting in called)

    def calendar_sent(self, entries: Iterable[CalendarEntry]) -> None:
        """Keep what these said, where it was news; it is nothing that undo takes back."""
        self._check("export_documents")
        with self._store.work("invitations_sent", "Calendar saved", step=False) as session:
            for one in entries:
                if one.is_news:
                    session.add(
                        InvitationSent(
                            meeting_id=one.meeting_id,
                            identity=one.identity,
                            sequence=one.sequence,
                            digest=one.digest,
                            sent_at=self._now,
                            cancelled=one.cancelled,
                        )
                    )


def after_moving(session: Session, meeting: Meeting, before: date) -> None:
    """What moves with a meeting: the day by which agencies answer, where it is the timetable's.

    Refusal where another meeting is planned on its new day.
    """
    if meeting.held_on == before:
        return
    with session.no_autoflush:
        other = planned_on(session, meeting.held_on, meeting.series_id)
    if other not in (None, meeting.id):
        raise Refusal("There is a meeting on that day already.", "held_on")
    steps = [one for one in codes.timetable() if one.code == RETURNS]
    moved = moved_deadlines(before, meeting.held_on, steps, days_closed(session))
    for was, now in moved.values():
        asked = select(AgencyReturn).where(
            AgencyReturn.meeting_id == meeting.id,
            AgencyReturn.received_at.is_(None),
            AgencyReturn.due_on == was,
        )
        for one in session.scalars(asked):
            one.due_on = now


def _with_items(session: Session, meeting_ids: Sequence[int]) -> set[int]:
    """The meetings that have items on their agenda."""
    items = select(AgendaItem.meeting_id).where(
        AgendaItem.meeting_id.in_(meeting_ids), AgendaItem.removed.is_(False)
    )
    return set(session.scalars(items))


def _planned(session: Session, meeting_id: int) -> Meeting:
    meeting = session.get_one(Meeting, meeting_id)
    if meeting.state != MeetingState.PLANNED.value:
        raise Refusal("This meeting has begun; it stays on its day.")
    return meeting
