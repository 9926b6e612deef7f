"""Lists whose rows go on below: a first cell written once, a text over several rows, letters."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from models.intake.papers import Cell
from models.intake.understanding.dates import is_day
from models.intake.understanding.elements import Grid
from models.intake.understanding.keys import in_full
from models.intake.understanding.lexicon import Match
from models.intake.understanding.names import looks_like_name

Row = tuple[Cell | None, ...]
WRITTEN_ONCE = {"actions": "subject", "members": "agency"}
"""Kind of list → the field of its first column that a row may leave to the row above."""
LEVELS = ("risk", "previous_risk")
LEAST_SAID = 2  # cells: a row that says no more goes on with nothing
LEAST_BEGUN, LEAST_TEXT = 3, 3  # cells of a row that may go on, and words of a text that may
FIRST = 20  # rows that tell where the rows of a list begin
_UNFINISHED = re.compile(r"[,;:/&+(–—-]\s*$")
_DATED = re.compile(r"\W*\d{1,2}[/.-]\d")  # "12/11 seen at home": told of another day
_DITTO = re.compile(
    r"\s*(?:[\"”“〃]|''|,,|-\s*[\"”“]\s*-|ditto|as above|same as above)\W*$", re.IGNORECASE
)
_COUNTS = re.compile(r"\W*(?:(?:grand|sub)[ -]?)?totals?\b", re.IGNORECASE)


def with_row(rows: Sequence[Row], row: Row) -> list[Row]:
    """Return the rows of a list with one more, or the last of them with what this one adds to it.

    A row without its beginning, which holds nothing but the rest of texts, goes on with the row
    above; one that has an answer of its own, a day, a mark, a name or a sum, is a row.
    """
    begins = min((held[0] for one in rows[:FIRST] if (held := _held(one))), default=len(row))
    if not rows or min(_held(row), default=0) <= begins or not _goes_on(rows[-1], row):
        return [*rows, row]
    return [*rows[:-1], tuple(map(_joined, rows[-1], row))]


def repeated(row: Row, above: Row) -> Row:
    """A row with each ditto mark taken for what stands above it."""
    said = above or (None,) * len(row)
    return tuple(
        replace(cell, text=up.text) if cell and up and _DITTO.match(cell.text) else cell
        for cell, up in zip(row, said, strict=True)
    )


def _goes_on(above: Row, row: Row) -> bool:
    begun, said = _held(above), _held(row)
    if len(begun) < LEAST_BEGUN or not said or LEAST_BEGUN * len(said) > len(begun):
        return False
    both = ((above[at], row[at]) for at in said)
    return all(a and b and _continues(a, b) for a, b in both)


def _continues(above: Cell, below: Cell) -> bool:
    """Say whether a text may be the rest of the one above it."""
    before, text = above.text.strip(), below.text.strip()
    if below.bold or below.span > 1 or _COUNTS.match(text) or not any(map(str.isalpha, text)):
        return False
    if all(map(_DATED.match, (before, text))) or any(map(is_day, (before, text))):
        return False
    long = len(before.split()) >= LEAST_TEXT and not looks_like_name(text)
    return long or bool(before and _UNFINISHED.search(before))


def _held(row: Row) -> list[int]:
    return [at for at, cell in enumerate(row) if cell and cell.text.strip()]


def _joined(above: Cell | None, below: Cell | None) -> Cell | None:
    if not above or not below or not below.text.strip():
        return above
    return replace(above, text=f"{above.text.rstrip()} {below.text.strip()}")


def in_whole(
    grid: Grid, columns: Sequence[Match | None], kind: str, key: Mapping[str, str]
) -> Grid:
    """Return the list with every first cell written out and each status in words."""
    rows = grid.rows
    first = columns[0] if columns else None
    if first and first.field == WRITTEN_ONCE.get(kind):
        rows = _written_out(rows)
    status = [at for at, match in enumerate(columns) if match and match.field == "status"]
    if key and status and kind == "actions":
        rows = tuple(_meant(row, status[0], key) for row in rows)
    if key and kind == "tracker":
        for at, match in enumerate(columns):
            if match and match.field in LEVELS:
                rows = tuple(_meant(row, at, key) for row in rows)
    return replace(grid, rows=rows)


def _written_out(rows: Sequence[Row]) -> tuple[Row, ...]:
    found: list[Row] = []
    above: Cell | None = None
    for row in rows:
        cell = row[0]
        said = sum(other is not None and bool(other.text.strip()) for other in row[1:])
        if cell is not None and cell.text.strip():
            above = cell
        elif above is not None and said >= LEAST_SAID:
            row = (above, *row[1:])
        found.append(row)
    return tuple(found)


def _meant(row: Row, at: int, key: Mapping[str, str]) -> Row:
    cell = row[at]
    if cell is None:
        return row
    return (*row[:at], replace(cell, text=in_full(cell.text, key)), *row[at + 1 :])
