"""A row of a list of children that heads those below it: a team, a kind of exploitation, a list."""

import re
from collections.abc import Sequence

from models import codes
from models.intake.papers import Cell
from models.intake.understanding.elements import Grid
from models.intake.understanding.names import names_a_body

Row = Sequence[Cell | None]
LISTS = frozenset({"tracker", "missing", "persons"})
TEAM, TYPES = "team", "types"
_OF_LIST = re.compile(r"\b(?:lists?|cohort|caseload|hub|locality|risk|protection|plans?)\b", re.I)
HALF = 0.5


def is_group_heading(row: Row, grid: Grid, kind: str) -> bool:
    """Say whether a row with text in one cell alone heads the rows below it, and names no child.

    Capitals say so only where names of the list stand in small letters.
    """
    said = [cell for cell in row if cell is not None and cell.text.strip()]
    if kind not in LISTS or len(said) != 1 or not any(map(_has_more, grid.rows)):
        return False
    text = said[0].text.strip()
    shouted = text.isupper() and not _shouts(grid, row.index(said[0]))
    return said[0].span > 1 or shouted or bool(_field(text)) or _OF_LIST.search(text) is not None


def told_by(text: str, kind: str) -> str:
    """The field of a tracker that a heading tells of the rows below it: kinds, or their team."""
    return _field(text) if kind == "tracker" else ""


def _field(text: str) -> str:
    if codes.mentions("exploitation_types", text):
        return TYPES
    return TEAM if names_a_body(text) else ""


def _has_more(row: Row) -> bool:
    return sum(cell is not None and bool(cell.text.strip()) for cell in row) > 1


def _shouts(grid: Grid, at: int) -> bool:
    """Say whether most texts of a column stand in capitals, of rows that have more than it."""
    cells = (row[at] for row in grid.rows if _has_more(row))
    texts = [cell.text for cell in cells if cell is not None and cell.text.strip()]
    return sum(map(str.isupper, texts)) > HALF * len(texts)
