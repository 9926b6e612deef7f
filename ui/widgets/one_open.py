"""Cards of which one stands open at a time: what is asked for anew takes the other away."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class OneOpen(QObject):
    """Watches cards; as one of them is opened the others are hidden."""

    def __init__(self, cards: Iterable[QWidget], parent: QObject) -> None:
        super().__init__(parent)
        self._cards = tuple(cards)
        for card in self._cards:
            card.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShowToParent:
            for card in self._cards:
                if card is not watched:
                    card.hide()
        return False
