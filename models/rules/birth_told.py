"""Days of birth in words, and a school beside an age: both tell of one young person alone."""

import re
from collections.abc import Collection, Iterator
from datetime import date

from models.rules.dates.vocabulary import MONTH, day_number, month_number
from models.rules.names import plain

FOUR_OR_TWO = r"(?P<year>(?:19|20)\d\d|['’]?\d\d)(?![\w])"
DAYS = tuple(
    re.compile(rf"(?<!\w){one}", re.IGNORECASE)
    for one in (
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s.-]*(?P<month>{MONTH})[\s,.-]*{FOUR_OR_TWO}",
        rf"(?P<month>{MONTH})\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s,]+{FOUR_OR_TWO}",
        rf"(?P<day>\d{{1,2}})\s?[./-]\s?(?P<month>\d{{1,2}})\s?[./-]\s?{FOUR_OR_TWO}",
        r"(?P<year>(?:19|20)\d\d)[./-](?P<month>\d{1,2})[./-](?P<day>\d{1,2})(?!\w)",
    )
)
BORN = re.compile(r"(?<!\w)(?:born|d\.?o\.?b\.?|date of birth|birthday)(?!\w)", re.IGNORECASE)
AGE = re.compile(
    r"(?<!\w)(?:aged?\s+(?:of\s+)?\d{1,2}|\d{1,2}[\s-]*(?:years?|yrs?)[\s-]*olds?|\d{1,2}\s?yo)(?!\w)",
    re.IGNORECASE,
)


def tells_of_birth(text: str, births: Collection[date], schools: Collection[str]) -> bool:
    """Whether a day of birth on record, any whole day of birth, or a school with an age is there.

    `schools` as `plain` writes them; beside one an age, a whole date or a birth in any words count.
    """
    days = tuple(whole_days(text))
    if any(one in births for one in days) or (days and BORN.search(text)):
        return True
    told = days or BORN.search(text) or AGE.search(text)
    said = f" {plain(text)} "
    return bool(told) and any(f" {one} " in said for one in schools)


def whole_days(text: str) -> Iterator[date]:
    """Each whole date in a text, however it is written; a year of two figures in both centuries."""
    for one in DAYS:
        for found in one.finditer(text):
            yield from _days(found)


def _days(found: re.Match[str]) -> Iterator[date]:
    month, year = found["month"], found["year"].lstrip("'’")
    number = int(month) if month.isdigit() else month_number(month)
    years = (int(year),) if len(year) > 2 else (1900 + int(year), 2000 + int(year))
    for each in years:
        try:
            yield date(each, number, day_number(found["day"]))
        except ValueError:
            continue
