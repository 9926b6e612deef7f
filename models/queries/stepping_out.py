"""Who left for which item, and when they came back, from the meeting's own time line."""

from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import Session

from models.entities import AgendaItem, MeetingEvent, Member
from models.marks import ItemState
from models.records.attending import Absence
from models.rules.attending import LEFT_FOR_ITEM, NOT_RETURNED, RETURNED, steps_out

OPENED = "item opened"
Place = tuple[int, int]
"""A member and the item that they leave for."""
Moves = dict[Place, list[tuple[str, datetime]]]

_MOVES: Select[*tuple[Any, ...]] = (
    select(MeetingEvent.member_id, MeetingEvent.item_id, MeetingEvent.kind, MeetingEvent.at)
    .where(
        MeetingEvent.meeting_id == bindparam("meeting"),
        MeetingEvent.kind.in_((LEFT_FOR_ITEM, RETURNED, NOT_RETURNED)),
        MeetingEvent.item_id.is_not(None),
        MeetingEvent.member_id.is_not(None),
    )
    .order_by(MeetingEvent.id)
)
_TIMED = select(AgendaItem.id).where(
    AgendaItem.meeting_id == bindparam("meeting"), AgendaItem.clock_started.is_not(None)
)
_OPENED = (
    select(AgendaItem.id, AgendaItem.state)
    .join(MeetingEvent, MeetingEvent.item_id == AgendaItem.id)
    .where(MeetingEvent.meeting_id == bindparam("meeting"), MeetingEvent.kind == OPENED)
    .order_by(MeetingEvent.id.desc())
    .limit(1)
)


def item_on_the_table(session: Session, meeting_id: int) -> int | None:
    """The item whose clock runs, else the one opened last if nothing ended it."""
    timed = session.scalar(_TIMED, {"meeting": meeting_id})
    if timed is not None:
        return timed
    last = session.execute(_OPENED, {"meeting": meeting_id}).first()
    return last[0] if last is not None and last[1] == ItemState.OPEN.value else None


def moves(session: Session, meeting_id: int) -> Moves:
    """What happened of each member and item, in the order of the record."""
    found: Moves = {}
    for member, item, kind, at in session.execute(_MOVES, {"meeting": meeting_id}):
        found.setdefault((member, item), []).append((kind, at))
    return found


def stepped_out(
    session: Session, meeting_id: int
) -> dict[int, tuple[tuple[str, tuple[Absence, ...]], ...]]:
    """By item, the members who left for it and when."""
    known = moves(session, meeting_id)
    if not known:
        return {}
    names = dict(
        session.execute(
            select(Member.id, Member.name).where(Member.id.in_({one for one, _ in known}))
        ).all()
    )
    found: dict[int, tuple[tuple[str, tuple[Absence, ...]], ...]] = {}
    for (member, item), happened in known.items():
        times = steps_out(happened)
        if times:
            found[item] = (*found.get(item, ()), (names[member], times))
    return found
