"""Champions of agencies and training as read."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class ChampionRow:
    """An agency's champion."""

    id: int
    agency_id: int
    agency: str
    name: str
    contact: str | None
    since: date | None
    until: date | None


@dataclass(frozen=True)
class TrainingRow:
    """A course that somebody did; `renew_on` is None where it was done again since, or never is."""

    id: int
    agency_id: int
    agency: str
    name: str
    course: str
    course_words: str
    done_on: date
    note: str | None
    renew_on: date | None
    overdue: bool
    where: str
    """Where the course is learnt."""
