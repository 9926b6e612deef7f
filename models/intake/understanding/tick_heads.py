"""Tick tables whose head takes two rows: "Present?" over "Yes", "No", "Not known"."""

from dataclasses import replace

from models.intake.papers import Cell, Table
from models.intake.understanding.cells import Row, columns
from models.intake.understanding.matrix_words import ANSWER

LEAST = 2  # answers under one cell


def ticks_under_one_head(table: Table) -> Table:
    """Return a table with each such head in one row: what the lower names, else the upper."""
    rows: list[Row] = []
    at = 0
    while at < len(table.rows):
        joined = _joined(table.rows[at], table.rows[at + 1]) if at + 2 < len(table.rows) else None
        rows.append(joined or table.rows[at])
        at += 2 if joined else 1
    return replace(table, rows=tuple(rows))


def _joined(above: Row, below: Row) -> Row | None:
    upper, lower = dict(columns(above)), columns(below, empty=True)
    answers = [at for at, cell in lower if ANSWER.match(cell.text) and not cell.continues]
    if len(answers) < LEAST or not _is_over(upper, answers):
        return None
    others = [(at, cell) for at, cell in lower if at not in answers]
    if any(_text(cell) and at in upper for at, cell in others):
        return None
    if not any(_text(cell) or at in upper for at, cell in others):
        return None
    return tuple(_named(cell, upper.get(at)) if at not in answers else cell for at, cell in lower)


def _is_over(upper: dict[int, Cell], answers: list[int]) -> bool:
    """Say whether one merged cell stands over all answers, and none beside them asks the same."""
    over = [at for at, cell in upper.items() if cell.span >= len(answers) and at <= answers[0]]
    spans = any(at + upper[at].span > answers[-1] for at in over)
    asked = any(ANSWER.match(cell.text) for at, cell in upper.items() if at not in over)
    return spans and not asked


def _named(cell: Cell, above: Cell | None) -> Cell:
    text = _text(cell) or (above.text if above else "")
    return replace(cell, text=text, continues=False, bold=cell.bold or bool(above and above.bold))


def _text(cell: Cell) -> str:
    return "" if cell.continues else cell.text.strip()
