"""The list of children that inspectors ask for on their first day."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Returns:
    """A child's returns in the 90 days, and how many of them had their interview and when."""

    number: int = 0
    offered: int = 0
    held: int = 0
    in_time: int = 0


@dataclass(frozen=True)
class InspectionRow:
    """A child of the list as it stood on the day; `at_risk` and `missing` say why it is on it."""

    child_id: int
    name: str
    initials: str
    system_id: str | None
    age: int | None
    gender: str | None
    ethnicity: str | None
    birth_date: date | None
    district: str | None
    at_risk: bool
    missing: bool
    category: str | None
    types: tuple[str, ...]
    plan: str | None
    risk: str | None
    assessed_on: date | None
    assessment_overdue: bool
    episodes_90_days: int | None
    interviews_late: int
    next_review: date | None
    nrm: str | None
    lead: str | None
    legal_status: str | None
    disability: str | None
    school: str | None
    team: str | None
    returns: Returns
    episodes_told: int | None = None
    """Episodes in 90 days as a paper told, where that is more than are entered here."""
    episodes_entered: int = 0

    @property
    def episodes_not_entered(self) -> int:
        """How many episodes of 90 days a paper told of beyond those entered here."""
        return max(self.episodes_90_days or 0, self.episodes_told or 0) - self.episodes_entered


@dataclass(frozen=True)
class PlannedMeeting:
    """A meeting still planned, and of which tier where there are several."""

    held_on: date
    tier: str | None = None


@dataclass(frozen=True)
class InspectionList:
    """The children, and the meetings still planned on that day.

    `not_counted` says of a day asked for that is still to come what the list does not hold.
    """

    on: date
    rows: tuple[InspectionRow, ...]
    meetings: tuple[PlannedMeeting, ...]
    not_counted: tuple[str, ...] = ()
