"""The room: start, script, declarations, quorum, previous minutes."""

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import (
    AgendaItem,
    Declaration,
    Meeting,
    Member,
    MinutesVersion,
)
from models.errors import Refusal
from models.marks import MeetingState, MinutesState, Role
from models.queries.declarations import declarations
from models.queries.minutes import was_issued
from models.queries.panel import panel_of
from models.queries.pointing_out import KEPT_THE_CHAIR, NO_INTEREST, TOOK_THE_CHAIR
from models.records.reader import system
from models.rules.capture.stepping_out import goes_out
from models.rules.day_words import in_words
from models.rules.words_read import AT_OPENING, to_text
from models.services.conduct.stepping_out import SteppingOut
from models.services.planning import planned_on
from models.services.running_order import fix_numbers


class Room(SteppingOut):
    """What the chair does to the meeting as a whole."""

    def start(self, meeting_id: int) -> None:
        """Start the meeting; starting it again changes nothing.

        It is held on the day on which it is started, also where it was planned for another.
        """
        self._check("start_meeting")
        with self._store.work("start_meeting", "Start the meeting") as session:
            meeting = session.get_one(Meeting, meeting_id)
            if meeting.state == MeetingState.CLOSED.value:
                raise Refusal("This meeting is closed.")
            if meeting.state == MeetingState.PLANNED.value:
                meeting.state, meeting.started_at = MeetingState.RUNNING.value, self._now
                self._hold_today(session, meeting)
                self._take_the_minutes(session, meeting)
                fix_numbers(session, meeting_id)
                self._happened(session, meeting_id, "started")

    def _hold_today(self, session: Session, meeting: Meeting) -> None:
        """Its day is today, unless another meeting of its tier stands on this day."""
        with session.no_autoflush:
            other = planned_on(session, self._today, meeting.series_id)
        if other in (None, meeting.id):
            meeting.held_on = self._today
        if meeting.next_meeting_on is not None and meeting.next_meeting_on <= meeting.held_on:
            meeting.next_meeting_on = None

    def set_chair(self, meeting_id: int, member_id: int | None) -> None:
        """Name who chairs the meeting."""
        self._check("start_meeting")
        with self._store.work("set_chair", "Name the chair") as session:
            meeting = session.get_one(Meeting, meeting_id)
            member = session.get(Member, member_id) if member_id else None
            if member and meeting.chair_id is None and meeting.script_read_by == self._person.name:
                meeting.script_read_by = member.name  # nobody was named who could have read it
            meeting.chair_id = member_id

    def set_minute_taker(self, meeting_id: int, member_id: int | None) -> None:
        """Name who takes the minutes."""
        self._check("start_meeting")
        with self._store.work("set_minute_taker", "Name the minute taker") as session:
            session.get_one(Meeting, meeting_id).minute_taker_id = member_id

    def take_minutes(self, meeting_id: int) -> None:
        """Whoever is signed in takes the minutes; who is no member yet is one from now on.

        Such a member sits for no agency, so that neither quorum nor the agency round counts them.
        """
        self._check("start_meeting")
        with self._store.work("set_minute_taker", "Name the minute taker") as session:
            member_id = self._person.member_id or _taker(session, self._person.name)
            session.get_one(Meeting, meeting_id).minute_taker_id = member_id

    def _take_the_minutes(self, session: Session, meeting: Meeting) -> None:
        """Where nobody was named, whoever is signed in chairs, or else takes the minutes."""
        person = self._person
        if person.role == Role.CHAIR:
            meeting.chair_id = meeting.chair_id or person.member_id
        elif meeting.minute_taker_id is None and person.role == Role.MINUTE_TAKER:
            meeting.minute_taker_id = person.member_id or _taker(session, person.name)
        elif meeting.minute_taker_id is None:
            meeting.minute_taker_id = person.member_id

    def read_script(self, meeting_id: int, by: str, at: datetime | None = None) -> None:
        """Record that the opening statement was read aloud, by whom and when, and its words."""
        self._check("read_script")
        with self._store.work("read_script", "Statement read aloud") as session:
            meeting = session.get_one(Meeting, meeting_id)
            read = meeting.script_read_at
            if read is not None and read.date() != (at or self._now).date():
                raise Refusal(f"It was read on {in_words(read.date())}: that stays on record.")
            meeting.script_read_by, meeting.script_read_at = by, at or self._now
            if meeting.state != MeetingState.CLOSED.value:
                panel = panel_of(session, self._reader(session), meeting_id)
                meeting.words_read = to_text(panel, AT_OPENING, meeting.words_read)

    def declare(
        self,
        meeting_id: int,
        member_id: int,
        interest: str,
        item_id: int | None = None,
        outcome: str | None = None,
    ) -> int:
        """A conflict of interest; the member receives nothing of the item. Gives its id.

        That they step out, of whoever has declared their interest in it, is no second one.
        """
        self._check("record_declaration")
        if not interest.strip():
            raise Refusal("Say what the interest is.", "interest")
        with self._store.work("declare", "Record a conflict of interest") as session:
            known = self._declared(session, meeting_id, member_id, item_id)
            if known and goes_out(interest):
                return known
            item = session.get(AgendaItem, item_id) if item_id else None
            row = Declaration(
                meeting_id=meeting_id,
                member_id=member_id,
                item_id=item_id,
                subject_id=item.subject_id if item else None,
                interest=interest.strip(),
                outcome=outcome,
            )
            session.add(row)
            session.flush()
            self._room_moved(session, meeting_id)
            return row.id

    def _declared(
        self, session: Session, meeting_id: int, member_id: int, item_id: int | None
    ) -> int | None:
        """The interest that a member has declared in an item, or for the whole meeting."""
        rows = declarations(session, system(self._now), meeting_id)
        said = (one for one in rows if one.member_id == member_id)
        return next((one.id for one in said if one.item_id in (None, item_id)), None)

    def withdraw_declaration(self, declaration_id: int) -> None:
        """Take a declaration back that was recorded by mistake; one of a closed meeting has ended.

        What was declared at a closed meeting stays in its record and stands until today.
        """
        self._check("record_declaration")
        with self._store.work("withdraw_declaration", "Take a declaration back") as session:
            row = session.get_one(Declaration, declaration_id)
            if session.get_one(Meeting, row.meeting_id).state == MeetingState.CLOSED.value:
                row.ended_on = self._today
            else:
                session.delete(row)
                self._room_moved(session, row.meeting_id)

    def take_chair(self, item_id: int, member_id: int | None) -> None:
        """Somebody else chairs an item in which the chair has a part; None: the chair stays."""
        self._check("record_declaration")
        with self._store.work("take_chair", "Settle who chairs the item") as session:
            meeting_id = session.get_one(AgendaItem, item_id).meeting_id
            kind = KEPT_THE_CHAIR if member_id is None else TOOK_THE_CHAIR
            self._happened(session, meeting_id, kind, item_id=item_id, member_id=member_id)

    def no_interest(self, item_id: int, member_id: int) -> None:
        """Somebody was asked about an item and has no interest in it."""
        self._check("record_declaration")
        with self._store.work("no_interest", "Record that there is no interest") as session:
            meeting_id = session.get_one(AgendaItem, item_id).meeting_id
            self._happened(session, meeting_id, NO_INTEREST, item_id=item_id, member_id=member_id)

    def decide_quorum(self, meeting_id: int, decision: str, reason: str) -> None:
        """The chair's decision where the meeting is not quorate, with the reason."""
        self._check("decide_inquorate")
        if not reason.strip():
            raise Refusal("Give the reason.", "reason")
        with self._store.work("decide_quorum", "Decide on quorum") as session:
            meeting = session.get_one(Meeting, meeting_id)
            meeting.quorum_decision, meeting.quorum_reason = decision, reason.strip()

    def previous_minutes(
        self, meeting_id: int, held_on: date | None, agreed: bool, corrections: str | None
    ) -> None:
        """Whether the last minutes were agreed, and with what corrections."""
        self._check("amend_previous_minutes")
        with self._store.work("previous_minutes", "Agree the previous minutes") as session:
            meeting = session.get_one(Meeting, meeting_id)
            meeting.previous_minutes_date = held_on
            meeting.previous_minutes_agreed = agreed
            meeting.previous_minutes_corrections = corrections or None
            _carry_to_minutes(session, meeting, agreed, self._now, self._person.name)

    def other_business(self, meeting_id: int, text: str) -> None:
        """Other business, as text."""
        self._check("record_text")
        with self._store.work("other_business", "Record other business") as session:
            session.get_one(Meeting, meeting_id).other_business = text

    def reveal(self, meeting_id: int, page: str = "", item_id: int | None = None) -> None:
        """Journal that a page or an item is shown with names while the room may be looking on.

        It is nothing that undo takes back.
        """
        self._check("reveal_in_room")
        label = f"Reveal the page {page}" if page else "Reveal an item"
        with self._store.work("reveal", label, step=False) as session:
            self._happened(session, meeting_id, "revealed", item_id=item_id, text=page or None)


def _taker(session: Session, name: str) -> int:
    """The member of that name who sits for no agency, made where there is none."""
    found = session.scalar(
        select(Member.id).where(Member.name == name, Member.agency_id.is_(None), Member.active)
    )
    if found is not None:
        return found
    member = Member(name=name, role="Minute taker")
    session.add(member)
    session.flush()
    return member.id


def _carry_to_minutes(
    session: Session, here: Meeting, agreed: bool, now: datetime, by: str
) -> None:
    """Approved minutes of the tier's meeting before are agreed with this, or no longer so."""
    versions = session.scalars(
        select(MinutesVersion)
        .join(Meeting, Meeting.id == MinutesVersion.meeting_id)
        .where(
            Meeting.held_on == here.previous_minutes_date,
            Meeting.series_id == here.series_id,
        )
        .order_by(MinutesVersion.number.desc())
    ).all()
    if not versions:
        return
    latest, issued = versions[0], was_issued(session, versions[0])
    if agreed and latest.state in (MinutesState.APPROVED, MinutesState.ISSUED):
        latest.state, latest.state_at, latest.by_name = MinutesState.AGREED.value, now, by
    elif not agreed and latest.state == MinutesState.AGREED:
        latest.state = (MinutesState.ISSUED if issued else MinutesState.APPROVED).value


def stop_clock(item: AgendaItem, now: datetime) -> None:
    """Add the running time to the item and stop its clock."""
    if item.clock_started is not None:
        item.seconds += max(0, int((now - item.clock_started).total_seconds()))
        item.clock_started = None
