"""A text of several lines; under it stands, while it is typed, who of those named is on record."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QPlainTextEdit

from models.records.mentions import Known
from models.rules.listing import listed
from ui.autosave import once
from ui.pages.records.picker import KINDS
from ui.widgets.labels import SoftLabel

WAITS_MS = 250
LATER = "Whether each is meant is asked once this is kept; nothing is linked by itself."
Look = Callable[[str], Sequence[Known]]


class TellingEdit(QPlainTextEdit):
    """Looks for names on record while it is typed; `below` says them under it."""

    def __init__(self, look: Look | None = None) -> None:
        super().__init__()
        self.look = look
        self.below = SoftLabel()
        self.below.hide()
        self._looking = once(self, WAITS_MS, self.find)
        self.textChanged.connect(self._looking.start)

    def find(self) -> None:
        """Say now who of those named is on record."""
        self._looking.stop()
        text = self.toPlainText()
        found = self.look(text) if self.look is not None and text.strip() else ()
        sure, perhaps = (
            listed([_called(one) for one in found if bool(one.how) is unsure])
            for unsure in (False, True)
        )
        told = (f"On record: {sure}." if sure else "", f"Perhaps: {perhaps}." if perhaps else "")
        self.below.setText(" ".join(filter(None, (*told, LATER))) if found else "")
        self.below.setVisible(bool(found))
        self.setAccessibleDescription(self.below.text())


def _called(one: Known) -> str:
    written = "" if one.written.casefold() == one.label.casefold() else f"“{one.written}”, "
    how = f", {one.how}" if one.how else ""
    return f"{one.label} ({written}{KINDS.get(one.kind, one.kind)}{how})"
