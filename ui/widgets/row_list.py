"""A list of lines under quiet headings: the running order, the navigation, what was found."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui import look
from ui.widgets.direction import in_order

Index = QModelIndex | QPersistentModelIndex
Key = TypeVar("Key", bound=Hashable)
_STAND = QItemSelectionModel.SelectionFlag.ClearAndSelect
LINE_ROLE = Qt.ItemDataRole.UserRole + 1
GAP = 7


def following(keys: Sequence[Key], key: Key) -> Key | None:
    """Where to go on once a key is dealt with: the one after it, else the one before it."""
    at = keys.index(key) if key in keys else len(keys)
    return next(iter((*keys[at + 1 :], *reversed(keys[:at]))), None)


@dataclass(frozen=True)
class Line:
    """One line: a mark (✓ ▶), its words, soft words after them, a figure at the right.

    A `heading` groups what follows and cannot be chosen. `said` is what a screen reader says.
    `room` is a mark that comes and goes: without one, the words stand where they do with it.
    """

    key: Hashable
    words: str
    mark: str = ""
    soft: str = ""
    right: str = ""
    heading: bool = False
    kind: str = ""
    said: str = ""
    room: str = ""

    @property
    def spoken(self) -> str:
        """What a screen reader says of this line."""
        parts = (self.mark, self.words, self.soft, self.right)
        return self.said or " ".join(part for part in parts if part)


class LinesModel(QAbstractListModel):
    """Lines as a list model; the same keys in the same order change in place."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[Line, ...] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines, resetting only when the keys or their order changed."""
        wanted = tuple(lines)
        if [line.key for line in wanted] == [line.key for line in self.lines]:
            self._change(wanted)
            return
        self.beginResetModel()
        self.lines = wanted
        self.endResetModel()

    def row_of(self, key: Hashable) -> int:
        """Give the row of a key, -1 where it is not shown."""
        return next((row for row, line in enumerate(self.lines) if line.key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.words
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return line.spoken
        return line if role == LINE_ROLE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.lines[index.row()].heading:
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def _change(self, wanted: tuple[Line, ...]) -> None:
        before, self.lines = self.lines, wanted
        for row, (old, new) in enumerate(zip(before, wanted, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row), self.index(row))


class LineDelegate(QStyledItemDelegate):
    """Paints a line: accent ground and bar where you are, soft words, figures at the right."""

    def __init__(self, size: int = 14) -> None:
        super().__init__()
        self.size = size

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line: Line = index.data(LINE_ROLE)
        the_look = look.current()
        height = the_look.metrics(self.size).height() + (6 if line.heading else 12)
        return QSize(the_look.px(60), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(LINE_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.heading:
            self._paint_heading(painter, option.rect, line)
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            self._paint_ground(painter, option.rect, chosen, hovered, focused)
            self._paint_line(painter, option.rect, line, chosen)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, line: Line) -> None:
        the_look = look.current()
        painter.setFont(the_look.font(self.size, 600))
        painter.setPen(the_look.colour("soft"))
        painter.drawText(rect.adjusted(4, 4, -4, 0), Qt.AlignmentFlag.AlignVCenter, line.words)

    def _paint_ground(
        self, painter: QPainter, rect: QRect, chosen: bool, hovered: bool, focused: bool
    ) -> None:
        the_look, inner = look.current(), rect.adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or hovered:
            painter.setBrush(the_look.colour("accent_ground" if chosen else "hover"))
            painter.drawRoundedRect(inner, 6, 6)
        if chosen:
            painter.setBrush(the_look.colour("accent"))
            painter.drawRoundedRect(QRect(inner.left(), inner.top(), 3, inner.height()), 1.5, 1.5)
        if focused:
            painter.setPen(the_look.colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inner, 6, 6)

    def _paint_line(self, painter: QPainter, rect: QRect, line: Line, chosen: bool) -> None:
        the_look = look.current()
        weight = 600 if chosen else 400
        left, right = rect.left() + 10, rect.right() - 8
        middle = Qt.AlignmentFlag.AlignVCenter
        if line.right:
            figures = the_look.metrics(self.size, figures=True)
            right -= figures.horizontalAdvance(line.right)
            painter.setFont(the_look.font(self.size, figures=True))
            painter.setPen(the_look.colour(line.kind or "soft"))
            place = QRect(right, rect.top(), rect.right() - 8 - right + 1, rect.height())
            painter.drawText(place, middle, line.right)
            right -= 8
        if line.room and not line.mark:
            left += the_look.metrics(self.size).horizontalAdvance(line.room) + GAP
        for words, token, heavy in (
            (line.mark, "soft", 400),
            (line.words, "ink", weight),
            (line.soft, "soft", 400),
        ):
            if not words or right <= left:
                continue
            metrics = the_look.metrics(self.size, heavy)
            shown = metrics.elidedText(in_order(words), Qt.TextElideMode.ElideRight, right - left)
            painter.setFont(the_look.font(self.size, heavy))
            painter.setPen(the_look.colour(token))
            place = QRect(left, rect.top(), right - left, rect.height())
            painter.drawText(place, middle, shown)
            left += metrics.horizontalAdvance(shown) + GAP


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
        if row >= 0 and row != self.currentIndex().row():
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

    def _current_changed(self, index: QModelIndex) -> None:
        if not self.signalsBlocked() and index.isValid():
            self.chosen.emit(self._key(index))

    def _key(self, index: Index) -> Hashable | None:
        line = index.data(LINE_ROLE) if index.isValid() else None
        return line.key if line is not None else None
