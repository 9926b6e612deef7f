"""The one guard of approved records: no service changes them, whatever a person does."""

from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.base import Base
from models.errors import Refusal
from models.queries.frozen import meetings_of, standing_meetings
from models.rules.frozen import ITEM_REFUSED, REFUSED, WHOLE, WORDS, is_of_item, is_record
from models.storage.net import Net

PLACES = ("meeting_id", "item_id")


def check_record(session: Session, nets: Iterable[Net]) -> None:
    """Refusal where these changes touch the record of a meeting or item that was approved."""
    meetings: set[int] = set()
    items: set[int] = set()
    said: set[int] = set()
    for net, row, changed in _of_record(session, nets):
        meetings.update(_ids(row, "meeting_id"))
        of = set(_ids(row, "item_id"))
        if net.table == "meeting":
            meetings.add(net.row_id)
        elif net.table == "agenda_item":
            of.add(net.row_id)
        items |= of
        if is_of_item(net.table, changed):
            said |= of
    of_items = meetings_of(session, items)
    meetings.update(meeting_id for meeting_id, _ in of_items.values())
    if standing_meetings(session, meetings):
        raise Refusal(REFUSED)
    if any(approved for item, (_, approved) in of_items.items() if item in said):
        raise Refusal(ITEM_REFUSED)


def _of_record(
    session: Session, nets: Iterable[Net]
) -> Iterator[tuple[Net, Mapping[str, object], frozenset[str] | None]]:
    """The changes that are of the record; a row that moved counts where it was as well."""
    for net in nets:
        if net.table not in WHOLE and net.table not in WORDS:
            continue
        changed, row = _changed(net), _row(session, net)
        if not is_record(net.table, row, changed):
            continue
        yield net, row, changed
        if changed is not None and net.before is not None:
            yield net, net.before, changed


def _changed(net: Net) -> frozenset[str] | None:
    return frozenset(net.after) if net.before is not None and net.after is not None else None


def _row(session: Session, net: Net) -> Mapping[str, object]:
    """The row as it is now, or as it was where it is taken out."""
    if net.after is None:
        return net.before or {}
    if net.before is None:
        return net.after
    table = Base.metadata.tables[net.table]
    wanted = [table.c[name] for name in (*PLACES, "kind", "origin", "said_at") if name in table.c]
    if not wanted:
        return {}
    found = session.execute(select(*wanted).where(table.c.id == net.row_id)).mappings().one()
    return dict(found)


def _ids(row: Mapping[str, object], name: str) -> Iterator[int]:
    value = row.get(name)
    if isinstance(value, int):
        yield value


__all__ = ["check_record"]
