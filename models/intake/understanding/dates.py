"""Dates as people write them: day first, months in words, two-digit years, impossible days kept."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_YEAR = r"['’‘]?(?P<year>\d{4}|\d{2})(?!\d|:\d)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?<!\d)(?P<year>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)",
        r"(?<!\d)(?P<day>\d{1,2})\s*(?P<sep>[-/.\\])\s*(?P<m>\d{1,2})\s*(?P=sep)\s*" + _YEAR,
        r"(?<!\d)(?P<day>\d{1,2})\s*[-/.\\]\s*(?P<m>\d{1,2})\s*[-/.\\]\s*" + _YEAR,
        r"(?<!\d)(?P<day>\d{1,2})\s*(?:st|nd|rd|th)?\s*(?:of\s+)?[-/. ]?\s*"
        + _MONTH
        + r"\s*[-/., ]?\s*"
        + _YEAR,
        r"\b" + _MONTH + r"\s*(?P<day>\d{1,2})(?:st|nd|rd|th)?\s*,?\s+" + _YEAR,
        r"(?<!\d)(?P<day>\d{1,2})\s+(?P<m>\d{1,2})\s+" + _YEAR,
        r"(?<!\d)(?P<day>[0-3]\d)(?P<m>[01]\d)(?P<year>(?:19|20)\d\d)(?!\d)",
        r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<m>[01]\d)(?P<day>[0-3]\d)(?!\d)",
        r"^(?P<day>[0-3]\d)(?P<m>[01]\d)(?P<year>\d\d)$",
    )
)
_UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS = ("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth")
_WORDS = (
    *_UNITS,
    *_TEENS,
    *("seventeenth", "eighteenth", "nineteenth", "twentieth"),
    *(f"twenty-{unit}" for unit in _UNITS),
    *("thirtieth", "thirty-first"),
)
_ORDINALS = {word: number for number, word in enumerate(_WORDS, 1)}
_ORDINAL = re.compile(
    r"\b(" + "|".join(sorted(_ORDINALS, key=len, reverse=True)).replace("-", "[- ]") + r")\b"
    r"(?=\s+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?<![\d/.-])(?:(?P<h>\d{1,2})[:.](?P<m>\d{2})(?::\d{2})?\s*(?P<half>[ap]\.?m)?|"
    r"(?P<h2>\d{1,2})\s*(?P<half2>[ap]\.?m)|(?P<h3>[0-2]\d)(?P<m3>[0-5]\d)(?!\d)\s*(?:hrs|hours|"
    r"h\b)?)",
    re.IGNORECASE,
)
_SERIAL = re.compile(r"^\d{5}(?:\.\d+)?$")
_EPOCH = datetime(1899, 12, 30)


@dataclass(frozen=True)
class Day:
    """A date or moment read from text; `value` None where there is none, `note` what to look at."""

    value: date | datetime | None
    note: str = ""
    rest: str = ""


def read_day(text: str, this_year: int, born: bool = False) -> Day:
    """Return the first date in the text; `born` reads '09 as a year that has already been."""
    text = re.sub(r"\s+", " ", text.translate({0x2011: "-", 0x2013: "-", 0xA0: " "})).strip()
    text = _ORDINAL.sub(lambda word: str(_ORDINALS[word[0].lower().replace(" ", "-")]), text)
    if _SERIAL.match(text):
        return _from_serial(float(text))
    for form in _FORMS:
        found = form.search(text)
        if found:
            rest = (text[: found.start()] + " " + text[found.end() :]).strip()
            return _built(found, rest, this_year, born)
    return Day(None, "no date found, kept as written" if text else "", text)


def read_moment(text: str, this_year: int) -> Day:
    """Return the first date in the text with its time of day; a date alone is midnight's date."""
    day = read_day(text, this_year)
    if day.value is None or isinstance(day.value, datetime):
        return day
    found = _TIME.search(day.rest.removeprefix("T"))
    if not found:
        return day
    hour, minute = (
        int(found["h"] or found["h2"] or found["h3"]),
        int(found["m"] or found["m3"] or 0),
    )
    half = (found["half"] or found["half2"] or "").lower()
    hour = hour % 12 + (12 if half.startswith("p") else 0) if half else hour
    if hour > 23 or minute > 59:
        return Day(day.value, "impossible time of day", day.rest)
    value = datetime(day.value.year, day.value.month, day.value.day, hour, minute)
    return Day(value, day.note, day.rest)


def _built(found: re.Match[str], rest: str, this_year: int, born: bool) -> Day:
    parts = found.groupdict()
    named = (parts.get("month") or "")[:3].lower()
    month = _MONTHS.index(named) + 1 if named else int(parts["m"])
    year = _century(parts["year"], this_year, born)
    try:
        value = date(year, month, int(parts["day"]))
    except ValueError:
        return Day(None, "impossible date, kept as written", rest)
    if born and value.year > this_year:
        return Day(None, "born in the future, kept as written", rest)
    return Day(value, "", rest)


def _century(year: str, this_year: int, born: bool) -> int:
    if len(year) == 4:
        return int(year)
    latest = this_year if born else this_year + 20
    value = latest - latest % 100 + int(year)
    return value if value <= latest else value - 100


def _from_serial(days: float) -> Day:
    if not 7_000 <= days <= 73_050:
        return Day(None, "no date found, kept as written")
    value = _EPOCH + timedelta(days=days)
    note = "read from a spreadsheet's day number"
    return Day(value.date() if days == int(days) else value.replace(microsecond=0), note)
