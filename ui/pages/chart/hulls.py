"""Groups on a chart: a soft ground behind those of each, with its number."""

from collections.abc import Sequence
from math import cos, pi, sin

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPolygonF

from ui import look

COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9")
"""Colours that those who are colour-blind tell apart (Okabe and Ito); each also has a number."""

TURNS = tuple(at * pi / 12 for at in range(24))


class Hull:
    """The ground behind a group: round all its nodes, with room to spare."""

    def __init__(self, points: Sequence[QPointF], number: int, spare: float) -> None:
        self._colour = QColor(COLOURS[(number - 1) % len(COLOURS)])
        self._colour.setAlphaF(0.2 if look.current().dark else 0.13)
        round_about = [
            QPointF(one.x() + spare * cos(turn), one.y() + spare * sin(turn))
            for one in _around(points)
            for turn in TURNS
        ]
        outer = _around(round_about)
        self._path = QPainterPath()
        self._path.addPolygon(QPolygonF(outer))
        self._path.closeSubpath()
        self.top, self.foot = min(outer, key=QPointF.y), max(outer, key=QPointF.y)
        self.left, self.right = min(outer, key=QPointF.x), max(outer, key=QPointF.x)

    def paint(self, painter: QPainter) -> None:
        """Paint the ground."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour)
        painter.drawPath(self._path)


def _around(points: Sequence[QPointF]) -> list[QPointF]:
    """The outermost of some points, round about (the convex hull)."""
    ordered = sorted((one.x(), one.y()) for one in points)
    if len(ordered) < 3:
        return [QPointF(*one) for one in ordered]
    below, above = _half(ordered), _half(ordered[::-1])
    return [QPointF(*one) for one in (*below[:-1], *above[:-1])]


def _half(ordered: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    kept: list[tuple[float, float]] = []
    for x, y in ordered:
        while len(kept) > 1:
            (a, b), (c, d) = kept[-2:]
            if (c - a) * (y - b) - (d - b) * (x - a) > 0:
                break
            kept.pop()
        kept.append((x, y))
    return kept
