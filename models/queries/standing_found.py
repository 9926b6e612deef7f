"""Rows of the statements that say how a child stands."""

from datetime import date
from typing import NamedTuple

from models.rules.assessed_moves import Assessed


class FoundStatus(NamedTuple):
    """How a child stands since a day; without one it was so before records began."""

    plan: str | None
    plan_code: str | None
    district: str | None
    category: str | None
    other_exploitation: bool
    risk: str | None
    on_tracker: bool
    on_panel: bool
    legal_status: str | None
    since: date | None


class FoundAssessment(NamedTuple):
    """An assessment of a day: its level and scheme, and what was told with it of the one before."""

    on: date | None
    id: int
    level: str | None
    direction: str | None
    scheme: str | None
    previous: str | None

    @property
    def assessed(self) -> Assessed:
        """What of it says where risk moved."""
        return Assessed(self.level, self.scheme, self.previous, self.direction)


class FoundWord(NamedTuple):
    """The panel's own word on the risk, on the day of its meeting, and which tier met."""

    on: date
    level: str
    direction: str | None
    tier: int
