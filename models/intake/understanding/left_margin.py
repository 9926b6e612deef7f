"""Worksheets with a margin: a text alone in its row goes across, merged or not."""

from collections import Counter
from dataclasses import replace

from models.intake.papers import Table
from models.intake.understanding.cells import Row, columns

LEAST = 3  # rows that begin where most of them do


def texts_across(table: Table) -> Table:
    """Return a worksheet whose lone texts at the left of its form take the whole row."""
    begun = Counter(cells[0][0] for row in table.rows if (cells := columns(row)))
    left, often = begun.most_common(1)[0] if begun else (0, 0)
    if table.sheet is None or left == 0 or often < LEAST:
        return table
    width = max(sum(cell.span for cell in row) for row in table.rows)
    return replace(table, rows=tuple(_across(row, left, width) for row in table.rows))


def _across(row: Row, left: int, width: int) -> Row:
    cells = columns(row)
    if len(cells) != 1 or cells[0][0] != left:
        return row
    before = tuple(cell for at, cell in columns(row, empty=True) if at < left)
    return (*before, replace(cells[0][1], span=width - left))
