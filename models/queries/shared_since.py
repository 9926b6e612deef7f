"""Since when two people have a telephone, vehicle, account or home in common, by the journal."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.entities import Address, Link
from models.matching.belongings import address_key
from models.queries.belongings import OWN
from models.queries.knowable import leads
from models.queries.visible import visible_to
from models.records.reader import Reader
from models.storage.tables import change

Thing = int | str
"""What somebody has: the id of the one that stands for it, or a home as it is compared."""
Row = tuple[int, Thing, tuple[str, int]]


def shared_since(
    session: Session, reader: Reader | None, whom: Collection[int]
) -> Callable[[int, int], int]:
    """The operation by which two of these came to have something in common; 0 where nothing is.

    Only what the reader may see whose it is counts, under the records that stand for others.
    """
    if not whom or reader is None:
        return lambda one, other: 0
    lead = leads(session)
    stand = {lead.get(one, one) for one in whom}
    every = {*whom, *(one for one, by in lead.items() if by in stand)}
    rows = [*_links(session, reader, every), *_homes(session, every)]
    at = _operations(session, {row for _, _, row in rows})
    has: dict[int, dict[Thing, int]] = defaultdict(dict)
    for one, thing, row in rows:
        mine = has[lead.get(one, one)]
        thing = lead.get(thing, thing) if isinstance(thing, int) else thing
        mine[thing] = min(at.get(row, 0), mine.get(thing, at.get(row, 0)))

    def shared(one: int, other: int) -> int:
        mine, theirs = (has.get(lead.get(each, each), {}) for each in (one, other))
        return max((max(mine[each], theirs[each]) for each in mine.keys() & theirs), default=0)

    return shared


def _links(session: Session, reader: Reader, whom: Collection[int]) -> Iterator[Row]:
    asked = select(Link.id, Link.from_id, Link.to_id).where(
        Link.relation.in_(OWN),
        Link.ended_on.is_(None),
        Link.from_id.in_(whom),
        visible_to(reader, Link),
    )
    for row_id, one, thing in session.execute(asked):
        yield one, thing, (Link.__tablename__, row_id)


def _homes(session: Session, whom: Collection[int]) -> Iterator[Row]:
    asked = select(Address.id, Address.subject_id, Address.text).where(
        Address.restricted.is_(False), Address.subject_id.in_(whom)
    )
    for row_id, one, text in session.execute(asked):
        if home := address_key(text):
            yield one, home, (Address.__tablename__, row_id)


def _operations(session: Session, rows: Collection[tuple[str, int]]) -> dict[tuple[str, int], int]:
    """The operation in which each of these rows was last written."""
    found: dict[tuple[str, int], int] = {}
    for table in {table for table, _ in rows}:
        ids = [row_id for name, row_id in rows if name == table]
        asked = (
            select(change.c.row_id, func.max(change.c.operation))
            .where(change.c.table == table, change.c.row_id.in_(ids))
            .group_by(change.c.row_id)
        )
        found |= {(table, row_id): number for row_id, number in session.execute(asked)}
    return found
