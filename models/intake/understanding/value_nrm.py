"""The NRM in a tracker's cell: its words, the stage that they mean, and the day said with them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from models import codes
from models.intake.papers import ReadField, ReadPaper
from models.intake.understanding.answers import says_nothing
from models.intake.understanding.dates import read_day
from models.intake.understanding.episode_days import end_of, last_such
from models.intake.understanding.moments import NO_YEAR
from models.intake.understanding.value import Value, chosen
from models.intake.understanding.yearless import SHORT, first_after, is_yearless

NO_STAGE = "“{}” is no one stage of the NRM: look at it"
SEVERAL = "“{}” says several days: put each to its stage under NRM"
DATED = frozenset({"referred", "rg positive", "rg negative", "cg positive", "cg negative"})
"""Stages whose day is kept: that of the referral, or of the decision."""


def nrm_on_list(field: str, raw: str, this_year: int) -> list[Value]:
    """Return the words, the code of the stage, and the day of that stage where one is said.

    Words that mean no stage, or several, are marked.
    """
    words = chosen(raw)
    found = codes.recognise("nrm_statuses", words)
    if not words or found is None and says_nothing(words):
        return [Value(field, words or None)]
    if found is None:
        return [Value(field, words, 0.6, NO_STAGE.format(words))]
    code, days = Value("nrm_code", found.code), list(_days(words, this_year))
    if found.code not in DATED or not days:
        return [Value(field, words), code]
    if len(days) > 1:
        return [Value(field, words, 0.6, SEVERAL.format(words)), code]
    return [Value(field, words), code, *days]


def with_nrm_days(paper: ReadPaper, today: date) -> ReadPaper:
    """The paper with days of the NRM that have been: without a year the last such, none ahead."""
    records = (
        replace(
            record, fields=tuple(filter(None, (_that_was(one, today) for one in record.fields)))
        )
        for record in paper.records
    )
    return replace(paper, records=tuple(records)) if paper.kind == "tracker" else paper


def _days(words: str, this_year: int) -> Iterator[Value]:
    """Yield every day that the words say, at most two: which of several is meant nobody knows."""
    day = read_day(words, this_year)
    if day.value is not None:
        yield Value("nrm_date", day.value, 0.9)
        more = read_day(day.rest, this_year).value is not None or is_yearless(day.rest)
        if more:
            yield Value("nrm_date", None)
    elif (said := first_after(words, date(this_year, 1, 1))) is not None:
        yield Value("nrm_date", said, 0.7, NO_YEAR)
        yield from (Value("nrm_date", None) for _ in SHORT.findall(words)[1:2])


def _that_was(field: ReadField, today: date) -> ReadField | None:
    """A field whose day has been; None for a day of the NRM that is still ahead."""
    if field.name != "nrm_date" or not isinstance(field.value, date):
        return field
    if field.note == NO_YEAR:
        return replace(field, value=last_such(field.value, end_of(today)))
    return field if field.value <= today else None
