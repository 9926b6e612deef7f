"""A list with what is chosen beside it; one above the other where there is no room."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from ui import look

TURN_BELOW = 820
"""Width at 100 % under which the list stands above what is chosen."""
CLOSE = 700
"""The same where both are narrow, and height is dearer than width."""


class SideBySide(QSplitter):
    """Two widgets and a handle between them; `share` is the first one's part of the width.

    Under `turn_below`, its width at 100 %, the first stands above the second.
    """

    def __init__(
        self, first: QWidget, second: QWidget, share: float = 0.34, turn_below: int = TURN_BELOW
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._share, self._turn_below = share, turn_below
        self.setChildrenCollapsible(False)
        self.setHandleWidth(10)
        self.addWidget(first)
        self.addWidget(second)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        self._moved = False
        self.splitterMoved.connect(self._keep_moved)

    def show_second(self, shown: bool) -> None:
        """Show what is chosen, or give the list all the room while nothing is."""
        self._show(self.widget(1), shown)

    def show_first(self, shown: bool) -> None:
        """Show the list, or give what is beside it all the room while there is nothing to list."""
        self._show(self.widget(0), shown)

    def sizeHint(self) -> QSize:
        """As wide as both want and no higher than they must be: each scrolls by itself."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = event.size().width() < look.current().px(self._turn_below)
        wanted = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        super().resizeEvent(event)
        if wanted != self.orientation():
            self._moved = False
            self.setOrientation(wanted)
        if not self._moved:
            self._share_out()

    def _show(self, one: QWidget, shown: bool) -> None:
        if one.isHidden() == shown:
            one.setVisible(shown)
            if shown:
                self._share_out()

    def _keep_moved(self) -> None:
        """Where a person has drawn the line, it stays."""
        self._moved = True

    def _share_out(self) -> None:
        lying = self.orientation() == Qt.Orientation.Horizontal
        whole = self.width() if lying else self.height()
        first = round(whole * self._share)
        self.setSizes([first, whole - first])
