"""Lets Ctrl+Z reach the window where the field in hand has no typing of its own to take back."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget


class UndoKeys(QObject):
    """Stands before the field that has the focus, and only there."""

    def __init__(self, app: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watched: QWidget | None = None
        self._app = app
        app.focusChanged.connect(self._focus_moved)

    def close(self) -> None:
        """Let go of the field."""
        self._app.focusChanged.disconnect(self._focus_moved)
        self._focus_moved(None, None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        undo = event.matches(QKeySequence.StandardKey.Undo) and not _can(watched, "undo")
        redo = event.matches(QKeySequence.StandardKey.Redo) and not _can(watched, "redo")
        if undo or redo:
            event.ignore()
            return True
        return False

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None:
            self._watched.removeEventFilter(self)
            self._watched.destroyed.disconnect(self._gone)
        self._watched = new if isinstance(new, (QLineEdit, QPlainTextEdit, QTextEdit)) else None
        if self._watched is not None:
            self._watched.installEventFilter(self)
            self._watched.destroyed.connect(self._gone)

    def _gone(self) -> None:
        self._watched = None


def _can(editor: QObject, what: str) -> bool:
    if isinstance(editor, QLineEdit):
        return editor.isUndoAvailable() if what == "undo" else editor.isRedoAvailable()
    if isinstance(editor, (QPlainTextEdit, QTextEdit)):
        document = editor.document()
        return document.isUndoAvailable() if what == "undo" else document.isRedoAvailable()
    return False
