"""A line that leads to a thing, with what it proposes on a button beside it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.buttons import button
from ui.widgets.go_line import GoLine


class OfferLine(QWidget):
    """A line of a card and its offer; `taken` says that the offer was taken."""

    taken = Signal()

    def __init__(self, line: GoLine, words: str, keys: str) -> None:
        super().__init__()
        self.line = line
        self.button = button(words, self.take)
        self.button.setAccessibleDescription(f"{line.accessibleName()} Key {keys}")
        self.button.setToolTip(f"{words} ({keys})")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(line, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)

    def take(self) -> None:
        """Take what is offered."""
        self.taken.emit()
