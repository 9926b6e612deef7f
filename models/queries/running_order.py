"""The running order of a meeting: items with their references, slots and clocks."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Select, and_, bindparam, func, or_, select
from sqlalchemy.orm import Session, aliased

from models.entities import (
    Agency,
    AgendaItem,
    Child,
    Decision,
    ItemAttendee,
    Member,
    PersonOfConcern,
    Subject,
)
from models.marks import SubjectKind
from models.queries.knowable import leads
from models.queries.labels import labels_of
from models.queries.many import MANY
from models.queries.once import once
from models.queries.prepared import for_reader
from models.queries.short_labels import short_label
from models.queries.tiers import series_of, setting_of
from models.queries.together import About, Ids, together
from models.queries.visible import takes_part
from models.records.item import ItemRow, UntilThen
from models.records.reader import Reader
from models.rules.names import person_code

SECTION_ORDER = "V,O,L,T,G"
_child = Child.__table__
_person = PersonOfConcern.__table__
_peer = aliased(AgendaItem)
_COUNTED = (
    select(func.count(_peer.id))
    .where(
        _peer.meeting_id == AgendaItem.meeting_id,
        _peer.section == AgendaItem.section,
        _peer.removed.is_(False),
        or_(
            _peer.position < AgendaItem.position,
            and_(_peer.position == AgendaItem.position, _peer.id <= AgendaItem.id),
        ),
    )
    .correlate(AgendaItem)
    .scalar_subquery()
)
_PLACE = func.coalesce(AgendaItem.number, _COUNTED)
"""An item's number within its section: its own where it has one, else by its place."""
_DECIDED = (
    select(func.count())
    .where(Decision.item_id == AgendaItem.id)
    .correlate(AgendaItem)
    .scalar_subquery()
)
_before, _last = aliased(AgendaItem), aliased(AgendaItem)
_LAST = (
    select(func.max(_last.id))
    .where(
        _last.subject_id == AgendaItem.subject_id,
        _last.id < AgendaItem.id,
        _last.removed.is_(False),
    )
    .correlate(AgendaItem)
    .scalar_subquery()
)
_HELD_BEFORE = (
    select(_before.holder)
    .where(_before.id == func.coalesce(AgendaItem.carried_from_id, _LAST))
    .correlate(AgendaItem)
    .scalar_subquery()
)
"""Who was named to hold an item's subject when a meeting before did not reach it."""
_ROWS = (
    select(
        AgendaItem,
        Subject.kind,
        Subject.label,
        _child.c.system_id,
        _DECIDED,
        _child.c.lead_name,
        Agency.name,
        _person.c.system_id,
        _HELD_BEFORE,
    )
    .outerjoin(Subject, Subject.id == AgendaItem.subject_id)
    .outerjoin(_child, _child.c.id == AgendaItem.subject_id)
    .outerjoin(_person, _person.c.id == AgendaItem.subject_id)
    .outerjoin(Agency, Agency.id == AgendaItem.until_agency_id)
    .where(AgendaItem.removed.is_(False))
)
_PLACED = _ROWS.add_columns(_PLACE).where(AgendaItem.id.in_(bindparam("items", expanding=True)))
_PLACES = (
    select(AgendaItem.id, AgendaItem.section, _PLACE)
    .where(AgendaItem.removed.is_(False))
    .where(AgendaItem.id.in_(bindparam("items", expanding=True)))
)
_ALL_PLACES = select(AgendaItem.id, AgendaItem.section, _PLACE).where(AgendaItem.removed.is_(False))
_GUESTS = (
    select(ItemAttendee.item_id, Member.name, ItemAttendee.guest_name)
    .outerjoin(Member, Member.id == ItemAttendee.member_id)
    .order_by(ItemAttendee.id)
)
_GUESTS_OF = _GUESTS.where(ItemAttendee.item_id.in_(bindparam("items", expanding=True)))
_GUESTS_AT = _GUESTS.join(AgendaItem, AgendaItem.id == ItemAttendee.item_id).where(
    AgendaItem.meeting_id == bindparam("meeting")
)


@for_reader
def _order(reader: Reader) -> Select[*tuple[Any, ...]]:
    """The items of a meeting that the reader takes part in."""
    mine = takes_part(reader, AgendaItem.id, AgendaItem.subject_id)
    return _ROWS.where(AgendaItem.meeting_id == bindparam("meeting"), mine)


@once
def references(session: Session, meeting_id: int) -> Mapping[int, str]:
    """Item id to reference: section letter and number within it, such as V3."""
    rows = session.execute(
        select(AgendaItem.id, AgendaItem.section, AgendaItem.number)
        .where(AgendaItem.meeting_id == meeting_id, AgendaItem.removed.is_(False))
        .order_by(AgendaItem.section, AgendaItem.position, AgendaItem.id)
    )
    found: dict[int, str] = {}
    counted: dict[str, int] = {}
    for item_id, section, number in rows:
        counted[section] = counted.get(section, 0) + 1
        found[item_id] = f"{section}{number or counted[section]}"
    return found


def item_references(session: Session, item_ids: Iterable[int | None]) -> Mapping[int, str]:
    """References of items of any meetings."""
    wanted = {one for one in item_ids if one}
    if len(wanted) > MANY:
        return _all_references(session)
    return _references(session, frozenset(wanted)) if wanted else {}


@once
def _references(session: Session, wanted: frozenset[int]) -> Mapping[int, str]:
    return _named(session.execute(_PLACES, {"items": wanted}))


@once
def _all_references(session: Session) -> Mapping[int, str]:
    return _named(session.execute(_ALL_PLACES))


def _named(rows: Iterable[Any]) -> Mapping[int, str]:
    return {item_id: f"{section}{number}" for item_id, section, number in rows}


def reference(session: Session, item_id: int) -> str:
    """One item's reference."""
    meeting_id = session.scalar(select(AgendaItem.meeting_id).where(AgendaItem.id == item_id))
    return references(session, meeting_id or 0).get(item_id, "")


@once
def running_order(session: Session, reader: Reader, meeting_id: int) -> tuple[ItemRow, ...]:
    """The items that the reader may know of, in the order of the meeting."""
    order = _section_order(session, series_of(session, meeting_id))
    names = references(session, meeting_id)
    invited = _invited(session.execute(_GUESTS_AT, {"meeting": meeting_id}))
    rows = sorted(
        session.execute(_order(reader), {"meeting": meeting_id}),
        key=lambda row: (_place(order, row[0].section), row[0].position, row[0].id),
    )
    called = _lead_names(session)
    return tuple(_row(session, row, names, invited, called) for row in rows)


@together(About.ITEM)
def item_row(session: Session, item_ids: Ids) -> Mapping[int, ItemRow]:
    """Items as they stand in the running order, save what was taken off."""
    invited = _invited(session.execute(_GUESTS_OF, {"items": item_ids}))
    rows = session.execute(_PLACED, {"items": item_ids})
    called = _lead_names(session)
    return {
        one.id: _row(session, (one, *rest), {one.id: f"{one.section}{place}"}, invited, called)
        for one, *rest, place in rows
    }


@once
def _lead_names(session: Session) -> Mapping[int, str]:
    """By what name a record that is folded into another goes: that of the one that stands."""
    folded = leads(session)
    if not folded:
        return {}
    named = labels_of(session, set(folded.values()))
    return {one: named[lead] for one, lead in folded.items() if lead in named}


@once
def _lead_codes(session: Session) -> Mapping[int, str]:
    """The reference of the person of concern into whose record another is folded."""
    folded = leads(session)
    if not folded:
        return {}
    asked = select(_person.c.id, _person.c.system_id).where(_person.c.id.in_(folded.values()))
    codes = {one: person_code(one, code) for one, code in session.execute(asked)}
    return {one: codes[lead] for one, lead in folded.items() if lead in codes}


def _row(
    session: Session,
    found: Any,
    names: Mapping[int, str],
    invited: dict[int, list[str]],
    called: Mapping[int, str],
) -> ItemRow:
    one, kind, label, system_id, decided, lead, agency, code, before = found
    if one.subject_id and kind == SubjectKind.PERSON:
        system_id = _lead_codes(session).get(one.subject_id) or person_code(one.subject_id, code)
    shown = called.get(one.subject_id or 0) or label or one.title or ""
    return ItemRow(
        one.id,
        one.uuid,
        names.get(one.id, ""),
        one.section,
        one.position,
        one.kind,
        one.state,
        one.subject_id,
        kind,
        shown,
        short_label(session, kind, shown),
        system_id,
        one.planned_minutes,
        one.seconds,
        one.clock_started,
        one.slot,
        one.presenter,
        one.ask,
        one.deferred_reason,
        one.carried_count,
        bool(decided),
        tuple(invited.get(one.id, ())),
        UntilThen(
            one.until_then,
            one.until_on,
            one.until_agency_id,
            agency,
            one.holder,
            before or lead or one.presenter,
        ),
        one.taken_after,
    )


@once
def _section_order(session: Session, series_id: int) -> Sequence[str]:
    kept = setting_of(session, series_id, "sections")
    return [one.strip() for one in (kept or SECTION_ORDER).split(",")]


def _place(order: Sequence[str], section: str) -> int:
    return order.index(section) if section in order else len(order)


def _invited(rows: Iterable[Any]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for item_id, name, guest in rows:
        found.setdefault(item_id, []).append(name or guest or "")
    return found
