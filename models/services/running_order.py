"""The running order as it is written: items, their minutes, guests and slots."""

from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import codes
from models.entities import AgendaItem, ItemAttendee, Meeting, Member, Review, Subject
from models.errors import Refusal
from models.marks import ItemKind, MeetingState
from models.queries.knowable import all_records_of
from models.queries.running_order import running_order
from models.queries.tiers import series_of, setting_of, tier
from models.records.reader import system
from models.rules.tiers import check_subject
from models.services.known_guests import known_as

SECTION_OF = {
    "child": "V",
    "person_of_concern": "O",
    "location": "L",
    "group": "G",
    "theme": "T",
}


def add_item(
    session: Session,
    meeting_id: int,
    subject_id: int | None,
    *,
    kind: ItemKind = ItemKind.NEW,
    section: str | None = None,
    title: str | None = None,
    minutes: int | None = None,
    referral_id: int | None = None,
    ask: str | None = None,
    carried_from: int | None = None,
) -> AgendaItem:
    """A new item at the end of its section, with the panel's minutes for its kind.

    An urgent one heads its section, then come those carried from an earlier meeting: they may not
    be the ones that there is no time for. Once the agenda is out, no item's number changes.
    """
    if subject_id is None and not (title or "").strip():
        raise Refusal("An item needs a subject or a title.", "title")
    if subject_id is not None:
        ids = all_records_of(session, subject_id)
        if standing(session, meeting_id, ids):
            raise Refusal("This is on the agenda already.", "subject")
        subject_id = ids[0]
    subject = session.get(Subject, subject_id) if subject_id else None
    tier_id = _tier_for(session, meeting_id, subject)
    place = section or SECTION_OF.get(subject.kind if subject else "", "X")
    if minutes is None:
        minutes = minutes_for(session, kind, subject.kind if subject else None, tier_id)
    item = AgendaItem(
        meeting_id=meeting_id,
        subject_id=subject_id,
        section=place,
        position=_position(session, meeting_id, place, kind, carried=carried_from is not None),
        kind=kind.value,
        title=title,
        planned_minutes=minutes,
        referral_id=referral_id,
        ask=ask,
        carried_from_id=carried_from,
    )
    if _fixed(session, meeting_id):
        item.number = next_number(session, meeting_id, place)
    item.carried_count = _carried(session, carried_from)
    session.add(item)
    session.flush()
    if subject_id is not None:
        _answers_reviews(session, item, ids)
    return item


def _carried(session: Session, carried_from: int | None) -> int:
    """How often the item that this one is carried from was carried."""
    return session.get_one(AgendaItem, carried_from).carried_count if carried_from else 0


def _tier_for(session: Session, meeting_id: int, subject: Subject | None) -> int:
    """The meeting's tier; Refusal where it does not speak of who or what this is."""
    found = series_of(session, meeting_id)
    there = tier(session, found)
    if there is not None and subject is not None:
        check_subject(there, subject.kind)
    return found


def _answers_reviews(session: Session, item: AgendaItem, ids: tuple[int, ...]) -> None:
    """Reviews of the subject due by that day are held with this item, by whatever way it came."""
    held_on = session.get_one(Meeting, item.meeting_id).held_on
    due = select(Review).where(
        Review.subject_id.in_(ids), Review.done_item_id.is_(None), Review.due_on <= held_on
    )
    for review in session.scalars(due):
        review.done_item_id = item.id


def _position(
    session: Session, meeting_id: int, section: str, kind: ItemKind, *, carried: bool
) -> int:
    """Where a new item comes in its section; the others make room for one that comes first."""
    others = section_of(session, meeting_id, section)
    planned = session.get_one(Meeting, meeting_id).state == MeetingState.PLANNED
    urgent = kind is ItemKind.URGENT
    if not (planned and (urgent or carried)):
        return len(others)
    first = (
        0
        if urgent
        else next((at for at, one in enumerate(others) if not _comes_first(one)), len(others))
    )
    for at, one in enumerate(others):
        one.position = at + (at >= first)
    return first


def fix_numbers(session: Session, meeting_id: int) -> None:
    """Give every item the number that it has now for good: everybody holds the agenda by it."""
    order = running_order(session, system(datetime.min), meeting_id)
    for row in order:
        item = session.get_one(AgendaItem, row.id)
        if item.number is None:
            item.number = int(row.reference.removeprefix(row.section))


def next_number(session: Session, meeting_id: int, section: str) -> int:
    """The number after the last of a section, removed items among them."""
    last = session.scalar(
        select(func.max(AgendaItem.number)).where(
            AgendaItem.meeting_id == meeting_id, AgendaItem.section == section
        )
    )
    return (last or 0) + 1


def _fixed(session: Session, meeting_id: int) -> bool:
    """Whether the items of a meeting have their numbers for good."""
    running = session.get_one(Meeting, meeting_id).state != MeetingState.PLANNED
    return running or bool(
        session.scalar(
            select(AgendaItem.id)
            .where(AgendaItem.meeting_id == meeting_id, AgendaItem.number.is_not(None))
            .limit(1)
        )
    )


def _comes_first(item: AgendaItem) -> bool:
    return item.kind == ItemKind.URGENT.value or item.carried_from_id is not None


def standing(session: Session, meeting_id: int, subject_ids: tuple[int, ...]) -> bool:
    """Whether a subject, by any of its records, stands on a meeting's agenda."""
    return bool(
        session.scalar(
            select(AgendaItem.id).where(
                AgendaItem.meeting_id == meeting_id,
                AgendaItem.subject_id.in_(subject_ids),
                AgendaItem.removed.is_(False),
            )
        )
    )


def minutes_for(
    session: Session, kind: ItemKind, subject_kind: str | None, series_id: int = 0
) -> int:
    """The tier's planned minutes for an item of this kind, else the panel's."""
    key = _minutes_key(kind.value, subject_kind)
    for name in (f"minutes.{subject_kind}.{kind.value}", f"minutes.{key}"):
        kept = setting_of(session, series_id, name)
        if kept is not None:
            return int(kept)
    row = codes.find("item_minutes", key)
    return row.minutes if isinstance(row, codes.ItemMinutes) else 10


def _minutes_key(kind: str, subject_kind: str | None) -> str:
    """Children by kind of item; others by kind of subject, unless it is only a notification."""
    return kind if subject_kind in {"child", None} or kind == "notification" else subject_kind or ""


def invite(session: Session, item_id: int, member_id: int | None, name: str | None) -> int:
    """An invitation for one item; the same person twice gives the first.

    Whoever is named stands for a member or a guest as in the room.
    """
    if member_id is None and not (name or "").strip():
        raise Refusal("Name who is invited.", "name")
    member: Member | None
    if member_id is not None:
        member = session.get_one(Member, member_id)
    else:
        meeting_id = session.get_one(AgendaItem, item_id).meeting_id
        member, name = known_as(session, meeting_id, name or "")
    member_id = member.id if member else None
    rows = session.scalars(select(ItemAttendee).where(ItemAttendee.item_id == item_id))
    for one in rows:
        if (member_id and one.member_id == member_id) or (name and one.guest_name == name):
            return one.id
    row = ItemAttendee(
        item_id=item_id,
        member_id=member_id,
        guest_name=None if member else name,
        agency_id=member.agency_id if member else None,
    )
    session.add(row)
    session.flush()
    return row.id


def presents_no_longer(session: Session, item: AgendaItem) -> None:
    """Take back the invitation of whoever presents an item, by member or by name."""
    rows = session.scalars(select(ItemAttendee).where(ItemAttendee.item_id == item.id))
    for one in rows.all():
        by_name = one.member_id is None and one.guest_name == item.presenter
        if (one.member_id is not None and one.member_id == item.presenter_id) or by_name:
            session.delete(one)


def set_slots(session: Session, meeting_id: int) -> None:
    """Give every item its planned time of day, counted from the meeting's start."""
    meeting = session.get_one(Meeting, meeting_id)
    at = datetime.combine(meeting.held_on, meeting.starts) + timedelta(
        minutes=_opening(session, meeting.series_id)
    )
    for row in running_order(session, system(at), meeting_id):
        item = session.get_one(AgendaItem, row.id)
        item.slot = at.time()
        at += timedelta(minutes=item.planned_minutes)


def _opening(session: Session, series_id: int) -> int:
    kept = setting_of(session, series_id, "minutes.opening")
    return int(kept) if kept else 15


def section_of(session: Session, meeting_id: int, section: str) -> list[AgendaItem]:
    """The items of a section in order."""
    return list(
        session.scalars(
            select(AgendaItem)
            .where(
                AgendaItem.meeting_id == meeting_id,
                AgendaItem.section == section,
                AgendaItem.removed.is_(False),
            )
            .order_by(AgendaItem.position, AgendaItem.id)
        )
    )
