"""The text of a cell, pasted or of a sheet, as the value that the column takes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from models import codes
from models.intake.understanding.dates import read_day
from models.records.tracker import Value
from models.rules.dates import spoken_date
from models.rules.tracker.columns import Kind, TrackerColumn

GUARDED = ("'=", "'+", "'-", "'@")
YES, NO = frozenset({"yes", "y", "true", "1", "x", "✓"}), frozenset({"no", "n", "false", "0", ""})
AS_LABELLED = frozenset({"genders", "risk_levels", "nrm_statuses", "categories"})
"""Lists whose words are kept as they are labelled; others as people word them."""
NOT_A_DAY = "Not understood as a day: write it as 3 March 2026."
NOT_YES = "Write yes or no."
NOT_LISTED = "Not a word of the panel's list; it is kept as it stands."


@dataclass(frozen=True)
class CellRead:
    """What was read; a `problem` says that nothing was, a `note` what to look at."""

    value: Value
    note: str = ""
    problem: str = ""


def read_cell(
    column: TrackerColumn, text: str, today: date, districts: Sequence[str] = ()
) -> CellRead:
    """The value that a text means in a column; empty text empties the cell.

    `districts` are those of the panel; without any, a district's name stands as it is.
    """
    bare = text.strip()
    if bare.startswith(GUARDED):
        bare = bare[1:]
    if column.kind is Kind.YES:
        said = bare.casefold()
        return CellRead(said in YES) if said in YES | NO else CellRead(None, problem=NOT_YES)
    if not bare:
        return CellRead(None)
    if column.kind is Kind.DAY:
        day = _day(bare, today, column.key)
        return CellRead(day) if day is not None else CellRead(None, problem=NOT_A_DAY)
    flat = " ".join(bare.split())
    if column.codes == "districts":
        return _district(flat, districts)
    return _word(column, flat) if column.kind is Kind.CHOICE else CellRead(flat)


def _district(text: str, districts: Sequence[str]) -> CellRead:
    known = next((one for one in districts if one.casefold() == text.casefold()), None)
    return CellRead(known or text, "" if known or not districts else NOT_LISTED)


def _day(text: str, today: date, key: str) -> date | None:
    found = read_day(text, today.year, born=key == "birth_date").value
    if isinstance(found, datetime):
        return found.date()
    return found if found is not None else spoken_date(text, today).value


def _word(column: TrackerColumn, text: str) -> CellRead:
    known = codes.recognise(column.codes, text)
    if known is None:
        return CellRead(text, note=NOT_LISTED)
    return CellRead(known.label if column.codes in AS_LABELLED else text)


def canonical(column: TrackerColumn, text: str, today: date) -> str:
    """A cell's text in the one form in which it is compared, however a program wrote it."""
    if column.kind in (Kind.DAY, Kind.YES):
        read = read_cell(column, text, today)
        if not read.problem:
            return read.value.isoformat() if isinstance(read.value, date) else str(read.value)
    bare = " ".join(text.split())
    return bare[1:] if bare.startswith(GUARDED) else bare
