"""Cards under one another, one for each thing that is known: each stays while its thing does."""

from collections.abc import Callable, Hashable, Iterable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

One = TypeVar("One", bound=QWidget)


class Stacked(QWidget, Generic[One]):
    """A card keeps what is half-typed in it, whatever comes and goes beside it."""

    def __init__(self, make: Callable[..., One]) -> None:
        super().__init__()
        self._make = make
        self.cards: dict[Hashable, One] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def keep(self, keys: Iterable[Hashable]) -> None:
        """Let the cards of everything else go."""
        known = set(keys)
        for key in [one for one in self.cards if one not in known]:
            gone = self.cards.pop(key)
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()

    def card(self, key: Hashable) -> One:
        """The card of a thing, made by its key where there is none yet."""
        if key not in self.cards:
            self.cards[key] = self._make(key)
            self._column.addWidget(self.cards[key])
        return self.cards[key]
