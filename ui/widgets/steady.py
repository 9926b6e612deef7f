"""A place whose contents may be laid out anew without everything around it being laid out too."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget


class Steady(QWidget):
    """Holds one widget as wide as there is room; asks anew only where that needs another size.

    Qt lays out every widget around one whose words have changed, up to the window, each of them
    whole; most words that change need no more room than those before.
    """

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.inside = inside
        inside.setParent(self)
        policy = inside.sizePolicy()
        policy.setHeightForWidth(inside.hasHeightForWidth())
        self.setSizePolicy(policy)
        self._asked: tuple[QSize, int] | None = None

    def sizeHint(self) -> QSize:
        return self.inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        asked = self.inside.minimumSizeHint()
        return asked.expandedTo(self.inside.minimumSize()).boundedTo(self.inside.maximumSize())

    def hasHeightForWidth(self) -> bool:
        return self.sizePolicy().hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        return self.inside.heightForWidth(width)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            asked = self._asks()
            if asked != self._asked:
                self._asked = asked
                self.updateGeometry()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        given = self._asks()
        self.inside.setGeometry(self.rect())
        self._asked = self._asks()
        # What is inside may lay itself out otherwise at its new width, and need more than it got.
        if self._asked != given:
            self.updateGeometry()

    def _asks(self) -> tuple[QSize, int]:
        tall = self.heightForWidth(self.width()) if self.hasHeightForWidth() else -1
        return self.minimumSizeHint(), tall if tall >= 0 else self.sizeHint().height()
