"""The first start: make a panel, open one, or look at the demo."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.labels import Heading, InlineError, Words

WAYS = (
    ("make", "Make a panel", "Name it, choose a passphrase, keep the recovery key. Two minutes."),
    ("open", "Open a panel's file", "One that was made on this machine or handed over to it."),
    ("restore", "Restore a backup", "Put a backup where the panel's file was."),
    (
        "demo",
        "Look at the demo",
        "An invented panel on the morning of its meeting, in memory.",
    ),
)


class Choice(QWidget):
    """The ways to begin; `chosen` carries make, open, restore or demo."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "paper")
        self.setAccessibleName("First start")
        self.error, self.busy = InlineError(), Words("", "soft")
        self.busy.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Heading("Welcome to MaceDesk", wrap=True))
        self.buttons = {}
        for way, words, soft in WAYS:
            card = Card()
            card.add(Words(soft, "soft"))
            look = "primary" if way == "make" else ""
            made = button(words, lambda way=way: self.chosen.emit(way), look)
            made.setAccessibleDescription(soft)
            card.body.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
            self.buttons[way] = made
            column.addWidget(card)
        column.addWidget(self.error)
        column.addWidget(self.busy)
        column.addStretch(1)

    def wait(self, words: str = "") -> None:
        """Say what is being made, and take no other choice meanwhile."""
        self.busy.setText(words)
        self.busy.setVisible(bool(words))
        for one in self.buttons.values():
            one.setEnabled(not words)
