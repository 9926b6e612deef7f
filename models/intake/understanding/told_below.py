"""A list whose texts stand across below their rows: given a column of their own."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from models.intake.papers import Cell, Table
from models.intake.understanding.cells import Labels, Row, filled, is_strong, own_cells
from models.intake.understanding.kinds import LISTS

LEAST, WIDE, MOST = 2, 3, 0.6  # rows with a text below, columns of the list, heads that are known
LEAST_WORDS, FIRST = 4, 8  # words of a text across, rows in which the head of a list stands
RETURN, ACTIONS, OF_BODIES = "return", "actions", "members"
TOLD, UPDATED, DONE, NOTED = "Information", "Update", "Action", "Notes"
TEXTS = frozenset({"text", "fact_text", "opinion_text", "intelligence_text", "shareable"})
_LED = re.compile(r"\s*([A-Z][A-Za-z /&-]{2,40}):\s+(?=\S)")  # "Update: seen twice"


def told_beside(table: Table, labels: Labels) -> Table:
    """Return the list with each text that stands across below a row at the end of that row.

    "Child | DOB | Share with", and what is said of the child in the row below, merged. A head that
    has a column for texts, or a list with few texts below its rows, is left as it is.
    """
    kind = labels.context.kind
    if kind == RETURN:
        return _of_return(table, labels)
    return _of_list(table, labels) if kind in LISTS and kind != OF_BODIES else table


def _of_return(table: Table, labels: Labels) -> Table:
    if table.sheet is not None or not table.rows:
        return table
    head, body = table.rows[0], table.rows[1:]
    if not _heads(head, labels) or _fields(head, labels) & TEXTS:
        return table
    pairs = list(zip(body[::2], body[1::2], strict=False))
    alike = all(len(own_cells(row)) == len(head) and _is_across(below) for row, below in pairs)
    if len(pairs) < LEAST or len(body) % 2 or not alike:
        return table
    rows = tuple(_with_text(row, [filled(below)[0]], len(head)) for row, below in pairs)
    return replace(table, rows=(_with_head(head, TOLD), *rows))


def _of_list(table: Table, labels: Labels) -> Table:
    at = next((at for at, row in enumerate(table.rows[:FIRST]) if _heads(row, labels)), None)
    if at is None:
        return table
    head = table.rows[at]
    end, both = _rows_with_texts(table.rows, at + 1)
    told = [texts for _, texts in both if texts]
    if len(told) < LEAST or len(told) < MOST * len(both):
        return table
    below = told_beside(replace(table, rows=table.rows[end:]), labels).rows
    led = _lead_of([texts[0] for texts in told])
    asks = led or _asked(labels.context.kind, _fields(head, labels))
    rows = tuple(_with_text(row, _without(texts, led), len(head)) for row, texts in both)
    return replace(table, rows=(*table.rows[:at], _with_head(head, asks), *rows, *below))


def _rows_with_texts(rows: Sequence[Row], first: int) -> tuple[int, list[tuple[Row, list[Cell]]]]:
    """Return where a list ends, and its rows, each with the texts across below it.

    It ends at a row that is neither, and at a text behind an empty row: what it heads comes next.
    """
    found: list[tuple[Row, list[Cell]]] = []
    spaced = False
    for at, row in enumerate(rows[first:], first):
        if not filled(row):
            spaced = True
            continue
        if _is_text(row) and found and not spaced:
            found[-1][1].append(filled(row)[0])
        elif len(filled(row)) >= WIDE:
            found.append((row, []))
        else:
            return at, found
        spaced = False
    return len(rows), found


def _heads(row: Row, labels: Labels) -> bool:
    asked = [labels.match(cell.text) for cell in filled(row)]
    return len(asked) >= WIDE and sum(map(is_strong, asked)) >= MOST * len(asked)


def _fields(head: Row, labels: Labels) -> set[str]:
    return {match.field for cell in filled(head) if (match := labels.match(cell.text))}


def _asked(kind: str, fields: set[str]) -> str:
    """Return what texts below the rows of a list tell where they do not say it themselves."""
    if kind != ACTIONS:
        return NOTED
    return UPDATED if fields & TEXTS else DONE


def _lead_of(texts: Sequence[Cell]) -> str:
    """Return the label with which most of the texts begin."""
    leads = Counter(found[1] for cell in texts if (found := _LED.match(cell.text)))
    lead, often = max(leads.items(), key=lambda one: one[1], default=("", 0))
    return lead if often >= MOST * len(texts) else ""


def _without(texts: Sequence[Cell], lead: str) -> list[Cell]:
    led = f"{lead}:"
    return [
        replace(cell, text=cell.text.strip().removeprefix(led).strip()) if lead else cell
        for cell in texts
    ]


def _with_head(head: Row, text: str) -> Row:
    return (*head, Cell(text, head[-1].where, bold=head[-1].bold))


def _with_text(row: Row, texts: Sequence[Cell], width: int) -> Row:
    """Return a row with its texts behind its last column, which a worksheet may leave empty."""
    row = (*row, *(Cell("", row[-1].where) for _ in range(width - len(row))))
    said = "\n".join(cell.text for cell in texts)
    cell = replace(texts[0], text=said, span=1) if texts else Cell("", row[-1].where)
    return (*row, cell)


def _is_text(row: Row) -> bool:
    """Say whether a row is one text across, and no name of the rows below it."""
    cells = filled(row)
    first = len(cells) == 1 and cells[0] is row[0]
    return first and (len(cells[0].text.split()) >= LEAST_WORDS or bool(_LED.match(cells[0].text)))


def _is_across(row: Row) -> bool:
    return len(own_cells(row)) == 1 == len(filled(row))
