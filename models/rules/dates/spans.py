"""Lengths of time and ends of things: in two weeks, within 5 working days, month end."""

import re
from datetime import date, timedelta

from models.rules.dates.forms import form
from models.rules.dates.reading import Frame, Meaning, vague
from models.rules.dates.vocabulary import (
    COUNT,
    MONTH,
    NEXT,
    YEAR,
    count_of,
    month_number,
    says_next,
    week_start,
    year_number,
)
from models.rules.months import add_months, month_end
from models.rules.working_days import add_working_days

WITHIN = re.compile(r"\b(?:within|w/in|inside)\s+(?:the\s+)?(?:next\s+)?$", re.IGNORECASE)
OF_SOMETHING = re.compile(
    r"\s+(?:of|after|from|since|post)\s+(?!today|now|this\b|(?:the\s+|our\s+)?(?:panel|meeting|mace)\b)[a-z]",
    re.IGNORECASE,
)
# "Twice a week", "3 nights a week", "2x a wk": how often.
TIMES = re.compile(
    rf"\b(?:once|twice|thrice|times?|\d+\s*x|x\s*\d+|(?:{COUNT}|several|few|couple\s+of|many)"
    r"\s+(?:\w+\s+)?(?:\w{2,}s|night|day|hour|visit|call))\s*$",
    re.IGNORECASE,
)


def _span(found: re.Match[str], frame: Frame) -> Meaning:
    whole = found.string
    if WITHIN.search(whole[: found.start()]) and OF_SOMETHING.match(whole[found.end() :]):
        return vague("Name the day: it counts from something that has none here.")
    count = count_of(found["n"])
    return Meaning(_later(frame, count, found["u"].lower(), bool(found["work"])))


def _bare_span(found: re.Match[str], frame: Frame) -> Meaning | None:
    """ "Locks changed, 48hrs"; "tutor at home 5hrs" and "twice a week" say how much, not when."""
    short = found["u"].lower().startswith("h") and count_of(found["n"]) < 24
    rate = found["n"].lower() in ("a", "an") and TIMES.search(found.string[: found.start()])
    return None if short or rate else _span(found, frame)


def _one_span(found: re.Match[str], frame: Frame) -> Meaning:
    """ "Within the next fortnight"."""
    return Meaning(_later(frame, 1, found["u"].lower(), working=False))


def _later(frame: Frame, count: int, unit: str, working: bool) -> date:
    if unit.startswith(("wd", "working")) or (working and unit.startswith("day")):
        return add_working_days(frame.today, count, frame.closed)
    if unit.startswith(("month", "mth", "mnth")):
        return add_months(frame.today, count)
    if unit.startswith(("year", "yr")):
        return add_months(frame.today, 12 * count)
    if unit.startswith("h"):
        return frame.today + timedelta(days=0 if count < 24 else -(-count // 24))
    days = 14 if unit.startswith("fortnight") else 7 if unit.startswith("w") else 1
    return frame.today + timedelta(days=days * count)


def _weeks_of_the_year(found: re.Match[str], frame: Frame) -> Meaning:
    """ "6/52": weeks as health writes them."""
    return Meaning(frame.today + timedelta(weeks=int(found["n"])))


def _months_of_the_year(found: re.Match[str], frame: Frame) -> Meaning:
    """ "In 3/12": months as health writes them."""
    return Meaning(add_months(frame.today, int(found["n"])))


def _range(found: re.Match[str], frame: Frame) -> Meaning:
    return vague("This gives a range: name the latest day.")


def _next_working_day(found: re.Match[str], frame: Frame) -> Meaning:
    return Meaning(add_working_days(frame.today, 1, frame.closed))


def _end_of_month(found: re.Match[str], frame: Frame) -> Meaning:
    months = 1 if says_next(found[0]) else 0
    return Meaning(month_end(frame.today.year, frame.today.month + months))


def _end_of_named_month(found: re.Match[str], frame: Frame) -> Meaning:
    month = month_number(found["m"])
    year = year_number(found["y"]) if found["y"] else frame.today.year
    value = month_end(year, month)
    if value >= frame.today:
        return Meaning(value)
    return (
        Meaning(value, "This date is past.") if found["y"] else Meaning(month_end(year + 1, month))
    )


def _end_of_week(found: re.Match[str], frame: Frame) -> Meaning:
    friday = week_start(frame.today) + timedelta(days=4)
    if says_next(found[0]) or friday < frame.today:
        friday += timedelta(weeks=1)
    return Meaning(friday)


def _end_of_year(found: re.Match[str], frame: Frame) -> Meaning:
    return Meaning(date(frame.today.year, 12, 31))


UNIT = r"(?P<u>hours?|hrs?|h|days?|wds?|weeks?|wks?|w|fortnights?|months?|mn?ths?|years?|yrs?)"
LENGTH = (
    rf"(?!2-?day\b)(?P<n>{COUNT})\s*(?P<work>(?:working|business|work|wkg)\s+)?(?:calendar\s+)?"
    rf"{UNIT}"
)
AHEAD = r"(?:['’]?s?['’]?\s+time|\s+(?:from\s+(?:now|today)|hence))"
SINCE = r"(?:\s+(?:of|from|after)\s+(?:today|the\s+meeting|this\s+meeting|(?:the\s+)?panel))"
INTO = (
    r"(?:within|w/in|inside|in|over|during)"
    rf"(?:\s+(?:(?:the\s+)?(?:{NEXT}|coming)|under|no\s+more\s+than))?"
)
NOT_BEFORE = r"(?!\s+(?:before|prior|ago|old|of\s+age|earlier))"
FORMS = (
    form(r"(?:in\s+)?(?P<n>\d{1,2})/52", _weeks_of_the_year),
    form(r"(?:in|within)\s+(?P<n>\d{1,2})/12", _months_of_the_year),
    form(rf"{INTO}\s+(?:the\s+)?{LENGTH}(?:{AHEAD}|{SINCE})?{NOT_BEFORE}", _span),
    form(rf"{LENGTH}(?:{AHEAD}|{SINCE})", _span),
    form(rf"{LENGTH}{NOT_BEFORE}", _bare_span, "edge"),
    form(
        rf"{INTO}\s+{COUNT}\s*(?:-|–|to|or)\s*{COUNT}\s*(?:working\s+)?(?:days|weeks|months)",
        _range,
    ),
    form(
        rf"{INTO}\s+(?:the\s+)?(?:{NEXT}|coming)\s+(?P<u>fortnight|w(?:ee)?k|m(?:on)?th)(?!s)",
        _one_span,
    ),
    form(r"within\s+the\s+(?P<u>fortnight|w(?:ee)?k)", _one_span),
    form(rf"end\s+(?P<m>{MONTH})(?:\s+(?P<y>{YEAR}))?", _end_of_named_month, "edge"),
    form(r"(?:the\s+)?next\s+working\s+day", _next_working_day),
    form(
        rf"(?:the\s+)?end\s+of\s+(?:(?:the|this|{NEXT})\s+)?m(?:on)?th|month[\s-]end|eom",
        _end_of_month,
    ),
    form(rf"(?:the\s+)?end\s+of\s+(?P<m>{MONTH})(?:\s+(?P<y>{YEAR}))?", _end_of_named_month),
    form(
        rf"(?:the\s+)?end\s+of\s+(?:(?:the|this|{NEXT})\s+)?(?:working\s+)?w(?:ee)?k|eow",
        _end_of_week,
    ),
    form(
        r"(?:the\s+)?end\s+of\s+(?:the|this)\s+(?:calendar\s+)?year|(?<!new\s)year[\s-]end",
        _end_of_year,
    ),
)
