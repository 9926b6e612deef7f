"""Answers on a worksheet that stand beyond an empty cell: moved beside their labels."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from models.intake.papers import Cell, Table
from models.intake.understanding.cells import VERY_WORDS, Labels, Row, columns
from models.intake.understanding.dates import is_day

LEAST, MOST_CLOSE = 4, 0.4  # rows so spaced, and the share of them that may answer right beside
PAIR = 2


def answers_beside(table: Table) -> Table:
    """Return a worksheet whose labels and answers, an empty column between them, stand close.

    Only rows that hold just these two are changed; a list that uses the column stays as it is.
    A column that nothing uses is left out anyway.
    """
    if table.sheet is None:
        return table
    held = [columns(row) for row in table.rows]
    pairs = Counter((row[0][0], row[1][0]) for row in held if len(row) == PAIR)
    spaced = [one for one in pairs if one[1] > one[0] + 1 and not _spans(held, one)]
    found = max(spaced, key=lambda one: pairs[one], default=None)
    if found is None or pairs[found] < LEAST:
        return table
    starts = [{at for at, _ in row} for row in held]
    close = sum({found[0], found[0] + 1} <= row for row in starts)
    used = any(row & set(range(found[0] + 1, found[1])) for row in starts)
    if not used or close > MOST_CLOSE * pairs[found]:
        return table
    rows = zip(table.rows, held, strict=True)
    return replace(table, rows=tuple(_closed(row, cells, found) for row, cells in rows))


def _spans(held: Sequence[Sequence[tuple[int, Cell]]], pair: tuple[int, int]) -> bool:
    """Say whether a label's own cell reaches to its answer, so that nothing stands between."""
    left, right = pair
    return any(
        len(row) == PAIR and row[0][0] == left and left + row[0][1].span >= right for row in held
    )


def _closed(row: Row, cells: Sequence[tuple[int, Cell]], pair: tuple[int, int]) -> Row:
    if tuple(at for at, _ in cells) != pair:
        return row
    both = columns(row, empty=True)
    return tuple(cell for at, cell in both if at <= pair[0] or at >= pair[1])


def days_beside(table: Table, labels: Labels) -> Table:
    """Return a worksheet on which "Panel date:" stands beside its day, where it stood beyond a gap.

    Only a day is moved: beyond an empty answer may stand anything. A column that nothing uses is
    left out anyway.
    """
    if table.sheet is None:
        return table
    used = frozenset(at for row in table.rows for at, _ in columns(row))
    return replace(table, rows=tuple(_with_days(row, used, labels) for row in table.rows))


def _with_days(row: Row, used: frozenset[int], labels: Labels) -> Row:
    held = columns(row)
    for (left, asked), (right, cell) in pairwise(held):
        gap = used & set(range(left + asked.span, right))
        if gap and is_day(cell.text) and _asks_day(asked, labels):
            both = columns(row, empty=True)
            before = [one for at, one in both if at <= left]
            behind = [one for at, one in both if at > right]
            wide = replace(cell, span=cell.span + right - left - asked.span)
            return (*before, wide, *behind)
    return row


def _asks_day(cell: Cell, labels: Labels) -> bool:
    match = labels.of(cell)
    plain = match is not None and match.field == "meeting" and match.score >= VERY_WORDS
    plain = plain and labels.context.kind == "return"  # a list on its side has gaps of its own
    return plain or match is not None and cell.text.rstrip().endswith(":")
