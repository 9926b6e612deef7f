"""The words that dates are made of, as pattern fragments and as numbers."""

import re
from datetime import date, timedelta

WEEKDAYS = {
    "monday": 0, "mon": 0, "tuesday": 1, "tues": 1, "tue": 1, "wednesday": 2, "weds": 2, "wed": 2,
    "thursday": 3, "thurs": 3, "thur": 3, "thu": 3, "friday": 4, "fri": 4, "saturday": 5, "sat": 5,
    "sunday": 6, "sun": 6,
    # As fingers slip.
    "mondy": 0, "monady": 0, "modnay": 0, "tuesdy": 1, "teusday": 1, "tusday": 1, "tuseday": 1,
    "wednsday": 2, "wensday": 2, "wedensday": 2, "wendesday": 2, "wednseday": 2, "thrusday": 3,
    "thursdy": 3, "thurday": 3, "thrs": 3, "thr": 3, "thusday": 3, "fridy": 4, "firday": 4,
    "frday": 4, "friady": 4, "satuday": 5, "saterday": 5, "sunady": 6,
}  # fmt: skip
MONTHS = {
    "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4,
    "may": 5, "june": 6, "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9,
    "sept": 9, "sep": 9, "october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12,
    "dec": 12,
    "janaury": 1, "januray": 1, "jaunary": 1, "janury": 1, "febuary": 2, "feburary": 2,
    "agust": 8, "septmber": 9, "ocotber": 10, "novmber": 11, "decmber": 12, "decemeber": 12,
}  # fmt: skip
ONE_TO_TWELVE = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
NUMBERS = {
    **ONE_TO_TWELVE, "a": 1, "an": 1, "a couple of": 2, "couple of": 2, "a couple": 2,
    "fourteen": 14, "fifteen": 15, "twenty": 20, "twenty-one": 21, "twenty one": 21,
    "twenty-eight": 28, "twenty eight": 28, "thirty": 30, "forty-eight": 48, "forty eight": 48,
    "twenty-four": 24, "twenty four": 24, "seventy-two": 72, "seventy two": 72,
}  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "twenty-first": 21, "twenty-second": 22,
    "twenty-third": 23, "twenty-fourth": 24, "twenty-fifth": 25, "twenty-sixth": 26,
    "twenty-seventh": 27, "twenty-eighth": 28, "twenty-ninth": 29, "thirtieth": 30,
    "thirty-first": 31,
}  # fmt: skip


def _either(words: dict[str, int]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first) + ")"


WEEKDAY = _either(WEEKDAYS)
MONTH = _either(MONTHS) + r"\.?"
NEXT = r"(?:next|nxt|nex|nx)"
SAYS_NEXT = re.compile(rf"\b{NEXT}\b", re.IGNORECASE)
COUNT = rf"(?:\d{{1,3}}|{_either(NUMBERS)})"
NTH = r"\d{1,2}\s?(?:st|nd|rd|th)"
NTH_WORD = _either(ORDINALS).replace(r"\-", r"[-\s]")
YEAR = r"(?:20\d\d|['’]?\d\d)(?![\d:.]\d|\d|\s?(?:am|pm|%|hours?|days?|weeks?|actions?)\b)"


def says_next(words: str) -> bool:
    """True where the words say the next week, month or meeting, however shortened."""
    return bool(SAYS_NEXT.search(words))


def weekday_number(word: str) -> int:
    """Monday 0 to Sunday 6."""
    return WEEKDAYS[word.lower()]


def month_number(word: str) -> int:
    """January 1 to December 12."""
    return MONTHS[word.lower().rstrip(".")]


def count_of(word: str) -> int:
    """How many the words say: "10", "ten", "a couple of"."""
    word = " ".join(word.lower().split())
    return int(word) if word.isdigit() else NUMBERS[word]


def day_number(word: str) -> int:
    """The day of the month in "12", "12th" or "twelfth"."""
    digits = re.match(r"\d+", word)
    return int(digits[0]) if digits else ORDINALS["-".join(word.lower().split())]


def year_number(word: str) -> int:
    """The year in "2026", "26" or "'26"."""
    number = int(word.lstrip("'’"))
    return number if number > 99 else 2000 + number


def coming(weekday: int, after: date) -> date:
    """The first such weekday later than that day."""
    return after + timedelta(days=(weekday - after.weekday() - 1) % 7 + 1)


def week_start(day: date) -> date:
    """The Monday of that day's week."""
    return day - timedelta(days=day.weekday())


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (anonymous algorithm)."""
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    days = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = moon + days - 7 * ((year % 19 + 11 * moon + 22 * days) // 451) + 114
    return date(year, shift // 31, shift % 31 + 1)
