"""What one tier sent to another, as either of them reads it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class EscalationRecord:
    """An item that went to another tier: why, what is asked, what went with it, what came back.

    `label` is what it is called to this reader; `before` what was decided and agreed when it went;
    `answer` the other tier's own words, or its decision.
    """

    id: int
    item_id: int
    from_tier: str
    from_on: date
    to_id: int
    to_tier: str
    label: str
    initials: str
    reason: str
    asked: str
    sent_on: date
    sent_by: str | None
    there_id: int | None
    there_on: date | None
    answer: str
    answered_on: date | None
    heard: bool
    before: tuple[str, ...] = ()

    @property
    def standing(self) -> str:
        """How far it has come, in words."""
        if self.heard:
            return "answer taken up"
        if self.answer:
            return "answered"
        return "on their agenda" if self.there_id else "waiting for their agenda"
