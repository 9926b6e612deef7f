"""Options in two columns, each with its mark in the column behind it: made a list of one column."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from models.intake.papers import Cell, Table
from models.intake.understanding.cells import Row, filled, own_cells
from models.intake.understanding.ticks import EMPTY, is_tick

WIDE, LEAST = 4, 2  # columns, rows


def ticks_in_pairs(table: Table) -> Table:
    """Return a table with "option, mark, option, mark" parted into rows of an option and its mark.

    The second and fourth column have to hold marks or nothing in every such row: a cross beside
    the wrong option would say of a child what is not so. The rows may stand within a form.
    """
    rows = [own_cells(row) for row in table.rows]
    listed = [at for run in _runs(rows) for at in run]
    parts = (_parts(row) if at in listed else [row] for at, row in enumerate(table.rows))
    return replace(table, rows=tuple(part for each in parts for part in each))


def _runs(rows: Sequence[Sequence[Cell]]) -> Iterator[range]:
    """Yield where several rows of two options stand one below the other, and one is marked."""
    at = 0
    for paired, run in groupby(rows, _is_pair):
        held = list(run)
        marked = any(is_tick(cell.text) for row in held for cell in row[1::2])
        if paired and marked and len(held) >= LEAST:
            yield range(at, at + len(held))
        at += len(held)


def _is_pair(row: Sequence[Cell]) -> bool:
    if len(row) != WIDE or not row[0].text.strip():
        return False
    marks = all(is_tick(cell.text) is not None or not cell.text.strip() for cell in row[1::2])
    return marks and all(is_tick(cell.text) is None for cell in row[::2])


def _parts(row: Row) -> list[Row]:
    cells = own_cells(row)
    if not _is_pair(cells):
        return [row]
    pairs = (cells[:2], cells[2:])
    return [(pair[0], _boxed(pair[1])) for pair in pairs if filled(pair[:1])]


def _boxed(cell: Cell) -> Cell:
    return cell if cell.text.strip() else replace(cell, text=EMPTY, checked=False)
