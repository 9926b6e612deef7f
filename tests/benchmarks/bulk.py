"""Rows straight into a panel's file: past the session and the journal, as fast as the driver."""

from collections.abc import Callable, Iterable, Iterator
from itertools import count, islice
from operator import itemgetter
from typing import Any

from sqlalchemy import Column, Table, inspect
from sqlalchemy.dialects import sqlite

BATCH = 20_000
DIALECT = sqlite.dialect()
FAST = (
    "PRAGMA journal_mode=OFF",
    "PRAGMA synchronous=OFF",
    "PRAGMA cache_size=-400000",
    "PRAGMA secure_delete=OFF",
    "PRAGMA foreign_keys=OFF",
)
INDEXES = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
Maker = Callable[[dict[str, Any]], Any]


class Bulk:
    """Writes rows of any entity; what a row does not say is the column's default.

    Ids and uuids that are not given are counted up. All rows of one call have the same keys.
    Indexes are made again at the end; what refers to what is not looked at.
    """

    def __init__(self, raw: Any) -> None:
        self._raw = raw
        self._uuids = count(1 << 64)

    def __enter__(self) -> "Bulk":
        for pragma in FAST:
            self._raw.execute(pragma)
        self._raw.execute("BEGIN")
        self._indexes = self._raw.execute(INDEXES).fetchall()
        for index, _ in self._indexes:
            self._raw.execute(f'DROP INDEX "{index}"')
        return self

    def __exit__(self, *failure: object) -> None:
        for _, statement in self._indexes:
            self._raw.execute(statement)
        self._raw.execute("COMMIT")
        self._raw.execute("PRAGMA journal_mode=WAL")

    def add(self, entity: type[Any], rows: Iterable[dict[str, Any]]) -> None:
        """Write the rows, parent tables first."""
        waiting = iter(rows)
        batch = list(islice(waiting, BATCH))
        if not batch:
            return
        writers = list(self._writers(entity, batch[0]))
        while batch:
            for statement, makers in writers:
                made = ([make(row) for make in makers] for row in batch)
                self._raw.executemany(statement, made)
            batch = list(islice(waiting, BATCH))

    def _writers(self, entity: type[Any], row: dict[str, Any]) -> Iterator[tuple[str, list[Maker]]]:
        mapper = inspect(entity)
        if len(mapper.tables) > 1 and "id" not in row:
            raise ValueError("rows of several tables say their own id")
        for table in mapper.tables:
            found = [(one, self._maker(mapper, table, one, row)) for one in table.columns]
            names = ", ".join(f'"{column.name}"' for column, make in found if make)
            makers = [make for _, make in found if make]
            marks = ", ".join("?" * len(makers))
            yield f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})', makers

    def _maker(
        self, mapper: Any, table: Table, column: Column[Any], row: dict[str, Any]
    ) -> Maker | None:
        name = column.name
        encode = column.type.dialect_impl(DIALECT).bind_processor(DIALECT)
        if name in row:
            return (lambda one: encode(one[name])) if encode else itemgetter(name)
        if name == "id":
            highest = self._raw.execute(f'SELECT max(id) FROM "{table.name}"').fetchone()[0]
            ids = count((highest or 0) + 1)
            return lambda one: next(ids)
        if name == "uuid":
            return lambda one: f"{next(self._uuids):032x}"
        if column is mapper.polymorphic_on:
            return lambda one: mapper.polymorphic_identity
        if column.default is None:
            return None
        kept = encode(column.default.arg) if encode else column.default.arg
        return lambda one: kept
