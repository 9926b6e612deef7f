"""Moments that were, as people write them: a day, with or without its year, and a time of day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from models.intake.understanding.dates import Day, read_day
from models.rules.dates import beside_day, day_behind
from models.rules.dates.vocabulary import MONTH

YEAR_GUESSED = "Write the year where it is another"
WANTED = "Give day and time, such as 12 Nov 2026 09:30"
WHICH_HALF = "Say am or pm, or write it as 22:15"
_LED = r"(?:\b(?:at|about|around|approx\.?|circa|by)\s+|@\s*)?"
_HALF = r"(?P<half>[ap])\.?m\b\.?"
_CLOCKS = tuple(
    re.compile(_LED + form, re.IGNORECASE)
    for form in (
        rf"(?<![\d:.])(?P<h>\d{{1,2}})[:h](?P<m>[0-5]\d)(?::\d\d)?\s*(?:{_HALF}|hrs|hours)?(?![\d:])",
        rf"(?<![\d:./])(?P<h>\d{{1,2}})(?:\.(?P<m>[0-5]\d))?\s*{_HALF}",
        r"(?<![\d:./-])(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d)\s*(?:hrs|hours|h\b)",
        r"(?<![\d:./-])(?P<h>[01]?\d|2[0-3])\.(?P<m>[0-5]\d)(?:\s*(?:hrs|hours))?(?![\d./])",
        r"(?<![\d:./-])(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d)(?![\d:./])",
        r"(?P<h>noon|midday)\b",
    )
)
"""A time of day, the surest way of writing one first; four figures may be a year as well."""
_FIGURES = _CLOCKS[4]
_HOUR_ALONE = re.compile(r"\b(?:at|about|around)\s+\d{1,2}\s*$", re.IGNORECASE)
_LAST_NIGHT = re.compile(r"\b(?:last (?:night|nite)|overnight)\b", re.IGNORECASE)
_MONTH_ALONE = re.compile(rf"\W*(?:in |since |from )?{MONTH}\s*['’]?(\d\d)\W*", re.IGNORECASE)
MORNING, RECENT = 6, 2
NO_YEAR = "no year written: read as the nearest such day that has been"
OLDEST = 20
"""Years back in which four figures behind a day are its year, and no hour."""


@dataclass(frozen=True)
class Understood:
    """A day or a moment, or none, and what to tell the person."""

    value: date | None
    warning: str | None = None


def moment_that_was(text: str, now: datetime, oldest: int = OLDEST) -> Understood:
    """A day with its time: "12/11/26 09:30", "10 Nov at 2215", "last Tuesday 10pm", "09:30".

    Of a day without its year, and of a time alone, the nearest that has been. Four figures are an
    hour where as a year they would lie more than `oldest` years back.
    """
    for at, rest, figures in _clocks(text):
        found = _on(rest, at, now)
        if found is not None and not (figures and _is_a_year(text, rest, now, oldest)):
            return found
    return Understood(None, WHICH_HALF if _HOUR_ALONE.search(text) else WANTED)


def read_moment(text: str, this_year: int) -> Day:
    """The first date in the text with its time of day; a date alone is that day's."""
    day = read_day(text, this_year)
    if day.value is None or isinstance(day.value, datetime):
        return day
    rest = day.rest.removeprefix("T")
    said = [found for pattern in _CLOCKS for found in pattern.finditer(rest)]
    at = next((at for at in map(_time, said) if at is not None), None)
    if at is None:
        return Day(day.value, "impossible time of day", day.rest) if said else day
    return Day(datetime.combine(day.value, at), day.note, day.rest)


def moment_in_year(text: str, this_year: int) -> Day:
    """The same, and a day without its year, with an hour or without, as that year's."""
    day = read_moment(text, this_year)
    if day.value is not None or _is_month_and_year(text, this_year):
        return day
    latest = datetime(this_year, 12, 31, 23, 59)
    found = moment_that_was(text, latest)
    if found.value is not None and found.warning == YEAR_GUESSED:
        return Day(found.value, NO_YEAR)
    said = day_behind(text, latest.date())
    alone = said is not None and said.year_guessed and not beside_day(said.rest)
    return Day(said.day, NO_YEAR) if said and alone else day


def _is_month_and_year(text: str, this_year: int) -> bool:
    """Say whether "Feb 26" is a month with its year, as in the years around 2026 it may be."""
    found = _MONTH_ALONE.fullmatch(text)
    return found is not None and this_year - RECENT <= int(found[1]) + 2000 <= this_year


def _clocks(text: str) -> Iterator[tuple[time, str, bool]]:
    """Each time of day that the text may mean, with what is left of the text beside it."""
    for pattern in _CLOCKS:
        for found in reversed(list(pattern.finditer(text))):
            at = _time(found)
            if at is not None:
                rest = f"{text[: found.start()]} {text[found.end() :]}"
                yield at, rest, pattern is _FIGURES and found[0][0].isdigit()


def _time(found: re.Match[str]) -> time | None:
    said = found.groupdict()
    if not said["h"].isdigit():
        return time(12)
    hour, half = int(said["h"]), (said.get("half") or "").lower()
    if half:
        hour = hour % 12 + 12 * (half == "p") if 1 <= hour <= 12 else 24
    return time(hour, int(said.get("m") or 0)) if hour < 24 else None


def _on(rest: str, at: time, now: datetime) -> Understood | None:
    """The moment of a time on the day that the rest says; none where it holds anything else."""
    today, ahead = now.date(), at > now.time()
    if not beside_day(rest) and not re.search(r"[^\W_]", _without_small_words(rest)):
        return Understood(datetime.combine(today - timedelta(days=ahead), at))
    whole = read_day(rest, today.year)
    if _is_month_and_year(rest, today.year):
        return None
    if isinstance(whole.value, date) and not isinstance(whole.value, datetime):
        return (
            None if beside_day(whole.rest) else Understood(_at(whole.value, at), whole.note or None)
        )
    said = day_behind(rest, today, before_today=ahead)
    if said is None or beside_day(said.rest):
        return None
    night = at.hour < MORNING and _LAST_NIGHT.search(rest)
    day = today if night else said.day
    return Understood(_at(day, at), YEAR_GUESSED if said.year_guessed else None)


def _without_small_words(rest: str) -> str:
    return re.sub(r"\b(?:on|at|about|around|by)\b", " ", rest, flags=re.IGNORECASE)


def _at(day: date, at: time) -> datetime:
    return datetime.combine(day, at)


def _is_a_year(text: str, rest: str, now: datetime, oldest: int) -> bool:
    """Whether four figures are the year of the day before them: of 10 Nov 2015, not 2215."""
    whole = read_day(text, now.year).value
    said = read_day(rest, now.year).value
    if said is not None or whole is None:
        return False
    return now.year - oldest <= whole.year <= now.year + 1
