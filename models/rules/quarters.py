"""Quarters of a year: the one that a day stands in, up to that day, and the one before it."""

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


def quarters(on: date) -> tuple[Span, Span]:
    """The day's own quarter up to the day, then the whole of the quarter before."""
    first = date(on.year, on.month - (on.month - 1) % MONTHS, 1)
    last = first - timedelta(days=1)
    return (
        Span(first, on, _named(first)),
        Span(date(last.year, last.month - 2, 1), last, _named(date(last.year, last.month - 2, 1))),
    )


def _named(first: date) -> str:
    return f"{first:%b}–{date(first.year, first.month + 2, 1):%b %Y}"
