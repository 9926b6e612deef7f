"""Version 5, of where risk moved and of days missing: only what was told, and since when."""

from alembic.operations import Operations
from sqlalchemy import Column, Date


def moves(operations: Operations) -> None:
    """What was worked out of the level before is forgotten; it follows anew at every reading.

    A child keeps the day on which a paper told how often it was missing.
    """
    operations.execute("UPDATE assessment SET direction = NULL, previous_level = NULL")
    operations.add_column("child", Column("missing_told_on", Date))
