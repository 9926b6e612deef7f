"""A return's list whose texts stand across below their rows: given a column of their own."""

from dataclasses import replace

from models.intake.papers import Cell, Table
from models.intake.understanding.cells import Labels, Row, filled, is_strong, own_cells

LEAST, WIDE, MOST = 2, 3, 0.6  # rows with a text below, columns of the list, heads that are known
TOLD = "Information"
TEXTS = frozenset({"text", "fact_text", "opinion_text", "intelligence_text", "shareable"})


def told_beside(table: Table, labels: Labels) -> Table:
    """Return the list with each text that stands across below a row at the end of that row.

    "Child | DOB | Share with", and what is said of the child in the row below, merged. A head that
    has a column for texts, or a row that has none below it, leaves the list as it is.
    """
    if labels.context.kind != "return" or table.sheet is not None or not table.rows:
        return table
    head, body = table.rows[0], table.rows[1:]
    asked = [labels.match(cell.text) for cell in filled(head)]
    known = sum(map(is_strong, asked))
    if len(head) < WIDE or known < MOST * len(asked) or {m.field for m in asked if m} & TEXTS:
        return table
    pairs = list(zip(body[::2], body[1::2], strict=False))
    alike = all(len(own_cells(row)) == len(head) and _is_across(below) for row, below in pairs)
    if len(pairs) < LEAST or len(body) % 2 or not alike:
        return table
    asks = Cell(TOLD, head[-1].where, bold=head[-1].bold)
    rows = tuple((*row, replace(filled(below)[0], span=1)) for row, below in pairs)
    return replace(table, rows=((*head, asks), *rows))


def _is_across(row: Row) -> bool:
    return len(own_cells(row)) == 1 == len(filled(row))
