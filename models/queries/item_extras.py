"""People, places and risk of an item, and what is said of it to whom."""

from collections.abc import Mapping, Sequence

from sqlalchemy import BindParameter, bindparam, select
from sqlalchemy.orm import Session

from models.entities import Communication, ItemColumns
from models.queries.together import About, Ids, grouped, together
from models.records.item_extras import CommunicationRow, ItemColumnsRecord
from models.records.reader import Reader

_items: BindParameter[int] = bindparam("items", expanding=True)
_COLUMNS = select(ItemColumns).where(ItemColumns.item_id.in_(_items))
_SAID = select(Communication).where(Communication.item_id.in_(_items)).order_by(Communication.id)


def columns_of(session: Session, item_id: int) -> ItemColumnsRecord | None:
    """The three columns of an item, None where nothing stands in them."""
    return _columns(session, item_id)


def communications_of(session: Session, item_id: int) -> tuple[CommunicationRow, ...]:
    """What is said of an item, to whom, in the order in which it was entered."""
    return tuple(_said(session, item_id) or ())


def item_extras(
    session: Session, reader: Reader, item_id: int
) -> tuple[ItemColumnsRecord, tuple[CommunicationRow, ...]]:
    """Both, for whoever takes part in the item."""
    hidden = reader.conflicted_items | reader.elsewhere
    if item_id in hidden or (reader.only_items is not None and item_id not in reader.only_items):
        return ItemColumnsRecord(), ()
    return columns_of(session, item_id) or ItemColumnsRecord(), communications_of(session, item_id)


@together(About.ITEM)
def _columns(session: Session, item_ids: Ids) -> Mapping[int, ItemColumnsRecord]:
    rows = session.scalars(_COLUMNS, {"items": item_ids})
    return {
        one.item_id: ItemColumnsRecord(one.people, one.places, one.risk)
        for one in rows
        if one.people or one.places or one.risk
    }


@together(About.ITEM)
def _said(session: Session, item_ids: Ids) -> Mapping[int, Sequence[CommunicationRow]]:
    rows = session.scalars(_SAID, {"items": item_ids})
    return grouped((one.item_id, _row(one)) for one in rows)


def _row(one: Communication) -> CommunicationRow:
    return CommunicationRow(
        one.id, one.item_id, one.what, one.to_whom, one.public, one.approved_by, one.approved_on,
        one.said_on,
    )  # fmt: skip
