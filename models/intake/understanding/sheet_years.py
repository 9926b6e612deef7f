"""Days of a tracker that were written without their year: read by the day of their list."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from models.intake.papers import ReadField, ReadPaper, ReadRecord
from models.intake.understanding.episode_days import end_of, last_such
from models.intake.understanding.moments import NO_YEAR
from models.intake.understanding.sheet_day import AS_OF, HAPPENED, TRACKER, WRITTEN_ON
from models.intake.understanding.told_days import day_and_month
from models.intake.understanding.yearless import days_in_years

TO_COME = ("next_review", "next_assessment")
SURE = 0.6
BEEN = "no year written: read as the last such day by the day of the list; check"
COMES = "no year written: read as the nearest such day to that of the list; check"
NONE_SUCH = "no year written, and no such day by the day of the list; check"
AROUND = 2  # years


def with_sheet_years(paper: ReadPaper, today: date) -> ReadPaper:
    """The tracker with a year for each day that lacks one, marked to be checked.

    What has been is the last such day that its list can tell of, what is to come the nearest; days
    that were so read by another day of the list are read by the one that it has now.
    """
    records = tuple(_dated(one, today) if one.kind == TRACKER else one for one in paper.records)
    read = {field.where for one in records for field in one.fields if field.note in (BEEN, COMES)}
    left = tuple(one for one in paper.not_understood if one.where not in read)
    return replace(paper, records=records, not_understood=left)


def _dated(record: ReadRecord, today: date) -> ReadRecord:
    told = record.get(AS_OF)
    as_of = told if isinstance(told, date) else today
    fields = tuple(_with_year(field, as_of, today) for field in record.fields)
    return replace(record, fields=fields)


def _with_year(field: ReadField, as_of: date, today: date) -> ReadField:
    latest = min(today, as_of + WRITTEN_ON)
    if field.note == NO_YEAR and isinstance(field.value, date):
        return replace(field, value=last_such(field.value, end_of(latest)))
    reckoned = field.note in (BEEN, COMES)
    if field.value is not None and not reckoned or field.name not in (*HAPPENED, *TO_COME):
        return field
    days = list(_days(field.raw, as_of))
    if field.name in TO_COME:
        found, note = min(days, key=lambda day: abs(day - as_of), default=None), COMES
    else:
        found, note = max((day for day in days if day <= latest), default=None), BEEN
    if found is None:
        return replace(field, value=None, note=NONE_SUCH) if reckoned else field
    return replace(field, value=found, sure=SURE, note=note)


def _days(raw: str, as_of: date) -> Iterator[date]:
    """Yield the days that a text may mean in the years around the list's."""
    said = day_and_month(raw)
    if said is not None:
        ahead = as_of + timedelta(days=366)
        yield from days_in_years(*said, range(as_of.year - AROUND, ahead.year + 1))
