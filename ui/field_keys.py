"""Lets the keys of commands reach the window from the field in hand."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

OF_TYPING = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox)
TYPED_WITH = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class FieldKeys(QObject):
    """Stands before the field that has the focus, and only there.

    On some desktops a field takes Ctrl+E, Ctrl+D or Ctrl+K for typing; here they are what the
    window says. Ctrl+Z stays with the field while it has typing of its own to take back.
    """

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
        if undo or redo or _commanded(watched, event):
            event.ignore()
            return True
        return False

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None:
            self._watched.removeEventFilter(self)
            self._watched.destroyed.disconnect(self._gone)
        self._watched = new if isinstance(new, FIELDS) else None
        if self._watched is not None:
            self._watched.installEventFilter(self)
            self._watched.destroyed.connect(self._gone)

    def _gone(self) -> None:
        self._watched = None


def _commanded(field: QObject, event: QKeyEvent) -> bool:
    """True where a command of the window or of a part around the field answers these keys."""
    held = event.modifiers() & ~TYPED_WITH
    if not held or any(event.matches(key) for key in OF_TYPING):
        return False
    keys = QKeySequence(event.keyCombination())
    around = field if isinstance(field, QWidget) else None
    while around is not None:
        if any(one.isEnabled() and keys in one.shortcuts() for one in around.actions()):
            return True
        around = around.parentWidget()
    return False


def _can(editor: QObject | None, what: str) -> bool:
    if isinstance(editor, QComboBox):
        return _can(editor.lineEdit(), what)
    if isinstance(editor, QLineEdit):
        return editor.isUndoAvailable() if what == "undo" else editor.isRedoAvailable()
    if isinstance(editor, (QPlainTextEdit, QTextEdit)):
        document = editor.document()
        return document.isUndoAvailable() if what == "undo" else document.isRedoAvailable()
    return False
