"""What becomes of items that are not reached: when they return, and who holds them until then."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Action, AgendaItem, Attendance, Decision, Meeting, Member
from models.errors import Refusal
from models.marks import ItemState, MeetingState, Sharing, Until
from models.queries.running_order import running_order
from models.records.reader import system
from models.rules.actions import ActionStatus
from models.rules.day_words import in_words
from models.rules.forward import in_turn
from models.rules.quorum import IN_THE_ROOM
from models.rules.unreached import LEFT_OVER, TO_COME, check_until, left_undecided
from models.services.carrying import carry_on
from models.services.conduct.room import Room
from models.services.numbering import next_reference
from models.services.planning import plan_where_none_is

CHECK = "Check before the next meeting what has changed, and say at once if it cannot wait."


class Unreached(Room):
    """Naming, before the meeting closes, what becomes of what it does not reach."""

    def settle(
        self, item_id: int, until: Until, *, on: date | None = None, agency_id: int | None = None
    ) -> None:
        """Say what becomes of an item that is not reached; done as the meeting closes.

        An extraordinary meeting needs its day, a single-agency check its agency.
        """
        self._check("defer_item")
        with self._store.work("settle_unreached", "Say what becomes of an item") as session:
            item = self._unreached(session, item_id)
            meeting = session.get_one(Meeting, item.meeting_id)
            if meeting.state == MeetingState.CLOSED.value:
                raise Refusal("This meeting is closed: the next agenda takes the item up.")
            check_until(until, on, agency_id, held_on=meeting.held_on)
            item.until_then = until.value
            item.until_on, item.until_agency_id = on, agency_id

    def hold(self, item_id: int, *, member_id: int | None = None, name: str | None = None) -> None:
        """Name who holds an item until it returns, a member or somebody by name."""
        self._check("defer_item")
        if member_id is None and not (name or "").strip():
            raise Refusal("Name who holds it.", "holder")
        with self._store.work("hold_unreached", "Name who holds an item") as session:
            item = self._unreached(session, item_id)
            member = session.get_one(Member, member_id) if member_id else None
            item.holder = member.name if member else (name or "").strip()
            item.holder_id = member_id

    def split(self, item_id: int, day: date) -> int:
        """The items still to come, from this one on, go on to another day; gives that meeting's id.

        They go as they are prepared, with whoever is invited and what was returned on them, and
        count as carried.
        """
        self._check("defer_item")
        with self._store.work("split_meeting", "Split the meeting") as session:
            first = session.get_one(AgendaItem, item_id)
            meeting = session.get_one(Meeting, first.meeting_id)
            held_on = meeting.held_on
            if ItemState(first.state) not in TO_COME:
                raise Refusal("This item has been opened. Name one that is still to come.")
            if day <= held_on:
                raise Refusal("The panel goes on on a day after this meeting.", "day")
            meeting_id = plan_where_none_is(session, day, meeting.series_id)
            if session.get_one(Meeting, meeting_id).state != MeetingState.PLANNED.value:
                raise Refusal("The meeting of that day has been held already.", "day")
            for item in self._from(session, first):
                _continue(session, item, meeting_id, day)
            return meeting_id

    def _unreached(self, session: Session, item_id: int) -> AgendaItem:
        item = session.get_one(AgendaItem, item_id)
        if ItemState(item.state) not in LEFT_OVER and not _without_decision(session, item):
            raise Refusal("This item was reached and decided.")
        if item.until_then == Until.CONTINUED:
            raise Refusal("This item goes on at another meeting already.")
        return item

    def _from(self, session: Session, first: AgendaItem) -> list[AgendaItem]:
        """The items still to come in the order of the meeting, from the first on."""
        rows = running_order(session, system(self._now), first.meeting_id)
        order = [row.id for row in in_turn(rows)]
        items = [session.get_one(AgendaItem, one) for one in order[order.index(first.id) :]]
        return [one for one in items if ItemState(one.state) in TO_COME]

    def _carry_out(self, session: Session, meeting: Meeting) -> None:
        """Do what was said of each item not reached; whoever is expected to hold it does."""
        for row in running_order(session, system(self._now), meeting.id):
            item = session.get_one(AgendaItem, row.id)
            reached = ItemState(item.state) not in LEFT_OVER
            if reached and not _without_decision(session, item):
                continue
            item.until_then = item.until_then or (None if reached else Until.NEXT.value)
            if item.holder is None and row.until.expected:
                item.holder = row.until.expected
                item.holder_id = _member_called(session, item.holder)
            if item.until_then == Until.EXTRAORDINARY and item.until_on is not None:
                there = plan_where_none_is(session, item.until_on, meeting.series_id)
                carry_on(session, item, there)
            if item.until_then == Until.CHECK and item.until_agency_id is not None:
                self._ask_check(session, item, meeting.next_meeting_on)

    def _ask_check(self, session: Session, item: AgendaItem, due_on: date | None) -> None:
        """The single-agency check as an action of that agency's member."""
        owner = _who_checks(session, item)
        session.add(
            Action(
                reference=next_reference(session, "A"),
                item_id=item.id,
                meeting_id=item.meeting_id,
                subject_id=item.subject_id,
                text=CHECK,
                owner_name=owner.name if owner else None,
                owner_id=owner.id if owner else None,
                agency_id=item.until_agency_id,
                due_on=due_on,
                due_words=None if due_on else "before the next meeting",
                sharing=Sharing.ALL_PANEL.value,
                made_on=self._today,
                status=ActionStatus.AGREED.value,
                status_on=self._today,
            )
        )
        session.flush()


def _without_decision(session: Session, item: AgendaItem) -> bool:
    decided = session.scalar(select(Decision.id).where(Decision.item_id == item.id).limit(1))
    return left_undecided(item.state, item.kind, decided=decided is not None)


def _continue(session: Session, item: AgendaItem, meeting_id: int, day: date) -> None:
    item.state, item.carried_count = ItemState.DEFERRED.value, item.carried_count + 1
    item.deferred_reason = f"Continued on {in_words(day)}"
    item.until_then, item.until_on = Until.CONTINUED.value, day
    item.until_agency_id = None
    carry_on(session, item, meeting_id)


def _who_checks(session: Session, item: AgendaItem) -> Member | None:
    """Who holds the item, where it is that agency's member; else the agency's own."""
    holder = session.get(Member, item.holder_id) if item.holder_id else None
    if holder is not None and holder.agency_id == item.until_agency_id:
        return holder
    here = select(Attendance.id).where(
        Attendance.meeting_id == item.meeting_id,
        Attendance.member_id == Member.id,
        Attendance.code.in_(IN_THE_ROOM),
    )
    return session.scalars(
        select(Member)
        .where(Member.agency_id == item.until_agency_id, Member.active)
        .order_by(here.exists().desc(), Member.core.desc(), Member.id)
    ).first()


def _member_called(session: Session, name: str) -> int | None:
    return session.scalar(
        select(Member.id).where(Member.name == name, Member.active).order_by(Member.id)
    )
