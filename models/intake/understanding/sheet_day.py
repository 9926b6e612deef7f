"""The day of which a list of children tells how they stand: each worksheet's own."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from models.intake.papers import Content, ReadField, ReadPaper, ReadRecord
from models.intake.understanding.sheet_titles import titles_of
from models.intake.understanding.told_days import day_told, day_told_behind

TRACKER, AS_OF = "tracker", "as_of"
HAPPENED = (
    "assessed", "opened", "closed", "last_discussed", "plan_since", "category_since", "nrm_date",
)  # fmt: skip
"""Fields that tell of what has been: a list is no older than the latest of them."""
OLD, OLD_IF_FEW, FEW = timedelta(weeks=13), timedelta(weeks=26), 10
"""A list that is kept says something newer; one that does not was put away before today."""
WRITTEN_ON = timedelta(days=31)
"""For so long people write on under a title that keeps its day."""
SLIP = timedelta(days=366)
"""A day so much later than all others of a list is a slip of the hand."""
IN_TITLE, IN_NAME = 0.95, 0.85
"""How sure a day is that stands over the rows, or in the name of worksheet or file."""
BY_LATEST = "a list without a day of its own: its latest entry is of this day; check"


def with_sheet_day(paper: ReadPaper, content: Content, today: date) -> ReadPaper:
    """The tracker with the day for which each of its rows tells how the child stands.

    That is the day which the list names, else the one in the name of worksheet or file, else the
    day of the file; of a list whose entries all lie long before that, the latest of them.
    """
    rows = [one for one in paper.records if one.kind == TRACKER]
    if not rows:
        return paper
    fields = {
        sheet: _of_sheet(sheet, [one for one in rows if _sheet(one.where) == sheet], content, today)
        for sheet in {_sheet(one.where) for one in rows}
    }
    told: set[str] = set()
    return replace(paper, records=tuple(_with(one, fields, told) for one in paper.records))


def _with(record: ReadRecord, fields: dict[str, ReadField], told: set[str]) -> ReadRecord:
    """The record with its list's day; what is to be looked at is said once."""
    if record.kind != TRACKER:
        return record
    field = fields[_sheet(record.where)]
    said = field if field.where not in told else replace(field, note="")
    told.add(field.where)
    return replace(record, fields=(*record.fields, said))


def _of_sheet(sheet: str, rows: Sequence[ReadRecord], content: Content, today: date) -> ReadField:
    latest = _latest(rows, today)
    filed = _file_day(content, latest, today)
    where = f"worksheet {sheet}" if sheet else content.name
    for text in titles_of(content.parts, sheet, rows[0].where):
        day = day_told_behind(text, filed)
        if day is not None:
            return ReadField(AS_OF, _written_on(day, latest), text, where, IN_TITLE)
    for name in (sheet, content.name.rpartition(".")[0]):
        day = day_told(name, filed)
        if day is not None:
            return ReadField(AS_OF, _written_on(day, latest), name, where, IN_NAME)
    if latest is not None and filed - latest > (OLD_IF_FEW if len(rows) < FEW else OLD):
        return ReadField(AS_OF, latest, "", where, 0.6, BY_LATEST)
    return ReadField(AS_OF, filed, "", where, 0.8)


def _written_on(day: date, latest: date | None) -> date:
    """The title's day; the latest entry's where people wrote on below it."""
    return latest if latest and timedelta() < latest - day <= WRITTEN_ON else day


def _file_day(content: Content, latest: date | None, today: date) -> date:
    """When the file was sent or saved, if that can be; else today."""
    sent = content.source.sent_at if content.source is not None else None
    day = sent.date() if sent is not None else content.saved_on
    return day if day and latest and latest <= day <= today else today


def _latest(rows: Iterable[ReadRecord], today: date) -> date | None:
    """The latest day of what has been by these rows, slips left out."""
    days = sorted({day for row in rows for day in _days(row) if day <= today})
    while len(days) > 1 and days[-1] - days[-2] > SLIP:
        days.pop()
    return days[-1] if days else None


def _days(row: ReadRecord) -> Iterator[date]:
    for field in row.fields:
        value = field.value if field.name in HAPPENED else None
        if isinstance(value, date):
            yield value.date() if isinstance(value, datetime) else value


def _sheet(where: str) -> str:
    """The worksheet of a place; empty where a paper has none."""
    return where.rpartition("!")[0]
