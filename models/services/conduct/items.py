"""The item in hand: open, clock, park, defer, bring forward, finish, add."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import AgendaItem, Child, ItemAttendee, Meeting, PersonOfConcern, Place
from models.errors import Refusal
from models.marks import ItemKind, ItemState, MeetingState, SubjectKind, Until
from models.queries.concern import review_proposed
from models.queries.stepping_out import OPENED
from models.rules.forward import FIRST
from models.rules.unreached import SPOKEN_OF
from models.services.carrying import take_back
from models.services.conduct.ending import Ending, was_only_opened
from models.services.conduct.room import stop_clock
from models.services.nameless import check_new
from models.services.proposing import add_by_name
from models.services.running_order import add_item
from models.services.sending import keep_what_stood

SOURCE = "Named at the meeting"


class Items(Ending):
    """What the chair does to the running order while the meeting runs."""

    def open_item(self, item_id: int) -> None:
        """Turn to an item: the other clocks stop, this one runs."""
        self._check("open_item")
        with self._store.work("open_item", "Turn to an item", step=False) as session:
            item = session.get_one(AgendaItem, item_id)
            self._running(session, item.meeting_id)
            self._leave_others(session, item)
            if item.state in (
                ItemState.PLANNED.value,
                ItemState.PARKED.value,
                ItemState.DEFERRED.value,
            ):
                if item.until_then == Until.CONTINUED:
                    take_back(session, item)
                    item.until_then = item.until_on = None
                item.state, item.deferred_reason = ItemState.OPEN.value, None
            item.opened_at = item.opened_at or self._now
            item.clock_started = item.clock_started or self._now
            self._happened(session, item.meeting_id, OPENED, item_id=item_id)
            self._room_moved(session, item.meeting_id)
            _admit(session, item_id)

    def run_clock(self, item_id: int) -> None:
        """Start the item's clock."""
        self._check("run_clock")
        with self._store.work("run_clock", "Start the clock", step=False) as session:
            item = session.get_one(AgendaItem, item_id)
            item.clock_started = item.clock_started or self._now
            self._room_moved(session, item.meeting_id)

    def pause_clock(self, item_id: int) -> None:
        """Pause the item's clock."""
        self._check("run_clock")
        with self._store.work("pause_clock", "Pause the clock", step=False) as session:
            item = session.get_one(AgendaItem, item_id)
            stop_clock(item, self._now)
            self._room_moved(session, item.meeting_id)

    def park(self, item_id: int) -> None:
        """Put the item aside for later in the meeting."""
        self._check("park_item")
        with self._store.work("park_item", "Park the item") as session:
            item = session.get_one(AgendaItem, item_id)
            stop_clock(item, self._now)
            item.state = ItemState.PARKED.value
            self._room_moved(session, item.meeting_id)

    def defer(self, item_id: int, reason: str) -> None:
        """Defer the item to the next meeting with the reason; counts as carried."""
        self._check("defer_item")
        if not reason.strip():
            raise Refusal("Give the reason for deferring.", "reason")
        with self._store.work("defer_item", "Defer the item") as session:
            item = session.get_one(AgendaItem, item_id)
            stop_clock(item, self._now)
            if item.state != ItemState.DEFERRED.value:
                item.carried_count += 1
            item.state, item.deferred_reason = ItemState.DEFERRED.value, reason.strip()
            self._room_moved(session, item.meeting_id)

    def bring_forward(self, item_id: int) -> None:
        """Take an item next, whatever its section; everybody's references stay what they are."""
        self._check("open_item")
        with self._store.work("bring_forward", "Bring the item forward") as session:
            item = session.get_one(AgendaItem, item_id)
            if ItemState(item.state) in SPOKEN_OF:
                raise Refusal("This item has been opened: Ctrl+G goes to it.")
            others = _of_meeting(session, item)
            after = next((one.id for one in _latest_first(others)), FIRST)
            _let_go_before(item, others)
            for one in others:
                if one.taken_after == after:
                    one.taken_after = item.id
            item.taken_after = after

    def finish_item(self, item_id: int) -> None:
        """Close the item; open points are named at read-back and never block."""
        self._check("open_item")
        with self._store.work("finish_item", "Close the item") as session:
            item = session.get_one(AgendaItem, item_id)
            stop_clock(item, self._now)
            item.state, item.closed_at = ItemState.DISCUSSED.value, self._now
            self._happened(session, item.meeting_id, "item closed", item_id=item_id)
            self._room_moved(session, item.meeting_id)

    def add_item(
        self,
        meeting_id: int,
        subject_id: int | None = None,
        title: str | None = None,
        section: str | None = None,
        minutes: int | None = None,
    ) -> int:
        """An item that nobody planned, added while the meeting runs; gives its id.

        Somebody on record comes as the record says: new, a review, or what is proposed of them.
        """
        self._check("add_urgent_item")
        with self._store.work("add_item", "Add an item") as session:
            check_new(session, meeting_id, None, {"title": title}, self._now)
            if subject_id is not None:
                return add_by_name(
                    session, self._now, meeting_id, subject_id, section=section, minutes=minutes
                ).id
            return add_item(
                session,
                meeting_id,
                None,
                kind=ItemKind.URGENT,
                section=section,
                title=title,
                minutes=minutes,
            ).id

    def add_new(self, meeting_id: int, name: str, kind: SubjectKind) -> int:
        """An item about somebody or a place on no record yet, with that record; gives its id.

        So a name said in the room is a name on record: masked there, and found the next time.
        """
        self._check("add_urgent_item")
        if not name.strip():
            raise Refusal("Enter the name.", "name")
        with self._store.work("add_new_item", "Add an item with its record") as session:
            keep_what_stood(session, meeting_id)
            subject = self._new_subject(session, " ".join(name.split()), kind)
            session.add(subject)
            session.flush()
            return add_item(session, meeting_id, subject.id).id

    def _new_subject(
        self, session: Session, label: str, kind: SubjectKind
    ) -> Child | PersonOfConcern | Place:
        if kind is SubjectKind.CHILD:
            return Child(label=label)
        sourced = {"label": label, "source": SOURCE, "source_date": self._today}
        if kind is SubjectKind.PERSON:
            return PersonOfConcern(**sourced, review_on=review_proposed(session, self._today))
        if kind is SubjectKind.PLACE:
            return Place(**sourced)
        raise Refusal("Say who or what it is: a child, a person of concern or a place.", "name")

    def _leave_others(self, session: Session, item: AgendaItem) -> None:
        others = session.scalars(
            select(AgendaItem).where(
                AgendaItem.meeting_id == item.meeting_id,
                AgendaItem.id != item.id,
                AgendaItem.clock_started.is_not(None),
            )
        )
        for one in others:
            stop_clock(one, self._now)
            # Nothing was said of it: it was turned to by mistake and is still to come.
            if one.state == ItemState.OPEN.value and not was_only_opened(session, one):
                one.state, one.closed_at = ItemState.DISCUSSED.value, self._now

    def _running(self, session: Session, meeting_id: int) -> None:
        state = session.get_one(Meeting, meeting_id).state
        if state == MeetingState.CLOSED.value:
            raise Refusal("This meeting is closed.")
        if state != MeetingState.RUNNING.value:
            raise Refusal("Start the meeting first.")


def _of_meeting(session: Session, item: AgendaItem) -> list[AgendaItem]:
    """The other items of an item's meeting."""
    return list(
        session.scalars(
            select(AgendaItem).where(
                AgendaItem.meeting_id == item.meeting_id,
                AgendaItem.id != item.id,
                AgendaItem.removed.is_(False),
            )
        )
    )


def _latest_first(items: list[AgendaItem]) -> list[AgendaItem]:
    """The item in hand, then those that were opened before it."""
    opened = [one for one in items if one.opened_at is not None]
    return sorted(opened, key=_lately, reverse=True)


def _lately(item: AgendaItem) -> tuple[bool, datetime, int]:
    left = item.closed_at or item.opened_at or datetime.min
    return item.clock_started is not None, left, item.id


def _let_go_before(item: AgendaItem, others: list[AgendaItem]) -> None:
    """What was to follow an item follows what the item had followed."""
    for one in others:
        if one.taken_after == item.id:
            one.taken_after = item.taken_after


def _admit(session: Session, item_id: int) -> None:
    """Whoever was invited for the item is taken to be there; the chair can mend it."""
    for one in session.scalars(select(ItemAttendee).where(ItemAttendee.item_id == item_id)):
        one.present = True
