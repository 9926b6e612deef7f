"""The head of the grid, whose first column stays in sight while the others move beneath it."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from ui import look


class StayingHeader(QHeaderView):
    """Paints the first column's title over the others, and takes the clicks meant for it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)

    def first(self) -> int:
        """The column that stays: the first one shown, -1 where there is none."""
        order = (self.logicalIndex(at) for at in range(self.count()))
        return next((at for at in order if not self.isSectionHidden(at)), -1)

    def stays(self) -> int:
        """How wide the column is that stays over others now; 0 while nothing has moved."""
        at = self.first()
        if at < 0 or self.offset() <= 0:
            return 0
        width = self.sectionSize(at)
        # Over a narrow grid it would leave no room for anything else.
        return width if width * 2 <= self.viewport().width() else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if width := self.stays():
            painter = QPainter(self.viewport())
            rect = QRect(0, 0, width, self.height())
            painter.fillRect(rect, look.current().colour("card"))
            self.paintSection(painter, rect, self.first())
            painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.position().x() >= self.stays():
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.position().x() >= self.stays():
            super().mouseReleaseEvent(event)
            return
        at, down = self.first(), Qt.SortOrder.DescendingOrder
        ascending = self.sortIndicatorOrder() != down and self.sortIndicatorSection() == at
        self.setSortIndicator(at, down if ascending else Qt.SortOrder.AscendingOrder)
