"""What has changed about a subject since the panel last spoke of it, as read from the records."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Interviewed:
    """The return interview of an episode: done, late, declined with its reason, or awaited."""

    episode_on: date
    state: str
    reason: str | None = None


@dataclass(frozen=True)
class Assessed:
    """A level of risk on the day it was assessed, and the level before it."""

    on: date
    level: str
    before: str | None


@dataclass(frozen=True)
class Followed:
    """What became of an action, with the reason where it was not done."""

    reference: str
    status: str
    done: bool
    reason: str | None


@dataclass(frozen=True)
class Moved:
    """A change of plan or district, from and to; a move of home says nothing of where."""

    on: date
    what: str
    before: str | None = None
    after: str | None = None


@dataclass(frozen=True)
class Month:
    """A month's missing episodes, the risk at its end and how high it stands, None: not known."""

    first: date
    episodes: int
    risk: str | None
    rank: int | None


@dataclass(frozen=True)
class SinceLast:
    """What came after `since`; `discussed` is the last meeting that spoke of the subject.

    Where none did, `since` is ninety days before the meeting. `missing_now` and `missing_then`
    count ninety days up to now and up to `since`.
    """

    since: date
    discussed: date | None
    episodes: int = 0
    missing_now: int = 0
    missing_then: int = 0
    interviews: tuple[Interviewed, ...] = ()
    assessed: tuple[Assessed, ...] = ()
    followed: tuple[Followed, ...] = ()
    moved: tuple[Moved, ...] = ()
    months: tuple[Month, ...] = ()
