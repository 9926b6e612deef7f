"""Rows of the statements that say how a child stands."""

from datetime import date
from typing import NamedTuple


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
    """An assessment of a day, with its level and its scheme."""

    on: date | None
    id: int
    level: str | None
    direction: str | None
    scheme: str | None


class FoundWord(NamedTuple):
    """The panel's own word on the risk, on the day of its meeting, and which tier met."""

    on: date
    level: str
    direction: str | None
    tier: int
