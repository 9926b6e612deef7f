"""The lines of a list: what one holds, their model, and how one is painted."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui import look
from ui.widgets.direction import in_order

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = Qt.ItemDataRole.UserRole + 1
GAP = 7


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
    """Paints a line: accent ground and bar where you are, soft words, figures at the right.

    A heading that is longer than the list is wide goes on below itself, so that nothing is cut.
    """

    def __init__(self, size: int = 14) -> None:
        super().__init__()
        self.size = size

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line: Line = index.data(LINE_ROLE)
        the_look = look.current()
        height = the_look.metrics(self.size).height() + 12
        if line.heading:
            height = self._heading_height(option, line)
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
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(rect.adjusted(4, 4, -4, 0), flags, line.words)

    def _heading_height(self, option: QStyleOptionViewItem, line: Line) -> int:
        metrics = look.current().metrics(self.size, 600)
        view = option.widget  # type: ignore[attr-defined]
        width = view.viewport().width() - 8 if isinstance(view, QAbstractItemView) else 0
        if width < metrics.horizontalAdvance(line.words) and width > 0:
            place = QRect(0, 0, width, 10_000)
            words = metrics.boundingRect(place, Qt.TextFlag.TextWordWrap, line.words)
            return words.height() + 6
        return look.current().metrics(self.size).height() + 6

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
