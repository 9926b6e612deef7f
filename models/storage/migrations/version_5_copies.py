"""Version 5, of copies: in which right somebody asks, what was weighed, and what was decided."""

from alembic.operations import Operations
from sqlalchemy import Boolean, Column, DateTime, String


def copies(operations: Operations) -> None:
    """A request says who asks and what was weighed; a decision on a line says when, and how."""
    for name in ("asker", "considered", "considered_by"):
        operations.add_column("disclosure", Column(name, String))
    operations.add_column("disclosure", Column("considered_at", DateTime))
    operations.add_column("withholding", Column("cut", Boolean))
    operations.add_column("withholding", Column("at", DateTime))
