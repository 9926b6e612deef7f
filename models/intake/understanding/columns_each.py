"""Tables with a column for each child: labels down the left, a child's answers under its name."""

import re
from dataclasses import replace

from models.intake.papers import Cell, Table
from models.intake.understanding.cells import Labels, own_cells
from models.intake.understanding.elements import Element, Grid, Loose, Pair
from models.intake.understanding.lexicon import Match
from models.intake.understanding.names import looks_like_name, read_name
from models.intake.understanding.return_columns import tells_lines

LEAST_ROWS, LONGEST = 4, 250
MOST = 0.6  # of the texts beside "Name" are names: others head the columns of a group
_COUNTED = re.compile(
    r"\W*(?:(?:first|second|third) (?:child|sibling|young person)|"
    r"(?:child|young person|yp|sibling|pupil|person|episode|incident|no)\s*(?:\d|[a-d]))\W*$",
    re.IGNORECASE,
)
NAMING = frozenset({"name", "first_name"})
LISTED = frozenset({"missing", "tracker", "persons", "members", "actions", "return"})
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
    labels = Labels(labels.context, None)  # a list's own labels, whatever stands above them
    rows = [list(map(_apart, row)) for row in table.rows if any(c.text.strip() for c in row)]
    width = max(map(len, rows), default=0)
    rows = [_filled_up(row, width) for row in rows] if table.sheet else rows
    rows = _without_groups(rows, labels)
    width = max(map(len, rows), default=0)
    said, rows = _above(rows) if table.sheet else ([], rows)
    whole = [row for row in rows if len(row) == width]
    if labels.context.kind not in LISTED or width < 3 or len(whole) < LEAST_ROWS:
        return []
    asked = [row for row in whole if labels.match(row[0].text)]
    named = any(_names_people(row, labels) for row in whole)
    labelled = sum(bool(row[0].text.strip()) for row in whole)
    if not named or len(asked) < 0.6 * labelled or _heads_columns(whole[0], labels):
        return []
    if labels.context.kind == "return" and not tells_lines(
        map(labels.of, (row[0] for row in asked))
    ):
        return []
    told = [row for row in whole if row in asked or _answers(row)]
    headers = tuple(row[0].text for row in told)
    columns = tuple(tuple(row[at] for row in told) for at in range(1, width))
    above: list[Element] = [
        Pair(row[0].text, row[1].text, row[1].where, labels.match(row[0].text)) for row in said
    ]
    above += [
        Loose(cell.text, cell.where)
        for row in rows
        if row not in told
        for cell in row
        if cell.text.strip() and not _COUNTED.match(cell.text)
    ]
    return [*above, Grid(headers, columns, told[0][0].where)]


def _apart(cell: Cell) -> Cell:
    """Return a cell that is merged with the one above as an empty one."""
    return replace(cell, text="", continues=False) if cell.continues else cell


def _without_groups(rows: list[list[Cell]], labels: Labels) -> list[list[Cell]]:
    """Return rows without a first column that only names groups of the labels beside it."""
    wide = [row for row in rows if len(row) > 2]
    beside = [row for row in wide if row[1].text.strip()]
    named = sum(bool(row[0].text.strip()) for row in wide)
    known = sum(labels.match(row[1].text) is not None for row in beside)
    first = sum(labels.match(row[0].text) is not None for row in wide)
    grouped = 2 * named <= len(wide) and known >= 0.6 * len(wide) and known > first
    return [row[1:] if len(row) > 2 else row for row in rows] if wide and grouped else rows


def _answers(row: list[Cell]) -> bool:
    """Say whether most columns answer a label, known or not, that does not count them."""
    texts = [cell.text for cell in row[1:] if cell.text.strip()]
    counted = all(_COUNTED.match(text) or text.isdigit() for text in texts)
    return bool(row[0].text.strip()) and 2 * len(texts) >= len(row) - 1 and not counted


def _above(rows: list[list[Cell]]) -> tuple[list[list[Cell]], list[list[Cell]]]:
    """Return a label with one answer each that stand above a list on its side, and the list."""
    answers = [sum(bool(cell.text.strip()) for cell in row[1:]) for row in rows]
    first = next((at for at, count in enumerate(answers) if count > 1), 0)
    said = [row for row, count in zip(rows[:first], answers, strict=False) if count == 1]
    return said, [row for row in rows if row not in said]


def _filled_up(row: list[Cell], width: int) -> list[Cell]:
    """Return a worksheet's row with the cells at its end that nobody filled in."""
    blank = replace(row[-1], text="", bold=False, bold_lead="", checked=None)
    return [*row, *[blank] * (width - len(row))] if len(row) > 1 else row


def _heads_columns(row: list[Cell], labels: Labels) -> bool:
    """Say whether a row asks different things: "LCS-1", "LCS-2" beside "LCS" are its answers."""
    plain = (cell for cell in row if not any(map(str.isdigit, cell.text)))
    asked = {match.field for cell in plain if (match := labels.match(cell.text))}
    return len(asked) >= 0.5 * len(row)


def _names_people(row: list[Cell], labels: Labels) -> bool:
    match = labels.match(row[0].text)
    texts = [cell.text for cell in row[1:] if cell.text.strip()]
    own = OF_ACTIONS if labels.context.kind == "actions" else {*NAMING, "surname"}
    named = match is not None and match.field in own
    called = sum(looks_like_name(read_name(text).name) for text in texts)
    return named and len(texts) > 1 and called >= MOST * len(texts)


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
