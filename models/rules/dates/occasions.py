"""Days with a name: today, tomorrow, Christmas, Easter, the next meeting."""

import re
from datetime import date, timedelta

from models.rules.dates.forms import Reader, form
from models.rules.dates.reading import Frame, Meaning, vague
from models.rules.dates.vocabulary import (
    COUNT,
    MONTH,
    NEXT,
    WEEKDAY,
    count_of,
    easter,
    month_number,
    weekday_number,
)
from models.rules.working_days import add_working_days, bank_holidays, last_working_day_before

A_MONTH = "This is a month, not a day: give a date."
NO_MEETING = "The next meeting has no date yet: name the day."


def _days_on(days: int) -> Reader:
    return lambda found, frame: Meaning(frame.today + timedelta(days=days))


def _yearly(month: int, day: int) -> Reader:
    def meaning(found: re.Match[str], frame: Frame) -> Meaning:
        this_year = date(frame.today.year, month, day)
        return Meaning(
            this_year if this_year >= frame.today else date(frame.today.year + 1, month, day)
        )

    return meaning


def _from_easter(days: int) -> Reader:
    def meaning(found: re.Match[str], frame: Frame) -> Meaning:
        years = (frame.today.year, frame.today.year + 1)
        coming = (easter(year) + timedelta(days=days) for year in years)
        return Meaning(next(day for day in coming if day >= frame.today))

    return meaning


def _next_meeting(found: re.Match[str], frame: Frame) -> Meaning:
    return Meaning(frame.next_meeting) if frame.next_meeting else vague(NO_MEETING)


def _panel_of_month(found: re.Match[str], frame: Frame) -> Meaning:
    """ "The Jan panel": the next meeting where it is in that month."""
    meeting = frame.next_meeting
    if meeting is not None and meeting.month == month_number(found["m"]):
        return Meaning(meeting)
    return vague(A_MONTH)


def _ahead_of_meeting(found: re.Match[str], frame: Frame) -> Meaning:
    if frame.next_meeting is None:
        return vague(NO_MEETING)
    count = count_of(found["n"])
    if found["work"]:
        return Meaning(add_working_days(frame.next_meeting, -count, frame.closed))
    days = count * (7 if found["u"].lower().startswith("week") else 1)
    return Meaning(frame.next_meeting - timedelta(days=days))


def _before_panel(found: re.Match[str], frame: Frame) -> Meaning:
    if frame.next_meeting is None:
        return vague(NO_MEETING)
    return Meaning(last_working_day_before(frame.next_meeting, frame.closed))


def _day_before(found: re.Match[str], frame: Frame) -> Meaning:
    if frame.next_meeting is None:
        return vague(NO_MEETING)
    return Meaning(frame.next_meeting - timedelta(days=1))


def _bank_holiday(found: re.Match[str], frame: Frame) -> Meaning:
    """The next bank holiday, or the next that falls on the day that is said."""
    years = (frame.today.year, frame.today.year + 1)
    coming = sorted(day for year in years for day in bank_holidays(year) if day >= frame.today)
    named = found["b"]
    fits = (day for day in coming if not named or day.weekday() == weekday_number(named))
    value = next(fits, None)
    return Meaning(value) if value else vague("No bank holiday falls on that day: give a date.")


PANEL = r"(?:mace\s+|our\s+|panel\s+)?(?:panel|meeting|mtg|mace)"
MEETING = (
    rf"(?:the\s+|our\s+)?{NEXT}\s+{PANEL}(?:\s+(?:meeting|mtg|panel|date))?"
    rf"|(?:the\s+)?{NEXT}\s+time"
)
TOMORROW = r"tomorrow|tommorr?ow|tomorow|tmrw|tmr|tmoz|tomoz?|tom+or+o|2-?mor(?:row|o|a)|2mrw|2moz?"
BEFORE = r"(?:before|ahead\s+of|prior\s+to|b4|bfr|afore)"
FORMS = (
    form(rf"(?:the\s+)?(?P<m>{MONTH})\s+{PANEL}", _panel_of_month),
    form(
        r"today|2-?day|tdy|tonight|2-?nite|2night|tonite|this\s+(?:morning|afternoon|evening)",
        _days_on(0),
    ),
    form(r"this\s+time\s+next\s+week", _days_on(7)),
    form(TOMORROW, _days_on(1)),
    form(rf"(?:the\s+)?day\s+after\s+(?:{TOMORROW})", _days_on(2)),
    form(r"christmas\s+eve|xmas\s+eve", _yearly(12, 24)),
    form(r"(?:christmas|xmas)(?:\s+day)?", _yearly(12, 25)),
    form(r"boxing\s+day", _yearly(12, 26)),
    form(r"new\s+year['’]?s?\s+eve|nye", _yearly(12, 31)),
    form(r"(?:the\s+)?new\s+year['’]?s(?:\s+day)?", _yearly(1, 1)),
    form(r"(?:the\s+)?new\s+year", _yearly(1, 1), "lead"),
    form(r"good\s+friday", _from_easter(-2)),
    form(r"easter(?:\s+sunday)?", _from_easter(0)),
    form(r"easter\s+monday", _from_easter(1)),
    form(rf"(?:the\s+)?(?:next\s+)?bank\s+hol(?:iday)?(?:\s+(?P<b>{WEEKDAY}))?", _bank_holiday),
    form(MEETING, _next_meeting),
    form(
        rf"(?P<n>{COUNT})\s+(?P<work>working\s+)?(?P<u>days?|weeks?)\s+(?:before|ahead\s+of|prior\s+to)\s+"
        rf"(?:{MEETING}|(?:the\s+)?panel)",
        _ahead_of_meeting,
    ),
    form(rf"{BEFORE}\s+(?:the\s+)?panel(?!\s+\w)", _before_panel),
    form(
        rf"(?:the\s+)?(?:night|day)\s+before\s+(?:the\s+)?(?:{NEXT}\s+)?(?:panel|meeting|mtg|mace)(?!\s+\w)",
        _day_before,
    ),
)
