"""A table inside a cell: what it begins with may answer the label beside that cell."""

import re
from dataclasses import replace

from models.intake.papers import Table
from models.intake.understanding.cells import filled
from models.intake.understanding.context import Context
from models.intake.understanding.elements import Element, Pair

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
