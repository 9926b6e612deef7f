"""A list of lines under quiet headings: the running order, the navigation, what was found."""

from collections.abc import Hashable, Sequence
from typing import TypeVar

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from ui import look
from ui.widgets.lines import LINE_ROLE, Index, Line, LineDelegate, LinesModel

Key = TypeVar("Key", bound=Hashable)
_STAND = QItemSelectionModel.SelectionFlag.ClearAndSelect


def following(keys: Sequence[Key], key: Key) -> Key | None:
    """Where to go on once a key is dealt with: the one after it, else the one before it."""
    at = keys.index(key) if key in keys else len(keys)
    return next(iter((*keys[at + 1 :], *reversed(keys[:at]))), None)


class RowList(QListView):
    """Lines to choose from by arrows, Enter and letters; keeps the place by key."""

    chosen = Signal(object)
    """The key where the list now stands."""
    opened = Signal(object)
    """The key on which Enter was pressed or that was clicked twice."""
    ticked = Signal(object)
    """The key on which Space was pressed."""

    def __init__(self, name: str = "", *, size: int = 14, bare: bool = True) -> None:
        super().__init__()
        self.lines = LinesModel()
        self.delegate = LineDelegate(size)
        self.setModel(self.lines)
        self.setItemDelegate(self.delegate)
        self.setAccessibleName(name)
        self.setProperty("look", "bare" if bare else "")
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.doubleClicked.connect(lambda index: self.opened.emit(self._key(index)))

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines; the place is kept where its key is still there."""
        kept = self.current_key()
        self.lines.show_lines(lines)
        self.go_to(kept)

    def current_key(self) -> Hashable | None:
        """Give the key where the list stands."""
        return self._key(self.currentIndex())

    def go_to(self, key: Hashable | None) -> None:
        """Stand on a key, without announcing it; an unknown key changes nothing."""
        row = self.lines.row_of(key) if key is not None else -1
        if row >= 0 and not self._stands_on(row):
            blocked = self.blockSignals(True)
            self._stand(row)
            self.blockSignals(blocked)

    def leave(self) -> None:
        """Stand nowhere, without announcing it."""
        blocked = self.blockSignals(True)
        self.selectionModel().clear()
        self.blockSignals(blocked)
        self.viewport().update()

    def step(self, steps: int) -> None:
        """Stand on the next (1) or previous (-1) line that can be chosen."""
        row = self.currentIndex().row() + steps
        while 0 <= row < len(self.lines.lines) and self.lines.lines[row].heading:
            row += steps
        if 0 <= row < len(self.lines.lines):
            self._stand(row)

    def wanted_width(self) -> int:
        """Give the width at which no line is cut short."""
        the_look, size = look.current(), self.delegate.size
        metrics = the_look.metrics(size, 600)
        whole = (
            "   ".join(part for part in (line.mark, line.words, line.soft, line.right) if part)
            for line in self.lines.lines
        )
        widest = max((metrics.horizontalAdvance(words) for words in whole), default=0)
        return widest + 26

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        found = super().moveCursor(action, modifiers)
        if not found.isValid() or not self.lines.lines[found.row()].heading:
            return found
        # Qt stands still where a heading comes first; what it heads is meant.
        below = (row for row in range(found.row(), len(self.lines.lines)))
        row = next((row for row in below if not self.lines.lines[row].heading), -1)
        return self.lines.index(row) if row >= 0 else self.currentIndex()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                event.ignore()  # Ctrl+Enter belongs to what the list stands in.
            elif self.current_key() is not None:
                self.opened.emit(self.current_key())
            return
        if event.key() == Qt.Key.Key_Space and self.current_key() is not None:
            self.ticked.emit(self.current_key())
            return
        super().keyPressEvent(event)

    def _stand(self, row: int) -> None:
        # Straight to the selection: the view's own way toggles while Ctrl is held down.
        here = self.lines.index(row)
        self.selectionModel().setCurrentIndex(here, _STAND)
        self.scrollTo(here)

    def _stands_on(self, row: int) -> bool:
        """Whether it stands there and marks it: a click that was refused may mark another."""
        here = self.lines.index(row)
        return row == self.currentIndex().row() and self.selectionModel().isSelected(here)

    def _current_changed(self, index: QModelIndex) -> None:
        if not self.signalsBlocked() and index.isValid():
            self.chosen.emit(self._key(index))

    def _key(self, index: Index) -> Hashable | None:
        line = index.data(LINE_ROLE) if index.isValid() else None
        return line.key if line is not None else None
