"""One field mended as its editor saw it: a conflict where it has moved since."""

from typing import Any

from models.errors import Conflict


def mend(row: Any, field: str, value: Any, seen: Any) -> bool:
    """Keep a value as it is given; False where it stands so already. Conflict where it moved."""
    standing = getattr(row, field)
    if standing == value:
        return False
    if standing != seen:
        raise Conflict(field, standing, value)
    setattr(row, field, value)
    return True


def mend_to(row: Any, field: str, wanted: Any, said: Any, seen: Any) -> bool:
    """The same where what was said is kept in another form: nothing and empty text are one."""
    standing = getattr(row, field)
    if standing == wanted:
        return False
    if (standing or None) != (seen or None):
        raise Conflict(field, standing, said)
    setattr(row, field, wanted)
    return True
