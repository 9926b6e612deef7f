"""The assessments and guardians of a place as read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class GuardianRow:
    """Somebody who looks after a place, and how many tasks of theirs are open."""

    id: int
    name: str
    role: str | None
    contact: str | None
    since: date | None
    until: date | None
    open_tasks: int = 0


@dataclass(frozen=True)
class AssessedPlace:
    """One version of a place's assessment; `values` by the names of its columns.

    `named_before` and `named_after` count how often the place is named on record in the ninety
    days before this version's day, and from it on. `latest` is the one that is worked on; `over`
    is False while those days are not over.
    """

    id: int
    place_id: int
    assessed_on: date
    author: str
    values: Mapping[str, object]
    sharing: str
    named_before: int
    named_after: int
    latest: bool = False
    over: bool = True
