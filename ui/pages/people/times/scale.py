"""Days and pixels of a time line, and where its calendar is marked."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

CLOSEST = 48.0
"""Pixels for a day where one looks closest."""


@dataclass(frozen=True)
class Scale:
    """So many pixels a day, from a first day on."""

    first: date
    last: date
    per_day: float

    @property
    def days(self) -> int:
        """How many days there are."""
        return (self.last - self.first).days + 1

    @property
    def width(self) -> int:
        """How wide all of it is."""
        return round(self.days * self.per_day)

    def x(self, day: date) -> float:
        """Where a day begins."""
        return (day.toordinal() - self.first.toordinal()) * self.per_day

    def day(self, x: float) -> date:
        """The day that is there."""
        return self.first + timedelta(days=min(max(int(x / self.per_day), 0), self.days - 1))


@dataclass(frozen=True)
class Tick:
    """A mark of the calendar: its day, its words, and whether a larger stretch begins."""

    day: date
    words: str
    heavy: bool = False


STEPS = (1, 7, 31, 92, 366)
"""Days between two marks: days, weeks, months, quarters, years."""


def ticks(scale: Scale, since: date, until: date, room: float) -> Iterator[Tick]:
    """Marks between two days, each with at least so much room for its words."""
    wanted = room / scale.per_day
    step = STEPS[min(bisect_left(STEPS, wanted), len(STEPS) - 1)]
    years = max(int(wanted / 365) + 1, 1) if step == STEPS[-1] else 1
    day = _begin(since, step)
    while day <= until:
        if step != STEPS[-1] or day.year % years == 0:
            yield Tick(day, _words(day, step), _heavy(day, step))
        day = _next(day, step)


def _begin(day: date, step: int) -> date:
    if step == 1:
        return day
    if step == 7:
        return day - timedelta(days=day.weekday())
    if step == 31:
        return day.replace(day=1)
    if step == 92:
        return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
    return day.replace(month=1, day=1)


def _next(day: date, step: int) -> date:
    if step in (1, 7):
        return day + timedelta(days=step)
    if step == 366:
        return day.replace(year=day.year + 1)
    months = 1 if step == 31 else 3
    at = day.month - 1 + months
    return day.replace(year=day.year + at // 12, month=at % 12 + 1)


def _words(day: date, step: int) -> str:
    if step == 366:
        return str(day.year)
    if step in (31, 92):
        return f"{day:%b %Y}" if day.month == 1 else f"{day:%b}"
    return f"{day.day} {day:%b}"


def _heavy(day: date, step: int) -> bool:
    """A new year among months, a new month among days, a new year among weeks."""
    if step in (31, 92):
        return day.month == 1
    return day.day == 1 if step == 1 else (day.month == 1 and day.day <= 7 and step == 7)
