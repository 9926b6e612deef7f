"""What stands on Today."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class Offer:
    """What a line of Today proposes: one key does it, and nothing is done by itself.

    `act` names who does it, `ids` to what, `code` which reason or step.
    """

    words: str
    act: str
    ids: tuple[int, ...]
    code: str


@dataclass(frozen=True)
class TodayLine:
    """One line of Today: how urgent, what, the thing it goes to, and what it proposes.

    `place` is where in a meeting it stands: the item, or none, and the line of it.
    """

    urgency: str
    section: str
    text: str
    detail: str
    goes_to: str
    target_id: int | None
    due_on: date | None = None
    offer: Offer | None = None
    place: tuple[int | None, int] | None = None


@dataclass(frozen=True)
class UrgentLine:
    """An immediate risk as it was kept in a meeting: on which item, of whom, whether one was told.

    `item_id` is none where the child it concerns is not on the agenda.
    """

    id: int
    meeting_id: int
    item_id: int | None
    subject_kind: str | None
    subject: str
    text: str
    at: datetime | None
    told: bool
