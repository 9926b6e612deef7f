"""Who is taken as attending a meeting, in the order in which they were."""

from datetime import time
from typing import NamedTuple

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from models.entities import Attendance, Member
from models.queries.once import once

AWAY = ("N", "X")
"""Codes of those of whom it was noted that they did not come."""
_ATTENDING = (
    select(
        Attendance.member_id,
        Attendance.agency_id,
        Member.name,
        Attendance.guest_name,
        Attendance.code,
        Attendance.left,
    )
    .outerjoin(Member, Member.id == Attendance.member_id)
    .where(Attendance.meeting_id == bindparam("meeting"))
    .order_by(Attendance.id)
)


class Attending(NamedTuple):
    """One person's attendance; `left` is none while they are here."""

    member_id: int | None
    agency_id: int | None
    member: str | None
    guest: str | None
    code: str | None
    left: time | None


@once
def attending(session: Session, meeting_id: int) -> tuple[Attending, ...]:
    """Everybody of whom it was taken how they attend, apologies among them."""
    rows = session.execute(_ATTENDING, {"meeting": meeting_id})
    return tuple(Attending(*row) for row in rows)


def absent(session: Session, meeting_id: int) -> frozenset[str]:
    """Names of those of whom it was noted that they did not come to a meeting."""
    rows = attending(session, meeting_id)
    return frozenset(one.member or one.guest or "" for one in rows if one.code in AWAY)
