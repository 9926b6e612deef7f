"""How large a chart is drawn, and how far apart across and down, so that it fills its window."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPolygonF

from models.rules.network.layout import Point
from ui import look
from ui.pages.chart.plan import UNIT

MOST, LEAST = 1.5, 0.08
TALLEST = 1.8
"""How much farther apart things may stand in one direction, so that the window is filled."""
SIDE, ABOVE, NARROWEST = 88, 34, 400
"""What names need beside the outermost nodes, and above and below them."""


def filled(places: Iterable[Point], seen: QSize) -> tuple[float, float]:
    """The zoom, and how much farther apart things stand down than across."""
    wide, high = _extent(places)
    px = look.current().px
    across = max(seen.width() - 2 * px(SIDE), 1) / (wide * UNIT)
    down = max(seen.height() - 2 * px(ABOVE), 1) / (high * UNIT)
    tall = min(max(down / across, 1 / TALLEST), TALLEST)
    zoom = min(across / max(1 / tall, 1.0), down / max(tall, 1.0), MOST)
    return max(zoom, LEAST), tall


def room(points: Iterable[QPointF]) -> QRectF:
    """Where names may stand about nodes that are drawn: outside they would be out of sight."""
    px = look.current().px
    nodes = QPolygonF(list(points)).boundingRect()
    wider = max(px(NARROWEST) - nodes.width(), 2 * px(SIDE)) / 2
    return nodes.adjusted(-wider, -px(ABOVE), wider, px(ABOVE))


def _extent(places: Iterable[Point]) -> Point:
    spots = tuple(places) or ((0.0, 0.0),)
    wide, high = (max(part) - min(part) for part in zip(*spots, strict=True))
    return max(wide, 0.5), max(high, 0.5)
