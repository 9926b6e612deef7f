"""The marks of a time line: each kind has a shape of its own beside its colour."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from models.records.timeline import Mark
from ui import look

SIZE = 11
"""How wide a mark is at 100 %."""
COLOURS = {
    Mark.EPISODE: "high",
    Mark.INCIDENT: "high",
    Mark.CONTACT: "accent",
    Mark.ASSESSMENT: "medium",
    Mark.MEETING: "ink",
    Mark.ACTION: "low",
    Mark.MEASURE: "accent",
    Mark.OTHER: "soft",
}
SAID = {
    Mark.EPISODE: "a bar",
    Mark.INCIDENT: "a triangle",
    Mark.CONTACT: "a disc",
    Mark.ASSESSMENT: "a diamond",
    Mark.MEETING: "a square",
    Mark.ACTION: "a triangle pointing down",
    Mark.MEASURE: "a cross, and a bar while in force",
    Mark.OTHER: "a ring",
}


def lane(mark: Mark) -> int:
    """In which third of a row a mark stands: what happened above, how long, what was done below."""
    if mark in (Mark.INCIDENT, Mark.CONTACT):
        return 0
    return 1 if mark in (Mark.EPISODE, Mark.MEETING) else 2


def colour(mark: Mark) -> QColor:
    """The colour of a kind in the look in force."""
    return look.current().colour(COLOURS[mark])


def pixmap(mark: Mark, ratio: float = 1.0) -> QPixmap:
    """A mark drawn once, to be put down many times."""
    side = look.current().px(SIZE)
    made = QPixmap(round((side + 2) * ratio), round((side + 2) * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter, mark, QRectF(1, 1, side, side))
    painter.end()
    return made


def draw(painter: QPainter, mark: Mark, box: QRectF) -> None:
    """Draw a mark into a box."""
    ink = colour(mark)
    # A hairline of the ground tells marks apart that lie on one another.
    painter.setPen(QPen(look.current().colour("card"), 1))
    painter.setBrush(ink)
    if mark is Mark.OTHER:
        painter.setPen(QPen(ink, 1.6))
        painter.setBrush(look.current().colour("card"))
        painter.drawEllipse(box.adjusted(2.5, 2.5, -2.5, -2.5))
    else:
        painter.drawPath(_PATHS[mark](box))


def _polygon(*points: tuple[float, float]) -> QPainterPath:
    path = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(*point)
    path.closeSubpath()
    return path


def _triangle(box: QRectF) -> QPainterPath:
    return _polygon(
        (box.center().x(), box.top()), (box.right(), box.bottom()), (box.left(), box.bottom())
    )


def _turned(box: QRectF) -> QPainterPath:
    return _polygon(
        (box.left(), box.top()), (box.right(), box.top()), (box.center().x(), box.bottom())
    )


def _diamond(box: QRectF) -> QPainterPath:
    middle = box.center()
    return _polygon((middle.x(), box.top()), (box.right(), middle.y()),
                    (middle.x(), box.bottom()), (box.left(), middle.y()))  # fmt: skip


def _disc(box: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
    return path


def _square(box: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addRect(box.adjusted(1, 1, -1, -1))
    return path


def _cross(box: QRectF) -> QPainterPath:
    third = box.width() / 3
    path = QPainterPath()
    path.addRect(box.adjusted(third, 0, -third, 0))
    other = QPainterPath()
    other.addRect(box.adjusted(0, third, 0, -third))
    return path.united(other)


def _bar(box: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(box.adjusted(0, box.height() / 4, 0, -box.height() / 4), 2, 2)
    return path


_PATHS: dict[Mark, Callable[[QRectF], QPainterPath]] = {
    Mark.EPISODE: _bar,
    Mark.INCIDENT: _triangle,
    Mark.CONTACT: _disc,
    Mark.ASSESSMENT: _diamond,
    Mark.MEETING: _square,
    Mark.ACTION: _turned,
    Mark.MEASURE: _cross,
}
