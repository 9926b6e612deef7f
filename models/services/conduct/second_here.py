"""The second person of a decision in a meeting: a member in the room who takes part in the item."""

from datetime import datetime, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import AgendaItem, Attendance, Member
from models.errors import Refusal
from models.queries.declarations import declarations
from models.records.reader import system
from models.rules.names import plain
from models.rules.quorum import IN_THE_ROOM

NOT_HERE = "The second person must be a member who is present."
NO_PART = "The second person declared an interest in this item and takes no part in it."


def second_here(
    session: Session, now: datetime, item: AgendaItem, name: str | None, agreed_before: bool
) -> Member | None:
    """The member of that name; Refusal where nobody here is called so, or may not agree.

    Whoever agreed before, as a decision is put back, may have left since.
    """
    if not (name or "").strip():
        return None
    found = min(_called(session, item.meeting_id, name or ""), key=_is_gone, default=None)
    if found is None or (_is_gone(found) and not agreed_before):
        raise Refusal(NOT_HERE, "second_person")
    member = found[0]
    if not agreed_before and _has_interest(session, now, item, member.id):
        raise Refusal(NO_PART, "second_person")
    return member


def _called(session: Session, meeting_id: int, name: str) -> list[tuple[Member, time | None]]:
    """Members of this name who came, with when they left."""
    came = session.execute(
        select(Member, Attendance.left)
        .join(Attendance, Attendance.member_id == Member.id)
        .where(Attendance.meeting_id == meeting_id, Attendance.code.in_(IN_THE_ROOM))
    )
    return [(one, left) for one, left in came if plain(one.name) == plain(name)]


def _is_gone(came: tuple[Member, time | None]) -> bool:
    return came[1] is not None


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
