"""Whether the signed-in person may do a thing, as pages ask before they offer it."""

from models.rules import access
from ui.desk import Desk


def may(desk: Desk, operation: str) -> bool:
    """True where the signed-in person's role may do this."""
    return access.may(desk.workspace.person.role, operation)
