"""The recovery key: shown once, saved, its last characters typed back before anything begins."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from models.errors import Refusal, Trouble
from ui.dialogues import Dialogues
from ui.forms import Form
from ui.recovery_file import save_recovery_key
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Heading, InlineError, Words

WHY = (
    "Whoever has this key can open the panel's file without a passphrase. It is the way back when a"
    " passphrase is forgotten or the key file is lost. Save it, print it, put it in a safe."
)
TYPED = 4


class RecoveryKey(QWidget):
    """Shows the key; `kept` once it was saved and its last four characters were typed back."""

    kept = Signal()

    def __init__(self, dialogues: Dialogues) -> None:
        super().__init__()
        self.setProperty("look", "paper")
        self.setAccessibleName("Recovery key")
        self._dialogues = dialogues
        self._key, self._panel, self._beside = "", "", Path()
        self._saved = False
        self.key, self.state = Words("", "subheading"), Words("", "soft")
        self.key.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.line, self.error, self.form = QLineEdit(), InlineError(), Form("Recovery key")
        self.save_button = button("Save it to a file", self.save, "primary")
        self.done_button = button("Open the panel", self.finish, "primary")
        self._build()

    def begin(self, key: str, panel: str, beside: Path) -> None:
        """Show the key of a panel whose file lies here."""
        self._key, self._panel, self._beside, self._saved = key, panel, beside, False
        self.key.setText(key)
        self.key.setAccessibleName(f"Recovery key {' '.join(key)}")
        self.state.setText("")
        self.line.clear()
        self._weigh()
        self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Save the key where the person chooses, not beside the file that it opens."""
        to = self._dialogues.save_file(
            self, "Save the recovery key", f"{self._panel} recovery key.txt", "Text (*.txt)"
        )
        if to is None:
            return
        if to.parent.resolve() == self._beside.parent.resolve():
            self.error.say("Save it in another place than the panel's own folder.")
            return
        try:
            save_recovery_key(to, self._key, self._panel)
        except Trouble as trouble:
            self.error.say(trouble.message)
            return
        self.error.say("")
        self._saved = True
        self.state.setText(f"Saved as “{to.name}”. Now type its last four characters.")
        self._weigh()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Go on, where the key was saved and typed back rightly."""
        self.form.clear_errors()
        if not self._saved:
            self.error.say("Save the key first.")
        elif not self._right():
            message = "These are not its last four characters. Look at the saved key."
            self.form.take_refusal(Refusal(message, "last"))
        else:
            self.key.setText("")
            self._key = ""
            self.kept.emit()

    def _right(self) -> bool:
        typed = "".join(self.line.text().split()).replace("-", "").upper()
        bare = self._key.replace("-", "")
        return len(typed) >= TYPED and bare.endswith(typed)

    def _weigh(self) -> None:
        self.done_button.setEnabled(self._saved)
        self.line.setEnabled(self._saved)

    def _build(self) -> None:
        card = Card()
        card.add(self.key)
        card.add(Words(WHY))
        card.body.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignLeft)
        card.add(self.error)
        card.add(self.state)
        self.line.setAccessibleName("Last four characters of the recovery key")
        self.form.row("last", "Its last four characters", self.line)
        self.line.returnPressed.connect(self.finish)
        flow = FlowLayout(gap=8)
        flow.addWidget(self.done_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Heading("Keep the recovery key"))
        column.addWidget(card)
        column.addWidget(self.form)
        column.addLayout(flow)
        column.addStretch(1)
