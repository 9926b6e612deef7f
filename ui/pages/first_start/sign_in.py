"""Signing in to the file that was open last: passphrase, recovery key, another file."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Heading, InlineError, SoftLabel, Words


class SignIn(QWidget):
    """Asks for the passphrase of a file; `given` carries it, and True for the recovery key."""

    given = Signal(str, bool)
    other_file = Signal()
    restore = Signal()
    bring_back = Signal()
    anew = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "paper")
        self.setAccessibleName("Sign in")
        self._by_key = False
        self.file, self.where = Words("", "strong"), SoftLabel()
        self.label, self.line = SoftLabel("Passphrase"), QLineEdit()
        self.error = InlineError()
        self.key_button = button("Use the recovery key", self.turn, "quiet")
        self.open_button = button("Open", self._give, "primary")
        self._build()

    def begin(self, path: Path) -> None:
        """Wait for the passphrase of this file."""
        self.file.setText(path.name)
        self.where.setText(f"in {path.resolve().parent}")
        self.error.say("")
        self._ask_key(False)

    def turn(self) -> None:
        """Ask for the recovery key instead of the passphrase, or the other way round."""
        self._ask_key(not self._by_key)

    def refuse(self, message: str) -> None:
        """Say why it does not open; the line waits for another try."""
        self.error.say(message)
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def wait(self, waiting: bool) -> None:
        """Open nothing twice."""
        self.open_button.setEnabled(not waiting)
        self.open_button.setText("Opening …" if waiting else "Open")

    def _ask_key(self, by_key: bool) -> None:
        self._by_key = by_key
        word = "Recovery key" if by_key else "Passphrase"
        self.label.setText(word)
        self.line.setAccessibleName(word)
        self.line.clear()
        hint = "14 groups of 4 letters and figures" if by_key else ""
        self.line.setPlaceholderText(hint)
        modes = QLineEdit.EchoMode
        self.line.setEchoMode(modes.Normal if by_key else modes.Password)
        self.key_button.setText("Use the passphrase" if by_key else "Use the recovery key")
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        said = self.line.text().strip() if self._by_key else self.line.text()
        if said and self.open_button.isEnabled():
            self.error.say("")
            self.given.emit(said, self._by_key)

    def _build(self) -> None:
        card = Card()
        self.label.setBuddy(self.line)
        self.line.returnPressed.connect(self._give)
        for part in (self.file, self.where, self.label, self.line, self.error):
            card.add(part)
        flow = FlowLayout(gap=8)
        flow.addWidget(self.open_button)
        flow.addWidget(self.key_button)
        card.body.addLayout(flow)
        others = FlowLayout(gap=8)
        for words, signal in (
            ("Open another file", self.other_file),
            ("Restore a backup", self.restore),
            ("Return a handed-over copy", self.bring_back),
            ("Make a panel, or see the demo", self.anew),
        ):
            others.addWidget(button(words, signal.emit, "quiet"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Heading("Sign in"))
        column.addWidget(card)
        column.addLayout(others)
        column.addStretch(1)
