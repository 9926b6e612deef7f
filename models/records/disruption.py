"""Disruption beside the measures and plans themselves: effect, displacement, steps, what fits."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class ChildEffect:
    """A child whom a plan should make safer, with the level of risk as it began and as it is.

    `words` say it plainly: "High → Medium, lower", "not rated before the plan".
    """

    child_id: int
    name: str
    number: str
    before: str | None
    after: str | None
    way: str
    words: str


@dataclass(frozen=True)
class DisplacedTo:
    """Where harm may have moved: a place, person, group or account, with what was noted."""

    id: int
    subject_id: int
    subject_kind: str
    subject: str
    note: str | None
    noted_on: date


@dataclass(frozen=True)
class MeasureStepRow:
    """A day on which a measure came further, or was breached."""

    id: int
    day: date
    status: str
    what: str | None
    done: str | None
    by_name: str | None


@dataclass(frozen=True)
class NamedMeasure:
    """An open action that names a measure which is not on the register."""

    action_id: int
    reference: str
    text: str
    measure: str
    about: str
    owner: str | None
    due_on: date | None
    item_id: int | None
