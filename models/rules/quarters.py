"""Quarters of a year: the one that a day stands in, up to that day, and those before it."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

MONTHS = 3


@dataclass(frozen=True)
class Span:
    """Days from the first to the last, both counted."""

    first: date
    last: date
    name: str

    def holds(self, day: date | datetime | None) -> bool:
        """Whether the day, or the moment's day, lies within."""
        if isinstance(day, datetime):
            day = day.date()
        return day is not None and self.first <= day <= self.last

    @property
    def before(self) -> date:
        """The day before the first."""
        return self.first - timedelta(days=1)

    def end(self, now: datetime) -> datetime:
        """The end of the last day, or now where that is earlier."""
        return min(now, datetime.combine(self.last, time.max))


def quarters(on: date, number: int = 2) -> tuple[Span, ...]:
    """The day's own quarter up to the day, then the whole of each quarter before, latest first."""
    found, last = [], on
    for _ in range(number):
        first = date(last.year, last.month - (last.month - 1) % MONTHS, 1)
        found.append(Span(first, last, _named(first)))
        last = first - timedelta(days=1)
    return tuple(found)


def _named(first: date) -> str:
    return f"{first:%b}–{date(first.year, first.month + 2, 1):%b %Y}"
