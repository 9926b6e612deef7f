"""A paper made readable in the program: its text and tables, from memory, as plain words."""

from collections.abc import Iterator

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit

from models.intake.papers import Block, Content
from ui import look
from ui.pages.records.paper_pieces import Piece, pieces, write_block, write_piece

AT_ONCE, PAUSE_MS = 250, 10
"""Cells or lines written before the window may do something else, and how long it may."""


class PaperText(QTextEdit):
    """Shows a `Content`; no markup of the paper is obeyed, nothing in it can be followed.

    It is written once it is in sight, a long one piece by piece.
    """

    def __init__(self, name: str = "The paper") -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setAccessibleName(name)
        self._content: Content | None = None
        self._waits = False
        self._left: Iterator[Block | Piece] = iter(())
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setInterval(PAUSE_MS)
        self._next.timeout.connect(self._write_on)
        look.current().changed.connect(self._write_again)

    def show_content(self, content: Content | None) -> None:
        """Show a paper, or nothing."""
        if content is not None and content is self._content:
            return
        self._content = content
        self._write()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._waits:
            self._write()

    def _write_again(self) -> None:
        place = self.verticalScrollBar().value()
        self._write()
        self.verticalScrollBar().setValue(place)

    def _write(self) -> None:
        self._next.stop()
        self.clear()
        self._waits = not self.isVisible()
        self._left = iter(pieces(self._content.parts) if self._content is not None else ())
        if not self._waits:
            self._write_on()
            self.moveCursor(QTextCursor.MoveOperation.Start)

    def _write_on(self) -> None:
        """Write the next pieces behind those that stand, and come back for the rest."""
        at, written = QTextCursor(self.document()), 0
        at.movePosition(QTextCursor.MoveOperation.End)
        at.beginEditBlock()
        for piece in self._left:
            if isinstance(piece, Block):
                write_block(at, piece)
                written += 1
            else:
                write_piece(at, piece)
                written += piece.cells
            if written >= AT_ONCE:
                self._next.start()
                break
        at.endEditBlock()
