"""The tables of a panel's file as statements, made once and kept."""

from functools import lru_cache

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.schema import CreateIndex, CreateTable

from models.storage.derived import Derived, derived_of
from models.storage.tables import OURS

SCHEMA = 5
APPLICATION = 0x4D434544


def statements(base: type[DeclarativeBase]) -> tuple[str, ...]:
    """Everything that makes an empty file: storage's tables, entities, derived tables."""
    return _statements(base, len(base.metadata.tables), derived_of(base))


@lru_cache(maxsize=8)
def _statements(
    base: type[DeclarativeBase], tables: int, derived: tuple[Derived, ...]
) -> tuple[str, ...]:
    wanted = [*OURS.sorted_tables, *base.metadata.sorted_tables]
    made = [text for table in wanted for text in _of(table)]
    made += [text for one in derived for text in one.make]
    return (*made, f"PRAGMA application_id={APPLICATION}", f"PRAGMA user_version={SCHEMA}")


def _of(table: Table) -> list[str]:
    """A table and its indexes; ids are never used twice, so the journal stays unambiguous."""
    table.dialect_options["sqlite"]["autoincrement"] = list(table.primary_key)[0].name == "id"
    dialect = sqlite.dialect()
    made = [str(CreateTable(table).compile(dialect=dialect))]
    indexes = sorted(table.indexes, key=lambda one: str(one.name))
    return made + [str(CreateIndex(index).compile(dialect=dialect)) for index in indexes]


def unguarded(base: type[DeclarativeBase]) -> frozenset[str]:
    """Tables that a unit of work may write without the journal: drafts, derived, declared so."""
    names = {"draft"}.union(*(one.tables for one in derived_of(base)))
    for mapper in base.registry.mappers:
        if not getattr(mapper.class_, "__journalled__", True):
            names.update(table.name for table in mapper.tables if isinstance(table, Table))
    return frozenset(names)


def version_of(connection: Connection) -> int:
    """The version of the schema that this file has."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
