"""Version 5, of schemes: what screens a contact is no assessment of the child."""

from alembic.operations import Operations
from sqlalchemy import Boolean, Column


def schemes(operations: Operations) -> None:
    """An assessment says whether it only screened."""
    operations.add_column("assessment", Column("screening", Boolean))
