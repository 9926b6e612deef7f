"""Tables with a column for each child: labels down the left, a child's answers under its name."""

import re
from dataclasses import replace

from models.intake.papers import Cell, Table
from models.intake.understanding.cells import Labels, own_cells
from models.intake.understanding.elements import Element, Grid, Loose, Pair
from models.intake.understanding.lexicon import Match
from models.intake.understanding.names import looks_like_name, read_name

LEAST_ROWS, LONGEST = 4, 250
_COUNTED = re.compile(
    r"\W*(?:(?:first|second|third) (?:child|sibling|young person)|"
    r"(?:child|young person|yp|sibling|pupil|person|episode|incident|no)\s*(?:\d|[a-d]))\W*$",
    re.IGNORECASE,
)
NAMING = frozenset({"name", "first_name"})
LISTED = frozenset({"missing", "tracker", "persons", "members", "actions"})
OF_ACTIONS = frozenset({"owner", "subject"})
ONE_EACH = frozenset({"child", "assessment", "update", "person_of_concern"})


def a_column_each(table: Table, labels: Labels) -> list[Element]:
    """Return the pairs of the first column's child, then of the second's; none for other tables.

    Two columns or more have to name different people in one row, beside labels that are known.
    """
    rows = [own_cells(row) for row in table.rows]
    rows = [row for row in rows if any(cell.text.strip() for cell in row)]
    width = max(map(len, rows), default=0)
    if table.sheet:
        titles = next((at for at, row in enumerate(rows) if len(row) > 1), 0)
        rows = [_filled_up(row, width) for row in rows[titles:]]
    whole = [row for row in rows if len(row) == width]
    shared = [row for row in rows if len(row) == 2]
    if labels.context.kind not in ONE_EACH or len(whole) < LEAST_ROWS or width < 3:
        return []
    if len(whole) + len(shared) < len(rows) or not any(
        _names_several(row, labels) for row in whole
    ):
        return []
    known = sum(_asked(row[0], labels) is not None for row in rows)
    if known < 0.6 * len(rows):
        return []
    told = [row for row in rows if not all(_COUNTED.match(cell.text) for cell in row[1:])]
    return [pair for at in range(1, width) for pair in _of_column(told, at, labels)]


def _asked(cell: Cell, labels: Labels) -> Match | None:
    """Return what a label asks of the child, whatever section the table stands in."""
    return labels.context.label(cell.text, None) if len(cell.text) <= LONGEST else None


def a_row_each(table: Table, labels: Labels) -> list[Element]:
    """Return a list that is turned on its side, a column for each episode or child, as a list."""
    rows = [own_cells(row) for row in table.rows if any(cell.text.strip() for cell in row)]
    width = max(map(len, rows), default=0)
    rows = [_filled_up(row, width) for row in rows] if table.sheet else rows
    whole = [row for row in rows if len(row) == width]
    if labels.context.kind not in LISTED or width < 3 or len(whole) < LEAST_ROWS:
        return []
    asked = [row for row in whole if labels.match(row[0].text)]
    named = any(_names_people(row, labels) for row in whole)
    if not named or len(asked) < 0.6 * len(whole) or _heads_columns(whole[0], labels):
        return []
    headers = tuple(row[0].text for row in asked)
    columns = tuple(tuple(row[at] for row in asked) for at in range(1, width))
    above: list[Element] = [
        Loose(cell.text, cell.where)
        for row in rows
        if row not in asked
        for cell in row
        if cell.text.strip() and not _COUNTED.match(cell.text)
    ]
    return [*above, Grid(headers, columns, asked[0][0].where)]


def _filled_up(row: list[Cell], width: int) -> list[Cell]:
    """Return a worksheet's row with the cells at its end that nobody filled in."""
    blank = replace(row[-1], text="", bold=False, bold_lead="", checked=None)
    return [*row, *[blank] * (width - len(row))] if len(row) > 1 else row


def _heads_columns(row: list[Cell], labels: Labels) -> bool:
    known = sum(labels.match(cell.text) is not None for cell in row)
    return known >= 0.5 * len(row)


def _names_people(row: list[Cell], labels: Labels) -> bool:
    match = labels.match(row[0].text)
    texts = [cell.text for cell in row[1:] if cell.text.strip()]
    own = OF_ACTIONS if labels.context.kind == "actions" else {*NAMING, "surname"}
    named = match is not None and match.field in own
    return named and len(texts) > 1 and all(looks_like_name(read_name(text).name) for text in texts)


def _names_several(row: list[Cell], labels: Labels) -> bool:
    match = _asked(row[0], labels)
    if match is None or match.field not in NAMING:
        return False
    names = [read_name(cell.text).name for cell in row[1:]]
    typed = all(cell.text[:1].isupper() and not _asked(cell, labels) for cell in row[1:])
    return typed and len(set(names)) == len(names) and all(map(looks_like_name, names))


def _of_column(rows: list[list[Cell]], at: int, labels: Labels) -> list[Element]:
    """Return a column's pairs; a row with one answer, merged across, answers for each child."""
    found: list[Element] = []
    for row in rows:
        cell = row[min(at, len(row) - 1)]
        found.append(Pair(row[0].text, cell.text.strip(), cell.where, _asked(row[0], labels)))
    return found
