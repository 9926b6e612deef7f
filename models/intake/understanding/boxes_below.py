"""Lines with a box of their own below them, in which they are answered: made labels beside it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from models.intake.papers import Block, Cell, Table
from models.intake.understanding.cells import own_cells
from models.intake.understanding.lexicon import kinds, recognise
from models.intake.understanding.running import GAP

Parts = tuple[Block | Table, ...]
Row = tuple[Cell, ...]
LEAST, LEAST_KNOWN, KNOWN, LONGEST = 3, 2, 0.8, 30  # boxes, labels among them, how sure; words
LABELLED = 0.9


def with_boxes_below(parts: Iterable[Block | Table]) -> Parts:
    """Return the parts with each run of such lines and boxes as a table of labels and answers.

    "Name of child" over a table of one cell, or "Name    Date of birth" over one of two. Where a
    paper has few, or few of its lines are known as labels, it is given back as it is.
    """
    parts = tuple(parts)
    found = {at: rows for at in range(len(parts) - 1) if (rows := _answered(parts, at))}
    labels = [row[0].text for rows in found.values() for row in rows]
    if len(found) < LEAST or sum(map(_is_known, labels)) < LEAST_KNOWN:
        return parts
    made: list[Block | Table] = []
    at = 0
    while at < len(parts):
        if at in found:
            _add(made, found[at], parts[at + 1].where)
        else:
            made.append(parts[at])
        at += 2 if at in found else 1
    return tuple(made)


def with_lines_apart(parts: Iterable[Block | Table]) -> Parts:
    """Return the parts with a box of many labels, each with its answer on one line, as these lines.

    A form that somebody typed into the one cell of a frame.
    """
    return tuple(one for part in parts for one in _lines(part))


def _lines(part: Block | Table) -> list[Block | Table]:
    held = [cell for row in part.rows for cell in row] if isinstance(part, Table) else []
    if len(held) != 1 or not isinstance(part, Table) or part.sheet is not None:
        return [part]
    lines = [line for line in held[0].text.split("\n") if line.strip()]
    known = [_is_known(label) for line in lines for label, mark, _ in [line.partition(":")] if mark]
    if sum(known) < LEAST or 2 * len(known) < len(lines):
        return [part]
    return [Block(line, f"{held[0].where}, line {at}") for at, line in enumerate(lines, 1)]


def _add(made: list[Block | Table], rows: list[Row], where: str) -> None:
    """Add rows to the table of the run that they go on with, or begin one."""
    last = made[-1] if made else None
    if isinstance(last, Table) and last.sheet is None and all(_is_pair(row) for row in last.rows):
        made[-1] = replace(last, rows=(*last.rows, *rows))
    else:
        made.append(Table(tuple(rows), where))


def _is_pair(row: Row) -> bool:
    return len(row) == 2 and "paragraph" in row[0].where


def _answered(parts: Sequence[Block | Table], at: int) -> list[Row]:
    """Return a line's labels, each with what is in its box, where boxes stand right below it."""
    line, box = parts[at], parts[at + 1]
    if not isinstance(line, Block) or not isinstance(box, Table) or len(box.rows) != 1:
        return []
    cells = own_cells(box.rows[0])
    asked = [piece.strip() for piece in GAP.split(line.text) if piece.strip()]
    whole = [line.text.strip()] if len(cells) == 1 else asked
    words = max((len(one.split()) for one in whole), default=LONGEST + 1)
    if len(whole) != len(cells) or words > LONGEST or any(map(_asks_itself, cells)):
        return []
    return [
        (Cell(label.rstrip(" :"), line.where, bold=True), cell)
        for label, cell in zip(whole, cells, strict=True)
    ]


def _asks_itself(cell: Cell) -> bool:
    """Say whether a box holds a label of its own: then it is a form, and no answer."""
    label, colon, _ = cell.text.partition("\n")[0].partition(":")
    return bool(cell.bold_lead.strip()) or cell.bold or bool(colon) and _is_known(label, LABELLED)


def _is_known(label: str, least: float = KNOWN) -> bool:
    found = (recognise(kind, label) for kind in kinds()) if label.strip() else ()
    return any(one is not None and one.score >= least for one in found)
