"""A paper made readable in the program: its text and tables, from memory, as plain words."""

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextFrameFormat, QTextTableFormat
from PySide6.QtWidgets import QTextEdit

from models.intake.papers import Block, Content, Table
from ui import look

MOST_ROWS = 400


class PaperText(QTextEdit):
    """Shows a `Content`; no markup of the paper is obeyed, nothing in it can be followed."""

    def __init__(self, name: str = "The paper") -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setAccessibleName(name)
        self._content: Content | None = None
        look.current().changed.connect(self._write_again)

    def show_content(self, content: Content | None) -> None:
        """Show a paper, or nothing."""
        self._content = content
        self._write(content)

    def _write_again(self) -> None:
        if self._content is not None:
            place = self.verticalScrollBar().value()
            self._write(self._content)
            self.verticalScrollBar().setValue(place)

    def _write(self, content: Content | None) -> None:
        self.clear()
        if content is None:
            return
        at = QTextCursor(self.document())
        at.beginEditBlock()
        for part in content.parts:
            if isinstance(part, Block):
                _write_block(at, part)
            else:
                _write_table(at, part)
        at.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)


def _write_block(at: QTextCursor, block: Block) -> None:
    if not block.text.strip():
        return
    lead = block.bold_lead if block.text.startswith(block.bold_lead) else ""
    at.insertText(lead or (block.text if block.heading else ""), _heavy(bool(block.heading)))
    if not block.heading:
        at.insertText(block.text[len(lead) :], _plain())
    at.insertBlock()


def _write_table(at: QTextCursor, table: Table) -> None:
    rows = table.rows[:MOST_ROWS]
    width = max((sum(cell.span for cell in row) for row in rows), default=0)
    if not width:
        return
    if table.sheet:
        at.insertText(table.sheet, _heavy(True))
        at.insertBlock()
    made = at.insertTable(len(rows), width, _frame())
    for down, row in enumerate(rows):
        across = 0
        for cell in row:
            if across < width:
                words = "☒" if cell.checked else "☐" if cell.checked is not None else cell.text
                inside = made.cellAt(down, across).firstCursorPosition()
                inside.insertText(words, _heavy(False) if cell.bold else _plain())
            across += cell.span
    at.movePosition(QTextCursor.MoveOperation.End)
    if len(table.rows) > MOST_ROWS:
        at.insertText(f"… and {len(table.rows) - MOST_ROWS} more rows", _plain())
    at.insertBlock()


def _plain() -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(look.current().font(14))
    made.setForeground(look.current().colour("ink"))
    return made


def _heavy(heading: bool) -> QTextCharFormat:
    made = _plain()
    made.setFont(look.current().font(16 if heading else 14, 600))
    return made


def _frame() -> QTextTableFormat:
    made = QTextTableFormat()
    made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    made.setBorderBrush(look.current().colour("line"))
    made.setBorderCollapse(True)
    made.setCellPadding(4)
    made.setBorder(1)
    return made
