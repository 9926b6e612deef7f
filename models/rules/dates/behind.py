"""Days that lie behind, as people say them without a year: "10 Nov", "last Tuesday", "10/11"."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from models.rules.dates.vocabulary import MONTH, MONTHS, WEEKDAY, WEEKDAYS

NIGHT = r"(?:\s+(?:night|nite|evening|eve|afternoon|aft|morning|morn)(?!\w))?"
YESTERDAY = r"(?:yesterday|yesterdy|yestday|yest|yday|y['’]day)"
TODAY = r"(?:today|tdy|2day|tonight|tonite)"
AGO = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
LONGEST = 366
"""Days that somebody counts back."""


@dataclass(frozen=True)
class Behind:
    """A day that was, what else the text holds, and whether its year was left to be guessed."""

    day: date
    rest: str = ""
    year_guessed: bool = False


def day_behind(text: str, today: date, *, before_today: bool = False) -> Behind | None:
    """The nearest such day that is not ahead, None where none is said.

    `before_today`: the time that goes with it is still to come today.
    """
    latest = today - timedelta(days=before_today)
    for pattern, read in FORMS:
        for found in pattern.finditer(text):
            day = read(found, latest, today)
            if day is not None:
                rest = f"{text[: found.start()]} {text[found.end() :]}"
                return Behind(day, rest, read in (_dated, _in_figures))
    return None


def _dated(found: re.Match[str], latest: date, _today: date) -> date | None:
    return _nearest(_months_back(int(found["day"]), _month(found["month"]), latest), latest)


def _in_figures(found: re.Match[str], latest: date, _today: date) -> date | None:
    return _nearest(_months_back(int(found["day"]), int(found["m"]), latest), latest)


def _of_the_month(found: re.Match[str], latest: date, _today: date) -> date | None:
    day = int(found["day"])
    months = ((latest.year - (back >= latest.month), (latest.month - back - 1) % 12 + 1)
              for back in range(12))  # fmt: skip
    return _nearest((_built(year, month, day) for year, month in months), latest)


def _weekday(found: re.Match[str], latest: date, today: date) -> date:
    """Of today's own name today, unless "last" is said of it."""
    wanted = WEEKDAYS[found["name"].lower()]
    latest = min(latest, today - timedelta(days=1)) if found["last"] else latest
    return latest - timedelta(days=(latest.weekday() - wanted) % 7)


def _today_said(_found: re.Match[str], _latest: date, today: date) -> date:
    return today


def _yesterday(_found: re.Match[str], _latest: date, today: date) -> date:
    return today - timedelta(days=1)


def _day_before(_found: re.Match[str], _latest: date, today: date) -> date:
    return today - timedelta(days=2)


def _ago(found: re.Match[str], _latest: date, today: date) -> date | None:
    said = found["count"].lower()
    days = (int(said) if said.isdigit() else AGO[said]) * (7 if found["unit"] == "week" else 1)
    return today - timedelta(days=days) if days <= LONGEST else None


def _months_back(day: int, month: int, latest: date) -> Iterator[date | None]:
    """That day of this year and of those before, as far back as a leap day may lie."""
    return (_built(latest.year - back, month, day) for back in range(9))


def _nearest(days: Iterator[date | None], latest: date) -> date | None:
    return next((day for day in days if day is not None and day <= latest), None)


def _built(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(word: str) -> int:
    return MONTHS[word.lower().rstrip(".")]


Read = Callable[[re.Match[str], date, date], date | None]
DAY = r"(?P<day>[0-3]?\d)"
FORMS: tuple[tuple[re.Pattern[str], Read], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), read)
    for pattern, read in (
        (rf"\b(?:the\s+)?day before {YESTERDAY}\b\.?", _day_before),
        (rf"\b(?:{YESTERDAY}\b\.?{NIGHT}|last (?:night|nite))(?!\w)", _yesterday),
        (rf"\b(?:{TODAY}|this{NIGHT[:-1]})\b", _today_said),
        (rf"(?<![\d/.]){DAY}(?:st|nd|rd|th)?\s*(?:of\s+)?-?(?P<month>{MONTH})(?!\w)", _dated),
        (rf"\b(?P<month>{MONTH})\s*{DAY}(?:st|nd|rd|th)?(?![\d:/])", _dated),
        (rf"(?<![\d/.-]){DAY}[/.-](?P<m>1[0-2]|0?[1-9])(?![\d/.:-])", _in_figures),
        (rf"\b(?:the\s+)?{DAY}(?:st|nd|rd|th)\b", _of_the_month),
        (rf"\b(?P<count>\d{{1,3}}|{'|'.join(AGO)})\s+(?P<unit>day|week)s?\s+ago\b", _ago),
        (rf"\b(?P<last>last\s+)?(?P<name>{WEEKDAY})(?!\w){NIGHT}", _weekday),
        (r"\bovernight\b", _yesterday),
    )
)
"""The forms in the order in which they are tried: a day of a month says more than its weekday."""
