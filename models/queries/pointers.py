"""What points at what in the panel's tables, and what goes with what it points at."""

from collections import defaultdict
from functools import cache
from typing import NamedTuple

from sqlalchemy import Table

from models.base import Base
from models.rules.parting import SUBJECTS, is_part


class Pointer(NamedTuple):
    """A column that points at a table; `part` says that its rows go with what they point at."""

    table: Table
    column: str
    part: bool


@cache
def pointers() -> dict[str, tuple[Pointer, ...]]:
    """Every pointer by the table that it points at; subjects' own tables count as one."""
    found: dict[str, list[Pointer]] = defaultdict(list)
    for table in Base.metadata.sorted_tables:
        for column in table.columns:
            for key in column.foreign_keys:
                if column.primary_key:
                    continue
                target = _whole(key.column.table.name)
                part = is_part(table.name, column.name, bool(column.nullable))
                found[target].append(Pointer(table, column.name, part))
    return {name: tuple(ones) for name, ones in found.items()}


@cache
def targets(table: str) -> dict[str, str]:
    """The pointers of a table that make its rows part of something, with what they point at."""
    return {
        one.column: target
        for target, ones in pointers().items()
        for one in ones
        if one.table.name == table and one.part
    }


def _whole(table: str) -> str:
    return "subject" if table in SUBJECTS else table
