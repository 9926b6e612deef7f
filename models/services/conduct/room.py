"""The room: start, script, attendance, declarations, quorum, previous minutes."""

from datetime import date, datetime, time
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import (
    AgendaItem,
    Attendance,
    Declaration,
    Meeting,
    MeetingEvent,
    Member,
)
from models.errors import Refusal
from models.marks import MeetingState, Role
from models.services.signed_in import Service

CODES = frozenset("PRDANXIOC")
HERE = frozenset("PRDIO")


class Room(Service):
    """What the chair does to the meeting as a whole."""

    def start(self, meeting_id: int) -> None:
        """Start the meeting; starting it again changes nothing."""
        self._check("start_meeting")
        with self._store.work("start_meeting", "Start the meeting") as session:
            meeting = session.get_one(Meeting, meeting_id)
            if meeting.state == MeetingState.CLOSED.value:
                raise Refusal("This meeting is closed.")
            if meeting.state == MeetingState.PLANNED.value:
                meeting.state, meeting.started_at = MeetingState.RUNNING.value, self._now
                self._take_the_minutes(meeting)
                self._happened(session, meeting_id, "started")

    def set_chair(self, meeting_id: int, member_id: int | None) -> None:
        """Name who chairs the meeting."""
        self._check("start_meeting")
        with self._store.work("set_chair", "Name the chair") as session:
            session.get_one(Meeting, meeting_id).chair_id = member_id

    def set_minute_taker(self, meeting_id: int, member_id: int | None) -> None:
        """Name who takes the minutes."""
        self._check("start_meeting")
        with self._store.work("set_minute_taker", "Name the minute taker") as session:
            session.get_one(Meeting, meeting_id).minute_taker_id = member_id

    def _take_the_minutes(self, meeting: Meeting) -> None:
        """Where nobody was named, the member who is signed in chairs, or else takes the minutes."""
        if self._person.role == Role.CHAIR:
            meeting.chair_id = meeting.chair_id or self._person.member_id
        elif meeting.minute_taker_id is None:
            meeting.minute_taker_id = self._person.member_id

    def read_script(self, meeting_id: int, by: str, at: datetime | None = None) -> None:
        """Record that the opening statement was read aloud, by whom and when."""
        self._check("read_script")
        with self._store.work("read_script", "Statement read aloud") as session:
            meeting = session.get_one(Meeting, meeting_id)
            meeting.script_read_by, meeting.script_read_at = by, at or self._now

    def attend(
        self,
        meeting_id: int,
        member_id: int,
        code: str,
        arrived: time | None = None,
        left: time | None = None,
        information_sent_on: date | None = None,
        deputy_for_id: int | None = None,
    ) -> int:
        """Record how a member attends; gives the row's id. Known codes: P R D A N X I O C."""
        self._check("record_attendance")
        _known(code)
        with self._store.work("attend", "Record attendance") as session:
            member = session.get_one(Member, member_id)
            row = _attendance(session, meeting_id, Attendance.member_id == member_id)
            row.member_id, row.agency_id = member_id, member.agency_id
            self._set(session, row, code, arrived, left)
            row.information_sent_on = information_sent_on or row.information_sent_on
            row.deputy_for_id = deputy_for_id or row.deputy_for_id
            session.flush()
            return row.id

    def attend_all(self, meeting_id: int, member_ids: tuple[int, ...], code: str) -> None:
        """Record the same attendance for several members, as one step."""
        self._check("record_attendance")
        _known(code)
        with self._store.work("attend_all", "Record attendance") as session:
            for member_id in member_ids:
                member = session.get_one(Member, member_id)
                row = _attendance(session, meeting_id, Attendance.member_id == member_id)
                row.member_id, row.agency_id = member_id, member.agency_id
                self._set(session, row, code, None, None)

    def attend_guest(
        self,
        meeting_id: int,
        name: str,
        code: str,
        agency_id: int | None = None,
        arrived: time | None = None,
        left: time | None = None,
    ) -> int:
        """Record how someone who is no member attends; gives the row's id."""
        self._check("record_attendance")
        _known(code)
        if not name.strip():
            raise Refusal("Give the guest's name.", "name")
        with self._store.work("attend_guest", "Record a guest") as session:
            row = _attendance(session, meeting_id, Attendance.guest_name == name.strip())
            row.guest_name, row.agency_id = name.strip(), agency_id
            self._set(session, row, code, arrived, left)
            session.flush()
            return row.id

    def _set(
        self,
        session: Session,
        row: Attendance,
        code: str,
        arrived: time | None,
        left: time | None,
    ) -> None:
        running = session.get_one(Meeting, row.meeting_id).state == MeetingState.RUNNING.value
        joined = running and code in HERE and row.code not in HERE
        row.code = code
        row.arrived = arrived or row.arrived or (self._now.time() if joined else None)
        row.left = left or row.left
        session.add(row)
        if joined:
            self._happened(session, row.meeting_id, "joined", member_id=row.member_id)

    def leave(self, attendance_id: int, at: time | None = None) -> None:
        """Record that someone left."""
        self._check("record_attendance")
        with self._store.work("leave", "Record leaving") as session:
            row = session.get_one(Attendance, attendance_id)
            row.left = at or self._now.time()
            self._happened(session, row.meeting_id, "left", member_id=row.member_id)

    def declare(
        self,
        meeting_id: int,
        member_id: int,
        interest: str,
        item_id: int | None = None,
        outcome: str | None = None,
    ) -> int:
        """A conflict of interest; the member receives nothing of the item. Gives its id."""
        self._check("record_declaration")
        if not interest.strip():
            raise Refusal("Say what the interest is.", "interest")
        with self._store.work("declare", "Record a conflict of interest") as session:
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
            return row.id

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

    def _happened(self, session: Session, meeting_id: int, kind: str, **facts: Any) -> None:
        """Add to the meeting's own time line."""
        session.add(MeetingEvent(meeting_id=meeting_id, at=self._now, kind=kind, **facts))


def stop_clock(item: AgendaItem, now: datetime) -> None:
    """Add the running time to the item and stop its clock."""
    if item.clock_started is not None:
        item.seconds += max(0, int((now - item.clock_started).total_seconds()))
        item.clock_started = None


def _attendance(session: Session, meeting_id: int, who: Any) -> Attendance:
    found = session.scalars(
        select(Attendance).where(Attendance.meeting_id == meeting_id, who)
    ).first()
    return found or Attendance(meeting_id=meeting_id)


def _known(code: str) -> None:
    if code not in CODES:
        raise Refusal("Attendance is one of P, R, D, A, N, X, I, O or C.", "code")
