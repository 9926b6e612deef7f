"""A small picture of a year: how often by month as bars, how high as a line over them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import look

WIDE, TALL, WORDS = 150, 26, 11
MOST_BARS = 4


class Sparkline(QWidget):
    """Bars for what is counted, a stepped line for what stands; its words are its description."""

    def __init__(self, name: str, bars: str, line: str) -> None:
        super().__init__()
        self._counts: tuple[int, ...] = ()
        self._heights: tuple[float | None, ...] = ()
        self._bars, self._line = bars, line
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_year(self, counts: Sequence[int], heights: Sequence[float | None], words: str) -> None:
        """Show counts and heights (0 to 1, None unknown) month by month, and what they say."""
        self._counts, self._heights = tuple(counts), tuple(heights)
        self.setAccessibleDescription(words)
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:
        the_look = look.current()
        return QSize(the_look.px(WIDE), max(the_look.px(TALL), 2 * self._line_height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = self._paint_words(painter)
        place = QRectF(left, 2, self.width() - left - 1, self.height() - 4)
        if self._counts:
            self._paint_bars(painter, place)
            self._paint_line(painter, place)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)

    def _paint_words(self, painter: QPainter) -> int:
        """The line's name above in its colour, the bars' below in theirs; gives where they end."""
        the_look, height = look.current(), self._line_height()
        painter.setFont(the_look.font(WORDS))
        metrics = the_look.metrics(WORDS)
        for top, words, colour in (
            (0, self._line, "ink"),
            (self.height() - height, self._bars, "accent"),
        ):
            painter.setPen(the_look.colour(colour))
            painter.drawText(0, top + metrics.ascent(), words)
        wide = max(metrics.horizontalAdvance(words) for words in (self._line, self._bars))
        return wide + the_look.px(6)

    def _paint_bars(self, painter: QPainter, place: QRectF) -> None:
        step, most = place.width() / len(self._counts), max(MOST_BARS, *self._counts)
        painter.setPen(Qt.PenStyle.NoPen)
        # Paler than its word, so that the line is seen over the bars.
        pale = QColor(look.current().colour("accent"))
        pale.setAlphaF(0.45)
        painter.setBrush(pale)
        for at, count in enumerate(self._counts):
            tall = place.height() * count / most
            bar = QRectF(place.left() + at * step + 1, place.bottom() - tall, step - 2, tall)
            painter.drawRect(bar)
        painter.setPen(look.current().colour("line"))
        painter.drawLine(place.bottomLeft(), place.bottomRight())

    def _paint_line(self, painter: QPainter, place: QRectF) -> None:
        step = place.width() / len(self._heights)
        painter.setPen(QPen(look.current().colour("ink"), 1.6))
        stretch = QPolygonF()
        for at, height in enumerate((*self._heights, None)):
            if height is None:
                painter.drawPolyline(stretch)
                stretch = QPolygonF()
                continue
            x, y = place.left() + at * step, place.bottom() - place.height() * height
            stretch.append(QPointF(x, y))
            stretch.append(QPointF(x + step, y))

    def _line_height(self) -> int:
        return look.current().metrics(WORDS).height()
