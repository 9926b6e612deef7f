"""Who may see a line: the one predicate that every select of shared rows carries."""

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, or_, select, true

from models.base import names_agency
from models.entities import AgendaItem, Meeting
from models.marks import Information, Sharing
from models.records.reader import Reader


def visible_to(reader: Reader, entity: Any) -> ColumnElement[bool]:
    """True in SQL where the reader may read the row of a shared entity."""
    return and_(
        _sharing(reader, entity),
        _kind(reader, entity),
        within_items(reader, entity),
        without_conflicts(reader, entity),
    )


def within_items(reader: Reader, entity: Any) -> ColumnElement[bool]:
    """True where the row belongs to an item that the reader was admitted to."""
    if not hasattr(entity, "item_id"):
        return true()
    if reader.only_items is not None:
        return entity.item_id.in_(reader.only_items)  # type: ignore[no-any-return]
    if reader.register:
        return true()
    return or_(entity.item_id.in_(own_items(reader)), _of_own_meeting(reader, entity))


def own_items(reader: Reader) -> Select[int]:
    """The items of the tiers that the reader reads."""
    items = select(AgendaItem.id).join(Meeting, Meeting.id == AgendaItem.meeting_id)
    return items.where(Meeting.series_id.in_(reader.series or ()), AgendaItem.removed.is_(False))


def _of_own_meeting(reader: Reader, entity: Any) -> ColumnElement[bool]:
    """True where the row is of no item, and of a meeting of the reader's tiers."""
    if not hasattr(entity, "meeting_id"):
        return false()
    return and_(entity.item_id.is_(None), entity.meeting_id.in_(_own_meetings(reader)))


def _own_meetings(reader: Reader) -> Select[int]:
    return select(Meeting.id).where(Meeting.series_id.in_(reader.series or ()))


def without_conflicts(reader: Reader, entity: Any) -> ColumnElement[bool]:
    """True where the row is not of an item or subject in which the reader has an interest."""
    return and_(
        _free_of(getattr(entity, "item_id", None), _not_for(reader)),
        _of_own_tier(reader, entity),
        _free_of(getattr(entity, "subject_id", None), reader.conflicted_subjects),
    )


def may_know(reader: Reader, item_id: int | None, subject_id: int | None) -> bool:
    """Whether the item is one that the reader takes part in."""
    if item_id in _not_for(reader) or subject_id in reader.conflicted_subjects:
        return False
    return reader.only_items is None or item_id in reader.only_items


def takes_part(reader: Reader, item_id: Any, subject_id: Any) -> ColumnElement[bool]:
    """The same in SQL, of the columns that name the item and its subject."""
    return and_(
        _free_of(item_id, _not_for(reader)),
        _free_of(subject_id, reader.conflicted_subjects),
        true() if reader.only_items is None else item_id.in_(reader.only_items),
        true() if reader.register else item_id.in_(own_items(reader)),
    )


def minuted(reader: Reader, one: object) -> bool:
    """Whether what was read may stand in a document, where that is what the reader is."""
    return not (reader.in_document and getattr(one, "sharing", None) == Sharing.NOT_MINUTED)


def _not_for(reader: Reader) -> frozenset[int]:
    """Items of an interest, and those of tiers on which the reader does not sit."""
    return reader.conflicted_items | reader.elsewhere


def _of_own_tier(reader: Reader, entity: Any) -> ColumnElement[bool]:
    """True where the row was made at no meeting of a tier on which the reader does not sit."""
    if reader.series is None or not hasattr(entity, "meeting_id"):
        return true()
    return or_(entity.meeting_id.is_(None), entity.meeting_id.in_(_own_meetings(reader)))


def _free_of(column: Any, held: frozenset[int]) -> ColumnElement[bool]:
    """True where the column names none of these; no column names none."""
    if column is None or not held:
        return true()
    return or_(column.is_(None), column.not_in(held))


def _sharing(reader: Reader, entity: Any) -> ColumnElement[bool]:
    if reader.sees_chair_only:
        never = {Sharing.NOT_SHARED.value}
        if reader.in_document:
            never.add(Sharing.NOT_MINUTED.value)
        return entity.sharing.not_in(never)  # type: ignore[no-any-return]
    allowed = [entity.sharing == Sharing.ALL_PANEL.value, _named(reader, entity)]
    if not reader.in_document:
        allowed.append(entity.sharing == Sharing.NOT_MINUTED.value)
    return or_(*allowed)


def _named(reader: Reader, entity: Any) -> ColumnElement[bool]:
    """Named agencies: every agency of the reader must be named or be the line's own."""
    if not reader.agency_ids:
        return false()
    each = []
    for agency_id in reader.agency_ids:
        own = entity.agency_id == agency_id if hasattr(entity, "agency_id") else false()
        each.append(or_(names_agency(entity.shared_with, agency_id), own))
    return and_(entity.sharing == Sharing.NAMED_AGENCIES.value, *each)


def _kind(reader: Reader, entity: Any) -> ColumnElement[bool]:
    if reader.intelligence or not hasattr(entity, "information"):
        return true()
    return entity.information != Information.INTELLIGENCE.value  # type: ignore[no-any-return]
