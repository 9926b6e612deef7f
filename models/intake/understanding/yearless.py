"""Days without a year, read by another day: the paper's own, or the meeting that set them."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date

from models.intake.papers import ReadField, ReadRecord
from models.intake.understanding.dates import read_day

TOLD, NOTE = 0.7, "no year written: read as the nearest to the paper's own day"
SHORT = re.compile(r"(?<![\d/.])(\d{1,2})[/.](\d{1,2})(?![\d/.])")
_WORDS = re.compile(r"^\D{0,12}\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[A-Za-z]{3,9}\.?$")


def is_yearless(raw: str) -> bool:
    """Whether a text is a day without its year."""
    return bool(SHORT.search(raw) or _WORDS.match(raw.strip(" .")))


def nearest(raw: str, around: object) -> date | None:
    """The day that "4 Dec" or "20/11" is, the nearest to another day; None for no such day."""
    if not isinstance(around, date):
        return None
    at = date(around.year, around.month, around.day)
    found = _days(raw, range(at.year - 1, at.year + 2))
    return min(found, key=lambda day: abs(day - at), default=None)


def first_after(raw: str, start: object) -> date | None:
    """The first day after `start` that "30 April" or "30/4" may be; None for no such day."""
    if not isinstance(start, date):
        return None
    first = date(start.year, start.month, start.day)
    days = _days(raw, range(first.year, first.year + 2))
    return next((day for day in days if day >= first), None)


def _days(raw: str, years: range) -> Iterator[date]:
    """Yield the days that a day without its year is in each of the years that have it."""
    short, said = SHORT.search(raw), raw.strip(" .")
    for year in years if is_yearless(raw) else ():
        day = read_day(f"{short[1]}/{short[2]}/{year}" if short else f"{said} {year}", year).value
        if day is not None:
            yield date(day.year, day.month, day.day)


def days_in_years(day: int, month: int, years: range) -> Iterator[date]:
    """Yield the day in each of the years that have it."""
    for year in years:
        with suppress(ValueError):
            yield date(year, month, day)


def paper_day(fields: dict[str, ReadField], *names: str) -> date | None:
    """The first of these fields that says a day."""
    values = (fields[name].value for name in names if name in fields)
    return next((one for one in values if isinstance(one, date)), None)


def answered(record: ReadRecord) -> ReadRecord:
    """A reply with its day, and the plan's, by the reply's own day or else the meeting's."""
    if record.kind != "reply":
        return record
    fields = {one.name: one for one in record.fields}
    _read(fields, "date", paper_day(fields, "received", "meeting"))
    around = paper_day(fields, "date", "received", "meeting")
    _read(fields, "in_plan", around)
    said = fields.get("plan")
    day = nearest(said.raw, around) if said is not None else None
    told = fields.get("in_plan")
    if said is not None and day is not None and (told is None or told.value is None):
        fields["in_plan"] = replace(said, name="in_plan", value=day, sure=TOLD, note=NOTE)
        del fields["plan"]
    return replace(record, fields=tuple(fields.values()))


def _read(fields: dict[str, ReadField], name: str, around: date | None) -> None:
    field = fields.get(name)
    day = nearest(field.raw, around) if field is not None and field.value is None else None
    if field is not None and day is not None:
        fields[name] = replace(field, value=day, sure=TOLD, note=NOTE)


def read_after_all(records: Iterable[ReadRecord]) -> frozenset[str]:
    """Where days stand that were read by the paper's own day."""
    return frozenset(one.where for record in records for one in record.fields if one.note == NOTE)
