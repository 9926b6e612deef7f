"""A child that must be on record, and a new row kept within a step."""

from typing import Any

from sqlalchemy.orm import Session

from models.entities import Child
from models.errors import Refusal


def existing_child(session: Session, child_id: int | None, field: str = "child_id") -> Child:
    """The child; Refusal where there is none."""
    found = session.get(Child, child_id or 0)
    if found is None:
        raise Refusal("There is no such child on record.", field)
    return found


def keep(session: Session, row: Any) -> int:
    """Add a row within a step; gives its id."""
    session.add(row)
    session.flush()
    kept: int = row.id
    return kept
