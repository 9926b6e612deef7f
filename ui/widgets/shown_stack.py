"""Places one behind the other, of which only the one in sight asks for room."""

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget


class ShownStack(QWidget):
    """A stack that needs as much room as what it shows; the rest sets no bounds.

    Qt's own asks for the height of the highest of its pages, in sight or not.
    """

    turned = Signal()
    """Another place is shown."""

    def __init__(self) -> None:
        super().__init__()
        self._places: list[QWidget] = []
        self._shown: QWidget | None = None

    def addWidget(self, place: QWidget) -> None:
        """Put a place behind those there are; the first is shown."""
        place.setParent(self)
        place.hide()
        self._places.append(place)
        if self._shown is None:
            self.setCurrentWidget(place)

    def setCurrentIndex(self, at: int) -> None:
        """Show a place by its number."""
        self.setCurrentWidget(self._places[at])

    def setCurrentWidget(self, place: QWidget) -> None:
        """Show a place."""
        if place is self._shown:
            return
        before, self._shown = self._shown, place
        place.setGeometry(self.rect())
        place.show()
        if before is not None:
            before.hide()
        self._ask_again()
        self.turned.emit()

    def currentWidget(self) -> QWidget | None:
        """What is shown."""
        return self._shown

    def sizeHint(self) -> QSize:
        if self._shown is None:
            return QSize()
        wanted = self._shown.sizeHint()
        # What scrolls by itself takes the room there is; nothing around it is to scroll for it.
        scrolls = isinstance(self._shown, QScrollArea)
        return QSize(wanted.width(), self.minimumSizeHint().height()) if scrolls else wanted

    def minimumSizeHint(self) -> QSize:
        if self._shown is None:
            return QSize()
        return self._shown.minimumSizeHint().expandedTo(self._shown.minimumSize())

    def heightForWidth(self, width: int) -> int:
        return self._shown.heightForWidth(width) if self._shown is not None else -1

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._shown is not None:
            self._shown.setGeometry(self.rect())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._ask_again()
        return super().event(event)

    def _ask_again(self) -> None:
        policy = self.sizePolicy()
        shown = self._shown
        policy.setHeightForWidth(shown is not None and shown.hasHeightForWidth())
        self.setSizePolicy(policy)
        self.updateGeometry()
