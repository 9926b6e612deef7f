"""Who is here: came, left and came back, each with its time in the meeting's own record."""

from datetime import date, datetime, time
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Agency, Attendance, ItemAttendee, Meeting, MeetingEvent, Member
from models.errors import Refusal
from models.marks import MeetingState
from models.rules.attending import LEFT, RETURNED
from models.rules.quorum import HERE
from models.services.known_guests import known_as
from models.services.running_order import invite
from models.services.signed_in import Service

CODES = frozenset("PRDANXIOC")
OWN_DEPUTY = "Nobody is their own deputy: P takes them as present."


class Attending(Service):
    """What the room knows of those who sit in it."""

    def attend(
        self,
        meeting_id: int,
        member_id: int,
        code: str,
        arrived: time | None = None,
        left: time | None = None,
        information_sent_on: date | None = None,
        deputy_for_id: int | None = None,
        item_id: int | None = None,
    ) -> int:
        """Record how a member attends; gives the row's id. Known codes: P R D A N X I O C.

        `item_id` is the item that they are here for alone. Whoever had left is back, at the time
        given as `arrived` or now.
        """
        self._check("record_attendance")
        _known(code)
        with self._store.work("attend", "Record attendance") as session:
            row = _row_of(session, meeting_id, session.get_one(Member, member_id))
            self._set(session, row, code, arrived, left)
            row.information_sent_on = information_sent_on or row.information_sent_on
            row.deputy_for_id = deputy_for_id or row.deputy_for_id
            _admit(session, item_id, member_id, None)
            session.flush()
            self._room_moved(session, meeting_id)
            return row.id

    def attend_all(self, meeting_id: int, member_ids: tuple[int, ...], code: str) -> None:
        """Record the same attendance for several members, as one step."""
        self._check("record_attendance")
        _known(code)
        with self._store.work("attend_all", "Record attendance") as session:
            for member_id in member_ids:
                row = _row_of(session, meeting_id, session.get_one(Member, member_id))
                self._set(session, row, code, None, None)
            self._room_moved(session, meeting_id)

    def attend_guest(
        self,
        meeting_id: int,
        name: str,
        code: str,
        agency_id: int | None = None,
        arrived: time | None = None,
        left: time | None = None,
        item_id: int | None = None,
    ) -> int:
        """Record how somebody named attends, of an item alone; gives the row's id.

        Whoever is a member by that name attends as that member.
        """
        self._check("record_attendance")
        _known(code)
        if not name.strip():
            raise Refusal("Give the guest's name.", "name")
        with self._store.work("attend_guest", "Record a guest") as session:
            member, known = known_as(session, meeting_id, name, agency_id)
            if member is None:
                row = _guests_row(session, meeting_id, known, agency_id)
            else:
                row = _row_of(session, meeting_id, member)
            self._set(session, row, code, arrived, left)
            _admit(session, item_id, row.member_id, row.guest_name)
            session.flush()
            self._room_moved(session, meeting_id)
            return row.id

    def sits_for(self, meeting_id: int, who: int | str, agency_id: int) -> None:
        """A member, or a guest by name, is of an agency at this meeting.

        Anybody of whom nothing was taken yet is taken as present.
        """
        self._check("record_attendance")
        with self._store.work("sits_for", "Say of which agency somebody is") as session:
            column = Attendance.member_id if isinstance(who, int) else Attendance.guest_name
            row = _attendance(session, meeting_id, column == who)
            row.agency_id = session.get_one(Agency, agency_id).id
            if row.code is None:
                row.member_id = who if isinstance(who, int) else None
                row.guest_name = who if isinstance(who, str) else None
                self._set(session, row, "P", None, None)
            self._room_moved(session, meeting_id)

    def deputise(
        self,
        meeting_id: int,
        member_id: int,
        *,
        deputy_id: int | None = None,
        name: str | None = None,
        code: str = "D",
        arrived: time | None = None,
    ) -> int:
        """Somebody, a member or a guest by name, is here for a member; gives the deputy's row.

        The member is taken to have sent apologies, unless something else was taken of them.
        """
        self._check("record_attendance")
        _known(code)
        if deputy_id is None and not (name or "").strip():
            raise Refusal("Say who is here for them.", "name")
        if deputy_id == member_id:
            raise Refusal(OWN_DEPUTY, "name")
        with self._store.work("deputise", "Record a deputy") as session:
            absent = session.get_one(Member, member_id)
            row = self._deputy(session, meeting_id, absent, deputy_id, name or "")
            row.deputy_for_id = member_id
            self._set(session, row, code, arrived, None)
            theirs = _row_of(session, meeting_id, absent)
            if theirs.code is None or theirs.code in HERE:
                self._set(session, theirs, "N", None, None)
            session.flush()
            self._room_moved(session, meeting_id)
            return row.id

    def _deputy(
        self, session: Session, meeting_id: int, absent: Member, deputy_id: int | None, name: str
    ) -> Attendance:
        """The row of a deputy; a guest speaks for the agency of whom they stand in for."""
        if deputy_id is not None:
            return _row_of(session, meeting_id, session.get_one(Member, deputy_id))
        member, known = known_as(session, meeting_id, name)
        if member is None:
            return _guests_row(session, meeting_id, known, absent.agency_id)
        if member is absent:
            raise Refusal(OWN_DEPUTY, "name")
        return _row_of(session, meeting_id, member)

    def leave(self, attendance_id: int, at: time | None = None) -> None:
        """Record that someone left."""
        self._check("record_attendance")
        with self._store.work("leave", "Record leaving") as session:
            row = session.get_one(Attendance, attendance_id)
            _after_they_came(session, row, at)
            row.left = at or self._now.time()
            self._moved(session, row, LEFT, at)
            self._room_moved(session, row.meeting_id)

    def _room_moved(self, session: Session, meeting_id: int) -> None:
        """Somebody came or went, or another item is on the table."""

    def _set(
        self,
        session: Session,
        row: Attendance,
        code: str,
        arrived: time | None,
        left: time | None,
    ) -> None:
        running = session.get_one(Meeting, row.meeting_id).state == MeetingState.RUNNING.value
        here = running and code in HERE
        back = here and row.left is not None and left is None
        joined = here and not back and row.code not in HERE
        row.code = code
        if back:
            if arrived is not None and row.left is not None and _before(arrived, row.left):
                raise Refusal(f"They left at {row.left:%H:%M}: give a later time.", "arrived")
            row.left = None
        elif code not in HERE:
            row.arrived, row.left = arrived, left
        else:
            row.arrived = arrived or row.arrived or (self._now.time() if joined else None)
            row.left = left or row.left
        session.add(row)
        if back or joined:
            self._moved(session, row, RETURNED if back else "joined", arrived)

    def _moved(self, session: Session, row: Attendance, kind: str, at: time | None) -> None:
        """Somebody came or went; a guest is known by name only."""
        facts = {"member_id": row.member_id, "text": row.guest_name}
        self._happened(session, row.meeting_id, kind, at=self._on_the_day(at), **facts)

    def _on_the_day(self, at: time | None) -> datetime:
        return datetime.combine(self._today, at) if at is not None else self._now

    def _happened(
        self, session: Session, meeting_id: int, kind: str, at: datetime | None = None, **facts: Any
    ) -> None:
        """Add to the meeting's own time line."""
        session.add(MeetingEvent(meeting_id=meeting_id, at=at or self._now, kind=kind, **facts))


def _row_of(session: Session, meeting_id: int, member: Member) -> Attendance:
    """How a member attends; of which agency they are at this meeting stands where it was said."""
    row = _attendance(session, meeting_id, Attendance.member_id == member.id)
    row.member_id, row.agency_id = member.id, member.agency_id or row.agency_id
    return row


def _guests_row(session: Session, meeting_id: int, name: str, agency_id: int | None) -> Attendance:
    row = _attendance(session, meeting_id, Attendance.guest_name == name)
    row.guest_name, row.agency_id = name, agency_id
    return row


def _attendance(session: Session, meeting_id: int, who: Any) -> Attendance:
    found = session.scalars(
        select(Attendance).where(Attendance.meeting_id == meeting_id, who)
    ).first()
    return found or Attendance(meeting_id=meeting_id)


def _after_they_came(session: Session, row: Attendance, at: time | None) -> None:
    """Refuse a leaving before the meeting began or before they came."""
    began = session.get_one(Meeting, row.meeting_id).started_at
    came = max(filter(None, (row.arrived, began.time() if began else None)), default=None)
    if at is None or came is None or not _before(at, came):
        return
    told = "They came" if row.arrived == came else "The meeting began"
    raise Refusal(f"{told} at {came:%H:%M}: give a later time.", "left")


def _before(at: time, then: time) -> bool:
    """Whether a time lies before another, to the minute: what is typed has no seconds."""
    return at < then.replace(second=0, microsecond=0)


def _admit(session: Session, item_id: int | None, member_id: int | None, name: str | None) -> None:
    """Whoever is here for an item alone is one of its guests, and came."""
    if item_id is not None:
        session.get_one(ItemAttendee, invite(session, item_id, member_id, name)).present = True


def _known(code: str) -> None:
    if code not in CODES:
        raise Refusal("Attendance is one of P, R, D, A, N, X, I, O or C.", "code")
