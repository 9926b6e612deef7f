"""Teams, services and other fora as read."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class TeamRow:
    """An agency as a team: whom it takes; how many it has, by id of the child.

    `working` are those it works with now, `waiting` those referred or offered, `consulted` those
    about whom it was asked.
    """

    agency_id: int
    agency: str
    youngest: int | None
    oldest: int | None
    ages: str
    takes: str | None
    working: tuple[int, ...] = ()
    waiting: tuple[int, ...] = ()
    consulted: tuple[int, ...] = ()
    ended: tuple[int, ...] = ()


@dataclass(frozen=True)
class ServiceRow:
    """A child with a team or service."""

    id: int
    child_id: int
    agency_id: int
    agency: str
    kind: str
    status: str
    status_words: str
    stands: str
    """How it stands there in words: on the caseload, waiting, consultation or ended."""
    open: bool
    since: date | None
    until: date | None
    worker: str | None
    note: str | None
    not_eligible: str


@dataclass(frozen=True)
class ForumRow:
    """Another forum that has a child."""

    id: int
    child_id: int
    forum: str
    forum_words: str
    since: date | None
    until: date | None
    lead: str | None
    next_on: date | None
    note: str | None
