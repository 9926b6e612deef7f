"""A table changed by making it anew, with what the panel's tables have that reflection loses."""

from collections.abc import Iterator
from contextlib import contextmanager

from alembic.operations import BatchOperations, Operations
from sqlalchemy import Column, Integer, String, UniqueConstraint

from models.base import NAMES


@contextmanager
def remade(operations: Operations, table: str) -> Iterator[BatchOperations]:
    """A batch over this table: its rows are copied into a new one, and ids stay used once."""
    with operations.batch_alter_table(
        table,
        recreate="always",
        naming_convention=NAMES,
        table_kwargs={"sqlite_autoincrement": True},
    ) as batch:
        yield batch


def identity() -> tuple[Column[int], Column[str], UniqueConstraint]:
    """The columns that every row of the panel's file has."""
    return (
        Column("id", Integer, primary_key=True, nullable=False),
        Column("uuid", String(32), nullable=False),
        UniqueConstraint("uuid"),
    )
