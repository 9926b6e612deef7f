"""Preparing a meeting: its date, its items in order, their minutes, slots and guests."""

from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import codes
from models.entities import (
    Agency,
    AgencyReturn,
    AgendaItem,
    AskedAbout,
    ItemAttendee,
    Meeting,
    Member,
    PanelSeries,
    PersonOfConcern,
    Referral,
    Review,
    Setting,
    Subject,
)
from models.errors import Refusal
from models.marks import ItemKind, MeetingState
from models.queries import asking as asking_query
from models.queries import pool as pool_query
from models.queries.knowable import all_records_of
from models.queries.panel import DEFAULTS
from models.queries.referrals import may_be_accepted
from models.queries.running_order import running_order
from models.records.meeting import PoolRow
from models.records.reader import system
from models.services.papers.returns import attach_waiting
from models.services.signed_in import Service

SECTION_OF = {
    "child": "V",
    "person_of_concern": "O",
    "location": "L",
    "group": "G",
    "theme": "T",
}


class AgendaService(Service):
    """What the coordinator does before a meeting."""

    def plan_meeting(
        self,
        held_on: date,
        starts: time | None = None,
        ends: time | None = None,
        venue: str | None = None,
    ) -> int:
        """A meeting on a day; gives its id. A second one on the same day is refused."""
        self._check("plan_meeting")
        with self._store.work("plan_meeting", "Plan a meeting") as session:
            return _plan(session, held_on, starts, ends, venue)

    def change_meeting(self, meeting_id: int, **changes: Any) -> None:
        """Change a meeting's date, times, venue, chair or minute taker."""
        self._check("plan_meeting")
        with self._store.work("change_meeting", "Change the meeting") as session:
            meeting = session.get_one(Meeting, meeting_id)
            allowed = {
                "held_on",
                "starts",
                "ends",
                "venue",
                "chair_id",
                "minute_taker_id",
                "next_meeting_on",
                "other_business",
                "cancelled",
            }
            for name, value in changes.items():
                if name not in allowed:
                    raise Refusal(f"A meeting has no field called {name}.", name)
                setattr(meeting, name, value)
            if meeting.ends <= meeting.starts:
                raise Refusal("The meeting must end after it starts.", "ends")
            set_slots(session, meeting_id)

    def add(
        self,
        meeting_id: int,
        subject_id: int | None = None,
        *,
        kind: ItemKind = ItemKind.NEW,
        section: str | None = None,
        title: str | None = None,
        minutes: int | None = None,
        referral_id: int | None = None,
        ask: str | None = None,
        carried_from: int | None = None,
    ) -> int:
        """An item at the end of its section; gives its id. The same subject twice is refused.

        A record joined to another comes as the one that stands for it.
        """
        self._check("build_agenda")
        with self._store.work("add_item", "Add an agenda item") as session:
            item = add_item(
                session,
                meeting_id,
                subject_id,
                kind=kind,
                section=section,
                title=title,
                minutes=minutes,
                referral_id=referral_id,
                ask=ask,
                carried_from=carried_from,
            )
            set_slots(session, meeting_id)
            return item.id

    def take(self, meeting_id: int, subject_ids: tuple[int, ...]) -> int:
        """Put these of the proposed subjects on the agenda; gives how many were added."""
        self._check("build_agenda")
        with self._store.work("take_proposed", "Put on the agenda") as session:
            proposed = pool_query.pool(session, system(self._now), meeting_id)
            wanted = [row for row in proposed if row.subject_id in subject_ids]
            for row in wanted:
                _add_proposed(session, meeting_id, row)
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
            set_slots(session, item.meeting_id)

    def move(self, item_id: int, section: str, position: int) -> None:
        """Put an item at a place of a section; the others close up."""
        self._check("build_agenda")
        with self._store.work("move_item", "Move an agenda item") as session:
            item = session.get_one(AgendaItem, item_id)
            others = [
                one for one in _section(session, item.meeting_id, section) if one.id != item_id
            ]
            others.insert(max(0, min(position, len(others))), item)
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
            setattr(session.get_one(AgendaItem, item_id), field, value)

    def set_presenter(self, item_id: int, member_id: int | None) -> None:
        """Name who presents an item."""
        self._check("build_agenda")
        with self._store.work("set_presenter", "Change who presents") as session:
            item = session.get_one(AgendaItem, item_id)
            member = session.get(Member, member_id) if member_id else None
            item.presenter_id, item.presenter = member_id, member.name if member else None

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
            found = session.scalar(
                select(Meeting.id).where(Meeting.held_on == held_on, Meeting.cancelled.is_(False))
            )
            meeting_id = found or _plan(session, held_on, None, None, None)
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
            referral.outcome_reason = "accepted by agenda --build"
            referral.outcome_by, referral.outcome_at = self._person.name, self._now

    def _fill(self, session: Session, meeting_id: int) -> int:
        proposed = pool_query.pool(session, system(self._now), meeting_id)
        wanted = [row for row in proposed if row.proposed]
        for row in wanted:
            _add_proposed(session, meeting_id, row)
        set_slots(session, meeting_id)
        return len(wanted)

    def request(self, meeting_id: int, agency_ids: tuple[int, ...], due_on: date) -> None:
        """Record that agencies were asked for their returns by a day.

        Refusal where none of them is asked about anything on the agenda.
        """
        self._check("request_information")
        with self._store.work("request_returns", "Ask for returns") as session:
            rows = asking_query.asked(session, system(self._now), meeting_id)
            wanted = {one.agency_id for one in rows if one.asked} & set(agency_ids)
            if not wanted:
                raise Refusal("None of these agencies is asked about anything on this agenda.")
            for agency_id in sorted(wanted):
                asked = return_of(session, meeting_id, agency_id)
                asked.requested_on, asked.due_on = self._today, due_on

    def ask_about(self, item_id: int, agency_id: int, asked: bool) -> None:
        """Say whether an agency is asked about an item, whatever its kind is asked about."""
        self._check("request_information")
        with self._store.work("ask_about", "Choose who is asked") as session:
            sees = session.get_one(Agency, agency_id).sees_persons_of_concern
            subject = session.get(Subject, session.get_one(AgendaItem, item_id).subject_id or 0)
            if asked and isinstance(subject, PersonOfConcern) and not sees:
                raise Refusal("This agency is not asked about persons of concern; see Settings.")
            found = select(AskedAbout).where(
                AskedAbout.item_id == item_id, AskedAbout.agency_id == agency_id
            )
            row = session.scalars(found).first() or AskedAbout(item_id=item_id, agency_id=agency_id)
            row.asked = asked
            session.add(row)


def return_of(session: Session, meeting_id: int, agency_id: int) -> AgencyReturn:
    """The agency's return for a meeting, made where there is none yet."""
    found = session.scalars(
        select(AgencyReturn).where(
            AgencyReturn.meeting_id == meeting_id, AgencyReturn.agency_id == agency_id
        )
    ).first()
    if found is None:
        found = AgencyReturn(meeting_id=meeting_id, agency_id=agency_id)
        session.add(found)
        session.flush()
    return found


def add_item(
    session: Session,
    meeting_id: int,
    subject_id: int | None,
    *,
    kind: ItemKind = ItemKind.NEW,
    section: str | None = None,
    title: str | None = None,
    minutes: int | None = None,
    referral_id: int | None = None,
    ask: str | None = None,
    carried_from: int | None = None,
) -> AgendaItem:
    """A new item at the end of its section, with the panel's minutes for its kind."""
    if subject_id is None and not (title or "").strip():
        raise Refusal("An item needs a subject or a title.", "title")
    if subject_id is not None:
        ids = all_records_of(session, subject_id)
        if _standing(session, meeting_id, ids):
            raise Refusal("This is on the agenda already.", "subject")
        subject_id = ids[0]
    subject = session.get(Subject, subject_id) if subject_id else None
    place = section or SECTION_OF.get(subject.kind if subject else "", "X")
    item = AgendaItem(
        meeting_id=meeting_id,
        subject_id=subject_id,
        section=place,
        position=len(_section(session, meeting_id, place)),
        kind=kind.value,
        title=title,
        planned_minutes=(
            minutes_for(session, kind, subject.kind if subject else None)
            if minutes is None
            else minutes
        ),
        referral_id=referral_id,
        ask=ask,
        carried_from_id=carried_from,
    )
    if carried_from is not None:
        item.carried_count = session.get_one(AgendaItem, carried_from).carried_count
    session.add(item)
    session.flush()
    return item


def _standing(session: Session, meeting_id: int, subject_ids: tuple[int, ...]) -> bool:
    return bool(
        session.scalar(
            select(AgendaItem.id).where(
                AgendaItem.meeting_id == meeting_id,
                AgendaItem.subject_id.in_(subject_ids),
                AgendaItem.removed.is_(False),
            )
        )
    )


def minutes_for(session: Session, kind: ItemKind, subject_kind: str | None) -> int:
    """The panel's planned minutes for an item of this kind."""
    key = _minutes_key(kind.value, subject_kind)
    for name in (f"minutes.{subject_kind}.{kind.value}", f"minutes.{key}"):
        kept = session.scalar(select(Setting.value).where(Setting.key == name))
        if kept is not None:
            return int(kept)
    row = codes.find("item_minutes", key)
    return row.minutes if isinstance(row, codes.ItemMinutes) else 10


def _minutes_key(kind: str, subject_kind: str | None) -> str:
    """Children by kind of item; others by kind of subject, unless it is only a notification."""
    return kind if subject_kind in {"child", None} or kind == "notification" else subject_kind or ""


def invite(session: Session, item_id: int, member_id: int | None, name: str | None) -> int:
    """An invitation for one item; the same person twice gives the first."""
    member = session.get(Member, member_id) if member_id else None
    if member is None and not (name or "").strip():
        raise Refusal("Name who is invited.", "name")
    rows = session.scalars(select(ItemAttendee).where(ItemAttendee.item_id == item_id))
    for one in rows:
        if (member_id and one.member_id == member_id) or (name and one.guest_name == name):
            return one.id
    row = ItemAttendee(
        item_id=item_id,
        member_id=member_id,
        guest_name=None if member else name,
        agency_id=member.agency_id if member else None,
    )
    session.add(row)
    session.flush()
    return row.id


def set_slots(session: Session, meeting_id: int) -> None:
    """Give every item its planned time of day, counted from the meeting's start."""
    meeting = session.get_one(Meeting, meeting_id)
    at = datetime.combine(meeting.held_on, meeting.starts) + timedelta(minutes=_opening(session))
    for row in running_order(session, system(at), meeting_id):
        item = session.get_one(AgendaItem, row.id)
        item.slot = at.time()
        at += timedelta(minutes=item.planned_minutes)


def _opening(session: Session) -> int:
    kept = session.scalar(select(Setting.value).where(Setting.key == "minutes.opening"))
    return int(kept) if kept else 15


def _plan(
    session: Session,
    held_on: date,
    starts: time | None,
    ends: time | None,
    venue: str | None,
) -> int:
    taken = select(Meeting.id).where(Meeting.held_on == held_on, Meeting.cancelled.is_(False))
    if session.scalar(taken):
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


def _whose_part_is(session: Session, part: str) -> int | None:
    return session.scalar(
        select(Member.id).where(Member.panel_role == part, Member.active).order_by(Member.id)
    )


def _habit(session: Session, key: str) -> time:
    kept = session.scalar(select(Setting.value).where(Setting.key == key))
    return time.fromisoformat(kept or DEFAULTS[key])


def _section(session: Session, meeting_id: int, section: str) -> list[AgendaItem]:
    return list(
        session.scalars(
            select(AgendaItem)
            .where(
                AgendaItem.meeting_id == meeting_id,
                AgendaItem.section == section,
                AgendaItem.removed.is_(False),
            )
            .order_by(AgendaItem.position, AgendaItem.id)
        )
    )


def _add_proposed(session: Session, meeting_id: int, row: PoolRow) -> None:
    referral = session.get(Referral, row.referral_id) if row.referral_id else None
    item = add_item(
        session,
        meeting_id,
        row.subject_id,
        kind=ItemKind(row.kind),
        referral_id=row.referral_id,
        ask=referral.ask if referral else _last_ask(session, row),
        carried_from=row.carried_from_id,
    )
    if row.review_id is not None:
        session.get_one(Review, row.review_id).done_item_id = item.id
    lead = referral.lead_name if referral else None
    member = session.scalars(select(Member).where(Member.name == lead)).first() if lead else None
    item.presenter = lead
    if member is not None:
        item.presenter_id = member.id
        invite(session, item.id, member.id, None)


def _last_ask(session: Session, row: PoolRow) -> str | None:
    return session.scalar(
        select(AgendaItem.ask)
        .where(AgendaItem.subject_id == row.subject_id, AgendaItem.ask.is_not(None))
        .order_by(AgendaItem.id.desc())
        .limit(1)
    )
