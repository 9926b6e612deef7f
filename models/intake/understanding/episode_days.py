"""Days of missing episodes read by one another and by today: years not written, what cannot be."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from models.intake.papers import ReadField, ReadPaper, ReadRecord
from models.intake.understanding.moments import NO_YEAR, moment_that_was
from models.intake.understanding.value_days import NOT_BACK

MISSING, REPORTED, RETURNED = "missing", "reported", "returned"
INTERVIEW = ("rhi_offered", "rhi_completed")
DAYS = (REPORTED, RETURNED, *INTERVIEW)
DOUBTFUL, LONGEST, AROUND = 0.6, timedelta(days=366), timedelta(days=183)
NO_HOUR = "no hour written: read as the day alone"
AS_HOUR = "four figures read as the hour, and no year written: check"
AHEAD, BEFORE = "in the future: check", "returned before reported: check"
EARLY = "before the child was reported: check"
LONG = "returned more than a year after reported: check"
_FIGURES = re.compile(r"[a-z]\.?,?\s+(?:[01]\d|2[0-3])[0-5]\d\s*$", re.IGNORECASE)


def with_episode_days(paper: ReadPaper, today: date) -> ReadPaper:
    """The paper with its episodes' days whole and the doubtful marked; no year is left guessed.

    A day without its year is the nearest that has been, near the list's other days; what cannot be
    (back before it was reported, a year later, ahead) keeps its value, is not sure and says why.
    The day of a return interview is the one nearest to the report.
    """
    fields = [field for record in paper.records if record.kind == MISSING
              for field in record.fields if field.name in DAYS]  # fmt: skip
    if not fields:
        return paper
    now = end_of(today)
    known = [at for field in fields if field.note != NO_YEAR and (at := _at(field)) and at <= now]
    latest = min(now, max(known) + AROUND) if known else now
    hours = any(isinstance(one.value, datetime) and one.name not in INTERVIEW for one in fields)
    records = tuple(
        _settled(record, latest, now, hours) if record.kind == MISSING else record
        for record in paper.records
    )
    return replace(paper, records=records, not_understood=tuple(
        one for one in paper.not_understood if one.where not in _not_back(fields)
    ))  # fmt: skip


def end_of(today: date) -> datetime:
    """The last minute that is not ahead."""
    return datetime.combine(today, time(23, 59))


def _not_back(fields: Iterable[ReadField]) -> set[str]:
    """Where a child is said not to be back yet, which is understood."""
    return {field.where for field in fields if field.note == NOT_BACK}


def _settled(record: ReadRecord, latest: datetime, now: datetime, hours: bool) -> ReadRecord:
    fields = {field.name: field for field in record.fields}
    gone = fields.get(REPORTED)
    if gone is not None:
        fields[REPORTED] = gone = _marked(_dated(gone, latest, hours), hours)
    back, start = fields.get(RETURNED), _at(gone)
    if back is not None:
        until = min(now, start + LONGEST - timedelta(days=2)) if start else latest
        fields[RETURNED] = _marked(_dated(back, until, hours), hours)
    around = start + AROUND if start else latest
    for name in INTERVIEW:
        if name in fields:
            fields[name] = _dated(fields[name], around, hours=False)
    for name in DAYS:
        why = _impossible(name, _at(fields.get(name)), start, now)
        if why:
            fields[name] = replace(fields[name], note=why, sure=min(fields[name].sure, DOUBTFUL))
    return replace(record, fields=tuple(fields.values()))


def _at(field: ReadField | None) -> datetime | None:
    value = field.value if field else None
    if isinstance(value, datetime):
        return value
    return datetime.combine(value, time()) if isinstance(value, date) else None


def _dated(field: ReadField, latest: datetime, hours: bool) -> ReadField:
    """The field with the year that it lacks, and without a year that is the hour."""
    value = field.value
    if isinstance(value, date) and field.note == NO_YEAR:
        return replace(field, value=last_such(value, latest))
    alone = isinstance(value, date) and not isinstance(value, datetime)
    if alone and hours and _FIGURES.search(field.raw):
        found = moment_that_was(field.raw, latest, oldest=1)
        if found.value is not None:
            sure = min(field.sure, DOUBTFUL)
            return replace(field, value=found.value, note=AS_HOUR, sure=sure)
    return field


def last_such(value: date, latest: datetime) -> date:
    """That day in the last year in which it is not after `latest`, leap days eight years back."""
    for year in range(latest.year, latest.year - 9, -1):
        try:
            found = value.replace(year=year)
        except ValueError:
            continue
        if (found if isinstance(found, datetime) else datetime.combine(found, time())) <= latest:
            return found
    return value


def _marked(field: ReadField, hours: bool) -> ReadField:
    """The field marked where only the day is told in a list that tells hours."""
    alone = isinstance(field.value, date) and not isinstance(field.value, datetime)
    if not alone or not hours or field.note not in ("", NO_YEAR):
        return field
    note = "; ".join(filter(None, (field.note, NO_HOUR)))
    return replace(field, note=note, sure=min(field.sure, DOUBTFUL))


def _impossible(name: str, at: datetime | None, start: datetime | None, now: datetime) -> str:
    if at is None:
        return ""
    if at > now:
        return AHEAD
    if name == REPORTED or start is None:
        return ""
    if at.date() < start.date() or at < start and at.time() != time():
        return EARLY if name in INTERVIEW else BEFORE
    return LONG if name == RETURNED and at - start > LONGEST else ""
