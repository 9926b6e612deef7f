"""Dates as people write them: day first, months in words, two-digit years, impossible days kept."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from rapidfuzz import fuzz

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\.?"
NAMES = ("january", "february", "march", "april", "may", "june", "july", "august", "september",
         "october", "november", "december")  # fmt: skip
ALIKE = 85  # of a hundred: "Septmber" is a month misspelt, and "separate" and "marked" are none
_HOUR_FOLLOWS = r"\d|:\d|\.[0-5]\d(?!\d)|(?:[.:][0-5]\d)?\s*(?:[ap]\.?m\b|h(?:rs|ours)?\b)"
_YEAR = rf"['’‘]?(?P<year>(?:19|20)\d\d|\d{{2}})(?!{_HOUR_FOLLOWS})"
"""A year, and no hour: neither the 11 of "11pm", "11.30" and "11:30" nor the figures of "0640"."""
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?<!\d)(?P<year>(?:19|20)\d\d)[-/.](?P<m>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)",
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
_SERIAL = re.compile(r"^\d{5}(?:\.\d+)?$")
_EPOCH = datetime(1899, 12, 30)
ANY_YEAR = 2000  # whether it is a day is asked, not which


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
        found = next(filter(_names_month, form.finditer(text)), None)
        if found:
            rest = (text[: found.start()] + " " + text[found.end() :]).strip()
            return _built(found, rest, this_year, born)
    return Day(None, "no date found, kept as written" if text else "", text)


def is_day(text: str) -> bool:
    """Say whether a text is a day and nothing more; a worksheet's midnight is no more."""
    day = read_day(text, ANY_YEAR)
    return day.value is not None and not day.rest.strip(" .,;:()–-0")


def _names_month(found: re.Match[str]) -> bool:
    """Say whether a word behind a day is a month, short or whole, and nearly spelt so."""
    word = (found.groupdict().get("month") or "").lower()
    whole = NAMES[MONTHS.index(word[:3])] if word else ""
    return whole.startswith(word) or fuzz.ratio(word, whole) >= ALIKE


def _built(found: re.Match[str], rest: str, this_year: int, born: bool) -> Day:
    parts = found.groupdict()
    named = (parts.get("month") or "")[:3].lower()
    month = MONTHS.index(named) + 1 if named else int(parts["m"])
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
