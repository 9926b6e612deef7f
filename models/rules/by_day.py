"""Moments of which the day is known and the hour is not."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from models.rules.day_words import in_words

BEGINNING, END = time(), time(23, 59)
STANDS = {"reported_at": BEGINNING, "returned_at": END, "offered_at": BEGINNING,
          "conducted_at": BEGINNING}  # fmt: skip
"""Where such a moment stands in its day: a clock runs from the end of the day of a return, and what
is done in time is so from the beginning of its own, so that nobody is late who may not be."""
NOT_KNOWN = "hour not known"
COUNTS = "A return without an hour counts from the end of its day, an interview from the beginning."


def flag(field: str) -> str:
    """The field that says whether the hour is not known."""
    return f"{field.removesuffix('_at')}_by_day"


def kept(field: str, said: date | None) -> tuple[datetime | None, bool | None]:
    """A moment, or a day alone, as it is kept: when it stands, and whether by its day only."""
    if said is None or isinstance(said, datetime):
        return said, None
    return datetime.combine(said, STANDS[field]), True


def spread(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values of an episode or an interview as they are kept, each moment with its flag."""
    found = dict(values)
    for field in STANDS.keys() & values.keys():
        if values[field] is None or isinstance(values[field], date):
            found[field], found[flag(field)] = kept(field, values[field])
    return found


def told(row: Any, field: str) -> date | None:
    """The moment of a row as it was said: a day alone where its hour is not known."""
    at: datetime | None = getattr(row, field)
    return at.date() if at is not None and getattr(row, flag(field)) else at


def in_full(at: date) -> str:
    """The moment as "Fri 20 Nov 2026, 09:30", or that its hour is not known."""
    if isinstance(at, datetime):
        return f"{in_words(at.date())}, {at:%H:%M}"
    return f"{in_words(at)}, {NOT_KNOWN}"


def before(one: Any, field: str, other: Any, other_field: str) -> bool:
    """Whether a moment of one row lies before that of another, as far as both are known."""
    first, last = told(one, field), told(other, other_field)
    if first is None or last is None:
        return False
    if isinstance(first, datetime) and isinstance(last, datetime):
        return first < last
    return _day(first) < _day(last)


def _day(at: date) -> date:
    return at.date() if isinstance(at, datetime) else at
