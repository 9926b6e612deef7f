"""Readers made from the file: the person signed in, and everyone present in the room."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from sqlalchemy import and_, bindparam, exists, or_, select
from sqlalchemy.orm import Session

from models.entities import AgendaItem, Attendance, Declaration, ItemAttendee, Meeting, Member
from models.marks import Role
from models.queries.interests import (
    STANDING,
    also_elsewhere,
    conflicts,
    records_of_interest,
)
from models.queries.once import once
from models.queries.tiers import (
    every_series,
    is_core,
    items_elsewhere,
    names_people,
    of_meeting,
    reach,
    series_of,
)
from models.records.reader import Reader, ReaderKind
from models.rules.hearing import HEARING
from models.rules.tiers import Reach

_CHAIR = select(Meeting.chair_id).where(Meeting.id == bindparam("meeting")).scalar_subquery()
_IN_THE_CHAIR = and_(Attendance.agency_id.is_(None), Attendance.member_id == _CHAIR)
"""Who chairs and sits for no agency reads what is for named agencies by that office."""
_STAYING = select(Member.id).where(
    or_(
        is_core(of_meeting(bindparam("meeting")).scalar_subquery()),
        exists().where(
            Meeting.id == bindparam("meeting"),
            or_(Member.id == Meeting.chair_id, Member.id == Meeting.minute_taker_id),
        ),
    )
)
"""Who sits in the whole meeting, also where they are asked to an item."""
_GUEST_OF = (
    exists()
    .where(
        ItemAttendee.item_id == AgendaItem.id,
        AgendaItem.meeting_id == bindparam("meeting"),
        or_(
            and_(
                ItemAttendee.member_id == Attendance.member_id,
                Attendance.member_id.not_in(_STAYING),
            ),
            ItemAttendee.guest_name == Attendance.guest_name,
        ),
    )
    .correlate(Attendance)
)
_WHILE_IT_IS_ON = or_(
    Attendance.agency_id.is_not(None),
    ~_GUEST_OF,
    _GUEST_OF.where(ItemAttendee.item_id == bindparam("item")),
)
"""Who sits for no agency and is a guest of single items is in the room for these alone."""
_HERE = (
    select(
        Attendance.id,
        Attendance.agency_id,
        _IN_THE_CHAIR,
        Declaration.item_id,
        *STANDING,
    )
    .outerjoin(Declaration, Declaration.member_id == Attendance.member_id)
    .outerjoin(AgendaItem, AgendaItem.id == Declaration.item_id)
    .where(
        Attendance.meeting_id == bindparam("meeting"),
        Attendance.code.in_(HEARING),
        Attendance.left.is_(None),
        _WHILE_IT_IS_ON,
    )
)

_TAKEN = select(Attendance.member_id).where(
    Attendance.meeting_id == bindparam("meeting"), Attendance.member_id.is_not(None)
)
_HOLDS = exists().where(
    Meeting.id == bindparam("meeting"),
    Member.id.in_((Meeting.chair_id, Meeting.minute_taker_id)),
)
_NOT_TAKEN = (
    select(Member.agency_id)
    .where(
        Member.active,
        or_(is_core(of_meeting(bindparam("meeting")).scalar_subquery()), _HOLDS),
        Member.id.not_in(_TAKEN),
        or_(Member.agency_id.is_not(None), _CHAIR.is_(None), Member.id != _CHAIR),
    )
    .distinct()
)


def person(session: Session, now: datetime, role: Role, name: str, member_id: int | None) -> Reader:
    """The signed-in person, without what they have declared an interest in.

    A child is one subject with every record folded into theirs, and as a person of concern.
    """
    items, declared = conflicts(session, member_id)
    tiers = reach(session, role, member_id)
    agency = (
        session.scalar(select(Member.agency_id).where(Member.id == member_id))
        if member_id
        else None
    )
    subjects = records_of_interest(session, declared)
    return Reader(
        now=now,
        kind=ReaderKind.PERSON,
        role=role,
        name=name,
        member_id=member_id,
        agency_ids=(agency,) if agency else (),
        conflicted_items=also_elsewhere(session, items, subjects),
        conflicted_subjects=subjects,
        series=tiers.series,
        elsewhere=items_elsewhere(session, tiers),
        register=tiers.register,
    )


def room(session: Session, now: datetime, meeting_id: int, item_id: int | None = None) -> Reader:
    """Everyone present: a line for named agencies shows only if all present may read it.

    Those who left and those who declared an interest in the item and stepped out are not in the
    room; guests admitted to the item are. What somebody present has declared an interest in stays
    out of every other item, of the read-back and of what stood open before. A core member, the
    chair or the minute taker may be there and counts as present while nothing was taken of them.
    With somebody present who sits for no agency no line for named agencies shows, unless they
    chair; a guest of single items who sits for none is there while one of these is on.
    """
    return _room(session, meeting_id, item_id).at(now)


@once
def _room(session: Session, meeting_id: int, item_id: int | None) -> Reader:
    """The room at no moment of its own."""
    present: set[int | None] = set()
    items: set[int] = set()
    subjects: set[int] = set()
    for agency, chairs, own_items, own_subjects in _present(session, meeting_id, item_id):
        if item_id is not None and _steps_out(session, item_id, own_items, own_subjects):
            continue
        if not chairs:
            present.add(agency)
        items |= own_items
        subjects |= own_subjects
    present |= set(session.scalars(_NOT_TAKEN, {"meeting": meeting_id}))
    if item_id is not None:
        present |= set(_guests(session, item_id))
    known = tuple(sorted(agency for agency in present if agency))
    reads = _reach_of_room(session, meeting_id)
    return Reader(
        now=datetime.min,
        series=reads.series,
        elsewhere=items_elsewhere(session, reads),
        register=reads.register,
        kind=ReaderKind.ROOM,
        name="the room",
        agency_ids=() if None in present else known,
        conflicted_items=also_elsewhere(session, frozenset(items), frozenset(subjects)),
        conflicted_subjects=frozenset(subjects),
    )


def of_its_tier(session: Session, reader: Reader, meeting_id: int) -> Reader:
    """The reader of a meeting's papers, who reads of meetings what the room there does."""
    reads = _reach_of_room(session, meeting_id)
    return replace(reader, series=reads.series, elsewhere=items_elsewhere(session, reads))


def _reach_of_room(session: Session, meeting_id: int) -> Reach:
    """The room's own tier alone: not everybody present sits on another.

    One that speaks of people by name knows whom they are linked with, whatever its seats read
    by themselves.
    """
    own = series_of(session, meeting_id)
    names = names_people(session, own)
    if names and len(every_series(session)) == 1:
        return Reach()
    return Reach(frozenset({own}), names)


def _present(
    session: Session, meeting_id: int, item_id: int | None
) -> Iterator[tuple[int | None, bool, frozenset[int], frozenset[int]]]:
    """For each who is here the agency, whether they chair for none, and their interests.

    These are the items and subjects that they declared an interest in.
    """
    held: dict[int, tuple[int | None, bool, set[int], set[int]]] = {}
    rows = session.execute(_HERE, {"meeting": meeting_id, "item": item_id})
    for row_id, agency, chairs, item, subject, of_item in rows:
        _, _, items, subjects = held.setdefault(row_id, (agency, bool(chairs), set(), set()))
        items.update(one for one in (item,) if one)
        subjects.update(one for one in (subject, of_item) if one)
    for agency, chairs, items, subjects in held.values():
        yield agency, chairs, frozenset(items), frozenset(subjects)


def _steps_out(
    session: Session, item_id: int, items: frozenset[int], subjects: frozenset[int]
) -> bool:
    """Whether these interests are in that item."""
    if item_id in items:
        return True
    about = select(AgendaItem.subject_id).where(AgendaItem.id == item_id)
    return bool(subjects) and session.scalar(about) in subjects


def _guests(session: Session, item_id: int) -> tuple[int | None, ...]:
    rows = session.scalars(
        select(ItemAttendee.agency_id)
        .join(AgendaItem, AgendaItem.id == ItemAttendee.item_id)
        .where(ItemAttendee.item_id == item_id, ItemAttendee.present)
    )
    return tuple(rows)
