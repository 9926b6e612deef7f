"""Columns of a list that only number its rows."""

from dataclasses import replace
from itertools import pairwise

from models.intake.understanding.elements import Grid
from models.intake.understanding.questions import COUNTED
from models.intake.understanding.wording import label_key

COUNTED_IN, LEAST_COUNTED = frozenset({"tracker", "missing", "persons", "members", "return"}), 2
WORDS_BETWEEN, GONE = 1.25, 2  # a line between parts of the list; rows that were taken out


def counting_columns(grid: Grid, kind: str) -> frozenset[int]:
    """Return the columns headed "No." that only count the rows; actions have numbers."""
    return frozenset(at for at in range(len(grid.headers)) if _only_counts(grid, at, kind))


def without_count(grid: Grid, kind: str) -> Grid:
    """Return a list without the first column where it only counts the rows."""
    if len(grid.headers) < LEAST_COUNTED or not _only_counts(grid, 0, kind):
        return grid
    if any(not text.strip(" .)").isdecimal() for text in grid.texts(0)):
        return grid  # what heads the rows below it stands there too
    return replace(grid, headers=grid.headers[1:], rows=tuple(row[1:] for row in grid.rows))


def _only_counts(grid: Grid, place: int, kind: str) -> bool:
    """Say whether a column does nothing but number the rows of a list that has no numbers."""
    if kind not in COUNTED_IN or label_key(grid.headers[place]) not in COUNTED:
        return False
    texts = grid.texts(place)
    numbers = [int(bare) for text in texts if (bare := text.strip(" .)")).isdecimal()]
    if len(numbers) < LEAST_COUNTED or len(texts) > len(numbers) * WORDS_BETWEEN:
        return False
    rising = all(one < following for one, following in pairwise(numbers))
    return rising and numbers[-1] <= len(numbers) * GONE
