"""How an entry is painted, with the part of the card that it stands in."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import look
from ui.live.some_lines import broken, some_lines, whose_and_more
from ui.look.tokens import KINDS
from ui.widgets.direction import in_order
from ui.widgets.lines import LINE_ROLE, Index, Line
from ui.widgets.row_list import RowList
from ui.widgets.tag import paint_tag

SIDE, GAP, NORMAL = 10, 8, 14
KEPT = 500
WRAPS = Qt.TextFlag.TextWordWrap


class EntryDelegate(QStyledItemDelegate):
    """Paints an entry, and the part of the card that it stands in."""

    def __init__(self, view: RowList, size: int = 14) -> None:
        super().__init__(view)
        self._view, self.size = view, size
        self._measured: dict[tuple[Line, int, int], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The line's size, measured once for each width and size of letters."""
        line, width = index.data(LINE_ROLE), self._view.viewport().width()
        asked = (line, width, self._metrics().height())
        if asked not in self._measured:
            if len(self._measured) >= KEPT:
                self._measured.clear()
            self._measured[asked] = self._height(line, width)
        return QSize(width, self._measured[asked])

    def _height(self, line: Line, width: int) -> int:
        height = self._metrics().height()
        if line.heading:
            return height + 10
        inside = QRect(0, 0, max(width - 2 * SIDE, 60), 0)
        words = self._words_place(inside, line)
        shown = self.shown(line, words.width())
        tall = self._bounds(self._metrics(self._weight(line)), words, shown)
        if self._below(line):
            tall += self._bounds(self._metrics(), words, self._below(line))
        return max(tall, height) + 8 + self._gap_below(line)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = option.rect.adjusted(0, 0, 0, -self._gap_below(line))
        if line.heading:
            self._paint_heading(painter, rect, line)
        else:
            self._paint_card(painter, rect, line)
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            if chosen and (getattr(self._view, "shows_place", False) or self._view.hasFocus()):
                self._paint_place(painter, rect)
            self._paint_entry(painter, rect.adjusted(SIDE, 4, -SIDE, -4), line)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, line: Line) -> None:
        the_look = look.current()
        painter.setFont(the_look.font(self.size, 600))
        painter.setPen(the_look.colour("soft"))
        place = rect.adjusted(SIDE, 6, -SIDE, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, in_order(line.words))

    def _paint_card(self, painter: QPainter, rect: QRect, line: Line) -> None:
        place = getattr(line, "card", "")
        if not place:
            return
        the_look = look.current()
        painter.save()
        painter.setClipRect(rect)
        whole = rect.adjusted(0, 0, -1, -1)
        top, bottom = place in ("top", "only"), place in ("bottom", "only")
        whole = whole.adjusted(0, 0 if top else -20, 0, 0 if bottom else 20)
        painter.setPen(the_look.colour("line"))
        painter.setBrush(the_look.colour("card"))
        painter.drawRoundedRect(whole, 8, 8)
        painter.restore()

    def _paint_place(self, painter: QPainter, rect: QRect) -> None:
        the_look = look.current()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(the_look.colour("accent_ground"))
        inner = rect.adjusted(3, 1, -4, -1)
        painter.drawRoundedRect(inner, 6, 6)
        painter.setBrush(the_look.colour("accent"))
        painter.drawRoundedRect(QRect(inner.left(), inner.top(), 3, inner.height()), 1.5, 1.5)

    def _paint_entry(self, painter: QPainter, rect: QRect, line: Line) -> None:
        the_look, entry = look.current(), line
        height = self._metrics().height()
        if getattr(entry, "tag", ""):
            tag = QRect(rect.left(), rect.top(), self._tag_width(), height)
            self._paint_tag(painter, tag, entry)
        if entry.right:
            painter.setFont(the_look.font(self.size))
            painter.setPen(the_look.colour(entry.kind or "soft"))
            painter.drawText(rect, Qt.AlignmentFlag.AlignRight, entry.right)
        place = self._words_place(rect, entry)
        metrics = self._metrics(self._weight(entry))
        painter.setFont(the_look.font(self.size, self._weight(entry)))
        painter.setPen(the_look.colour("ink"))
        shown = self.shown(entry, place.width())
        painter.drawText(place, WRAPS, in_order(shown))
        if getattr(entry, "head", False):
            left = place.left() + metrics.horizontalAdvance(entry.words) + GAP
            self._paint_soft(painter, QRect(left, place.top(), place.right() - left, height), entry)
        elif self._below(entry):
            top = place.top() + self._bounds(metrics, place, shown)
            self._paint_below(painter, place.adjusted(0, top - place.top(), 0, 0), entry)

    def _paint_tag(self, painter: QPainter, place: QRect, entry: Line) -> None:
        kind = getattr(entry, "tag_kind", "plain")
        words = getattr(entry, "tag", "")
        if self.size <= NORMAL:
            paint_tag(painter, place, words, kind)
            return
        the_look = look.current()
        paint_tag(painter, place, "", kind)
        painter.setFont(the_look.font(self.size - 2, 600))
        painter.setPen(the_look.colour(KINDS[kind][0]))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_soft(self, painter: QPainter, place: QRect, entry: Line) -> None:
        the_look = look.current()
        whose = getattr(entry, "whose", "")
        shown = whose_and_more(whose, entry.soft, self._metrics(), place.width())
        painter.setFont(the_look.font(self.size))
        painter.setPen(the_look.colour("soft"))
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft, in_order(shown))

    def _paint_below(self, painter: QPainter, place: QRect, entry: Line) -> None:
        the_look, amber = look.current(), getattr(entry, "amber", "")
        painter.setFont(the_look.font(self.size))
        metrics = self._metrics()
        fits = metrics.horizontalAdvance(self._below(entry)) <= place.width()
        painter.setPen(the_look.colour("soft" if entry.soft and fits or not amber else "medium"))
        if not (amber and fits):
            painter.drawText(place, WRAPS, in_order(self._below(entry)))
            return
        before = f"{entry.soft} · " if entry.soft else ""
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft, in_order(before))
        painter.setPen(the_look.colour("medium"))
        rest = place.adjusted(metrics.horizontalAdvance(before), 0, 0, 0)
        painter.drawText(rest, Qt.AlignmentFlag.AlignLeft, in_order(amber))

    def _words_place(self, rect: QRect, line: Line) -> QRect:
        left = rect.left() + (self._tag_width() + GAP if getattr(line, "tag", "") else 0)
        right = rect.right()
        if line.right:
            right -= self._metrics().horizontalAdvance(line.right) + 2 * GAP
        return QRect(left, rect.top(), max(right - left, 40), 10_000)

    def _below(self, line: Line) -> str:
        if getattr(line, "head", False):
            return ""
        return " · ".join(part for part in (line.soft, getattr(line, "amber", "")) if part)

    def _gap_below(self, line: Line) -> int:
        return GAP if getattr(line, "card", "") in ("bottom", "only") else 0

    def shown(self, line: Line, width: int) -> str:
        """An entry's words as far as they have lines to stand on."""
        most = getattr(line, "most", 0)
        font = look.current().font(self.size, self._weight(line))
        words = broken(line.words, font, width)
        return some_lines(words, font, width, most) if most else words

    def _bounds(self, metrics: QFontMetrics, place: QRect, words: str) -> int:
        return metrics.boundingRect(place, WRAPS, words).height() if words else 0

    def _tag_width(self) -> int:
        return look.current().px(self.size * 6 + 2)

    def _weight(self, line: Line) -> int:
        return 600 if getattr(line, "head", False) else 400

    def _metrics(self, weight: int = 400) -> QFontMetrics:
        return look.current().metrics(self.size, weight)
