"""A day that lately went by: "by 1 Nov" on 12 November is this one, and past, not next year."""

import re
from dataclasses import replace
from datetime import date

from models.rules.dates.behind import day_behind
from models.rules.dates.reading import DateReading
from models.rules.dates.vocabulary import MONTH
from models.rules.dates.whole import beside_day

LATELY = 61
"""Days back within which a day without its year is the one gone by."""
WRITTEN = re.compile(rf"\b\d{{1,2}}[/.]\d{{1,2}}$|\b{MONTH}(?!\w)", re.IGNORECASE)
WITH_YEAR = re.compile(
    r"\b20\d\d\b|[^\W\d]\.?,?[\s-]*['’]?\d\d$|\d[/.-]\d{1,2}[/.-]\d\d$", re.IGNORECASE
)
BY_THEN = re.compile(r"\s*(?:by|due|before|until|till)\b", re.IGNORECASE)
"""A day that something is due by; any other gone by may be what is told: "moved out on 1 Dec"."""
LIES_BEHIND = "This day is past: give a day to come."
IS_PAST = "{day} is past: give the date, with its year if a later one is meant."


def said_behind(reading: DateReading, text: str, today: date) -> DateReading:
    """The reading; where none was found of a day that lies behind ("yest"), that it does."""
    if reading.found:
        return reading
    was = day_behind(text, today)
    if was is None or was.year_guessed or was.day >= today or beside_day(was.rest):
        return reading
    return replace(reading, warning=LIES_BEHIND)


def lately_past(reading: DateReading, today: date) -> DateReading:
    """The reading; of one without a year that has lately gone by, the day that lies behind.

    It is kept, and said to be past, where something is due by it; else there is none.
    """
    value, raw = reading.value, reading.raw
    if value is None or value <= today or not WRITTEN.search(raw) or WITH_YEAR.search(raw):
        return reading
    try:
        was = value.replace(year=value.year - 1)
    except ValueError:
        return reading
    if not 0 < (today - was).days <= LATELY:
        return reading
    told = IS_PAST.format(day=f"{was.day} {was:%B %Y}")
    return replace(reading, value=was if BY_THEN.match(raw) else None, warning=told)
