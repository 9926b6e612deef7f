"""Empty places say what to do."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.buttons import button
from ui.widgets.labels import SoftLabel, StrongLabel


class EmptyState(QWidget):
    """What is not here yet, what to do about it, and the button that does it, if one can."""

    def __init__(
        self,
        text: str,
        what_to_do: str = "",
        button_words: str = "",
        press: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self._text, self._todo = StrongLabel(text), SoftLabel(what_to_do)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 20, 16, 20)
        column.setSpacing(8)
        column.addWidget(self._text)
        column.addWidget(self._todo)
        self.button = button(button_words, press) if button_words else None
        if self.button is not None:
            row = QHBoxLayout()
            row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
            row.addStretch(1)
            column.addLayout(row)
        column.addStretch(1)
        self.say(text, what_to_do)

    def say(self, text: str, what_to_do: str = "") -> None:
        """Show other words."""
        self._text.setText(text)
        self._todo.setText(what_to_do)
        self._todo.setVisible(bool(what_to_do))
        self.setAccessibleName(f"{text} {what_to_do}".strip())
