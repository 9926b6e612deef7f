"""How old the last backup is: the same words as at the foot of the window, as they change."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent

from ui.desk import Desk
from ui.widgets.card import Card
from ui.widgets.flow import Chips
from ui.widgets.labels import SoftLabel

SAID = "A verified backup goes daily, and at every close. See Settings."
EACH_MS = 1000


class KeptSafe(Card):
    """Tells of the last backup; while it is in sight it looks again each second."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Kept safe")
        self._desk, self._note = desk, ""
        self.chips = Chips(name="Backup")
        self._each = QTimer(self)
        self._each.setInterval(EACH_MS)
        self._each.timeout.connect(self.look)
        self.add(self.chips)
        self.add(SoftLabel(SAID))
        self.look()

    def look(self) -> None:
        """Say how old the last backup is now."""
        note = self._desk.workspace.backup_note
        if note != self._note:
            self._note = note
            fresh = note.endswith(("today", "hour"))
            self.chips.show_tags([(note.capitalize(), "low" if fresh else "medium")])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._each.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._each.stop()
