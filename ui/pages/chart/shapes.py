"""The shapes of the chart: each kind of node by its outline, so that colour is never needed."""

from collections.abc import Sequence
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QPolygonF,
)

from models.records.network import Node
from models.rules.network.level_signs import level_signs
from models.rules.network.told import BOTH
from ui import look

KIND_COLOUR = {
    "child": ("accent", "accent_ground"),
    "person_of_concern": ("high", "high_ground"),
    "location": ("medium", "medium_ground"),
    "group": ("low", "low_ground"),
}
PLAIN = ("soft", "hover")
TITLES = {
    "child": "Child",
    "person_of_concern": "Person of concern",
    "location": "Place",
    "group": "Group",
    "vehicle": "Vehicle",
    "phone": "Telephone",
    "online_account": "Online account",
    "theme": "Theme",
}
EDGE = 4
SMALLEST, LEGIBLE, WITHIN = 8, 9, 1.8
"""Points of the least circle in which a level is read and of several letters; their width at most
in times of the radius."""


def outline(kind: str, radius: float) -> QPainterPath:
    """The outline of a kind of node around the origin."""
    path = QPainterPath()
    if kind == "child":
        path.addEllipse(QPointF(), radius, radius)
    elif kind == "location":
        side = radius * 1.72
        path.addRoundedRect(QRectF(-side / 2, -side / 2, side, side), 2, 2)
    elif kind == "vehicle":
        path.addRoundedRect(QRectF(-radius * 1.2, -radius * 0.7, radius * 2.4, radius * 1.4), 5, 5)
    elif kind == "phone":
        path.addRoundedRect(QRectF(-radius * 0.62, -radius, radius * 1.24, radius * 2), 3, 3)
    else:
        corners, turn, size = {
            "person_of_concern": (4, -pi / 2, 1.22),
            "group": (6, 0.0, 1.08),
            "online_account": (3, -pi / 2, 1.2),
            "theme": (5, -pi / 2, 1.12),
        }.get(kind, (8, pi / 8, 1.0))
        path.addPolygon(_polygon(corners, turn, radius * size))
        path.closeSubpath()
    return path


def _polygon(corners: int, turn: float, radius: float) -> QPolygonF:
    angles = (turn + 2 * pi * at / corners for at in range(corners))
    return QPolygonF([QPointF(radius * cos(one), radius * sin(one)) for one in angles])


def colours(kind: str) -> tuple[QColor, QColor]:
    """The line and the ground of a kind of node."""
    line, ground = KIND_COLOUR.get(kind, PLAIN)
    return look.current().colour(line), look.current().colour(ground)


def sprite(node: Node, role: str, radius: float, middle: bool, ratio: float) -> QPixmap:
    """A node as a small picture with its centre in the middle.

    A child who is said to cause harm as well has a diamond within the circle; a person of concern
    who is a child has a circle around the diamond: a child first.
    """
    size = 2 * (radius * 1.45 + EDGE)
    made = QPixmap(round(size * ratio), round(size * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(size / 2, size / 2)
    line, ground = colours(node.kind)
    painter.setPen(QPen(line, 2.6 if middle else 1.7))
    painter.setBrush(line if middle else ground)
    painter.drawPath(outline(node.kind, radius))
    _paint_inside(painter, node, role, radius, middle)
    painter.end()
    return made


def _paint_inside(painter: QPainter, node: Node, role: str, radius: float, middle: bool) -> None:
    the_look = look.current()
    line, ground = colours(node.kind)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if node.kind == "person_of_concern" and node.is_child:
        painter.setPen(QPen(the_look.colour("accent"), 1.7))
        painter.drawEllipse(QPointF(), radius * 1.32, radius * 1.32)
    if node.kind == "child" and role in (BOTH, "causing harm"):
        painter.setPen(QPen(ground if middle else the_look.colour("high"), 1.5))
        painter.drawPath(outline("person_of_concern", radius * 0.74))
    signs = level_signs(node.risk) if node.kind == "child" else ()
    if signs and radius >= SMALLEST:
        painter.setPen(ground if middle else line)
        _write(painter, signs, radius)


def _write(painter: QPainter, signs: Sequence[str], radius: float) -> None:
    """The first of some words that can be read within a circle, as large as there is room."""
    font = look.current().font(11, 700)
    largest = max(round(radius), SMALLEST)
    tried = ((words, size) for words in signs for size in range(largest, LEGIBLE - 1, -1))
    for words, size in (*tried, (signs[-1], largest)):
        font.setPixelSize(size)
        if QFontMetricsF(font).horizontalAdvance(words) <= radius * WITHIN:
            break
    painter.setFont(font)
    place = QRectF(-radius, -radius, 2 * radius, 2 * radius)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)


def key_picture(kind: str, size: int, ratio: float) -> QPixmap:
    """A kind's shape alone, for a legend or a button."""
    made = QPixmap(round(size * ratio), round(size * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(size / 2, size / 2)
    line, ground = colours(kind)
    painter.setPen(QPen(line, 1.5))
    painter.setBrush(ground)
    painter.drawPath(outline(kind, size * 0.36))
    painter.end()
    return made
