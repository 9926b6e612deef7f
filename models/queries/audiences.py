"""Who reads a document of a meeting: everyone, one agency, the chair, guests, the conflicted."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from models.entities import (
    Action,
    AgendaItem,
    Attendance,
    InformationLine,
    ItemAttendee,
    Measure,
    Meeting,
    Member,
)
from models.marks import ItemState, Role, Sharing
from models.queries.interests import also_elsewhere, conflicts, records_of_interest
from models.queries.overdue import OPEN
from models.queries.present import AWAY, attending
from models.queries.running_order import references
from models.queries.tiers import is_core, of_meeting
from models.queries.together import About, foresee
from models.records.issuing import Conflicted, Invited
from models.records.reader import Reader, ReaderKind
from models.rules.recipients import ENTITLED, OUTSIDE

DISCUSSED = (ItemState.DISCUSSED.value, ItemState.OPEN.value)
EARLIER = ("earlier-actions",)


def body(now: datetime) -> Reader:
    """Everyone of the panel: only what is for all of it."""
    return Reader(now=now, kind=ReaderKind.AUDIENCE, name="the panel", in_document=True)


def body_beside(mine: Reader) -> Reader:
    """What is for all the panel, without what this reader took no part in or may not know of."""
    return replace(
        body(mine.now),
        conflicted_items=mine.conflicted_items,
        conflicted_subjects=mine.conflicted_subjects,
        only_items=mine.only_items,
        series=mine.series,
        elsewhere=mine.elsewhere,
        register=mine.register,
    )


def child_file(now: datetime, *item_ids: int) -> Reader:
    """A child's file: what is for all the panel of one item, without intelligence.

    Of several items it is the files of several children, read together and chosen from item by
    item.
    """
    return Reader(
        now=now,
        kind=ReaderKind.AUDIENCE,
        name="the child's file",
        only_items=frozenset(item_ids),
        in_document=True,
        intelligence=False,
    )


def agencies(now: datetime, *agency_ids: int, without: Iterable[Conflicted] = ()) -> Reader:
    """One agency, or several who share a document and must each be allowed to read a line."""
    groups = tuple(without)
    return Reader(
        now=now,
        kind=ReaderKind.AUDIENCE,
        agency_ids=tuple(agency_ids),
        conflicted_items=frozenset().union(*(one.item_ids for one in groups)),
        conflicted_subjects=frozenset().union(*(one.subject_ids for one in groups)),
        in_document=True,
    )


def guests(now: datetime, item_id: int, apart: Conflicted | None = None) -> Reader:
    """Those who attend for one item: that item's part, as all the panel may have it.

    Nothing in it is about whom they have an interest in elsewhere.
    """
    return Reader(
        now=now,
        kind=ReaderKind.AUDIENCE,
        name="guests of an item",
        only_items=frozenset({item_id}),
        conflicted_items=apart.item_ids if apart else frozenset(),
        conflicted_subjects=apart.subject_ids if apart else frozenset(),
        in_document=True,
    )


def chair(session: Session, reader: Reader, meeting_id: int) -> Reader:
    """Whoever chaired the meeting, without what they declared an interest in."""
    member_id = session.get_one(Meeting, meeting_id).chair_id
    items, subjects = interests(session, meeting_id, member_id)
    return Reader(
        now=reader.now,
        role=Role.CHAIR,
        name="the chair",
        member_id=member_id,
        conflicted_items=items,
        conflicted_subjects=subjects,
        in_document=True,
    )


def interests(
    session: Session, meeting_id: int, member_id: int | None
) -> tuple[frozenset[int], frozenset[int]]:
    """Items and subjects that a member has declared an interest in.

    Items are those of this meeting, and earlier ones of which something agreed is still read here.
    A child is one subject with every record folded into theirs, and as a person of concern.
    """
    items, declared = conflicts(session, member_id)
    if not (items or declared):
        return items, declared
    subjects = records_of_interest(session, declared)
    agreed = select(Action.item_id).where(
        Action.item_id.is_not(None),
        or_(Action.meeting_id == meeting_id, Action.status.in_(OPEN)),
    )
    about = select(AgendaItem.id).where(
        or_(AgendaItem.id.in_(items), AgendaItem.subject_id.in_(subjects)),
        or_(AgendaItem.meeting_id == meeting_id, AgendaItem.id.in_(agreed)),
    )
    here = frozenset(session.scalars(about))
    became = also_elsewhere(session, here | items, subjects) - items
    these = select(AgendaItem.id).where(AgendaItem.meeting_id == meeting_id)
    return here.union(session.scalars(these.where(AgendaItem.id.in_(became)))), subjects


def of_interest(session: Session, reader: Reader, member_id: int) -> frozenset[int]:
    """Subjects in whom a member has declared an interest, whether or not they sit on the panel."""
    return records_of_interest(session, conflicts(session, member_id)[1])


def conflicted(session: Session, reader: Reader, meeting_id: int) -> tuple[Conflicted, ...]:
    """Members who may receive papers of the meeting and declared an interest, by what they may
    not have."""
    return _by_interest(session, meeting_id, _receivers(session, meeting_id))


def barred(session: Session, reader: Reader, meeting_id: int) -> tuple[Conflicted, ...]:
    """Likewise who came for items alone or to look on: what may not go to them by name either."""
    asked = Member.id.in_(_asked_in(meeting_id))
    outside = select(Member).where(
        or_(
            Member.id.in_(_attended(meeting_id, OUTSIDE)),
            asked & Member.id.not_in(_attended(meeting_id, ENTITLED)),
        )
    )
    return _by_interest(session, meeting_id, list(session.scalars(outside.order_by(Member.id))))


def _asked_in(meeting_id: int) -> Any:
    """The members who are invited to an item of a meeting."""
    items = select(AgendaItem.id).where(AgendaItem.meeting_id == meeting_id)
    return select(ItemAttendee.member_id).where(
        ItemAttendee.item_id.in_(items), ItemAttendee.member_id.is_not(None)
    )


def _by_interest(
    session: Session, meeting_id: int, receivers: list[Member]
) -> tuple[Conflicted, ...]:
    names = references(session, meeting_id)
    foresee(session, About.MEMBER, (one.id for one in receivers))
    found: dict[tuple[frozenset[int], frozenset[int]], list[Member]] = {}
    for member in receivers:
        items, subjects = interests(session, meeting_id, member.id)
        if items or subjects:
            found.setdefault((items, subjects), []).append(member)
    return tuple(
        Conflicted(
            tuple(one.id for one in members),
            tuple(one.name for one in members),
            tuple(sorted({one.agency_id for one in members if one.agency_id})),
            items,
            subjects,
            tuple(sorted(names[one] for one in items if one in names)) or EARLIER,
        )
        for (items, subjects), members in found.items()
    )


def _attended(meeting_id: int, codes: Iterable[str]) -> Any:
    return select(Attendance.member_id).where(
        Attendance.meeting_id == meeting_id,
        Attendance.member_id.is_not(None),
        Attendance.code.in_(sorted(codes)),
    )


def _receivers(session: Session, meeting_id: int) -> list[Member]:
    came = select(Attendance.member_id).where(Attendance.meeting_id == meeting_id)
    who = select(Member).where(
        or_(
            Member.id.in_(came),
            is_core(of_meeting(meeting_id).scalar_subquery()) & Member.active,
        ),
        Member.id.not_in(_attended(meeting_id, OUTSIDE)),
    )
    return list(session.scalars(who.order_by(Member.id)))


def unconflicted_agencies(session: Session, reader: Reader, meeting_id: int) -> frozenset[int]:
    """Agencies with somebody who may receive papers and declared no interest."""
    held = {one for group in conflicted(session, reader, meeting_id) for one in group.member_ids}
    return frozenset(
        one.agency_id
        for one in _receivers(session, meeting_id)
        if one.agency_id and one.id not in held
    )


def readers_of_annexes(session: Session, reader: Reader, meeting_id: int) -> frozenset[int]:
    """Agencies for which something of a meeting is kept that is not for all the panel."""
    found: set[int] = set()
    entities: tuple[Any, ...] = (InformationLine, Action, Measure)
    for entity in entities:
        items = select(AgendaItem.id).where(AgendaItem.meeting_id == meeting_id)
        where: list[Any] = [entity.item_id.in_(items)]
        if hasattr(entity, "meeting_id"):
            where.append(entity.meeting_id == meeting_id)
        rows = session.execute(
            select(entity.shared_with, *_own_agency(entity)).where(
                or_(*where), entity.sharing == Sharing.NAMED_AGENCIES.value
            )
        )
        for shared_with, *own in rows:
            found.update(shared_with, (one for one in own if one))
    return frozenset(found)


def _own_agency(entity: Any) -> list[Any]:
    return [entity.agency_id] if hasattr(entity, "agency_id") else []


def invited(session: Session, reader: Reader, meeting_id: int) -> tuple[Invited, ...]:
    """Who came for one item only, item by item; whoever receives the whole is left out.

    Who was invited is taken to have come unless it was noted that they did not. An item that was
    put off or not reached has nothing for them, nor has one in which they declared an interest.
    Those with an interest in somebody else stand by themselves, with that interest.
    """
    names = references(session, meeting_id)
    taken = attending(session, meeting_id)
    by_name = {one.member or one.guest: one.code for one in taken}
    codes = by_name | {one.member_id: one.code for one in taken if one.member_id is not None}
    rows = session.execute(
        select(ItemAttendee.item_id, ItemAttendee.member_id, Member.name,
               ItemAttendee.guest_name, ItemAttendee.present)
        .join(AgendaItem, AgendaItem.id == ItemAttendee.item_id)
        .outerjoin(Member, Member.id == ItemAttendee.member_id)
        .where(ItemAttendee.item_id.in_(names), AgendaItem.state.in_(DISCUSSED))
        .order_by(ItemAttendee.id)
    )  # fmt: skip
    outside = barred(session, reader, meeting_id)
    held = {member: group for group in outside for member in group.member_ids}
    found: dict[tuple[int, Conflicted | None], list[str]] = {}
    for item_id, member_id, name, guest, present in rows:
        code = codes.get(member_id or guest, codes.get(name))
        # Who is invited while the item is on was not there yet as it was opened.
        came = code not in (*AWAY, *ENTITLED) and (present or code in OUTSIDE)
        apart = held.get(member_id or 0)
        if came and not (apart and item_id in apart.item_ids):
            found.setdefault((item_id, apart), []).append(name or guest or "")
    return tuple(
        Invited(item, names[item], tuple(who), apart) for (item, apart), who in found.items()
    )
