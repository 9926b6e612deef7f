"""Two forms beside each other in one table: the child at the left, the referrer at the right."""

from dataclasses import replace

from models.intake.papers import Cell, Table
from models.intake.understanding.cells import Row, columns
from models.intake.understanding.lexicon import section_of

LONGEST = 4
PAIRS = 2


def side_by_side(table: Table) -> list[Table]:
    """The parts of a table that stand beside each other, each under its own head; else the table.

    A row of nothing but heads begins them, of which one at least names whose details follow.
    """
    for place, row in enumerate(table.rows):
        heads = columns(row)
        if _heads(heads):
            starts = [at for at, _ in heads]
            below = [_between(table.rows[place:], a, b) for a, b in _ranges(starts)]
            if all(_holds_pairs(rows) for rows in below):
                above = [replace(table, rows=table.rows[:place])] if place else []
                return above + [replace(table, rows=rows) for rows in below]
    return [table]


def _heads(heads: list[tuple[int, Cell]]) -> bool:
    if len(heads) < 2 or any(len(cell.text.split()) > LONGEST for _, cell in heads):
        return False
    named = {section_of(cell.text) for _, cell in heads}
    apart = all(right - left >= 2 for (left, _), (right, _) in zip(heads, heads[1:], strict=False))
    return apart and len(named) > 1 and named != {None}


def _ranges(starts: list[int]) -> list[tuple[int, int]]:
    return list(zip(starts, [*starts[1:], 10_000], strict=True))


def _between(rows: tuple[Row, ...], first: int, end: int) -> tuple[Row, ...]:
    return tuple(
        tuple(cell for at, cell in columns(row, empty=True) if first <= at < end) for row in rows
    )


def _holds_pairs(rows: tuple[Row, ...]) -> bool:
    return sum(sum(bool(cell.text.strip()) for cell in row) == 2 for row in rows) >= PAIRS
