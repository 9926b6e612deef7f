"""Version 5, of where risk moved: an assessment keeps only what was told with it."""

from alembic.operations import Operations


def moves(operations: Operations) -> None:
    """What was worked out of the level before is forgotten; it follows anew at every reading."""
    operations.execute("UPDATE assessment SET direction = NULL, previous_level = NULL")
