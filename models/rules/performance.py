"""What the performance framework decides of one record: moved, repeated, on time, long enough."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from models.clock import elapsed
from models.rules.interviews import WITHIN
from models.rules.since import WINDOW_DAYS

AGAIN_WITHIN = timedelta(days=365)
REPEAT = 3
"""Episodes in the window from which on a child goes missing repeatedly."""
HALF_A_YEAR = 182


def referred_again(days: Sequence[date | None]) -> list[bool]:
    """Of one child's referrals in order, which came within 365 days of an earlier one."""
    found, last = [], None
    for day in days:
        found.append(bool(day and last and day - last <= AGAIN_WITHIN))
        last = day or last
    return found


def on_panel_since(steps: Iterable[tuple[date | None, bool]], on: date) -> date | None:
    """Since when a child has been on the panel without a break; None where not, by that day.

    Steps are in order; one without a day stands since before records began.
    """
    since = None
    for day, stands in steps:
        if day is not None and day > on:
            break
        since = (since or day or date.min) if stands else None
    return since


def long_on_panel(since: date | None, on: date) -> bool:
    """Whether more than half a year has passed on the panel."""
    return since is not None and (on - since).days > HALF_A_YEAR


def repeatedly(reported: Iterable[datetime], on: date) -> bool:
    """Whether three episodes or more lie in the 90 days up to the day."""
    first = on - timedelta(days=WINDOW_DAYS - 1)
    return sum(first <= one.date() <= on for one in reported) >= REPEAT


def run_out(returned: datetime, now: datetime) -> bool:
    """Whether the 72 hours after a return have run out."""
    return elapsed(returned, now) > WITHIN


def in_time(returned: datetime, done: datetime | None) -> bool:
    """Whether the interview was held within 72 hours of the return."""
    return done is not None and elapsed(returned, done) <= WITHIN


def open_on(made: date | None, finished: date | None, on: date) -> bool:
    """Whether what was made on a day, and perhaps finished on another, was open on a third."""
    return made is not None and made <= on and (finished is None or finished > on)
