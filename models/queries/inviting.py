"""Invitations to slots as they should stand in people's calendars now, against what was sent."""

from collections.abc import Iterator
from hashlib import sha256
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Agency, AgendaItem, InvitationSent, ItemAttendee, Meeting, Member
from models.queries.running_order import references
from models.queries.visible import may_know
from models.records.issuing import SlotInvitation
from models.records.reader import Reader

AN_ITEM = "your item"
MOST_CARRIED = 20


class _Person(NamedTuple):
    member_id: int | None
    guest_name: str | None
    name: str
    address: str | None


def slot_invitations(
    session: Session, reader: Reader, meeting_id: int
) -> tuple[SlotInvitation, ...]:
    """Everyone invited for single items, then those to whom a cancellation is due.

    A cancellation goes to the address that the invitation went to.
    """
    meeting = session.get_one(Meeting, meeting_id)
    current = [] if meeting.cancelled else list(_current(session, reader, meeting))
    taken = {one.identity for one in current}
    return (*current, *_cancelled(session, reader, meeting, taken))


def _current(session: Session, reader: Reader, meeting: Meeting) -> Iterator[SlotInvitation]:
    names = references(session, meeting.id)
    rows = session.scalars(
        select(ItemAttendee)
        .join(AgendaItem, AgendaItem.id == ItemAttendee.item_id)
        .where(AgendaItem.meeting_id == meeting.id, AgendaItem.removed.is_(False))
        .order_by(AgendaItem.slot, ItemAttendee.id)
    )
    for row in rows:
        item = session.get_one(AgendaItem, row.item_id)
        if item.slot is None or not may_know(reader, item.id, item.subject_id):
            continue
        person = _person(session, row.member_id, row.guest_name)
        last = _last_sent(session, item, person)
        identity = last.identity if last is not None else row.uuid
        reference = names.get(item.id, AN_ITEM)
        moved = _moved(last, person)
        if moved is not None:
            yield _as_now(meeting, item, moved, identity, reference, last, cancelled=True)
        yield _as_now(meeting, item, person, identity, reference, last, moved=moved is not None)


def _moved(last: InvitationSent | None, person: _Person) -> _Person | None:
    """Who is asked at another address now, as they were: the old calendar lost the slot."""
    if last is None or last.cancelled or last.address in (None, person.address):
        return None
    return person._replace(address=last.address)


def _as_now(
    meeting: Meeting,
    item: AgendaItem,
    person: _Person,
    identity: str,
    reference: str,
    last: InvitationSent | None,
    *,
    cancelled: bool = False,
    moved: bool = False,
) -> SlotInvitation:
    """The invitation; one that `moved` counts on from the cancellation at the old address."""
    starts = item.slot or meeting.starts
    told = (identity, meeting.held_on, starts, item.planned_minutes, meeting.venue, reference)
    digest = sha256(repr((*map(str, told), cancelled)).encode()).hexdigest()
    news = last is None or last.digest != digest or moved
    sequence = 0 if last is None else last.sequence + news + moved
    return SlotInvitation(
        identity, sequence, cancelled, item.id, reference, person.name, person.address,
        person.member_id, person.guest_name, meeting.held_on, starts, item.planned_minutes,
        meeting.venue, digest, news,
    )  # fmt: skip


def _cancelled(
    session: Session, reader: Reader, meeting: Meeting, taken: set[str]
) -> Iterator[SlotInvitation]:
    """Invitations sent for this meeting whose item or person is no longer on its agenda.

    One whose identity went on to another meeting, with the item, is an update there.
    """
    names = references(session, meeting.id)
    for last in _latest(session, InvitationSent.meeting_id == meeting.id):
        if last.identity in taken or last.cancelled or _went_on(session, last):
            continue
        item = session.get(AgendaItem, last.item_id) if last.item_id else None
        if item is None or not may_know(reader, item.id, item.subject_id):
            continue
        person = _person(session, last.member_id, last.guest_name)
        person = person._replace(address=last.address or person.address)
        reference = names.get(item.id, AN_ITEM)
        yield _as_now(meeting, item, person, last.identity, reference, last, cancelled=True)


def _latest(session: Session, *where: object) -> list[InvitationSent]:
    """What was sent last under each identity."""
    rows = session.scalars(
        select(InvitationSent).where(*where).order_by(InvitationSent.id)  # type: ignore[arg-type]
    )
    return list({one.identity: one for one in rows}.values())


def _last_sent(session: Session, item: AgendaItem, person: _Person) -> InvitationSent | None:
    """The last of this person's for this item, or for the one that it was carried from."""
    place: AgendaItem | None = item
    for _ in range(MOST_CARRIED):
        if place is None:
            return None
        mine = [
            one
            for one in _latest(session, InvitationSent.item_id == place.id)
            if (one.member_id, one.guest_name) == (person.member_id, person.guest_name)
        ]
        if mine:
            return mine[-1]
        before = place.carried_from_id
        place = session.get(AgendaItem, before) if before is not None else None
    return None


def _went_on(session: Session, last: InvitationSent) -> bool:
    """Whether the item goes on elsewhere with the same person invited."""
    rows = session.scalars(
        select(ItemAttendee)
        .join(AgendaItem, AgendaItem.id == ItemAttendee.item_id)
        .where(AgendaItem.carried_from_id == last.item_id, AgendaItem.removed.is_(False))
    )
    mine = (last.member_id, last.guest_name)
    return any((one.member_id, one.guest_name) == mine for one in rows)


def _person(session: Session, member_id: int | None, guest_name: str | None) -> _Person:
    member = session.get(Member, member_id) if member_id else None
    if member is None:
        return _Person(member_id, guest_name, guest_name or "", None)
    agency = session.get(Agency, member.agency_id) if member.agency_id else None
    address = member.email or (agency.email if agency is not None else None)
    return _Person(member_id, guest_name, member.name, address)


def calendar_news(session: Session, reader: Reader, meeting_id: int) -> tuple[SlotInvitation, ...]:
    """What calendars do not hold yet, once any invitation of a meeting went: updates, those new,
    and cancellations.
    """
    went = select(InvitationSent.id).where(
        InvitationSent.meeting_id == meeting_id, InvitationSent.item_id.is_not(None)
    )
    if session.scalar(went.limit(1)) is None:
        return ()
    return tuple(one for one in slot_invitations(session, reader, meeting_id) if one.is_news)
