"""Titles of a worksheet that look like labels: they stand above all labels of its form."""

from collections.abc import Iterable

from models.intake.papers import Cell, Table
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
