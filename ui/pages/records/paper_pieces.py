"""The pieces that a paper is written in: its lines, and its tables some rows at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)

from models.intake.papers import Block, Cell, Table
from ui import look

MOST_ROWS = 400
CELLS = 250
"""Cells of a piece of a table: a longer table is written as several, one close under the other."""
WIDEST, PADDING = 28, 4
"""How wide a column of a parted table is at most, in figures, and the room around words."""
UP = -4
"""How far a piece moves up, so that its first line lies on the last of the piece before."""


@dataclass(frozen=True)
class Piece:
    """Rows of a table; `widths` where its columns must stand as those of its other pieces do.

    `more` is how many rows are left out behind the last piece, None before that.
    """

    rows: tuple[tuple[Cell, ...], ...]
    width: int
    head: str
    widths: tuple[float, ...]
    first: bool
    more: int | None

    @property
    def cells(self) -> int:
        """How many cells are to be laid out."""
        return len(self.rows) * self.width


def pieces(parts: Sequence[Block | Table]) -> Iterator[Block | Piece]:
    """Every line and table of a paper in order; MOST_ROWS rows of a table."""
    for part in parts:
        if isinstance(part, Block):
            yield part
        else:
            yield from _parted(part)


def _parted(table: Table) -> Iterator[Piece]:
    rows = table.rows[:MOST_ROWS]
    width = max((sum(cell.span for cell in row) for row in rows), default=0)
    if not width:
        return
    at_once = max(CELLS // width, 1)
    widths = _widths(rows, width) if len(rows) > at_once else ()
    for first in range(0, len(rows), at_once):
        last = first + at_once >= len(rows)
        yield Piece(
            rows[first : first + at_once],
            width,
            table.sheet or "" if not first else "",
            widths,
            not first,
            len(table.rows) - len(rows) if last else None,
        )


def _widths(rows: Sequence[Sequence[Cell]], width: int) -> tuple[float, ...]:
    """What each column needs for its words, up to the widest that one may be."""
    metrics, found = look.current().metrics(14), [0.0] * width
    most = metrics.horizontalAdvance("0") * WIDEST
    for row in rows:
        across = 0
        for cell in row:
            if cell.span == 1 and across < width and found[across] < most:
                found[across] = max(found[across], metrics.horizontalAdvance(cell.text))
            across += cell.span
    return tuple(min(one, most) + 2 * PADDING + 2 for one in found)


def write_block(at: QTextCursor, block: Block) -> None:
    """Write a line of text at the cursor."""
    if not block.text.strip():
        return
    lead = block.bold_lead if block.text.startswith(block.bold_lead) else ""
    at.insertText(lead or (block.text if block.heading else ""), _heavy(bool(block.heading)))
    if not block.heading:
        at.insertText(block.text[len(lead) :], _plain())
    at.insertBlock()


def write_piece(at: QTextCursor, piece: Piece) -> None:
    """Write rows of a table at the cursor, close under those before."""
    if piece.head:
        at.insertText(piece.head, _heavy(True))
        at.insertBlock()
    if not piece.first:
        at.setBlockFormat(_no_room())
    made = at.insertTable(
        len(piece.rows), piece.width, _frame(piece.widths, UP if not piece.first else 0)
    )
    for down, row in enumerate(piece.rows):
        across = 0
        for cell in row:
            if across < piece.width:
                words = "☒" if cell.checked else "☐" if cell.checked is not None else cell.text
                inside = made.cellAt(down, across).firstCursorPosition()
                inside.insertText(words, _heavy(False) if cell.bold else _plain())
            across += cell.span
    at.movePosition(QTextCursor.MoveOperation.End)
    if piece.more:
        at.insertText(f"… and {piece.more:,} more rows", _plain())
    if piece.more is not None:
        at.insertBlock()


def _no_room() -> QTextBlockFormat:
    made = QTextBlockFormat()
    made.setLineHeight(0.01, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    return made


def _plain() -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(look.current().font(14))
    made.setForeground(look.current().colour("ink"))
    return made


def _heavy(heading: bool) -> QTextCharFormat:
    made = _plain()
    made.setFont(look.current().font(16 if heading else 14, 600))
    return made


def _frame(widths: Sequence[float], up: float) -> QTextTableFormat:
    made = QTextTableFormat()
    made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    made.setBorderBrush(look.current().colour("line"))
    made.setBorderCollapse(True)
    made.setCellPadding(PADDING)
    made.setBorder(1)
    made.setCellSpacing(0)
    made.setTopMargin(up)
    if widths:
        fixed = QTextLength.Type.FixedLength
        made.setColumnWidthConstraints([QTextLength(fixed, one) for one in widths])
    return made
