"""Labels and answers in rows that only level rules part: a table of two columns without sides."""

from bisect import bisect
from collections.abc import Iterator, Sequence
from itertools import pairwise

from models.intake.opening.pdf.grids import NEAR, Box, Grid, Rule
from models.intake.opening.pdf.marks import Letter
from models.intake.opening.pdf.words import Line, lines

LEAST_ANSWERED = 2  # rows
MOST_RULES = 400  # of a page
Row = tuple[Rule, Rule, list[Line]]
"""The rules above and below a row, and what is written in it."""


def level_tables(rules: Sequence[Rule], letters: Sequence[Letter]) -> Iterator[Grid]:
    """The tables between rules of one width, in which each answer begins at one place."""
    held: list[Row] = []
    split: float | None = None
    for row in _rows(rules, letters):
        goes_on = _split(row, split) if held and held[-1][1] == row[0] else None
        if goes_on is None:
            yield from _table(held, split)
            held, goes_on = [], _split(row, None)
        split = goes_on
        held += [row] if split is not None else []
    yield from _table(held, split)


def _rows(rules: Sequence[Rule], letters: Sequence[Letter]) -> Iterator[Row]:
    """What stands between each rule and the next of the same width; none of an empty row."""
    if not 2 < len(rules) <= MOST_RULES:
        return
    levels = sorted(rules, reverse=True)
    depths = [-rule[0] for rule in levels]
    within: list[list[Letter]] = [[] for _ in range(len(levels) + 1)]
    for letter in letters:
        within[bisect(depths, -letter.middle[1])].append(letter)
    for place, (upper, lower) in enumerate(pairwise(levels), 1):
        said = lines(within[place])
        same = abs(upper[1] - lower[1]) <= NEAR and abs(upper[2] - lower[2]) <= NEAR
        if said and same:
            yield upper, lower, said


def _split(row: Row, known: float | None) -> float | None:
    """Where the answers of a row begin, as in the row above; None where a text crosses that."""
    starts = [piece.x0 for line in row[2] for piece in line.pieces[1:]]
    split = known if known is not None else min(starts, default=None)
    if split is None or any(abs(start - split) > NEAR for start in starts):
        return None
    firsts = [line.pieces[0] for line in row[2]]
    crossed = any(one.x0 < split - NEAR and one.x1 > split for one in firsts)
    outside = min(one.x0 for one in firsts) < row[0][1] - NEAR
    return None if crossed or outside or firsts[0].x0 >= split - NEAR else split


def _table(rows: Sequence[Row], split: float | None) -> Iterator[Grid]:
    answered = sum(any(len(line.pieces) > 1 for line in row[2]) for row in rows)
    if split is None or answered < LEAST_ANSWERED:
        return
    _, start, end = rows[0][0]
    ys = (*(row[0][0] for row in rows), rows[-1][1][0])
    boxes = tuple(Box(row, column, 1, 1) for row in range(len(rows)) for column in (0, 1))
    yield Grid((start, split - NEAR, end), ys, boxes)
