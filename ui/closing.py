"""The last window: the backup that goes at close, and what to do where it cannot be made."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import look
from ui.dialogues import Dialogues, SystemDialogues
from ui.widgets.buttons import button
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Words, set_look
from ui.widgets.marking import MarkingStrip


class ClosingWindow(QWidget):
    """Says that a backup is being made, or why it could not be; closing it leaves without one."""

    again = Signal()
    other_folder = Signal(object)
    left = Signal()

    def __init__(self, dialogues: Dialogues | None = None) -> None:
        super().__init__()
        look.wear(self)
        self.setWindowTitle("MaceDesk")
        self.setProperty("look", "paper")
        self._dialogues = dialogues or SystemDialogues()
        self.words = Words("", "strong")
        self.ways = QWidget()
        flow = FlowLayout(self.ways, gap=8)
        self.try_button = button("Try again", self.again.emit, "primary")
        flow.addWidget(self.try_button)
        flow.addWidget(button("Choose another folder", self._choose))
        flow.addWidget(button("Close without a backup", self.close))
        inside = QVBoxLayout()
        inside.setContentsMargins(24, 24, 24, 24)
        inside.setSpacing(12)
        inside.addWidget(self.words)
        inside.addWidget(self.ways)
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(MarkingStrip())
        column.addLayout(inside, 1)
        self.resize(look.current().px(560), look.current().px(220))
        self.making()

    def making(self) -> None:
        """Say that the backup is being made."""
        self.words.setText("Backing up and reading it back …")
        set_look(self.words, "strong")
        self.ways.hide()

    def refuse(self, message: str) -> None:
        """Say why it could not be made, and offer what can be done."""
        self.words.setText(f"The backup could not be made. {message}")
        set_look(self.words, "high")
        self.ways.show()
        self.try_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self) -> None:
        folder: Path | None = self._dialogues.choose_folder(self, "Folder for backups")
        if folder is not None:
            self.other_folder.emit(folder)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.left.emit()
        super().closeEvent(event)
