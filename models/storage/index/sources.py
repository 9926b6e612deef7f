"""What the index is made of: which columns of which rows are words, and under which number."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table, inspect
from sqlalchemy.orm import DeclarativeBase

SPAN = 1 << 40
Row = tuple[Any, ...]


@dataclass(frozen=True)
class Source:
    """Columns of an entity that are searched together; `code` is never used for another source.

    An entry of the index is numbered by code and row id, so that those of one source lie together.
    `select` gives the id and the columns of every row, the entity's first table as t0.
    """

    code: int
    table: str
    columns: tuple[str, ...]
    people: bool
    select: str

    @property
    def first(self) -> int:
        """The number below every entry of this source."""
        return self.code * SPAN

    @property
    def last(self) -> int:
        """The number above every entry of this source."""
        return self.first + SPAN - 1

    def rows(self, raw: Any) -> Iterator[Row]:
        """The id and the columns of every row, by id."""
        yield from raw.execute(f"{self.select} ORDER BY t0.id")

    def row(self, raw: Any, row_id: int) -> Row:
        """The id and the columns of one row."""
        found: Row = raw.execute(f"{self.select} WHERE t0.id = ?", (row_id,)).fetchone()
        return found

    def taken(self, values: Mapping[str, Any]) -> Sequence[Any]:
        """The columns out of a whole row as the journal has it."""
        return [values.get(name) for name in self.columns]


def source(code: int, entity: type[DeclarativeBase], *columns: str, people: bool = False) -> Source:
    """These columns of an entity; of `people` initials are found as well."""
    mapper = inspect(entity)
    tables = [table for table in mapper.tables if isinstance(table, Table)]
    where = {table: f"t{at}" for at, table in enumerate(tables)}
    own = tables[-1]
    places = [f'{where[own] if name in own.columns else "t0"}."{name}"' for name in columns]
    joined = "".join(
        f' JOIN "{table.name}" AS {where[table]} ON {where[table]}.id = t0.id'
        for table in tables[1:]
    )
    select = f'SELECT t0.id, {", ".join(places)} FROM "{tables[0].name}" AS t0{joined}'
    return Source(code, own.name, columns, people, select)
