"""What goes out on the panel display: an item only once the chair has looked round the room."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from models.marks import ItemState
from models.records.item import ItemRow


def coming_words(row: ItemRow) -> str:
    """What the display says of an item that waits: "Next: V5", of one discussed "Back to V4"."""
    again = row.state in (ItemState.DISCUSSED, ItemState.NOT_REACHED)
    return f"Back to {row.reference}" if again else f"Next: {row.reference}"


class GoingOut(QObject):
    """Whether the display is open, and whether the item turned to waits for the chair's word.

    Between two items the display waits, so that whoever must not be here for the next can leave;
    `pauses` tells whether this machine wants that. Opening the display is such a word.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.open = False
        self.pauses: Callable[[], bool] = lambda: True
        self._shown: object = None

    def begin(self, place: object) -> None:
        """The display opens on a place."""
        self.open, self._shown = True, place
        self.changed.emit()

    def end(self) -> None:
        """The display is closed."""
        self.open = False
        self.changed.emit()

    def turn(self, place: object) -> None:
        """The room turns: what was let out before waits again when it comes back."""
        if place != self._shown:
            self._shown = None if self.pauses() else place

    def let_out(self, place: object) -> None:
        """The chair has looked round: show it."""
        self._shown = place
        self.changed.emit()

    def waits(self, place: object) -> bool:
        """Whether the display holds a place back; only items are."""
        return self.open and isinstance(place, int) and place != self._shown
