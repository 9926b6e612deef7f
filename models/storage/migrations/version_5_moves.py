"""Version 5, of where risk moved and of days missing: only what was told, and since when."""

from alembic.operations import Operations
from sqlalchemy import Column, Date

WORKED_OUT = """
    UPDATE assessment SET direction = NULL, previous_level = NULL
    WHERE EXISTS (
        SELECT 1 FROM assessment AS earlier
        WHERE earlier.child_id = assessment.child_id
        AND earlier.assessed_on < assessment.assessed_on
    )
"""


def moves(operations: Operations) -> None:
    """What may be worked out of the level before is forgotten; it follows anew at every reading.

    Of an assessment with none before it on record only a paper told it, and that stays. A child
    keeps the day on which a paper told how often it was missing.
    """
    operations.execute(WORKED_OUT)
    operations.add_column("child", Column("missing_told_on", Date))
