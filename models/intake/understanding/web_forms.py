"""Sheets that a web form writes: its own columns about who filled it in, named as what they are."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from models.intake.papers import Block, Cell, Table
from models.intake.understanding.wording import label_key

Parts = tuple[Block | Table, ...]
FIRST_ROWS = 12  # of a form on its side
WRITTEN = ({"start time", "completion time"}, {"timestamp"})
"""What tells that a web form wrote a sheet."""
MEANT = {
    "name": "Completed by",
    "email": "Email of person completing",
    "email address": "Email of person completing",
    "username": "Email of person completing",
    "id": "Row of the sheet",
}
"""What the columns before the questions tell: of who sends the form, and never of the child."""
UNASKED = frozenset(
    {"completion time", "timestamp", "start time", "last modified time", "language"}
)


def as_asked_by_form(parts: Iterable[Block | Table]) -> Parts:
    """Return the parts with such columns, or rows, named by what they tell of who sends it.

    "Name" beside "Completion time" is whoever was signed in, while the questions name the child.
    """
    return tuple(_named(part) if isinstance(part, Table) else part for part in parts)


def _named(table: Table) -> Table:
    rows = table.rows
    if not rows:
        return table
    if _is_written([cell.text for cell in rows[0]]):
        return replace(table, rows=(_meant(rows[0]), *rows[1:]))
    first = [row[0] for row in rows[:FIRST_ROWS] if row]
    if _is_written([cell.text for cell in first]):
        meant = _meant(first)
        asked = [(cell, *row[1:]) for cell, row in zip(meant, filter(None, rows), strict=False)]
        return replace(table, rows=(*asked, *rows[len(asked) :]))
    return table


def _is_written(texts: Sequence[str]) -> bool:
    heads = {label_key(text) for text in texts}
    return any(told <= heads for told in WRITTEN)


def _meant(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """Return the heads with those before the first question named as what they tell."""
    found, own = list[Cell](), True
    for cell in cells:
        key = label_key(cell.text)
        own = own and (not key or key in MEANT or key in UNASKED)
        found.append(replace(cell, text=MEANT.get(key, cell.text)) if own else cell)
    return tuple(found)
