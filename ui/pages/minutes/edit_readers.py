"""Who may read a line that was put in in Word: as it was heard, until a person says otherwise."""

from collections.abc import Hashable
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from models.marks import Sharing
from ui import look
from ui.desk import Desk
from ui.live.line_marks import SHARINGS, agencies_in
from ui.widgets.combo import Combo
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import SoftLabel

NAMES = 320
"""Room for the names of two agencies, in pixels at 100 %."""


class EditReaders(QWidget):
    """The readers of the chosen line; a choice stays with its line while the file is open."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._chosen: dict[Hashable, tuple[str, str]] = {}
        self._key: Hashable | None = None
        self.sharing = Combo(SHARINGS, "Who may read the new line")
        self.agencies = QLineEdit()
        self.agencies.setAccessibleName("Agencies that may read it")
        self.agencies.setPlaceholderText("Police, Health …")
        self.agencies.setMinimumWidth(look.current().px(NAMES))
        self.sharing.changed.connect(self._keep)
        self.agencies.textEdited.connect(self._keep)
        row = FlowLayout(gap=8)
        row.setContentsMargins(0, 0, 0, 0)
        label = SoftLabel("Who may read it", wrap=False)
        for part in (label, self.sharing, self.agencies):
            row.addWidget(part)
        self.setLayout(row)

    def forget(self) -> None:
        """Another file is open."""
        self._chosen = {}

    def show_edit(self, edit: Any, *, open_: bool) -> None:
        """Show the readers of a line that is to be decided on; of nothing else."""
        line = edit.line if edit is not None and open_ else None
        self._key = None
        self.setVisible(line is not None)
        if line is None:
            return
        sharing, agencies = self._chosen.get(edit.key) or self._heard(line)
        self.sharing.set_value(Sharing(sharing))
        self.agencies.setText(agencies)
        self.agencies.setVisible(sharing == Sharing.NAMED_AGENCIES)
        self._key = edit.key

    def readers_of(self, edit: Any) -> dict[str, Any]:
        """What was chosen for a line, as its fields; nothing where it stays as it was heard."""
        if edit.key not in self._chosen:
            return {}
        sharing, agencies = self._chosen[edit.key]
        named = sharing == Sharing.NAMED_AGENCIES
        return {
            "sharing": sharing,
            "shared_with": agencies_in(self._desk, agencies) if named else (),
        }

    def _heard(self, line: Any) -> tuple[str, str]:
        known = {one.id: one.name for one in self._desk.workspace.read.agencies()}
        named = ", ".join(known[one] for one in line.shared_with if one in known)
        return line.sharing, named

    def _keep(self, _value: object = None) -> None:
        sharing = str(self.sharing.value() or Sharing.CHAIR_ONLY)
        self.agencies.setVisible(sharing == Sharing.NAMED_AGENCIES)
        if self._key is not None:
            self._chosen[self._key] = (sharing, self.agencies.text())
