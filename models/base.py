"""What every row of the panel's file is made of: base class, identity, column types."""

from collections.abc import Iterable
from typing import Any
from uuid import uuid4

from sqlalchemy import ColumnElement, Dialect, MetaData, String, Text, type_coerce
from sqlalchemy.orm import DeclarativeBase, InstrumentedAttribute, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class AgencySet(TypeDecorator[tuple[int, ...]]):
    """A set of agency ids in one column: a sorted tuple in Python, `|3|7|` in the file."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Iterable[int] | None, dialect: Dialect) -> str:
        """The text kept in the file; nobody named is the empty text."""
        ids = sorted({int(one) for one in value or ()})
        return "|" + "|".join(map(str, ids)) + "|" if ids else ""

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[int, ...]:
        """The ids that the text names."""
        return tuple(int(one) for one in (value or "").split("|") if one)


def names_agency(column: InstrumentedAttribute[Any], agency_id: int) -> ColumnElement[bool]:
    """True in SQL where an `AgencySet` column names this agency."""
    return type_coerce(column, Text()).like(f"%|{int(agency_id)}|%")


class Base(DeclarativeBase):
    """The parent of every entity; tables with `__journalled__ = False` are written by Core only."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {tuple[int, ...]: AgencySet}
    __journalled__ = True


class Row:
    """Identity of a row: `id` inside this file, `uuid` made once and carried by all that leaves."""

    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(String(32), unique=True, default=lambda: uuid4().hex)
