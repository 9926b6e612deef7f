"""Lines of the running order: a place with its time, and under it what is to be known of it."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from ui import look
from ui.widgets.lines import LINE_ROLE, Index, Line, LineDelegate

SMALL = 12


@dataclass(frozen=True)
class OrderLine(Line):
    """A place of the running order; `below` are words that stand under it, each in its tint."""

    below: tuple[tuple[str, str], ...] = ()


class OrderDelegate(LineDelegate):
    """Paints the line, and in smaller letters what stands below it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size, line = super().sizeHint(option, index), index.data(LINE_ROLE)
        return QSize(size.width(), size.height() + _height_below(line))

    def _paint_line(self, painter: QPainter, rect: QRect, line: Line, chosen: bool) -> None:
        the_look, room = look.current(), _height_below(line)
        super()._paint_line(painter, rect.adjusted(0, 0, 0, -room), line, chosen)
        metrics = the_look.metrics(SMALL)
        place = QRect(rect.left() + 10, rect.bottom() - room - 4, rect.width() - 18, 0)
        painter.setFont(the_look.font(SMALL))
        for words, tint in _below(line):
            place = QRect(place.left(), place.bottom() + 1, place.width(), metrics.height())
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
            painter.setPen(the_look.colour(tint))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)


def _below(line: Line) -> tuple[tuple[str, str], ...]:
    return line.below if isinstance(line, OrderLine) else ()


def _height_below(line: Line) -> int:
    return look.current().metrics(SMALL).height() * len(_below(line))
