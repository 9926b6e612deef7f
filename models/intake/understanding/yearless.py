"""Days without a year in answers and returns, read by the day of the paper that says them."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from models.intake.papers import ReadField, ReadRecord
from models.intake.understanding.dates import read_day

TOLD, NOTE = 0.7, "no year written: read as the nearest to the paper's own day"
ALONE = 3
"""In so many words nothing is said besides the day."""
_SHORT = re.compile(r"(?<![\d/.])(\d{1,2})[/.](\d{1,2})(?![\d/.])")
_WORDS = re.compile(r"^\D{0,12}\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[A-Za-z]{3,9}\.?$")


def is_yearless(raw: str) -> bool:
    """Whether a text is a day without its year."""
    return bool(_SHORT.search(raw) or _WORDS.match(raw.strip(" .")))


def nearest(raw: str, around: object) -> date | None:
    """The day that "4 Dec" or "20/11" is, the nearest to another day; None for no such day."""
    short, said = _SHORT.search(raw), raw.strip(" .")
    if not isinstance(around, date) or not is_yearless(raw):
        return None
    at = date(around.year, around.month, around.day)
    found: list[date] = []
    for year in (at.year - 1, at.year, at.year + 1):
        whole = f"{short[1]}/{short[2]}/{year}" if short else f"{said} {year}"
        day = read_day(whole, year).value
        if day is not None:
            found.append(date(day.year, day.month, day.day))
    return min(found, key=lambda day: abs(day - at), default=None)


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
