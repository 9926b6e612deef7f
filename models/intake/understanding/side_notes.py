"""Advice beside a form on a worksheet: a column beyond an empty one that asks nothing."""

from collections.abc import Sequence
from dataclasses import replace

from models.intake.papers import Cell, Table
from models.intake.understanding.cells import Labels, Row, columns
from models.intake.understanding.elements import Loose

LEAST_ROWS, WIDE = 4, 2  # rows of a form beside the notes, cells of a row that is answered
MOST_ASKED = 0.34  # of the rows beside notes, those that would else have no answer


def side_notes(table: Table, labels: Labels) -> tuple[list[Loose], Table]:
    """Return the texts of such a column, and the table without it.

    A label at the left that has no answer of its own shows that the column holds the answers.
    """
    held = [columns(row) for row in table.rows]
    at = _last_column(held) if table.sheet is not None else 0
    beside = [row[:-1] for row in held if row and row[-1][0] == at]
    if not at or not _apart(held, at):
        return [], table
    rows = [row for row in beside if row]
    alone = [row[0][1] for row in rows if len(row) < WIDE and row[0][1].span == 1]
    asked = sum(labels.of(cell) is not None for cell in alone)
    wide = sum(map(_stands_close, held))
    if wide < LEAST_ROWS or asked > MOST_ASKED * len(rows) or _listed(held, at):
        return [], table
    cells = (row[-1][1] for row in held if row and row[-1][0] == at)
    notes = [Loose(cell.text, cell.where) for cell in cells]
    return notes, replace(table, rows=tuple(_without(row, at) for row in table.rows))


def _last_column(held: Sequence[list[tuple[int, Cell]]]) -> int:
    return max((row[-1][0] for row in held if row), default=0)


def _apart(held: Sequence[list[tuple[int, Cell]]], at: int) -> bool:
    """Say whether no cell of any other column reaches the one before the last."""
    ends = (start + cell.span for row in held for start, cell in row if start != at)
    return max(ends, default=at) < at


def _stands_close(row: list[tuple[int, Cell]]) -> bool:
    """Say whether an answer stands right beside its label: else empty columns part all of them."""
    both = zip(row, row[1:], strict=False)
    return any(start + cell.span == after for (start, cell), (after, _) in both)


def _listed(held: Sequence[list[tuple[int, Cell]]], at: int) -> bool:
    """Say whether the last column is one of a list: most of the rows hold something there."""
    filled = [row for row in held if row]
    return 2 * sum(row[-1][0] == at for row in filled) > len(filled)


def _without(row: Row, at: int) -> Row:
    return tuple(cell for start, cell in columns(row, empty=True) if start < at)
