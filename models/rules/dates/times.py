"""Times of day that stand beside a date: noon, 5pm, close of play, tomorrow morning."""

import re
from datetime import time

from models.rules.dates.forms import form
from models.rules.dates.reading import Frame, Meaning

END_OF_DAY = time(17, 0)
DAY_ENDS = (
    r"(?:the\s+)?(?:close\s+of\s+(?:play|business)|end\s+of\s+(?:play|business|(?:the\s+)?(?:working\s+)?day)"
    r"|c\.?o\.?p\.?|c\.?o\.?b\.?|e\.?o\.?d\.?)"
)
CLOCK = (
    r"(?:\d{1,2}(?:[:.]\d{2})?\s?(?:am|pm|[ap]\.m\.)|(?:[01]?\d|2[0-3]):[0-5]\d|noon|midday"
    r"|12\s+noon)"
)
STATED = rf"(?:{CLOCK}(?!\w)|(?:[01]?\d|2[0-3])[.:][0-5]\d\b(?![./-]\d))"
"""A clock's time where a line tells when, so "10.15" too, which in a date is none."""
PART = r"(?:first\s+thing|lunch\s?time|morning|afternoon|evening|night|nite|am|pm)"
TIME = rf"(?:{DAY_ENDS}|{CLOCK}|{PART})"
AFTER = re.compile(rf"^,?\s*(?:at\s+|by\s+|in\s+the\s+)?(?P<t>{TIME})(?![\w])", re.IGNORECASE)
AHEAD = re.compile(rf"(?:^|(?<=[\s(,;:]))(?P<t>{TIME})\s+(?:on\s+|of\s+|,\s*)?$", re.IGNORECASE)
HOUR = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s?(am|pm|[ap]\.m\.)?", re.IGNORECASE)


def clock_time(words: str) -> time | None:
    """The time meant; a part of the day is none."""
    words = words.lower()
    if "noon" in words and "after" not in words or words == "midday":
        return time(12, 0)
    if re.fullmatch(DAY_ENDS, words):
        return END_OF_DAY
    found = HOUR.match(words)
    return _of_figures(found) if found else None


def _of_figures(found: re.Match[str]) -> time | None:
    hour, minute, half = (
        int(found[1]),
        int(found[2] or 0),
        (found[3] or "").lower().replace(".", ""),
    )
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + 12 * (half == "pm") if half else hour
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _today(found: re.Match[str], frame: Frame) -> Meaning:
    return Meaning(frame.today, when=clock_time(found[0]))


FORMS = (form(DAY_ENDS, _today, "edge"), form(CLOCK, _today, "lead"))
