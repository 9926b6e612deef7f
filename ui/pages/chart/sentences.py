"""A list of sentences that wrap: what the picture shows, for whoever reads it."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from ui import look

KEY = Qt.ItemDataRole.UserRole
STRONG, PLAIN, TITLE = "strong", "plain", "title"


@dataclass(frozen=True)
class Sentence:
    """Words with the key of what they speak of; a title speaks of nothing and is passed over."""

    key: Hashable
    words: str
    weight: str = PLAIN


class Sentences(QListWidget):
    """Sentences gone through by arrows; Enter opens what one speaks of."""

    chosen_key = Signal(object)
    opened_key = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setProperty("look", "bare")
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._said: tuple[Sentence, ...] = ()
        self.currentItemChanged.connect(self._current)
        self.itemDoubleClicked.connect(lambda item: self.opened_key.emit(item.data(KEY)))

    @property
    def said(self) -> tuple[Sentence, ...]:
        """The sentences shown."""
        return self._said

    def show_sentences(self, said: Sequence[Sentence]) -> None:
        """Show these; the place is kept where its key is still there."""
        if tuple(said) == self._said:
            return
        kept = self.currentItem().data(KEY) if self.currentItem() is not None else None
        self._said = tuple(said)
        blocked = self.blockSignals(True)
        self.clear()
        for one in self._said:
            self.addItem(_item(one))
        self.blockSignals(blocked)
        self.stand_on(kept)

    def stand_on(self, key: Hashable | None) -> None:
        """Stand on the sentence of a key, without announcing it."""
        row = next((at for at, one in enumerate(self._said) if one.key == key), -1)
        blocked = self.blockSignals(True)
        if key is None or row < 0:
            self.setCurrentRow(-1)
        elif self.currentRow() != row:
            self.setCurrentRow(row)
            self.scrollToItem(self.item(row), QAbstractItemView.ScrollHint.PositionAtTop)
        self.blockSignals(blocked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem() is not None:
            self.opened_key.emit(self.currentItem().data(KEY))
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_said"):
            said, self._said = self._said, ()
            self.show_sentences(said)

    def _current(self, item: QListWidgetItem | None, _before: object = None) -> None:
        if item is not None and item.data(KEY) is not None:
            self.chosen_key.emit(item.data(KEY))


def _item(one: Sentence) -> QListWidgetItem:
    made = QListWidgetItem(one.words)
    made.setData(KEY, one.key)
    if one.weight == TITLE:
        made.setFlags(Qt.ItemFlag.NoItemFlags)
        made.setFont(look.current().font(12, 600))
        made.setForeground(look.current().colour("soft"))
    else:
        made.setFont(look.current().font(13, 600 if one.weight == STRONG else 400))
        made.setForeground(look.current().colour("ink"))
    return made
