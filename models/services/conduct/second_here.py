"""The second person of a decision in a meeting: a member in the room who takes part in the item."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.entities import AgendaItem, Attendance, Member
from models.errors import Refusal
from models.queries.declarations import declarations
from models.records.reader import system
from models.rules.quorum import IN_THE_ROOM

NOT_HERE = "The second person must be a member who is present."
NO_PART = "The second person declared an interest in this item and takes no part in it."


def second_here(
    session: Session, now: datetime, item: AgendaItem, name: str | None, agreed_before: bool
) -> Member | None:
    """The member of that name; Refusal where nobody here is called so, or may not agree.

    Whoever agreed before, as a decision is put back, may have left since.
    """
    wanted = (name or "").strip().lower()
    if not wanted:
        return None
    found = session.execute(
        select(Member, Attendance.left)
        .join(Attendance, Attendance.member_id == Member.id)
        .where(
            Attendance.meeting_id == item.meeting_id,
            Attendance.code.in_(IN_THE_ROOM),
            func.lower(Member.name) == wanted,
        )
    ).first()
    if found is None or (found.left is not None and not agreed_before):
        raise Refusal(NOT_HERE, "second_person")
    member: Member = found.Member
    if not agreed_before and _has_interest(session, now, item, member.id):
        raise Refusal(NO_PART, "second_person")
    return member


def present(session: Session, meeting_id: int) -> set[int]:
    """The members recorded as in the room."""
    rows = session.scalars(
        select(Attendance.member_id).where(
            Attendance.meeting_id == meeting_id, Attendance.code.in_(IN_THE_ROOM)
        )
    )
    return {one for one in rows if one}


def _has_interest(session: Session, now: datetime, item: AgendaItem, member_id: int) -> bool:
    return any(
        one.member_id == member_id and one.item_id in (None, item.id)
        for one in declarations(session, system(now), item.meeting_id)
    )
