"""Columns of a return told by what stands under them: each a fact or opinion, each for somebody."""

import re

from models import codes
from models.intake.papers import Cell, Table
from models.intake.understanding.cells import Labels, own_cells
from models.intake.understanding.elements import Element, Grid
from models.intake.understanding.sharing import read_sharing
from models.intake.understanding.ticks import yes_no
from models.intake.understanding.value import chosen

LONGEST = 8  # words
_SHARED = re.compile(r"\b(?:named|share|shared|only|chair|panel|all|minuted?)\b", re.IGNORECASE)


def marked_list(table: Table, labels: Labels) -> list[Element]:
    """Return a table of a return as a list of lines, where one of its columns marks each line."""
    rows = [own_cells(row) for row in table.rows if any(cell.text.strip() for cell in row)]
    if labels.context.kind != "return" or len(rows) < 2 or len(rows[0]) < 2:
        return []
    head, body = rows[0], rows[1:]
    known = [labels.match(cell.text) for cell in head]
    named = any(match and match.field in ("kind", "sharing") for match in known)
    if named or any(len(row) != len(head) for row in body) or any(map(is_kind, head)):
        return []
    grid = Grid(tuple(c.text for c in head), tuple(map(tuple, body)), head[0].where, labels.section)
    return [grid] if "kind" in marked_columns(grid).values() else []


def marked_columns(grid: Grid) -> dict[int, str]:
    """Return the columns that hold nothing but kinds of information, or who may read a line."""
    found: dict[int, str] = {}
    for at in range(len(grid.headers)):
        cells = [cell for row in grid.rows if (cell := row[at]) and chosen(cell.text)]
        if cells and "kind" not in found.values() and all(map(is_kind, cells)):
            found[at] = "kind"
        elif cells and "sharing" not in found.values() and all(map(_is_shared, cells)):
            found[at] = "sharing"
    return found


def is_kind(cell: Cell) -> bool:
    """Say whether a cell names a kind of information and says nothing else."""
    return (
        len(chosen(cell.text).split()) <= LONGEST
        and codes.recognise("information_kinds", chosen(cell.text)) is not None
    )


def _is_shared(cell: Cell) -> bool:
    """Say whether a cell says in sharing's own words who may read a line: a name does not."""
    words = chosen(cell.text)
    short = len(words.split()) <= LONGEST and bool(_SHARED.search(words))
    return short and yes_no(words)[0] is None and read_sharing(words).stated
