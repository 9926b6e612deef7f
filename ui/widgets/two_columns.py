"""Two columns of cards, one under the other where there is no room for both."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ui import look

TWO_COLUMNS = 760


class TwoColumns(QWidget):
    """What presses at the left, the meeting at the right; one under the other where narrow."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self.columns = (QVBoxLayout(), QVBoxLayout())
        for column, share in zip(self.columns, (3, 2), strict=True):
            column.setSpacing(8)
            self._row.addLayout(column, share)

    def show_cards(self, left: Sequence[QWidget], right: Sequence[QWidget]) -> None:
        """Show these cards in place of those before."""
        for column, cards in zip(self.columns, (left, right), strict=True):
            while (item := column.takeAt(0)) is not None:
                widget = item.widget()
                if widget is not None:
                    widget.hide()
                    widget.setParent(None)
                    widget.deleteLater()
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = event.size().width() < look.current().px(TWO_COLUMNS)
        way = QBoxLayout.Direction
        self._row.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        super().resizeEvent(event)
