"""Cards in as many columns as have room, the first ones at the top."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui import look

LEAST_WIDTH = 400
"""Pixels of a column's width, at plain size of text."""
MOST = 3


class CardColumns(QScrollArea):
    """Each card stands in the column that is shortest so far."""

    def __init__(self, name: str, *, gap: int = 8) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        self._inside = QWidget()
        self._inside.setProperty("look", "clear")
        self._row = QHBoxLayout(self._inside)
        self._row.setContentsMargins(0, 0, 4, 0)
        self._row.setSpacing(gap)
        self._gap, self.cards = gap, list[QWidget]()
        self._columns: list[QVBoxLayout] = []
        self.setWidget(self._inside)

    def show_cards(self, cards: Sequence[QWidget]) -> None:
        """Show these cards in place of those before."""
        for old in self.cards:
            old.hide()
            old.deleteLater()
        self.cards = list(cards)
        self._deal()
        self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if len(self._columns) != self._fitting():
            self._deal()

    def _fitting(self) -> int:
        return max(1, min(MOST, self.viewport().width() // look.current().px(LEAST_WIDTH)))

    def _deal(self) -> None:
        """Put the cards into the columns that now have room."""
        while (item := self._row.takeAt(0)) is not None:
            item.layout().setParent(None)
        self._columns = [QVBoxLayout() for _ in range(self._fitting())]
        heights = [0] * len(self._columns)
        for column in self._columns:
            column.setSpacing(self._gap)
            self._row.addLayout(column, 1)
        for card in self.cards:
            at = heights.index(min(heights))
            self._columns[at].addWidget(card)
            card.show()
            heights[at] += card.sizeHint().height() + self._gap
        for column in self._columns:
            column.addStretch(1)
