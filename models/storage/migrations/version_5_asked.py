"""Version 5, of requests: which items an agency was asked about."""

from alembic.operations import Operations
from sqlalchemy import Column, Text


def asked(operations: Operations) -> None:
    """An agency's return keeps the items that it was asked about, before it answered and since."""
    for name in ("about", "about_since"):
        operations.add_column("agency_return", Column(name, Text))
