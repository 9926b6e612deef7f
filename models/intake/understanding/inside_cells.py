"""Tables that answer a label: inside the cell beside it, or of one column below it."""

import re
from dataclasses import replace

from models.intake.papers import Table
from models.intake.understanding.cells import filled, only_column
from models.intake.understanding.context import Context
from models.intake.understanding.elements import Element, Pair
from models.intake.understanding.typed_lines import is_story

_INSIDE = re.compile(r"(.*, row \d+, )column \d+, table \d+$")


def within(table: Table, elements: list[Element], context: Context, section: str | None) -> Table:
    """Return a table without its first row, where that answers the empty label beside its cell.

    The label among the elements gets it: "Worker | Suki Lathom, Social worker, Hub".
    """
    inside = _INSIDE.match(table.where)
    first = filled(table.rows[0]) if inside and table.rows else []
    if inside is None or len(first) != 1 or context.label(first[0].text, section):
        return table
    for at, one in enumerate(elements):
        asked = isinstance(one, Pair) and not one.value and one.where.startswith(inside[1])
        if asked and isinstance(one, Pair) and one.match:
            elements[at] = replace(one, value=first[0].text, where=first[0].where)
            return replace(table, rows=table.rows[1:])
    return table


def captioned(table: Table, elements: list[Element]) -> str:
    """Return the label in whose answer's cell a table stands, "" for any other table."""
    inside = _INSIDE.match(table.where)
    asked = (one for one in reversed(elements) if isinstance(one, Pair))
    return next((one.label for one in asked if inside and one.where.startswith(inside[1])), "")


def answer_in_rows(
    pair: Pair | None, table: Table, context: Context, section: str | None
) -> Pair | None:
    """Return a label that asks for a story with the rows of a table of one column as its answer."""
    if pair is None or pair.value or not is_story(pair):
        return None
    cells = only_column(table)
    if not cells or any(context.label(cell.text, section) for cell in cells):
        return None
    return replace(pair, value="\n".join(cell.text for cell in cells), where=cells[0].where)
