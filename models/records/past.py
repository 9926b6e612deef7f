"""What became of one entry of the room: who changed it, when, from what to what."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class FieldChange:
    """One field before and after; `before` is None where it was empty or may not be read."""

    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class PastState:
    """An entry as one operation left it; `number` names the operation, `now` how it stands."""

    table: str
    row_id: int
    number: int
    at: datetime
    who: str
    label: str
    changes: tuple[FieldChange, ...]
    now: bool
