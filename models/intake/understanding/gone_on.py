"""Lists whose rows go on below a first cell that is written once, and letters they explain."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from models.intake.papers import Cell
from models.intake.understanding.elements import Grid
from models.intake.understanding.keys import in_full
from models.intake.understanding.lexicon import Match

Row = tuple[Cell | None, ...]
WRITTEN_ONCE = {"actions": "subject", "members": "agency"}
"""Kind of list → the field of its first column that a row may leave to the row above."""
LEVELS = ("risk", "previous_risk")
LEAST_SAID = 2  # cells: a row that says no more goes on with nothing


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
