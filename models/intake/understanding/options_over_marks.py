"""A question's options in one row with the marks under them in the next: made a row of boxes."""

import re
from dataclasses import replace

from models.intake.papers import Cell, Table
from models.intake.understanding.cells import Row, columns
from models.intake.understanding.matrix_columns import text_at
from models.intake.understanding.ticks import EMPTY, TICKED, is_tick

LEAST_OPTIONS, LONGEST_OPTION = 2, 5  # cells, words
_ORDER = re.compile(
    r"\W*(?:(?:please )?(?:mark|tick|put|place|cross|circle|select|choose)\b.*|x"
    r"|all that apply)?\W*",
    re.IGNORECASE,
)


def marks_under_options(table: Table) -> Table:
    """Return a table with "Risk | Low | High" over " | | ✓" as "Risk | ☐ Low ☒ High".

    Under the question nothing or only the order to mark may stand, and no second row of marks: that
    is a list of several answers.
    """
    rows, found, at = table.rows, list[Row](), 0
    while at < len(rows):
        below = rows[at + 1] if at + 1 < len(rows) else ()
        after = rows[at + 2] if at + 2 < len(rows) else ()
        boxed = _boxed(rows[at], below) if below and not _is_marked(after) else None
        found.append(boxed or rows[at])
        at += 2 if boxed else 1
    return replace(table, rows=tuple(found))


def _boxed(row: Row, below: Row) -> Row | None:
    """Return a row with its question and its options in one cell, each with its box."""
    cells = columns(row)
    if len(cells) <= LEAST_OPTIONS or not _is_marked(below):
        return None
    asked, *options = cells
    question = asked[1]
    marks = {at: is_tick(cell.text) for at, cell in columns(below)}
    led = asked[0] in marks
    if led and not _ORDER.fullmatch(text_at(below, asked[0])):
        return None
    told = {at: said for at, said in marks.items() if at != asked[0]}
    if None in told.values() or not set(told) <= {at for at, _ in options}:
        return None
    if is_tick(question.text) is not None or not all(_is_option(one) for _, one in options):
        return None
    text = "   ".join(f"{TICKED if told.get(at) else EMPTY} {one.text}" for at, one in options)
    first, width = options[0][0], sum(cell.span for cell in row)
    before = [cell for at, cell in columns(row, empty=True) if at < first]
    return (*before, replace(options[0][1], text=text, span=width - first))


def _is_marked(row: Row) -> bool:
    """Say whether a row holds nothing but marks, one at least, and perhaps the order to mark."""
    texts = [cell.text for _, cell in columns(row)]
    others = [text for text in texts if is_tick(text) is None]
    ordered = len(others) < LEAST_OPTIONS and all(map(_ORDER.fullmatch, others))
    return ordered and any(map(is_tick, texts))


def _is_option(cell: Cell) -> bool:
    words = cell.text.split()
    return 0 < len(words) <= LONGEST_OPTION and is_tick(cell.text) is None
