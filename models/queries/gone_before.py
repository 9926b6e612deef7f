"""Rows that were taken out earlier, by undo or by hand: the journal still holds their values."""

import json
from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from models.base import Base
from models.queries.pointers import targets
from models.rules.parting import OWNERS
from models.storage.shape import shapes
from models.storage.tables import change


class Gone:
    """A row of which only the journal holds values: every value its pointers ever had."""

    def __init__(self, table: str, row_id: int, states: list[str]) -> None:
        self.table, self.row_id = table, row_id
        self.values: dict[str, set[int]] = defaultdict(set)
        for text in states:
            values = json.loads(text)
            for column in targets(table).keys() | {OWNERS.get(table, "id")}:
                if isinstance(values.get(column), int):
                    self.values[column].add(values[column])


def _states(session: Session, name: str) -> Iterator[tuple[int, list[str]]]:
    """Rows of a table that the journal knows and the table does not, with their values."""
    table = Base.metadata.tables[name]
    wanted = (
        select(change.c.row_id, change.c.before, change.c.after)
        .where(change.c.table == name, change.c.salt.is_not(None))
        .where(or_(change.c.before.is_not(None), change.c.after.is_not(None)))
        .where(change.c.row_id.not_in(select(table.c.id)))
    )
    found: dict[int, list[str]] = defaultdict(list)
    for row_id, before, after in session.execute(wanted):
        found[row_id] += [one for one in (before, after) if one]
    yield from found.items()


def gone_before(session: Session) -> list[Gone]:
    """Every row that only the journal still knows."""
    return [Gone(table, *one) for table in shapes(Base) for one in _states(session, table)]
