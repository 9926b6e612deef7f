"""Preparing a meeting: what is proposed, what goes on its agenda, in which order and how long."""

from datetime import date, time
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import (
    AgendaItem,
    ItemAttendee,
    Meeting,
    Member,
    Referral,
    Review,
    Subject,
)
from models.errors import Refusal
from models.marks import ItemKind
from models.queries import pool as pool_query
from models.queries.referrals import may_be_accepted
from models.queries.tiers import has_seat
from models.records.reader import system
from models.services.escalating import hear_answers, let_go
from models.services.inviting import Inviting
from models.services.nameless import check_new, check_words
from models.services.papers.waiting_returns import attach_waiting
from models.services.planning import plan, plan_where_none_is
from models.services.proposing import add_by_name, add_proposed
from models.services.running_order import (
    add_item,
    invite,
    next_number,
    presents_no_longer,
    section_of,
    set_slots,
)
from models.services.seasons import Seasons, after_moving

TO_CHANGE = frozenset({
    "held_on", "starts", "ends", "venue", "chair_id", "minute_taker_id", "next_meeting_on",
    "other_business", "cancelled",
})  # fmt: skip


class AgendaService(Inviting, Seasons):
    """What the coordinator does before a meeting."""

    def plan_meeting(
        self,
        held_on: date,
        starts: time | None = None,
        ends: time | None = None,
        venue: str | None = None,
        series_id: int | None = None,
    ) -> int:
        """A meeting of the panel, or of a tier, on a day; gives its id.

        A second one of a tier on the same day is refused.
        """
        self._check("plan_meeting")
        with self._store.work("plan_meeting", "Plan a meeting") as session:
            return plan(session, held_on, starts, ends, venue, series_id)

    def change_meeting(self, meeting_id: int, **changes: Any) -> None:
        """Change a meeting's date, times, venue, chair or minute taker."""
        self._check("plan_meeting")
        with self._store.work("change_meeting", "Change the meeting") as session:
            meeting = session.get_one(Meeting, meeting_id)
            before = meeting.held_on
            for name, value in changes.items():
                if name not in TO_CHANGE:
                    raise Refusal(f"A meeting has no field called {name}.", name)
                setattr(meeting, name, value)
            if meeting.ends <= meeting.starts:
                raise Refusal("The meeting must end after it starts.", "ends")
            after_moving(session, meeting, before)
            set_slots(session, meeting_id)
            attach_waiting(session, meeting)

    def add(
        self,
        meeting_id: int,
        subject_id: int | None = None,
        *,
        kind: ItemKind | None = None,
        section: str | None = None,
        title: str | None = None,
        minutes: int | None = None,
        referral_id: int | None = None,
        ask: str | None = None,
        carried_from: int | None = None,
    ) -> int:
        """An item at the end of its section; gives its id. The same subject twice is refused.

        A record joined to another comes as the one that stands for it. Somebody on record of whom
        neither kind nor referral is told comes as the record says (`add_by_name`).
        """
        self._check("build_agenda")
        with self._store.work("add_item", "Add an agenda item") as session:
            words = {"title": title, "ask": ask}
            check_new(session, meeting_id, carried_from, words, self._now)
            if subject_id is not None and not (kind or referral_id or carried_from):
                item = add_by_name(
                    session, self._now, meeting_id, subject_id,
                    section=section, minutes=minutes, ask=ask,
                )  # fmt: skip
            else:
                item = add_item(
                    session, meeting_id, subject_id, kind=kind or ItemKind.NEW, section=section,
                    title=title, minutes=minutes, referral_id=referral_id, ask=ask,
                    carried_from=carried_from,
                )  # fmt: skip
                hear_answers(session, item)
            set_slots(session, meeting_id)
            return item.id

    def take(self, meeting_id: int, keys: tuple[int, ...]) -> int:
        """Put these of the proposed rows on the agenda, by their key; gives how many were added."""
        self._check("build_agenda")
        with self._store.work("take_proposed", "Put on the agenda") as session:
            proposed = pool_query.pool(session, system(self._now), meeting_id)
            wanted = [row for row in proposed if row.key in keys]
            for row in wanted:
                add_proposed(session, meeting_id, row)
            set_slots(session, meeting_id)
            return len(wanted)

    def remove(self, item_id: int, reason: str = "") -> None:
        """Take an item off the agenda; one that was opened stays."""
        self._check("build_agenda")
        with self._store.work("remove_item", "Take off the agenda") as session:
            item = session.get_one(AgendaItem, item_id)
            if item.opened_at is not None:
                raise Refusal("This item has been discussed; it stays in the record.")
            item.removed, item.deferred_reason = True, reason or None
            for review in session.scalars(select(Review).where(Review.done_item_id == item_id)):
                review.done_item_id = None
            let_go(session, item_id)
            set_slots(session, item.meeting_id)

    def move(self, item_id: int, section: str, position: int) -> None:
        """Put an item at a place of a section; the others close up."""
        self._check("build_agenda")
        with self._store.work("move_item", "Move an agenda item") as session:
            item = session.get_one(AgendaItem, item_id)
            others = [
                one for one in section_of(session, item.meeting_id, section) if one.id != item_id
            ]
            others.insert(max(0, min(position, len(others))), item)
            if item.number is not None and section != item.section:
                item.number = next_number(session, item.meeting_id, section)
            item.section = section
            for place, one in enumerate(others):
                one.position = place
            set_slots(session, item.meeting_id)

    def set_minutes(self, item_id: int, minutes: int) -> None:
        """Plan this many minutes for an item."""
        self._check("build_agenda")
        if not 0 <= minutes <= 180:
            raise Refusal("Plan between 0 and 180 minutes.", "minutes")
        with self._store.work("set_minutes", "Change the minutes of an item") as session:
            item = session.get_one(AgendaItem, item_id)
            item.planned_minutes = minutes
            set_slots(session, item.meeting_id)

    def change_item(self, item_id: int, field: str, value: str | None) -> None:
        """Change an item's ask, reason, title or kind."""
        self._check("build_agenda")
        if field not in {"ask", "reason", "title", "kind"}:
            raise Refusal(f"An item has no field called {field}.", field)
        with self._store.work("change_item", "Change an agenda item") as session:
            item = session.get_one(AgendaItem, item_id)
            if field != "kind":
                check_words(session, item, {field: value}, self._now)
            setattr(item, field, value)

    def set_presenter(self, item_id: int, member_id: int | None) -> None:
        """Name who presents an item: a member who has no seat is invited for it.

        Whoever presented it until now is invited to it no longer.
        """
        self._check("build_agenda")
        with self._store.work("set_presenter", "Change who presents") as session:
            item = session.get_one(AgendaItem, item_id)
            member = session.get(Member, member_id) if member_id else None
            if member is None or member.id != item.presenter_id:
                presents_no_longer(session, item)
            item.presenter_id, item.presenter = member_id, member.name if member else None
            if member is not None and not has_seat(session, member.id, item.meeting_id):
                invite(session, item_id, member.id, None)

    def invite(self, item_id: int, member_id: int | None = None, name: str | None = None) -> int:
        """Invite someone for this item only; gives the invitation's id."""
        self._check("build_agenda")
        with self._store.work("invite", "Invite to an item") as session:
            return invite(session, item_id, member_id, name)

    def uninvite(self, attendee_id: int) -> None:
        """Take an invitation back."""
        self._check("build_agenda")
        with self._store.work("uninvite", "Take an invitation back") as session:
            session.delete(session.get_one(ItemAttendee, attendee_id))

    def fill(self, meeting_id: int) -> int:
        """Put every proposed subject on the agenda; gives how many were added."""
        self._check("build_agenda")
        with self._store.work("fill_agenda", "Fill the agenda") as session:
            return self._fill(session, meeting_id)

    def build(self, held_on: date) -> int:
        """The meeting of a day with a full agenda; gives its id.

        Makes the meeting where missing and accepts, with that reason in the journal, every
        complete referral received by that date with no immediate risk.
        """
        self._check("build_agenda")
        with self._store.work("build_agenda", "Build the agenda") as session:
            meeting_id = plan_where_none_is(session, held_on)
            self._accept_complete(session, held_on)
            session.flush()
            self._fill(session, meeting_id)
            return meeting_id

    def _accept_complete(self, session: Session, by: date) -> None:
        waiting = session.execute(
            select(Referral, Subject)
            .join(Subject, Subject.id == Referral.subject_id)
            .where(Referral.outcome.is_(None))
            .order_by(Referral.id)
        )
        for referral, subject in waiting:
            late = referral.received_on is not None and referral.received_on > by
            if late or not may_be_accepted(session, referral, subject):
                continue
            referral.outcome = "ACCEPT"
            referral.outcome_reason = "Complete, and no immediate risk"
            referral.outcome_by, referral.outcome_at = self._person.name, self._now

    def _fill(self, session: Session, meeting_id: int) -> int:
        proposed = pool_query.pool(session, system(self._now), meeting_id)
        wanted = [row for row in proposed if row.proposed]
        for row in wanted:
            add_proposed(session, meeting_id, row)
        set_slots(session, meeting_id)
        return len(wanted)
