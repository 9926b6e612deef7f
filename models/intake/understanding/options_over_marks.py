"""A question's options in one row with the marks under them in the next: made a row of boxes."""

import re
from dataclasses import replace

from models import codes
from models.intake.papers import Cell, Table
from models.intake.understanding.cells import Row, columns
from models.intake.understanding.matrix_columns import text_at
from models.intake.understanding.ticks import EMPTY, TICKED, is_tick, yes_no

LEAST_OPTIONS, LONGEST_OPTION = 2, 5  # cells, words
LEAST_KINDS = 2  # cells that are kinds of harm
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
        boxed = boxed or _kinds_boxed(rows[at], below, after)
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


def _kinds_boxed(row: Row, below: Row, after: Row) -> Row | None:
    """Return a row of kinds of harm, each with its box, where the one row below says yes and no.

    No question stands before them: "CSE | CCE | Trafficking" over "Y | Y | N".
    """
    kinds, said = columns(row), dict(columns(below))
    under = [_said(said[at].text) if at in said else None for at, _ in kinds]
    told = sum(one is not None for one in under)
    known = [codes.recognise("exploitation_types", cell.text) is not None for _, cell in kinds]
    alone = len(said) == told and not any(_said(cell.text) is not None for cell in after)
    if len(kinds) < LEAST_KINDS or not all(known[:-1]) or not told or not alone:
        return None
    boxes = {at: TICKED if mark else EMPTY for (at, _), mark in zip(kinds, under, strict=True)}
    return tuple(
        replace(cell, text=f"{boxes[at]} {cell.text}") if at in boxes else cell
        for at, cell in columns(row, empty=True)
    )


def _said(text: str) -> bool | None:
    """Return whether a mark, or a yes or no of one word, stands in a cell; else None."""
    mark = is_tick(text)
    return mark if mark is not None else yes_no(text)[0] if len(text.split()) == 1 else None


def _is_marked(row: Row) -> bool:
    """Say whether a row holds nothing but marks, one at least, and perhaps the order to mark."""
    texts = [cell.text for _, cell in columns(row)]
    others = [text for text in texts if is_tick(text) is None]
    ordered = len(others) < LEAST_OPTIONS and all(map(_ORDER.fullmatch, others))
    return ordered and any(map(is_tick, texts))


def _is_option(cell: Cell) -> bool:
    words = cell.text.split()
    return 0 < len(words) <= LONGEST_OPTION and is_tick(cell.text) is None
