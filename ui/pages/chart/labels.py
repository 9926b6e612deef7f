"""Names on a chart: placed where they cover nothing, left out where there is no room."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import cos, pi, sin

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap

CELL = 64
HALO = 3.0
AROUND = tuple(QPointF(1.9 * cos(turn * pi / 6), 1.9 * sin(turn * pi / 6)) for turn in range(12))
GAP = 2
SIDEWAYS = (0.3, 0.7, 0.12, 0.88)
"""How much of a name may stand left of its node, which it lies below or above."""


class Taken:
    """The room that is taken, in cells so that few have to be looked at."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[QRectF]] = defaultdict(list)

    def take(self, rect: QRectF) -> None:
        """Take a room."""
        for cell in cells(rect):
            self._cells[cell].append(rect)

    def is_free(self, rect: QRectF) -> bool:
        """Whether nothing stands in a room."""
        return not any(
            rect.intersects(other) for cell in cells(rect) for other in self._cells.get(cell, ())
        )


def cells(rect: QRectF) -> Iterable[tuple[int, int]]:
    """The cells, across and down, of `CELL` pixels that a room lies in."""
    left, right = int(rect.left() // CELL), int(rect.right() // CELL)
    top, bottom = int(rect.top() // CELL), int(rect.bottom() // CELL)
    for across in range(left, right + 1):
        for down in range(top, bottom + 1):
            yield across, down


def spots(x: float, y: float, radius: float, width: float, height: float) -> Iterator[QRectF]:
    """Where a name may stand: below its node, above, right or left of it, then at its corners.

    Last below and above it again, farther to one side.
    """
    far, near = radius + GAP, radius * 0.6
    below, above = y + far, y - far - height
    yield QRectF(x - width / 2, below, width, height)
    yield QRectF(x - width / 2, above, width, height)
    yield QRectF(x + far, y - height / 2, width, height)
    yield QRectF(x - far - width, y - height / 2, width, height)
    for top in (y + near, y - near - height):
        yield QRectF(x + near, top, width, height)
        yield QRectF(x - near - width, top, width, height)
    for share in SIDEWAYS:
        yield QRectF(x - width * share, below, width, height)
        yield QRectF(x - width * share, above, width, height)


class Lettering:
    """Words as pictures with a halo of the ground, each painted once."""

    def __init__(self, font: QFont, ink: QColor, ground: QColor, ratio: float) -> None:
        self.metrics = QFontMetricsF(font)
        self._font, self._ink, self._ground, self._ratio = font, ink, ground, ratio
        self._made: dict[str, QPixmap] = {}

    @property
    def height(self) -> float:
        """The height of a line with its halo."""
        return self.metrics.height() + 2

    def cut(self, words: str, width: float) -> str:
        """The words as far as there is room."""
        return self.metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)

    def width(self, words: str) -> float:
        """The width of words with their halo."""
        return self.metrics.horizontalAdvance(words) + 2 * HALO

    def picture(self, words: str) -> QPixmap:
        """The words as a picture."""
        if words not in self._made:
            self._made[words] = self._picture(words)
        return self._made[words]

    def _picture(self, words: str) -> QPixmap:
        width, height = self.width(words), self.height
        made = QPixmap(round(width * self._ratio) + 1, round(height * self._ratio) + 1)
        made.setDevicePixelRatio(self._ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.setFont(self._font)
        painter.setPen(self._ground)
        corner = QPointF(HALO, self.metrics.ascent() + 1)
        # The words all round themselves: five times as fast as a stroke along their outline.
        for step in AROUND:
            painter.drawText(corner + step, words)
        painter.setPen(self._ink)
        painter.drawText(corner, words)
        painter.end()
        return made


@dataclass(frozen=True)
class Label:
    """Words with their place; they are painted when they are first seen."""

    at: QPointF
    words: str
    lettering: Lettering
    rect: QRectF
    hair: QLineF | None = None
    """The hairline from the node to words that found no room beside it."""
