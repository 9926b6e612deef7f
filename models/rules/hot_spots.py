"""Hot spots: how often each period, and what has changed since the one before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

LENGTHS = (1, 3, 6, 12)
"""Months that a period may have."""


@dataclass(frozen=True)
class Period:
    """Days from the first to the last, both counted."""

    first: date
    last: date

    def holds(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.first <= day <= self.last

    @property
    def words(self) -> str:
        """As people say it: "Nov 2026", "Sep to Nov 2026"."""
        end = f"{self.last:%b} {self.last.year}"
        if (self.first.year, self.first.month) == (self.last.year, self.last.month):
            return end
        same = self.first.year == self.last.year
        return f"{self.first:%b}{'' if same else f' {self.first.year}'} to {end}"


def period(today: date, months: int, ago: int = 0) -> Period:
    """So many whole months, ending with this month or so many months ago."""
    end = today.year * 12 + today.month - ago
    return Period(_first_of(end - months), _first_of(end) - timedelta(days=1))


def before(one: Period, months: int) -> Period:
    """The period of the same length that ended when this one began."""
    start = one.first.year * 12 + one.first.month - 1
    return Period(_first_of(start - months), one.first - timedelta(days=1))


def counted(days: Iterable[date], one: Period) -> int:
    """How many of these days lie in a period."""
    return sum(one.first <= day <= one.last for day in days)


def change_words(now: int, then: int) -> str:
    """How a count stands to the one before it."""
    if now == then:
        return "as before" if now else ""
    if not then:
        return "new"
    return f"{abs(now - then)} {'more' if now > then else 'fewer'}"


def _first_of(months: int) -> date:
    return date(months // 12, months % 12 + 1, 1)
