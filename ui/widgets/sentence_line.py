"""A line for a sentence: whoever comes back to it goes on where they were."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit

BY_KEY = frozenset({
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
})  # fmt: skip


class SentenceLine(QLineEdit):
    """A line whose words are never chosen by coming to it: the next key would replace them all."""

    # Qt overrides

    def focusInEvent(self, event: QFocusEvent) -> None:
        at, chosen = self.cursorPosition(), self.hasSelectedText()
        super().focusInEvent(event)
        if event.reason() in BY_KEY and not chosen:
            self.setCursorPosition(at)
