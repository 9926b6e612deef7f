"""What the capture bar keeps of the meeting as a whole, on an item or outside any."""

from datetime import time

from sqlalchemy import ColumnElement, select

from models import codes
from models.entities import AgendaItem, Attendance
from models.errors import Refusal
from models.queries.meetings import attendance
from models.rules.capture import CaptureKind, CaptureReading
from models.rules.capture.interests import WHOLE_MEETING
from models.rules.capture.room_words import EVERYONE, EXPECTED, EXPECTED_NOT_KEPT
from models.rules.quorum import HERE
from models.services.conduct.following import Following

OUTSIDE = frozenset({CaptureKind.ATTENDANCE, CaptureKind.UPDATE, CaptureKind.DECLARATION})
"""Kinds of lines that say for themselves what they speak of."""


class Outside(Following):
    """Who is here, who has an interest, and news of earlier actions."""

    def keep_outside(self, meeting_id: int, reading: CaptureReading) -> str:
        """Keep one of those kinds outside any item; gives a few words of what was kept."""
        if reading.kind is CaptureKind.UPDATE:
            return self.keep_news(meeting_id, reading)
        if reading.kind is CaptureKind.DECLARATION:
            return self.keep_interest(meeting_id, reading)
        return self.keep_attendance(meeting_id, reading)

    def keep_news(self, meeting_id: int, reading: CaptureReading) -> str:
        """Keep what is told of an action outside any item: its number says which it is."""
        if reading.action is None:
            raise Refusal("Say which action by its number, such as A012.", "action")
        return self.follow_up(
            None,
            reading.action.ref,
            reading.status,
            reading.text,
            reading.due,
            meeting_id=meeting_id,
        )

    def keep_interest(self, meeting_id: int, reading: CaptureReading) -> str:
        """Keep an interest declared outside any item: whom it names says in which."""
        if reading.owner is None:
            raise Refusal("Name who declares the interest.", "owner")
        if reading.status == WHOLE_MEETING:
            self.declare(meeting_id, reading.owner.id, reading.text or "Interest")
            return f"{reading.owner.name} has declared an interest for the whole meeting"
        subject = reading.subject
        item_id = self._item_of(meeting_id, subject.id) if subject is not None else None
        if item_id is None or subject is None:
            raise Refusal("Name the item, such as V3, or turn to it: Ctrl+Down.", "subject")
        self.declare(meeting_id, reading.owner.id, reading.text or "Interest", item_id)
        return f"{reading.owner.name} steps out for {subject.ref or 'that item'}"

    def keep_attendance(self, meeting_id: int, reading: CaptureReading) -> str:
        """Keep how somebody attends, or that they left; gives a few words of it."""
        if reading.status == EVERYONE:
            return self._everyone(meeting_id)
        if reading.status == EXPECTED:
            raise Refusal(EXPECTED_NOT_KEPT, "owner")
        absent = reading.second_person
        if absent is not None and reading.unknown:
            self.deputise(
                meeting_id,
                absent.id,
                name=reading.unknown,
                code=reading.code or "D",
                arrived=reading.when,
            )
            return f"{reading.unknown} is here for {absent.name}"
        if reading.unknown and (reading.code or reading.status):
            return self._listed(meeting_id, reading.unknown, reading)
        if reading.owner is None or not (reading.code or reading.status):
            raise Refusal("Say who, and how they attend.", "owner")
        if reading.status == "left":
            self._left(meeting_id, Attendance.member_id == reading.owner.id, reading.when)
            return f"{reading.owner.name} left"
        code = codes.find("attendance", reading.code or "P")
        if absent is not None:
            self.deputise(
                meeting_id,
                absent.id,
                deputy_id=reading.owner.id,
                code=reading.code or "D",
                arrived=reading.when,
            )
            return f"{reading.owner.name} is here for {absent.name}"
        who, how, item_id = reading.owner, reading.code or "P", self._only(meeting_id, reading)
        self.attend(meeting_id, who.id, how, arrived=reading.when, item_id=item_id)
        return f"{who.name}: {code.label.lower() if code else how}"

    def _only(self, meeting_id: int, reading: CaptureReading) -> int | None:
        """The item that somebody is said to be here for alone."""
        return self._item_of(meeting_id, reading.subject.id) if reading.subject else None

    def _item_of(self, meeting_id: int, subject_id: int) -> int | None:
        with self._store.reading() as session:
            return session.scalar(
                select(AgendaItem.id).where(
                    AgendaItem.meeting_id == meeting_id,
                    AgendaItem.subject_id == subject_id,
                    AgendaItem.removed.is_(False),
                )
            )

    def _everyone(self, meeting_id: int) -> str:
        """Whoever is awaited and was not taken yet is present, as one step.

        Who was invited for single items is not: they say themselves that they came.
        """
        with self._store.reading() as session:
            awaited = attendance(session, self._reader(session), meeting_id)
        rest = tuple(one.member_id for one in awaited if one.code is None and one.member_id)
        if not rest:
            raise Refusal("Everyone has been taken already.", "owner")
        self.attend_all(meeting_id, rest, "P")
        return "Everyone not taken yet: present"

    def _listed(self, meeting_id: int, name: str, reading: CaptureReading) -> str:
        """How somebody attends who stands in the list and is no member: a deputy, a guest."""
        theirs = Attendance.guest_name == name
        if reading.status == "left":
            self._left(meeting_id, theirs, reading.when)
            return f"{name} left"
        with self._store.reading() as session:
            row = session.scalar(
                select(Attendance).where(Attendance.meeting_id == meeting_id, theirs)
            )
            stood, agency_id = (row.code, row.agency_id) if row else (None, None)
        # Whoever is back is here as before: a deputy as the deputy.
        back = reading.code in (None, "P") and stood in HERE
        code = stood if back and stood else reading.code or "P"
        item_id = self._only(meeting_id, reading)
        when = reading.when
        self.attend_guest(meeting_id, name, code, agency_id, arrived=when, item_id=item_id)
        known = codes.find("attendance", code)
        return f"{name}: {known.label.lower() if known else code}"

    def _left(self, meeting_id: int, who: ColumnElement[bool], at: time | None) -> None:
        with self._store.reading() as session:
            row = session.scalar(
                select(Attendance.id).where(Attendance.meeting_id == meeting_id, who)
            )
        if row is None:
            raise Refusal("Their attendance has not been taken.", "owner")
        self.leave(row, at)
