"""A cell of a table: how it is painted and how high its row is."""

from typing import Any

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from ui import look
from ui.rows import KIND_ROLE, WRAPS_ROLE, Index
from ui.widgets.direction import in_order
from ui.widgets.tag import paint_tag, tag_size, within

SIDE = 10
WRAP = Qt.TextFlag.TextWordWrap
TALLEST = 2_000


class CellDelegate(QStyledItemDelegate):
    """Paints a cell from its row: words or a tag, figures aligned, accent where you are."""

    def sizeHint(self, option: Any, index: Index) -> QSize:
        return QSize(look.current().px(60), row_height())

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        the_look, rect = look.current(), option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(rect, the_look.colour("accent_ground"))
            if index.column() == 0:
                painter.fillRect(
                    QRect(rect.topLeft(), QSize(3, rect.height())), the_look.colour("accent")
                )
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, the_look.colour("hover"))
        painter.setPen(the_look.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        words, kind = index.data(), index.data(KIND_ROLE)
        if words and kind:
            self._paint_tag(painter, rect, words, kind)
        elif words:
            self._paint_words(painter, rect, words, index)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(the_look.colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def _paint_tag(self, painter: QPainter, rect: QRect, words: str, kind: str) -> None:
        size = tag_size(words, kind)
        size.setWidth(min(size.width(), rect.width() - SIDE))
        place = QRect(rect.left() + SIDE // 2, 0, size.width(), size.height())
        place.moveTop(rect.top() + (rect.height() - size.height()) // 2)
        paint_tag(painter, place, within(words, kind, size.width()), kind)

    def _paint_words(self, painter: QPainter, rect: QRect, words: str, index: Index) -> None:
        the_look = look.current()
        inside = rect.adjusted(SIDE, 0, -SIDE, 0)
        metrics = the_look.metrics(14, figures=True)
        flat = in_order(" ".join(words.split()))
        flags = int(index.data(Qt.ItemDataRole.TextAlignmentRole))
        painter.setFont(the_look.font(14, figures=True))
        painter.setPen(the_look.colour("ink"))
        if index.data(WRAPS_ROLE):
            painter.drawText(inside, flags | WRAP, flat)
            return
        shown = metrics.elidedText(flat, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, flags, shown)


def wrapped_height(words: str, width: int) -> int:
    """Give the height of a row in which these words stand whole in a cell of this width."""
    metrics = look.current().metrics(14, figures=True)
    room = QRect(0, 0, width - 2 * SIDE, TALLEST)
    lines = metrics.boundingRect(room, WRAP, " ".join(words.split())).height()
    return row_height() + max(lines - metrics.boundingRect(room, WRAP, "X").height(), 0)


def row_height() -> int:
    """Give the height of a table row at the present text size."""
    return look.current().metrics(14).height() + 14
