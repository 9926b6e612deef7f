"""Version 5, of intelligence: why a line or a link is intelligence no longer."""

from alembic.operations import Operations
from sqlalchemy import Column, String


def verified(operations: Operations) -> None:
    """A line and a link keep the reason with which their kind was changed."""
    for table in ("information_line", "link"):
        operations.add_column(table, Column("kind_reason", String))
