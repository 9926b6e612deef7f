"""Putting a copy in the place of the panel's file: a backup, or what was handed over."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from models.errors import Refusal
from ui.dialogues import Dialogues
from ui.forms import Form
from ui.widgets.buttons import button
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Heading, Words

FILES = "MaceDesk panel (*.mace);;All files (*)"
RESTORE = (
    "Restore a backup",
    "The backup is verified before and after. What lies there now is set aside, not lost.",
)
BRING_BACK = (
    "Return a handed-over copy",
    "The copy must continue what this file held. Afterwards this file can be written in again.",
)


class PutBack(QWidget):
    """Which copy, to where, with which passphrase; `given` carries them and whether it returns."""

    given = Signal(object, object, str, bool)
    left = Signal()

    def __init__(self, dialogues: Dialogues) -> None:
        super().__init__()
        self.setProperty("look", "paper")
        self._dialogues = dialogues
        self._returns = False
        self.heading, self.words = Heading(), Words("", "soft")
        self.copy_line, self.to_line, self.secret = QLineEdit(), QLineEdit(), QLineEdit()
        self.form = Form("Copy")
        self.go_button = button("Put it back", self.go, "primary")
        self._build()

    def begin(self, known: Path | None, *, returns: bool) -> None:
        """Ask which copy, for the file that is known."""
        self._returns = returns
        title, words = BRING_BACK if returns else RESTORE
        self.heading.setText(title)
        self.setAccessibleName(title)
        self.words.setText(words)
        self.to_line.setText(str(known) if known else "")
        self.copy_line.clear()
        self.secret.clear()
        self.form.clear_errors()
        self.wait(False)
        self.copy_line.setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self) -> None:
        """Hand over what was asked for, where nothing is missing."""
        self.form.clear_errors()
        missing = {
            "copy": (self.copy_line, "Choose the copy."),
            "to": (self.to_line, "Choose where the panel's file is or was."),
            "passphrase": (self.secret, "Type the passphrase of the copy."),
        }
        for name, (line, message) in missing.items():
            if not line.text().strip():
                self.form.take_refusal(Refusal(message, name))
                return
        self.wait(True)
        copy, to = Path(self.copy_line.text().strip()), Path(self.to_line.text().strip())
        self.given.emit(copy, to, self.secret.text(), self._returns)

    def refuse(self, message: str) -> None:
        """Show why it could not be put back."""
        self.wait(False)
        self.form.take_refusal(Refusal(message))

    def wait(self, waiting: bool) -> None:
        """Put nothing back twice."""
        self.go_button.setEnabled(not waiting)
        self.go_button.setText("Verifying …" if waiting else "Put it back")

    def _choose_copy(self) -> None:
        found = self._dialogues.open_files(self, "The copy", FILES)
        if found:
            self.copy_line.setText(str(found[0]))

    def _choose_to(self) -> None:
        found = self._dialogues.save_file(self, "The panel's file", self.to_line.text(), FILES)
        if found is not None:
            self.to_line.setText(str(found))

    def _build(self) -> None:
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        for name, label, line, press in (
            ("copy", "The copy", self.copy_line, self._choose_copy),
            ("to", "The panel's file", self.to_line, self._choose_to),
        ):
            holder = QWidget()
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(line, 1)
            row.addWidget(button("Choose", press))
            line.setAccessibleName(label)
            self.form.row(name, label, holder)
        self.form.row("passphrase", "Passphrase", self.secret)
        self.secret.returnPressed.connect(self.go)
        flow = FlowLayout(gap=8)
        flow.addWidget(self.go_button)
        flow.addWidget(button("Back", self.left.emit))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.heading)
        column.addWidget(self.words)
        column.addWidget(self.form)
        column.addLayout(flow)
        column.addStretch(1)
