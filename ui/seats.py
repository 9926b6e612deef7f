"""The demo's people, any of whose seats may be taken without a passphrase."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.buttons import button
from ui.widgets.labels import SoftLabel

Seats = Callable[[], Sequence[Any]]
"""Gives whose seats may be taken: each with id, name and role."""
ONLY_HERE = (
    "The demo only: try it as somebody else. Each has the rights of their own role, and reads no"
    " more than they would read. The panel stays as it is."
)


class SeatList(QWidget):
    """A button for each of the demo's other people; `taken` says by id whose seat is wanted."""

    taken = Signal(int)

    def __init__(self, seats: Seats) -> None:
        super().__init__()
        self._seats = seats
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 12, 0, 0)
        self._column.setSpacing(8)
        self.setAccessibleName("Another seat in the demo")

    def look(self) -> None:
        """Show whose seats there are now."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        offered = self._seats()
        if offered:
            self._column.addWidget(SoftLabel(ONLY_HERE))
        for one in offered:
            words = f"{one.name}, {one.role}"
            self._column.addWidget(button(words, lambda seat=one.id: self.taken.emit(seat)))
