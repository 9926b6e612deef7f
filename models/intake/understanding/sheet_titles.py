"""Titles over a worksheet's form or rows, which may look like labels and stand above them all."""

import re
from collections.abc import Iterable, Iterator, Sequence

from models.intake.papers import Block, Cell, Table
from models.intake.understanding.elements import Element, Grid, Pair
from models.intake.understanding.lexicon import Match, is_title

CERTAIN = 0.97  # a title may resemble a label: only its very words make it one
ASKING = frozenset(":?")


def entitles(cell: Cell, match: Match | None, table: Table, elements: Iterable[Element]) -> bool:
    """Say whether a cell above all labels of a worksheet is a title that is like a label."""
    titled = _is_above(table, elements) and is_title(cell.text)
    return titled and match is not None and match.score < CERTAIN


def heads_sheet(cell: Cell, table: Table, elements: Iterable[Element]) -> bool:
    """Say whether a cell alone above all labels is a title: nothing but a dash may part it."""
    return _is_above(table, elements) and not ASKING & set(cell.text)


def _is_above(table: Table, elements: Iterable[Element]) -> bool:
    return table.sheet is not None and not any(isinstance(one, Pair | Grid) for one in elements)


MOST_CELLS, MOST_LETTERS = 4, 120


def titles_of(parts: Iterable[Block | Table], sheet: str, first: str) -> Iterator[str]:
    """What stands over the rows of a worksheet, or of a paper without any; `first` is a row."""
    below = _row(first)
    for part in parts:
        if isinstance(part, Block):
            texts = [part.text] if not sheet or part.where.endswith(sheet) else []
        elif (part.sheet or "") == sheet:
            rows = part.rows if sheet else part.rows[:1]
            above = (row for row in rows if row and not (0 < below <= _row(row[0].where)))
            texts = [_line(row) for row in above]
        else:
            texts = []
        yield from (text for text in texts if text and len(text) <= MOST_LETTERS)


def _line(row: Sequence[Cell]) -> str:
    """A row of few cells as one line, since a label and its day may stand in two."""
    said = [cell.text.strip() for cell in row if cell.text.strip()]
    return " ".join(said) if len(said) <= MOST_CELLS else ""


def _row(where: str) -> int:
    """The number of the row in "Live!B5"; nought where there is none."""
    found = re.search(r"![A-Z]+(\d+)$", where)
    return int(found[1]) if found else 0
