"""The shapes by which kinds of place are drawn, each about a point of the size one."""

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from models.rules.place_shapes import SHAPES
from ui import look
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import SoftLabel

CORNERS = {
    "square": ((-0.86, -0.86), (0.86, -0.86), (0.86, 0.86), (-0.86, 0.86)),
    "triangle": ((0, -1.1), (1.05, 0.8), (-1.05, 0.8)),
    "diamond": ((0, -1.15), (1.05, 0), (0, 1.15), (-1.05, 0)),
    "house": ((0, -1.1), (1, -0.25), (1, 0.9), (-1, 0.9), (-1, -0.25)),
}
POINTS, INNER = 6, 0.7
ROOM, STAR_ROOM = (
    {"circle": 0.95, "square": 0.86, "house": 1.0, "triangle": 0.6, "diamond": 0.8},
    INNER,
)
"""How far from its middle a shape gives room to a number."""
LOWER = {"triangle": 0.25}
"""How far under its middle a number stands where a shape is widest below."""
SIZES = (
    "Size and number: times named. ▲ more than before.",
    "Double line: several close together; + comes nearer.",
)


def shape_path(shape: str) -> QPainterPath:
    """The outline of a shape; what is not known is a star."""
    path = QPainterPath()
    if shape == "circle":
        path.addEllipse(QPointF(0, 0), 1, 1)
        return path
    corners = CORNERS.get(shape) or _star()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
    path.closeSubpath()
    return path


def room_in(shape: str) -> float:
    """How much of half its size a shape has for half a number."""
    return ROOM.get(shape, STAR_ROOM)


def _star() -> tuple[tuple[float, float], ...]:
    turns = range(2 * POINTS)
    far = [1.15 if at % 2 == 0 else INNER for at in turns]
    return tuple((r * sin(pi * at / POINTS), -r * cos(pi * at / POINTS))
                 for at, r in zip(turns, far, strict=True))  # fmt: skip


class ShapeSign(QWidget):
    """One shape, small, beside its word."""

    def __init__(self, shape: str) -> None:
        super().__init__()
        self._path = shape_path(shape)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = look.current().metrics(12).height()
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect())
        painter.translate(place.center())
        painter.scale(place.width() * 0.38, place.width() * 0.38)
        pen = QPen(look.current().colour("accent"), 1.4)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(look.current().colour("accent_ground"))
        painter.drawPath(self._path)
        painter.end()


class Legend(QWidget):
    """Every shape with what it stands for, and what the sizes mean."""

    def __init__(self) -> None:
        super().__init__()
        flow = FlowLayout(self, gap=6)
        for shape, (words, _) in SHAPES.items():
            holder = QWidget()
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 6, 0)
            row.setSpacing(4)
            row.addWidget(ShapeSign(shape))
            row.addWidget(SoftLabel(words, wrap=False))
            flow.addWidget(holder)
        for said in SIZES:
            flow.addWidget(SoftLabel(said, wrap=False))
