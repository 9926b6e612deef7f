"""The sheet that the chart is drawn on, and who lies in which direction on it."""

from collections.abc import Mapping
from math import atan2, cos, hypot

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from ui.pages.chart.drawing import Drawing

AHEAD = 0.35
"""How near to a direction somebody must lie to be ahead, as the cosine of the angle."""


class Sheet(QGraphicsItem):
    """Everything that is drawn, as one thing: hundreds of items of their own would be slower."""

    def __init__(self) -> None:
        super().__init__()
        self.drawing: Drawing | None = None
        self._rect = QRectF()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    def show(self, drawing: Drawing, rect: QRectF) -> None:
        """Draw something else, in a room of the scene."""
        if rect != self._rect:
            self.prepareGeometryChange()
            self._rect = rect
        self.drawing = drawing
        self.update()

    def boundingRect(self) -> QRectF:
        return self._rect

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if self.drawing is None:
            return
        place = painter.worldTransform()
        painter.save()
        painter.setWorldTransform(QTransform.fromTranslate(place.dx(), place.dy()))
        exposed = QTransform.fromScale(place.m11(), place.m22()).mapRect(option.exposedRect)
        self.drawing.paint(painter, exposed)
        painter.restore()


def most_ahead(here: QPointF, points: Mapping[int, QPointF], turn: float) -> int | None:
    """Who lies most in a direction from a point and is near, or nobody."""
    found = []
    for one, at in points.items():
        way = at - here
        length = hypot(way.x(), way.y())
        ahead = cos(atan2(way.y(), way.x()) - turn) if length else 0.0
        if ahead > AHEAD:
            found.append((length / ahead**2, one))
    return min(found)[1] if found else None
