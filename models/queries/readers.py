"""Readers made from the file: the person signed in, and everyone present in the room."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import AgendaItem, Attendance, ItemAttendee, Member
from models.marks import Role
from models.queries.meetings import conflicts
from models.records.reader import Reader, ReaderKind

IN_THE_ROOM = ("P", "R", "D", "O")


def person(session: Session, now: datetime, role: Role, name: str, member_id: int | None) -> Reader:
    """The signed-in person, without what they have declared an interest in."""
    items, subjects = conflicts(session, member_id)
    agency = (
        session.scalar(select(Member.agency_id).where(Member.id == member_id))
        if member_id
        else None
    )
    return Reader(
        now=now,
        kind=ReaderKind.PERSON,
        role=role,
        name=name,
        member_id=member_id,
        agency_ids=(agency,) if agency else (),
        conflicted_items=items,
        conflicted_subjects=subjects,
    )


def room(session: Session, now: datetime, meeting_id: int, item_id: int | None = None) -> Reader:
    """Everyone present: a line for named agencies shows only if all present may read it.

    Those who left and those who declared a conflict and stepped out are not in the room; guests
    admitted to the item are. Before attendance is taken nobody is known to be there, so only
    lines for all the panel show.
    """
    rows = session.execute(
        select(Attendance.agency_id)
        .where(
            Attendance.meeting_id == meeting_id,
            Attendance.code.in_(IN_THE_ROOM),
            Attendance.left.is_(None),
        )
        .distinct()
    )
    present = {agency for (agency,) in rows}
    if item_id is not None:
        present |= set(_guests(session, item_id))
    known = tuple(sorted(agency for agency in present if agency))
    return Reader(
        now=now,
        kind=ReaderKind.ROOM,
        name="the room",
        agency_ids=() if None in present else known,
    )


def _guests(session: Session, item_id: int) -> tuple[int | None, ...]:
    rows = session.scalars(
        select(ItemAttendee.agency_id)
        .join(AgendaItem, AgendaItem.id == ItemAttendee.item_id)
        .where(ItemAttendee.item_id == item_id, ItemAttendee.present)
    )
    return tuple(rows)
