"""What changed about a child between two days, from dated rows: counted, compared, by month."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from models.clock import elapsed
from models.records.since import Assessed, Interviewed, Month, Moved
from models.rules.interviews import WITHIN
from models.rules.months import add_months

WINDOW_DAYS, MONTHS = 90, 12
DONE, DONE_LATE = "done", "done late"
LATE, DECLINED, AWAITED = "late", "declined", "awaited"
PLAN, DISTRICT, HOME = "plan", "district", "home"


class Episode(NamedTuple):
    """A missing episode and the interview that followed it, as far as there was one."""

    reported_at: datetime
    returned_at: datetime | None
    conducted_at: datetime | None
    declined_reason: str | None


class Level(NamedTuple):
    """A level of risk, assessed or judged by the panel, on a day; `rank` is how high it stands."""

    on: date
    level: str
    rank: int | None
    assessed: bool


class Standing(NamedTuple):
    """A child's plan and district from a day on."""

    since: date
    plan: str | None
    district: str | None


def episodes_between(episodes: Iterable[Episode], after: date, until: date) -> int:
    """How many episodes were reported after one day and up to another."""
    return sum(after < one.reported_at.date() <= until for one in episodes)


def missing_on(episodes: Iterable[Episode], day: date) -> int:
    """How many episodes were reported in the ninety days up to a day."""
    return episodes_between(episodes, day - timedelta(days=WINDOW_DAYS), day)


def interviews(episodes: Iterable[Episode], since: date, now: datetime) -> tuple[Interviewed, ...]:
    """What came of return interviews since a day, and those still not held, whenever it began."""
    found = []
    for one in episodes:
        told = one.conducted_at or (one.reported_at if one.declined_reason else now)
        if one.returned_at is not None and told.date() > since:
            found.append(_interview(one, one.returned_at, now))
    return tuple(found)


def _interview(one: Episode, returned: datetime, now: datetime) -> Interviewed:
    day = one.reported_at.date()
    if one.declined_reason and one.conducted_at is None:
        return Interviewed(day, DECLINED, one.declined_reason)
    in_time = elapsed(returned, one.conducted_at or now) <= WITHIN
    if one.conducted_at is not None:
        return Interviewed(day, DONE if in_time else DONE_LATE)
    return Interviewed(day, AWAITED if in_time else LATE)


def assessments(levels: Sequence[Level], since: date) -> tuple[Assessed, ...]:
    """The assessments since a day, each with the level that stood before it."""
    before: str | None = None
    found = []
    for one in sorted(levels, key=lambda level: level.on):
        if one.assessed and one.on > since:
            found.append(Assessed(one.on, one.level, before))
        before = one.level
    return tuple(found)


def moves(standings: Sequence[Standing], homes: Iterable[date], since: date) -> tuple[Moved, ...]:
    """Changes of plan and district since a day, and on which days the home changed."""
    found = [Moved(day, HOME) for day in homes]
    for before, after in zip(standings, standings[1:], strict=False):
        if after.since <= since:
            continue
        for what, was, now in (
            (PLAN, before.plan, after.plan),
            (DISTRICT, before.district, after.district),
        ):
            if now and was and now != was:
                found.append(Moved(after.since, what, was, now))
    return tuple(sorted(found, key=lambda one: one.on))


def months(episodes: Iterable[Episode], levels: Sequence[Level], until: date) -> tuple[Month, ...]:
    """The last twelve months up to a day: episodes reported in each, and the risk at its end."""
    listed, ranked = list(episodes), sorted(levels, key=lambda level: level.on)
    this = until.replace(day=1)
    found = []
    for back in range(MONTHS - 1, -1, -1):
        first = add_months(this, -back)
        last = add_months(first, 1) - timedelta(days=1)
        stood = [one for one in ranked if one.on <= last]
        count = episodes_between(listed, first - timedelta(days=1), min(last, until))
        level = stood[-1] if stood else None
        found.append(
            Month(first, count, level.level if level else None, level.rank if level else None)
        )
    return tuple(found)
