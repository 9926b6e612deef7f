"""Who leaves for the item that the meeting is on, and comes back when it is off the table."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Attendance, Meeting
from models.marks import MeetingState
from models.queries.declarations import declarations
from models.queries.stepping_out import Place, item_on_the_table, moves
from models.records.reader import system
from models.rules.attending import LEFT_FOR_ITEM, NOT_RETURNED, RETURNED, is_out
from models.rules.hearing import HEARING
from models.services.conduct.attending import Attending


class SteppingOut(Attending):
    """The record of conflicted members, kept in the unit of work that moves the room."""

    def _room_moved(self, session: Session, meeting_id: int) -> None:
        """Bring the record to where the room is: a word as an item opens, a word as it ends."""
        if session.get_one(Meeting, meeting_id).state == MeetingState.PLANNED.value:
            return
        wanted = self._wanted(session, meeting_id)
        out = {place for place, known in moves(session, meeting_id).items() if is_out(known)}
        here = _here(session, meeting_id) if wanted or out else frozenset()
        for member, item in sorted(out):
            if (member, item) not in wanted or member not in here:
                kind = RETURNED if member in here else NOT_RETURNED
                self._happened(session, meeting_id, kind, item_id=item, member_id=member)
        for member, item in sorted(wanted - out):
            if member in here:
                self._happened(session, meeting_id, LEFT_FOR_ITEM, item_id=item, member_id=member)

    def _wanted(self, session: Session, meeting_id: int) -> frozenset[Place]:
        """Who has declared an interest in the item on the table."""
        item = item_on_the_table(session, meeting_id)
        if item is None:
            return frozenset()
        return frozenset(
            (one.member_id, item)
            for one in declarations(session, system(self._now), meeting_id)
            if one.item_id in (None, item)
        )


def _here(session: Session, meeting_id: int) -> frozenset[int]:
    """The members in the room, or in its corridor."""
    rows = session.scalars(
        select(Attendance.member_id).where(
            Attendance.meeting_id == meeting_id,
            Attendance.code.in_(HEARING),
            Attendance.left.is_(None),
            Attendance.member_id.is_not(None),
        )
    )
    return frozenset(one for one in rows if one is not None)
