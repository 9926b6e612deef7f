"""How a form's table goes: pairs, bands of labels and values, or each answer under its label."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from models.intake.papers import Cell, Table
from models.intake.understanding.cells import (
    Labels,
    filled,
    heads_in_bold,
    is_strong,
    looks_like_question,
    own_cells,
)
from models.intake.understanding.lexicon import Match
from models.intake.understanding.ticks import is_tick

PAIR, GROUPED, LEAST_LISTED = 2, 3, 6  # cells of a row; lines that make a list of marks
_HINTED = re.compile(
    r"((?:\d{1,2}[.)]\s*|[-•*]\s+)?[^\W\d_][^:\n]{2,60}):\s+[a-z][^\n]{5,160}"
)  # "Address: is this suitable"
LEAST_TURNS, MOST_TURNS = 2, 0.4  # rows in bold over a plain row, and their share of all rows


def stands_in_pairs(table: Table, labels: Labels) -> bool:
    """Say whether labels stand in the first column and values beside them."""
    rows = [own_cells(row) for row in table.rows[:60]]
    rows = [row for row in rows if len(row) >= 2 and any(cell.text.strip() for cell in row)]
    if len(rows) < 3:
        return False
    left = sum(asks(row[0], labels) for row in rows if row[0].text)
    right = sum(bool(labels.of(row[1])) for row in rows if row[1].text)
    return left >= 0.5 * len(rows) and right <= 0.5 * left


def asks(cell: Cell, labels: Labels) -> bool:
    """Say whether a cell is a label, or reads like a question."""
    return bool(labels.of(cell)) or looks_like_question(cell)


def bold_in_turns(table: Table) -> bool:
    """Say whether rows in bold and plain rows as wide take turns down most of a table."""
    held = [at for at, row in enumerate(table.rows[:60]) if filled(row)]
    heads = sum(heads_in_bold(table, at, 1) for at in held)
    wide = sum(heads_in_bold(table, at, 2) for at in held)
    return wide >= LEAST_TURNS and heads >= MOST_TURNS * len(held)


def stands_in_bands(table: Table, labels: Labels) -> bool:
    """Say whether rows of labels and rows of their values take turns, as on a printed form.

    A list whose heads are printed again and again has the same labels each time.
    """
    if len(table.rows) < 4:
        return False
    several = [at for at, row in enumerate(table.rows[:40]) if len(filled(row)) > 1]
    shares = [share_of_labels(table, place, labels) for place in several]
    heads = {
        tuple(cell.text for cell in table.rows[at])
        for at, share in zip(several, shares, strict=True)
        if share >= 0.6
    }
    turns = sum(above >= 0.6 and below <= 0.25 for above, below in pairwise(shares))
    return len(heads) > 1 and turns >= 2 and turns >= 0.25 * len(shares)


def label_places(table: Table, labels: Labels) -> dict[int, frozenset[int]]:
    """Return where labels stand in rows of four cells or more, by that number of cells.

    An unknown label is then still told from a value: it stands where most rows have a label.
    """
    rows: dict[int, list[list[Cell]]] = {}
    for row in table.rows[:60]:
        cells = own_cells(row)
        if len(cells) >= 4:
            rows.setdefault(len(cells), []).append(cells)
    return {count: _label_places(found, labels) for count, found in rows.items()}


def _label_places(rows: list[list[Cell]], labels: Labels) -> frozenset[int]:
    if len(rows) < 3:
        return frozenset()
    asked = {at for at in range(len(rows[0])) if _known(rows, at, labels) >= 0.6}
    told = any(_known(rows, at, labels) > 0.3 for at in range(len(rows[0])) if at not in asked)
    apart = all(at + 1 not in asked for at in asked)
    return frozenset(asked) if 0 in asked and len(asked) > 1 and apart and not told else frozenset()


def _known(rows: list[list[Cell]], at: int, labels: Labels) -> float:
    texts = [row[at] for row in rows if row[at].text.strip()]
    return sum(bool(labels.of(cell)) for cell in texts) / len(texts) if texts else 0.0


def share_of_labels(table: Table, place: int, labels: Labels) -> float:
    """Return how much of a row of several cells is labels."""
    if heads_in_bold(table, place, labels.least):
        return 1.0
    cells = filled(table.rows[place]) if place < len(table.rows) else []
    return sum(map(labels.asks, cells)) / len(cells) if len(cells) > 1 else 0.0


def names_rows_beside(cells: Sequence[Cell], below: Sequence[Cell], labels: Labels) -> bool:
    """Say whether a row's first cell only names the rows: merged downwards, or before a label."""
    if len(cells) < GROUPED or not labels.of(cells[1]):
        return False
    if below and below[0].continues:
        return True
    alone = len(cells) == GROUPED and not labels.of(cells[2])
    return alone and is_strong(labels.of(cells[1]))


def before_hint(cells: Sequence[Cell], labels: Labels) -> tuple[Cell, Match] | None:
    """Return a label without the form's words behind its colon, and what it means.

    None unless the answer stands in the cell beside it.

    "Address: is this suitable e.g. temporary" goes on in small letters, and answers nothing.
    """
    hinted = _HINTED.fullmatch(cells[0].text.strip()) if len(cells) == PAIR else None
    match = labels.match(hinted[1]) if hinted and cells[1].text.strip() else None
    if hinted is None or match is None or not is_strong(match):
        return None
    return replace(cells[0], text=hinted[1]), match


def lists_marks(table: Table) -> bool:
    """Say whether many rows are a text and its mark: lines of a list, and no form's questions."""
    rows = [own_cells(row) for row in table.rows]
    marks = [is_tick(row[1].text) for row in rows if len(row) == PAIR and row[0].text.strip()]
    return len(marks) >= LEAST_LISTED and None not in marks and sum(map(bool, marks)) >= PAIR
