"""The day that a title or a name tells: "as at 23 Nov", "tracker-231126", "March 2026"."""

import re
from calendar import monthrange
from datetime import date, datetime

from models.intake.understanding.dates import MONTHS, read_day
from models.intake.understanding.episode_days import end_of, last_such

OLDEST = 2000
LEADS = re.compile(
    r"\b(?:as (?:at|of|on)|position|correct (?:at|on)|up ?to ?date (?:at|on)|(?:last )?updated?|"
    r"(?:last )?amended|snapshot|status (?:at|on)|data (?:at|to|from)|reports?|list(?:ed)?|extract"
    r"(?:ed)?|export(?:ed)?|run|print(?:ed)?|download(?:ed)?|produced|prepared|compiled|generated|"
    r"tracker|cohort|mace|panel|meeting|week (?:ending|commencing)|w/[ce]|(?:quarter|month) end"
    r"(?:ing|ed)?|date)\b[^\d]{0,40}$",
    re.IGNORECASE,
)
"""What stands before the day of a list, on the same line."""
_NAMED = (  # Marlow and Mayfield are no months
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?\s*(?:of\s+)?{_NAMED}\b(?!\W{{0,2}}\d)", re.IGNORECASE
)
_NUMBERS = re.compile(r"(?<![\w/.-])(\d{1,2})[/.](\d{1,2})(?![\d/.-])")
_MONTH = re.compile(rf"\b{_NAMED}\W{{0,3}}((?:20)?\d\d)(?!\d)", re.IGNORECASE)
_TIGHT = re.compile(r"(?<!\d)([0-3]\d)([01]\d)(\d\d)(?!\d)")
_BACK = re.compile(r"(?<!\d)(\d\d)([01]\d)([0-3]\d)(?!\d)")


def day_told_behind(text: str, latest: date) -> date | None:
    """The day behind words that lead to one: "Position at 27/11/2026"; none after `latest`."""
    for at in (one.start() for one in re.finditer(r"(?<!\d)\d", text)):
        if LEADS.search(text[:at]):
            return day_told(text[at:], latest)
    return None


def day_told(text: str, latest: date) -> date | None:
    """The day that a name has in it, the last of a month named alone; none after `latest`.

    Without its year it is the last such day.
    """
    for said in (text, re.sub(r"[_\s-]+", " ", text)):
        whole = read_day(said, latest.year).value
        if whole is not None:
            return _possible(whole, latest)
    name = re.sub(r"[_\s-]+", " ", text)
    return _tight(name, latest) or _yearless(name, latest) or _month(name, latest)


def _possible(day: date, latest: date) -> date | None:
    one = day.date() if isinstance(day, datetime) else day
    return one if one.year >= OLDEST and one <= latest else None


def _made(year: int, month: int, day: int, latest: date) -> date | None:
    try:
        return _possible(date(year, month, day), latest)
    except ValueError:
        return None


def _tight(name: str, latest: date) -> date | None:
    forward, back = _TIGHT.search(name), _BACK.search(name)
    if forward:
        day, month, year = map(int, forward.groups())
        found = _made(2000 + year, month, day, latest)
        if found is not None:
            return found
    if back:
        year, month, day = map(int, back.groups())
        return _made(2000 + year, month, day, latest)
    return None


def day_and_month(text: str) -> tuple[int, int] | None:
    """The day and the month that a text names without a year: "12 Oct", "12/10"."""
    named, numbers = _DAY.search(text), _NUMBERS.search(text)
    if named:
        return int(named[1]), MONTHS.index(named[2][:3].lower()) + 1
    return (int(numbers[1]), int(numbers[2])) if numbers else None


def _yearless(name: str, latest: date) -> date | None:
    said = day_and_month(name)
    try:
        return last_such(date(OLDEST, said[1], said[0]), end_of(latest)) if said else None
    except ValueError:
        return None


def _month(name: str, latest: date) -> date | None:
    found = _MONTH.search(name)
    if found is None:
        return None
    year = int(found[2]) % 100 + 2000
    month = MONTHS.index(found[1][:3].lower()) + 1
    if date(year, month, 1) > latest:
        return None
    return min(date(year, month, monthrange(year, month)[1]), latest)
