"""Dates with a number in them: 24/12, 24.12.26, 3rd March, Friday 20th, the 12th."""

import re
from dataclasses import replace
from datetime import date

from models.rules.dates.forms import form
from models.rules.dates.reading import Frame, Meaning, impossible
from models.rules.dates.vocabulary import (
    MONTH,
    NEXT,
    NTH,
    NTH_WORD,
    WEEKDAY,
    YEAR,
    day_number,
    month_number,
    says_next,
    weekday_number,
    year_number,
)
from models.rules.months import add_months

IN = re.compile(r"\b(?:with)?in\s+$", re.IGNORECASE)
FAR = 183
MODAL = r"(?:be|have|not|need|also|still|well|want|wish|go|come|know|like|help|get|try|use|feel)"
STOP = (
    r"(?=\s*(?:$|[,.;:)!?–—-]|\b(?:and|so|to|with|at|or|for|if|then|noon|latest|about|re|pls|please"
    r"|max|if\s+poss\w*)\b))"
)


def on_date(year: int | None, month: int, day: int, frame: Frame) -> Meaning:
    """That date; without a year the coming one; a past or impossible one says so."""
    try:
        if year:
            return _checked(date(year, month, day), frame)
        return _coming(month, day, frame)
    except ValueError:
        return impossible("No calendar has this date (the day comes first): give the date.")


def _checked(value: date, frame: Frame) -> Meaning:
    return Meaning(value, "This date is past." if value < frame.today else None)


def _coming(month: int, day: int, frame: Frame) -> Meaning:
    start = frame.earliest
    # A leap day may be eight years off; any other day comes within two.
    for year in range(start.year, start.year + 9):
        if not (month == 2 and day == 29) or _is_leap(year):
            value = date(year, month, day)
            if value >= start:
                break
    far = (value - frame.today).days > FAR and value.year > frame.today.year
    return Meaning(value, f"Taken as {value.year}: say the year if it is another." if far else None)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _iso(found: re.Match[str], frame: Frame) -> Meaning:
    return on_date(int(found["y"]), int(found["m"]), int(found["d"]), frame)


def _figures(found: re.Match[str], frame: Frame) -> Meaning | None:
    if found[0] == "24/7" or found[0].endswith("/52"):
        return None
    year = found.groupdict().get("y")
    if not year and found["m"] == "12" and IN.search(found.string[: found.start()]):
        return None  # "in 3/12": as health writes months
    return on_date(year_number(year) if year else None, int(found["m"]), int(found["d"]), frame)


def _day_month(found: re.Match[str], frame: Frame) -> Meaning | None:
    year = found["y"]
    return on_date(
        year_number(year) if year else None, month_number(found["m"]), day_number(found["d"]), frame
    )


def _month_day(found: re.Match[str], frame: Frame) -> Meaning | None:
    # "may 3" and "march 10" in small letters are more often verbs than months.
    if found["m"] in {"may", "march", "mar"} and found["d"].isdigit():
        return None
    return _day_month(found, frame)


def _weekday_date(found: re.Match[str], frame: Frame) -> Meaning | None:
    month = found["m"] if found["m"] else found["fm"]
    number = int(month) if month.isdigit() else month_number(month)
    year = found["y"] or found["fy"]
    meaning = on_date(
        year_number(year) if year else None, number, day_number(found["d"] or found["fd"]), frame
    )
    return _with_weekday(meaning, found["w"])


def _with_weekday(meaning: Meaning, weekday: str) -> Meaning:
    value = meaning.value
    if value is None or _is(value, weekday):
        return meaning
    return Meaning(value, f"{value.day} {value:%B %Y} is a {value:%A}: day or date is wrong.")


def _weekday_nth(found: re.Match[str], frame: Frame) -> Meaning | None:
    first = _nth(found, frame)
    if first is None or first.value is None:
        return first
    second = _nth(found, replace(frame, after=first.value))
    for meaning in (first, second):
        if meaning and meaning.value and _is(meaning.value, found["w"]):
            return meaning
    # "Friday 5" may be five of something: a bare number counts only where the calendar agrees.
    return None if found["d"].isdigit() else _with_weekday(first, found["w"])


def _is(day: date, weekday: str) -> bool:
    return day.weekday() == weekday_number(weekday)


def _nth(found: re.Match[str], frame: Frame) -> Meaning | None:
    day = day_number(found["d"])
    if not 1 <= day <= 31:
        return None
    which = (found.groupdict().get("of") or "").lower()
    if which:
        first = frame.today.replace(day=1)
        first = add_months(first, 1) if says_next(which) else first
        return on_date(first.year, first.month, day, frame)
    first = frame.today.replace(day=1)
    for _ in range(13):
        last = add_months(first, 1)
        if day <= (last - first).days and first.replace(day=day) > frame.earliest:
            return Meaning(first.replace(day=day))
        first = last
    return None


MAY = rf"(?!(?-i:may)\s+{MODAL}\b)"
DAY = rf"(?:the\s+)?(?P<d>{NTH}|\d{{1,2}}(?!\d))(?:\s+of(?:\s+the)?)?"
FORMS = (
    form(r"(?P<y>20\d\d)-(?P<m>\d\d)-(?P<d>\d\d)", _iso),
    form(
        r"(?P<d>\d{1,2})\s?(?P<sep>[/.-])\s?(?P<m>\d{1,2})\s?(?P=sep)\s?(?P<y>20\d\d|\d\d)",
        _figures,
    ),
    form(r"(?P<d>\d{1,2})/(?P<m>\d{1,2})", _figures, "edge"),
    form(r"(?P<d>[0-3]?\d)\.(?P<m>0[1-9]|1[0-2])", _figures, "edge"),
    form(rf"{DAY}[\s-]*{MAY}(?P<m>{MONTH})(?:,?[\s-]*(?P<y>{YEAR}))?", _day_month),
    form(rf"(?:the\s+)?(?P<d>{NTH_WORD})\s+of\s+(?P<m>{MONTH})(?:,?\s*(?P<y>{YEAR}))?", _day_month),
    form(
        rf"(?P<m>{MONTH})\s+(?:the\s+)?(?P<d>{NTH}|{NTH_WORD}|\d{{1,2}}(?![\d:]))"
        rf"(?:,?\s+(?P<y>20\d\d))?",
        _month_day,
    ),
    form(
        rf"(?P<w>{WEEKDAY}),?\s+(?:the\s+)?(?:(?P<d>{NTH}|\d{{1,2}})\s*(?:of\s+)?{MAY}(?P<m>{MONTH})"
        rf"(?:,?\s*(?P<y>{YEAR}))?|(?P<fd>\d{{1,2}})[/.](?P<fm>\d{{1,2}})(?:[/.](?P<fy>20\d\d|\d\d))?)",
        _weekday_date,
    ),
    form(
        rf"(?P<w>{WEEKDAY}),?\s+(?:the\s+)?(?P<d>{NTH}|{NTH_WORD}|\d{{1,2}}(?!\s?[ap]m))",
        _weekday_nth,
    ),
    form(
        rf"(?:the\s+)?(?P<d>{NTH}|{NTH_WORD})\s+of\s+(?P<of>this\s+month|the\s+month|{NEXT}\s+month)",
        _nth,
    ),
    form(rf"(?:the\s+)?(?P<d>{NTH}){STOP}", _nth, "edge"),
    form(rf"the\s+(?P<d>{NTH_WORD}){STOP}", _nth, "edge"),
)
