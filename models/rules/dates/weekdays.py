"""Days of the week as people say them: Friday, next Friday, a week on Monday, Monday week."""

import re
from datetime import date, timedelta

from models.rules.dates.forms import form
from models.rules.dates.reading import Frame, Meaning
from models.rules.dates.vocabulary import (
    COUNT,
    MONTH,
    NEXT,
    WEEKDAY,
    coming,
    count_of,
    month_number,
    says_next,
    week_start,
    weekday_number,
)
from models.rules.day_words import in_words
from models.rules.months import add_months, month_end

WEEK = timedelta(weeks=1)
WORKING_WEEK = timedelta(days=5)
ALSO_WORDS = {"sat", "sun", "wed"}
# Neither a day that is past nor one that comes again and again: "Fri gone", "Fri and Sat nights".
NOT_PAST = (
    rf"(?!(?:\s*(?:and|or|to|&|,|/|-|–)\s*{WEEKDAY})*"
    r"\s+(?:last|gone|just\s+gone|eves|evenings|nights|nites|mornings|afternoons)\b)"
)
EITHER = "Taken as {day}: give the date if the week after is meant."
PLACES = {"first": 0, "second": 1, "third": 2, "fourth": 3}


def _coming(found: re.Match[str], frame: Frame) -> Meaning:
    return Meaning(coming(weekday_number(found["w"]), frame.today))


def _this(found: re.Match[str], frame: Frame) -> Meaning:
    weekday = weekday_number(found["w"])
    if weekday == frame.today.weekday():
        return Meaning(frame.today, "Taken as today.")
    return _coming(found, frame)


def _next(found: re.Match[str], frame: Frame) -> Meaning:
    """That day of the following week; said at a weekend it is also the coming one."""
    value = _in_week(frame.today, 1, found["w"])
    weekend = frame.today >= week_start(frame.today) + WORKING_WEEK
    same = weekend and value == coming(weekday_number(found["w"]), frame.today)
    return Meaning(value, EITHER.format(day=in_words(value)) if same else None)


def _next_week(found: re.Match[str], frame: Frame) -> Meaning:
    return Meaning(_in_week(frame.today, 1, found["w"]))


def _after_next(found: re.Match[str], frame: Frame) -> Meaning:
    return Meaning(_in_week(frame.today, 2, found["w"]))


def _this_week(found: re.Match[str], frame: Frame) -> Meaning:
    value = _in_week(frame.today, 0, found["w"])
    return Meaning(value, "This date is past." if value < frame.today else None)


def _in_week(today: date, weeks: int, weekday: str) -> date:
    return week_start(today) + weeks * WEEK + timedelta(days=weekday_number(weekday))


def _weeks_on(found: re.Match[str], frame: Frame) -> Meaning:
    return Meaning(_named_day(found["w"], frame) + _weeks(found["n"]) * WEEK)


def _week_after(found: re.Match[str], frame: Frame) -> Meaning:
    weeks = 2 if found["n"].lower() == "fortnight" else 1
    return Meaning(_named_day(found["w"], frame) + weeks * WEEK)


def _weeks(words: str | None) -> int:
    if not words:
        return 1
    if "fortnight" in words.lower():
        return 2
    return count_of(re.sub(r"\s*w(?:ee)?ks?$", "", words.strip(), flags=re.IGNORECASE) or "one")


def _named_day(word: str, frame: Frame) -> date:
    word = word.lower()
    if word in {"today", "tomorrow"}:
        return frame.today + timedelta(days=word == "tomorrow")
    return coming(weekday_number(word), frame.today)


def _place_in_month(found: re.Match[str], frame: Frame) -> Meaning:
    first = _month_start(found["of"].lower(), frame)
    if found["p"].lower() == "last":
        value = coming(weekday_number(found["w"]), month_end(first.year, first.month) - WEEK)
    else:
        value = coming(weekday_number(found["w"]), first - timedelta(days=1))
        value += PLACES[found["p"].lower()] * WEEK
    return Meaning(value, "This date is past." if value < frame.today else None)


def _month_start(words: str, frame: Frame) -> date:
    first = frame.today.replace(day=1)
    if "month" in words:
        return add_months(first, 1) if says_next(words) else first
    months_off = (month_number(words) - first.month) % 12
    return add_months(first, months_off)


def is_plain_word(text: str) -> bool:
    """True for "sat", "sun", "wed" in small letters, which need a preposition to be days."""
    return text in ALSO_WORDS


DAY = rf"(?P<w>{WEEKDAY})"
WEEKS = rf"(?P<n>{COUNT}\s+w(?:ee)?ks?|(?:a\s+|one\s+)?(?:w(?:ee)?k|fortnight))"
FORMS = (
    form(rf"{DAY}{NOT_PAST}", _coming),
    form(rf"(?:the\s+)?(?:this\s+)?coming\s+{DAY}", _coming),
    form(rf"this\s+{DAY}", _this),
    form(rf"{DAY}\s+(?:of\s+)?this\s+week", _this_week),
    form(rf"this\s+week,?\s+(?:on\s+)?{DAY}", _this_week),
    form(rf"{NEXT}\s+{DAY}", _next),
    form(rf"{DAY}\s+(?:of\s+)?{NEXT}\s+w(?:ee)?k", _next_week),
    form(rf"{NEXT}\s+w(?:ee)?k,?\s+(?:on\s+)?{DAY}", _next_week),
    form(rf"{DAY}\s+(?:of\s+)?(?:the\s+)?week\s+after\s+{NEXT}", _after_next),
    form(rf"(?:the\s+)?week\s+after\s+{NEXT},?\s+(?:on\s+)?{DAY}", _after_next),
    form(rf"(?:the\s+)?{DAY}\s+after\s+{NEXT}", _after_next),
    form(rf"{WEEKS}\s+(?:on\s+|from\s+|after\s+)?(?P<w>{WEEKDAY}|today|tomorrow)", _weeks_on),
    form(rf"(?P<w>{WEEKDAY}|today|tomorrow)\s+(?P<n>w(?:ee)?k|fortnight)", _week_after),
    form(
        rf"(?:the\s+)?(?P<p>first|second|third|fourth|last)\s+{DAY}\s+(?:of|in)\s+"
        rf"(?P<of>{NEXT}\s+month|this\s+month|the\s+month|{MONTH})",
        _place_in_month,
    ),
)
