"""The days on which a panel's office is closed: written by people, kept as one text."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from models.errors import Refusal
from models.rules.day_words import in_words
from models.rules.working_days import NO_CLOSED_DAYS, bank_holidays, is_working_day
from models.rules.working_days import next_working_day as _next

SETTING = "closed_days"
BETWEEN = re.compile(r"\s*(?:\bto\b|–|\.\.)\s*", re.IGNORECASE)
MOST = 366
NOT_A_DAY = "Write each day or stretch as 24 December 2026 or 24 to 31 December 2026."


@dataclass(frozen=True)
class DayOff:
    """A day on which nobody works, why, and the next one on which somebody does."""

    day: date
    why: str
    instead: date

    @property
    def sentence(self) -> str:
        """The warning beside a due date."""
        return f"{in_words(self.day)} is {self.why}: next working day {in_words(self.instead)}."


def day_off(day: date | None, closed: Collection[date] = NO_CLOSED_DAYS) -> DayOff | None:
    """What is to be said of a due date on which nobody works; None for a working day."""
    if day is None or is_working_day(day, closed):
        return None
    why = "at a weekend"
    if day in closed:
        why = "a closed day"
    if day in bank_holidays(day.year):
        why = "a bank holiday"
    return DayOff(day, why, _next(day, closed))


def kept_days(text: str) -> frozenset[date]:
    """The days of a text as it is kept; what is damaged in it is passed over."""
    return frozenset(day for part in text.split(",") for day in _stretch(part.strip()))


def written(text: str, today: date, field: str = SETTING) -> str:
    """The days that people wrote, as they are kept; raises Refusal where one is no day."""
    from models.rules.dates import spoken_date

    found: set[date] = set()
    for part in filter(None, (one.strip() for one in re.split(r"[,;\n]", text))):
        ends = BETWEEN.split(part)
        last = spoken_date(ends[-1], today).value
        first = spoken_date(_whole(ends[0], ends[-1]), today).value
        if len(ends) > 2 or first is None or last is None or not first <= last:
            raise Refusal(NOT_A_DAY, field)
        if (last - first).days >= MOST:
            raise Refusal("A stretch of closed days is shorter than a year.", field)
        found.update(_days(first, last))
    return ", ".join(_stretches(sorted(found)))


def shown(text: str) -> str:
    """The kept days as people read them."""
    parts = [part.strip().split("..") for part in text.split(",") if part.strip()]
    return "; ".join(" to ".join(_plain(end) for end in ends) for ends in parts)


def _whole(first: str, last: str) -> str:
    """ "24" of "24 to 31 December 2026" with the month and year of the other end."""
    return f"{first} {last.split(' ', 1)[1]}" if first.isdigit() and " " in last else first


def _stretch(part: str) -> Iterator[date]:
    try:
        ends = [date.fromisoformat(one) for one in part.split("..")]
    except ValueError:
        return
    if len(ends) in (1, 2) and 0 <= (ends[-1] - ends[0]).days < MOST:
        yield from _days(ends[0], ends[-1])


def _days(first: date, last: date) -> Iterator[date]:
    yield from (first + timedelta(days=at) for at in range((last - first).days + 1))


def _stretches(days: Iterable[date]) -> Iterator[str]:
    """Neighbouring days as one stretch."""
    first = last = None
    for day in (*days, None):
        if last is not None and first is not None and (day is None or (day - last).days > 1):
            yield first.isoformat() if first == last else f"{first.isoformat()}..{last.isoformat()}"
            first = day
        elif first is None:
            first = day
        last = day


def _plain(iso: str) -> str:
    day = date.fromisoformat(iso)
    return f"{day.day} {day:%B %Y}"
