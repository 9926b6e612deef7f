"""What stands on Today."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class TodayLine:
    """One line of Today: how urgent, what, and the thing it goes to."""

    urgency: str
    section: str
    text: str
    detail: str
    goes_to: str
    target_id: int | None
    due_on: date | None = None
