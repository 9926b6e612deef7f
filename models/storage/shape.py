"""The shape of an entity's row over all its tables, as the journal writes and restores it."""

from base64 import b64decode, b64encode
from collections.abc import Callable
from functools import cached_property, lru_cache
from typing import Any

from sqlalchemy import (
    JSON,
    Column,
    Connection,
    Select,
    Table,
    UniqueConstraint,
    bindparam,
    select,
)
from sqlalchemy import delete as sql_delete
from sqlalchemy import insert as sql_insert
from sqlalchemy import update as sql_update
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import DeclarativeBase, Mapper

Values = dict[str, Any]
PLAIN = sqlite.dialect()


class Shape:
    """An entity's columns by attribute name, over its tables, parent first."""

    def __init__(self, mapper: Mapper[Any]) -> None:
        self.name: str = _table(mapper).name
        self.tables = tuple(table for table in mapper.tables if isinstance(table, Table))
        self.columns: dict[str, list[Column[Any]]] = {}
        self._encoders: dict[str, Callable[[Any], Any] | None] = {}
        self._decoders: dict[str, Callable[[Any], Any] | None] = {}
        for table in self.tables:
            _distrust(table)
        self.learn(mapper)

    def learn(self, mapper: Mapper[Any]) -> None:
        """Take in the columns of one more class kept in the same table."""
        for prop in mapper.column_attrs:
            columns = [one for one in prop.columns if isinstance(one, Column)]
            if columns and prop.key not in self.columns:
                self.columns[prop.key] = columns
                kind = columns[0].type.dialect_impl(PLAIN)
                self._encoders[prop.key] = kind.bind_processor(PLAIN)
                self._decoders[prop.key] = kind.result_processor(PLAIN, None)

    @cached_property
    def unique(self) -> frozenset[str]:
        """The attributes whose value no two rows may share, alone or with others."""
        return frozenset(
            key for key, columns in self.columns.items() if any(map(_is_unique, columns))
        )

    def encode(self, key: str, value: Any) -> Any:
        """The value as JSON can carry it: what SQLite would keep in the column."""
        encoder = self._encoders[key]
        kept = encoder(value) if encoder else value
        return {"bytes": b64encode(kept).decode()} if isinstance(kept, bytes) else kept

    def decode(self, key: str, kept: Any) -> Any:
        """The Python value that `encode` was given."""
        raw = b64decode(kept["bytes"]) if isinstance(kept, dict) else kept
        decoder = self._decoders[key]
        return decoder(raw) if decoder else raw

    def current(self, connection: Connection, row_id: int) -> Values | None:
        """The row as it stands now, encoded; None when there is none."""
        found = connection.execute(self._selected, {"row_id": row_id}).first()
        if found is None:
            return None
        pairs = zip(self.columns, found, strict=True)
        return {key: self.encode(key, value) for key, value in pairs}

    def insert(self, connection: Connection, values: Values) -> None:
        """Write a whole row from encoded values, parent table first."""
        for table in self.tables:
            connection.execute(sql_insert(table), self._of(table, values))

    def update(self, connection: Connection, row_id: int, values: Values) -> None:
        """Write these encoded values over the row."""
        for table in self.tables:
            mine = self._of(table, values)
            if mine:
                connection.execute(sql_update(table).where(table.c.id == row_id).values(mine))

    def delete(self, connection: Connection, row_id: int) -> None:
        """Take the row out of all its tables, child table first."""
        for table in reversed(self.tables):
            connection.execute(sql_delete(table).where(table.c.id == row_id))

    def _of(self, table: Table, values: Values) -> Values:
        return {
            column.key: self.decode(key, values[key])
            for key, columns in self.columns.items()
            for column in columns
            if column.table is table and key in values
        }

    @cached_property
    def _selected(self) -> Select[Any]:
        source: Any = self.tables[0]
        for table in self.tables[1:]:
            source = source.join(table, table.c.id == self.tables[0].c.id)
        columns = [columns[0] for columns in self.columns.values()]
        wanted = self.tables[0].c.id == bindparam("row_id")
        return select(*columns).select_from(source).where(wanted)


@lru_cache(maxsize=8)
def _shapes(base: type[DeclarativeBase], count: int) -> dict[str, Shape]:
    base.registry.configure()
    found: dict[str, Shape] = {}
    mappers = [m for m in base.registry.mappers if getattr(m.class_, "__journalled__", True)]
    for mapper in sorted(mappers, key=lambda one: (len(one.tables), one.class_.__name__)):
        _watch_old_values(mapper)
        name = _table(mapper).name
        if name in found:
            found[name].learn(mapper)
        else:
            found[name] = Shape(mapper)
    return found


def shapes(base: type[DeclarativeBase]) -> dict[str, Shape]:
    """Every journalled entity's shape by table name; TypeError for what a journal cannot see."""
    return _shapes(base, len(list(base.registry.mappers)))


def _table(mapper: Mapper[Any]) -> Table:
    if not isinstance(mapper.local_table, Table):
        raise TypeError(f"{mapper.class_.__name__} is not kept in a table")
    return mapper.local_table


def _watch_old_values(mapper: Mapper[Any]) -> None:
    for prop in mapper.column_attrs:
        attribute: Any = getattr(mapper.class_, prop.key)
        attribute.impl.active_history = True
    for relation in mapper.relationships:
        if relation.secondary is not None:
            raise TypeError(f"{relation}: rows of a secondary table would escape the journal")


def _distrust(table: Table) -> None:
    """Raise TypeError for anything the database would do behind the journal's back."""
    if [column.name for column in table.primary_key] != ["id"]:
        raise TypeError(f"{table.name}: a journalled table has one primary key, id")
    for column in table.columns:
        if column.server_default is not None or column.server_onupdate is not None:
            raise TypeError(f"{table.name}.{column.name}: the database must not fill in values")
        if isinstance(column.type, JSON):
            raise TypeError(f"{table.name}.{column.name}: a change inside JSON goes unseen")
        if any(key.ondelete or key.onupdate for key in column.foreign_keys):
            raise TypeError(f"{table.name}.{column.name}: the database must not cascade")


def _is_unique(column: Column[Any]) -> bool:
    table = column.table
    sets = [set(one.columns) for one in table.constraints if isinstance(one, UniqueConstraint)]
    sets += [set(index.columns) for index in table.indexes if index.unique]
    return any(column in names for names in sets)
