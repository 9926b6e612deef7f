"""When things happen at a place: days of the week by parts of the day, counted and in words."""

from collections.abc import Iterable
from datetime import datetime

from models.rules.listing import listed

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
HOURS = 4
PARTS = tuple(f"{at:02d}–{at + HOURS:02d}" for at in range(0, 24, HOURS))
Week = tuple[tuple[int, ...], ...]
"""Seven days, Monday first, of six counts."""


def week(moments: Iterable[datetime]) -> Week:
    """How many of these moments fall into each part of each day of the week."""
    counts = [[0] * len(PARTS) for _ in DAYS]
    for one in moments:
        counts[one.weekday()][one.hour // HOURS] += 1
    return tuple(tuple(row) for row in counts)


def week_words(counts: Week, without_time: int = 0) -> str:
    """The same in a sentence: how many, when most, on which days and at which hours."""
    total = sum(map(sum, counts))
    if not total:
        return _unknown(without_time) or "Nothing with a day and hour is on record."
    often = max(max(row) for row in counts)
    most = [
        f"{DAYS[day]} {part}"
        for day, row in enumerate(counts)
        for part, count in zip(PARTS, row, strict=True)
        if count == often
    ]
    said = [f"{total:,} with an hour."]
    if often > 1 and len(most) <= 3:
        said.append(f"Most often {listed(most)} ({often}{' each' if len(most) > 1 else ''}).")
    days = ((name[:3], sum(row)) for name, row in zip(DAYS, counts, strict=True))
    hours = ((part, sum(one)) for part, one in zip(PARTS, zip(*counts, strict=True), strict=True))
    said += [f"By day: {_counted(days)}.", f"By hour: {_counted(hours)}.", _unknown(without_time)]
    return " ".join(filter(None, said))


def _unknown(count: int) -> str:
    return f"{count:,} without an hour." if count else ""


def _counted(pairs: Iterable[tuple[str, int]]) -> str:
    return ", ".join(f"{name} {count:,}" for name, count in pairs if count)
