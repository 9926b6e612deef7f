"""A line that leads to a record and can be taken out, by its button or by Delete."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.buttons import button
from ui.widgets.go_line import GoLine


class KeptLine(QWidget):
    """The line, and the button that takes it out where that may be done."""

    taken_out = Signal()

    def __init__(self, line: GoLine, words: str, *, editable: bool) -> None:
        super().__init__()
        self.line, self._editable = line, editable
        self.button = button(words, self.taken_out.emit, "quiet")
        self.button.setAccessibleName(f"{words}: {line.accessibleName()}")
        self.button.setToolTip(f"{words} (Delete)")
        self.button.setVisible(editable)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(line, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self._editable:
            self.taken_out.emit()
        else:
            super().keyPressEvent(event)
