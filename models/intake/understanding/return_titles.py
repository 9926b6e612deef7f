"""The agency that the title of a return names: "Agency information return: Police"."""

import re
from datetime import date, datetime

from models import codes
from models.intake.understanding.dates import read_day
from models.intake.understanding.lexicon import is_title
from models.intake.understanding.names import looks_like_name, names_a_body, read_name

_MEETING = re.compile(
    r"(?<!\bnext )(?<!\bfollowing )\b(?:(?:meeting|panel|mace|mase|conference)\b\W*)+"
    r"(?:(?-i:[A-Z][\w'’-]+)[\s,–-]+){0,3}(?:held |of |on |dated )*"
    r"((?:[a-z]+day,? )?\d.*)$",
    re.IGNORECASE,
)
LONGEST_DAY = 7  # words of a day with its weekday, one more
_UNDATED = re.compile(
    r"\b(?:meeting|panel|mace|mase|conference)\b\W*(?:(?:held|of|on|dated) )*(?:[a-z]+day,? )?"
    r"(\d{1,2}(?:st|nd|rd|th)?(?: of)? [a-z]{3,9})(?:\W*$|[.;]\s)",
    re.IGNORECASE,
)
_BEFORE_TITLE = re.compile(
    r"^(?:.*[:–—]\s*|.*\s-\s+)?(.{3,60}?)\s+(?:agency\s+)?"
    r"(?:response|return|research|info(?:rmation)?|update|checks?)(?:\s+(?:for|to)\b.*)?\W*$",
    re.IGNORECASE,
)
_RETURN_FROM = re.compile(
    r"^\W*(?:return|response|info(?:rmation)?|update|report)\s+(?:from|by)\s+(.{3,60}?)\W*$",
    re.IGNORECASE,
)
_PANEL = re.compile(r"\b(?:panel|mace|mase|meeting)\b|\b\d{1,2}[ ./-]", re.IGNORECASE)
_AGES = re.compile(r"\b\d{1,2}\s?[-–]\s?\d{1,2}(?=\s+[A-Za-z])")  # 0-19 service
_AFTER_TITLE = re.compile(r"^(.*?)(?:\s*[:–—]\s*|\s+-\s+|\s+from\s+|\s+by\s+)(.+)$")


def meeting_in_title(text: str, this_year: int) -> date | None:
    """The day that a title gives its meeting: "Request: MACE meeting 1 December 2026"."""
    found = _MEETING.search(text)
    words = found[1].split() if found else []
    days = (read_day(" ".join(words[:count]), this_year).value for count in range(1, LONGEST_DAY))
    day = next((one for one in days if one is not None), None)
    told = day is not None and found is not None and _begins_with(day, found[1])
    return (day.date() if isinstance(day, datetime) else day) if told else None


def _begins_with(day: date, words: str) -> bool:
    """Say whether it is the day that stands first, not one told further on of something else."""
    first = re.search(r"\d+", words)
    return first is not None and int(first[0]) in (day.day, day.year)


def undated_meeting(text: str) -> str:
    """Return the day without a year that a title gives its meeting: "MACE Thursday 8th October"."""
    found = _UNDATED.search(text)
    return found[1] if found else ""


def agency_in_title(text: str) -> str:
    """The agency named after or before the words of a title, "" where none is."""
    sent = _RETURN_FROM.match(text)
    if sent and names_a_body(sent[1]) and not _PANEL.search(sent[1]):
        return sent[1]
    named = _AFTER_TITLE.match(text)
    agency = named[2] if named and is_title(named[1]) else ""
    before = _BEFORE_TITLE.match(text)
    agency = "" if _PANEL.search(_AGES.sub("", agency)) else agency
    if before and not codes.recognise("agency_kinds", agency):
        body = before[1].rstrip(" –—-:,")
        dashed = body != before[1] and names_a_body(body)
        return body if dashed or codes.recognise("agency_kinds", body) else agency
    return agency


def names_somebody(text: str) -> bool:
    """Say whether a text is somebody's name, and no agency's: Sandra Quilter."""
    name = read_name(text).name
    named = looks_like_name(name) and " " in name and not names_a_body(name)
    return named and codes.recognise("agency_kinds", text) is None
