"""The guard on the engine: whatever writes outside the flush and the journal is stopped."""

import re
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

WRITE = re.compile(
    r"(?:INSERT(?:\s+OR\s+\w+)?\s+INTO|REPLACE\s+INTO|UPDATE(?:\s+OR\s+\w+)?|DELETE\s+FROM)"
    r"\s+[\"`\[]?(\w+)",
    re.IGNORECASE,
)


@dataclass
class Door:
    """What one connection may write: everything while `open`, else only the `free` tables."""

    free: frozenset[str] = frozenset()
    open: bool = False


def guard(
    connection: Connection,
    cursor: object,
    statement: str,
    parameters: object,
    context: Any,
    many: bool,
) -> None:
    """Raise RuntimeError for a statement that would change the file unseen by the journal."""
    if statement.startswith("SELECT"):
        return
    door: Door | None = connection.get_execution_options().get("door")
    if door is not None and door.open:
        return
    text = statement.lstrip()
    first = text.split(None, 1)[0].upper() if text else ""
    if first in ("SELECT", "EXPLAIN") or (first == "WITH" and not WRITE.search(text)):
        return
    written = WRITE.match(text)
    if door is None or written is None or written.group(1) not in door.free:
        table = written.group(1) if written else first
        raise RuntimeError(f"write past the journal: {table}")
