"""Which of a family's children listed on a form is referred, where the form says so."""

import re
from collections.abc import Sequence
from dataclasses import replace

from models.intake.papers import NotUnderstood
from models.intake.understanding.elements import Element, Grid, Loose, Pair
from models.intake.understanding.grid_rows import lost
from models.intake.understanding.ticks import yes_no

_ASKED = re.compile(r"\b(?:subject of|being referred|referred\?|is referral about)", re.IGNORECASE)
_ABOUT = re.compile(
    r"\bwhich (?:child|young person|children)\b.{0,60}?[:?]\s*([A-Z][\w'’-]+)", re.IGNORECASE
)


def only_referred(grid: Grid, elements: Sequence[Element]) -> tuple[Grid, list[NotUnderstood]]:
    """Return a list of children with those alone who are referred, and the others as text."""
    keep = _by_column(grid) or _by_name(grid, elements)
    if not keep or len(keep) == len(grid.rows):
        return grid, []
    others = [row for at, row in enumerate(grid.rows) if at not in keep]
    rows = tuple(row for at, row in enumerate(grid.rows) if at in keep)
    return replace(grid, rows=rows), [lost(grid, row) for row in others]


def _by_column(grid: Grid) -> list[int]:
    at = next((n for n, head in enumerate(grid.headers) if _ASKED.search(head)), None)
    if at is None:
        return []
    said = [(number, row[at]) for number, row in enumerate(grid.rows)]
    return [number for number, cell in said if cell and yes_no(cell.text)[0]]


def _by_name(grid: Grid, elements: Sequence[Element]) -> list[int]:
    for element in elements:
        text = element.text if isinstance(element, Loose | Pair) else ""
        named = _ABOUT.search(text)
        if named:
            return [
                number
                for number, row in enumerate(grid.rows)
                if any(cell and named[1] in cell.text.split() for cell in row)
            ]
    return []
