"""A text to write in as the room may see it: where it names somebody, initials until revealed."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from ui.autosave import Autosave, Editor
from ui.live.state import RoomState
from ui.widgets.labels import Words

HIDDEN = "Names are hidden from the room. F4 shows them, and you can write on."
AWAY = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class Veil(QWidget):
    """Holds an editor, and in its place the masked text while the item is not revealed.

    A text is never veiled under the hand that types it, but as soon as the hand leaves it.
    """

    def __init__(self, editor: Editor, state: RoomState) -> None:
        super().__init__()
        self.editor, self._state = editor, state
        self._revealed = self._typing = False
        self.shown: Editor = QLineEdit() if isinstance(editor, QLineEdit) else QPlainTextEdit()
        self.hint = Words(HIDDEN, "small")
        self.shown.setReadOnly(True)
        if isinstance(self.shown, QPlainTextEdit):
            self.shown.setTabChangesFocus(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (editor, self.shown, self.hint):
            column.addWidget(part)
        self.shown.hide()
        self.hint.hide()
        self.setFocusProxy(editor)
        editor.installEventFilter(self)
        typed = editor.textEdited if isinstance(editor, QLineEdit) else editor.textChanged
        typed.connect(self._typed)

    @property
    def hand(self) -> QWidget:
        """Where the hand goes: the editor, or what stands in its place."""
        return self.editor if self.shown.isHidden() else self.shown

    def refresh(self, *, another: bool = False) -> None:
        """Show the text, or what the room may see of it; `another`: the text of another item."""
        self._typing &= self.editor.hasFocus() and not another
        text = Autosave.text_of(self.editor)
        masked = self._state.masked(text)
        hidden_now = self._revealed and not self._state.revealed
        self._revealed = self._state.revealed
        if masked != text and self._typing and not hidden_now:
            return
        self._stand(veiled=masked != text, masked=masked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        left = isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in AWAY
        if left:
            QTimer.singleShot(0, self, self.refresh)
        return False

    def _typed(self) -> None:
        self._typing = True

    def _stand(self, *, veiled: bool, masked: str) -> None:
        before, after = (self.editor, self.shown) if veiled else (self.shown, self.editor)
        if veiled:
            self._tell(masked)
        elif self.shown.isHidden():
            return
        in_hand = before.hasFocus()
        after.show()
        if in_hand:
            after.setFocus(Qt.FocusReason.OtherFocusReason)
        before.hide()
        self.hint.setVisible(veiled)
        self.setFocusProxy(after)
        if not veiled:
            self._tell("")

    def _tell(self, masked: str) -> None:
        self.shown.setAccessibleName(self.editor.accessibleName())
        self.shown.setAccessibleDescription(HIDDEN)
        if isinstance(self.shown, QLineEdit):
            self.shown.setText(masked)
            return
        self.shown.setFixedHeight(self.editor.height())
        if masked != self.shown.toPlainText():
            self.shown.setPlainText(masked)
