"""The text of a cell, pasted or of a sheet, as the value that the column takes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from models import codes
from models.intake.understanding.dates import read_day
from models.intake.understanding.moments import YEAR_GUESSED
from models.records.tracker import Value
from models.rules.dates import LIES_BEHIND, beside_day, day_behind, spoken_date
from models.rules.districts import by_key, district_key
from models.rules.tracker.columns import Kind, TrackerColumn

GUARDED = ("'=", "'+", "'-", "'@")
YES, NO = frozenset({"yes", "y", "true", "1", "x", "✓"}), frozenset({"no", "n", "false", "0", ""})
AS_LABELLED = frozenset({"genders", "risk_levels", "nrm_statuses", "categories"})
"""Lists whose words are kept as they are labelled; others as people word them."""
PLANS = "plans"
"""The list of which a word that means one row and says no more becomes the tracker's own."""
PAST = frozenset({"assessed_on", "birth_date"})
"""Columns whose day lies behind."""
TO_COME = "This day is still to come."
CLOSING = frozenset({"closed", "close", "closing", "closure"})
STAYS_OPEN = (
    "The record stays open: a closure needs a reason and a second person, on the child's page."
)
NOT_A_DAY = "Not understood as a day: write it as 3 March 2026."
NOT_YES = "Write yes or no."
READ_AS = "“{}” is read as {}, the panel's word."
OF_A_LEVEL = frozenset({"risk", "level"})
NOT_LISTED = "Not a word of the panel's list; it is kept as it stands."


@dataclass(frozen=True)
class CellRead:
    """What was read; a `problem` says why it is not taken, a `note` what to look at."""

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
        return _read_day(bare, today, column.key)
    flat = " ".join(bare.split())
    if column.codes == "districts":
        return _district(flat, districts)
    return _word(column, flat) if column.kind is Kind.CHOICE else CellRead(flat)


def _district(text: str, districts: Sequence[str]) -> CellRead:
    known = by_key(districts).get(district_key(text))
    return CellRead(known or text, "" if known or not districts else NOT_LISTED)


def _read_day(text: str, today: date, key: str) -> CellRead:
    found = read_day(text, today.year, born=key == "birth_date").value
    if found is None:
        return _said_day(text, today, key)
    day = found.date() if isinstance(found, datetime) else found
    return CellRead(day, problem=TO_COME if key in PAST and day > today else "")


def _said_day(text: str, today: date, key: str) -> CellRead:
    """A day as people say it: of a column whose days lie behind "yest", "last Tues 10pm"."""
    was = day_behind(text, today) if key != "birth_date" else None
    if was is not None and beside_day(was.rest):
        was = None
    if key in PAST and was is not None:
        return CellRead(was.day, YEAR_GUESSED if was.year_guessed else "")
    day = spoken_date(text, today).value
    if day is not None:
        return CellRead(day, problem=TO_COME if key in PAST else "")
    past = was is not None and not was.year_guessed
    return CellRead(None, problem=LIES_BEHIND if past else NOT_A_DAY)


def _word(column: TrackerColumn, text: str) -> CellRead:
    known = codes.recognise(column.codes, text)
    closes = column.codes == PLANS and not CLOSING.isdisjoint(codes.normalise(text).split())
    if known is None:
        return CellRead(text, note=STAYS_OPEN if closes else NOT_LISTED)
    if column.codes == PLANS:
        return CellRead(codes.plan_word(text), STAYS_OPEN if closes else "")
    if column.codes not in AS_LABELLED:
        return CellRead(text)
    other = column.key == "risk" and not _names(known.label, text)
    return CellRead(known.label, READ_AS.format(text, known.label) if other else "")


def _names(label: str, text: str) -> bool:
    """Whether a text is a level's own name, or short for it: "high risk", "H", but "very high"."""
    said = set(codes.normalise(text).split()) - OF_A_LEVEL
    return all(codes.normalise(label).startswith(word) for word in said)


def canonical(column: TrackerColumn, text: str, today: date) -> str:
    """A cell's text in the one form in which it is compared, however a program wrote it."""
    if column.kind in (Kind.DAY, Kind.YES):
        read = read_cell(column, text, today)
        if not read.problem:
            return read.value.isoformat() if isinstance(read.value, date) else str(read.value)
    bare = " ".join(text.split())
    return bare[1:] if bare.startswith(GUARDED) else bare
