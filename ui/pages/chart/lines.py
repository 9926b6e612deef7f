"""The lines of a chart: solid or dashed, with arrows, in few strokes of the brush."""

from collections.abc import Mapping
from math import hypot

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from ui import look
from ui.pages.chart.bonds import Bond, bonds
from ui.pages.chart.plan import DIM, Plan

DASHES = [4, 3.5]
NEAR = 5


class Lines:
    """All lines of a plan at a zoom, those painted alike together."""

    def __init__(
        self, plan: Plan, points: Mapping[int, QPointF], radii: Mapping[int, float], zoom: float
    ) -> None:
        self._plan, self._points, self._radii, self._zoom = plan, points, radii, zoom
        self.bonds = bonds(plan.network)
        self._alike: dict[tuple[bool, str], list[QLineF]] = {}
        self._heads: dict[str, list[QPolygonF]] = {}
        self._dimmed: list[QLineF] = []
        for bond in self.bonds:
            self._draw(bond)

    def at(self, point: QPointF) -> Bond | None:
        """The line near a point."""
        found = [(self._far(bond, point), at) for at, bond in enumerate(self.bonds)]
        nearest = min(found, default=None)
        return self.bonds[nearest[1]] if nearest is not None and nearest[0] < NEAR else None

    def heads(self) -> list[QRectF]:
        """The room of every arrow's head."""
        return [head.boundingRect() for heads in self._heads.values() for head in heads]

    def whole(self, bond: Bond) -> QLineF:
        """The line from the middle of one node to that of the other."""
        return QLineF(self._points[bond.one], self._points[bond.other])

    def paint(self, painter: QPainter, seen: QRectF) -> None:
        """Paint the lines that come into what is seen."""
        wide = min(max(1.5 * self._zoom**0.4, 1.0), 2.0)
        if self._dimmed:
            colour = QColor(look.current().colour("edge"))
            colour.setAlphaF(DIM)
            painter.setPen(QPen(colour, wide))
            painter.drawLines([line for line in self._dimmed if _meets(line, seen)])
        for (solid, name), lines in self._alike.items():
            pen = QPen(look.current().colour(name), wide * (2.4 if name == "accent" else 1))
            if not solid:
                pen.setDashPattern(DASHES)
                pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawLines([line for line in lines if _meets(line, seen)])
        painter.setPen(Qt.PenStyle.NoPen)
        for name, heads in self._heads.items():
            painter.setBrush(look.current().colour(name))
            path = QPainterPath()
            for head in heads:
                if seen.contains(head.at(0)):
                    path.addPolygon(head)
            painter.drawPath(path)

    def _draw(self, bond: Bond) -> None:
        line = self.whole(bond)
        length = line.length()
        start, end = self._radii[bond.one] + 1.5, self._radii[bond.other] + 1.5
        if length <= start + end + 2:
            return
        line = QLineF(line.pointAt(start / length), line.pointAt(1 - end / length))
        if not self._plan.is_bright(bond.one, bond.other):
            self._dimmed.append(line)
            return
        colour = self._colour(bond)
        if bond.points_to(bond.other):
            line = self._headed(line, colour)
        if bond.points_to(bond.one):
            back = self._headed(QLineF(line.p2(), line.p1()), colour)
            line = QLineF(back.p2(), back.p1())
        self._alike.setdefault((bond.confirmed, colour), []).append(line)

    def _colour(self, bond: Bond) -> str:
        if frozenset((bond.one, bond.other)) in self._plan.way:
            return "accent"
        return "high" if bond.harms else "edge"

    def _headed(self, line: QLineF, colour: str) -> QLineF:
        """Keep the head of an arrow at the line's end; gives the line up to it."""
        size = min(max(8.5 * self._zoom**0.5, 4.0), 11.0)
        length = line.length()
        if length < size * 1.5:
            return line
        base = line.pointAt(1 - size / length)
        across = QPointF(-line.dy() / length, line.dx() / length) * (size * 0.42)
        head = QPolygonF([line.p2(), base + across, base - across, line.p2()])
        self._heads.setdefault(colour, []).append(head)
        return QLineF(line.p1(), line.pointAt(1 - size * 0.8 / length))

    def _far(self, bond: Bond, point: QPointF) -> float:
        line = self.whole(bond)
        if not line.length():
            return 1e9
        along = QPointF.dotProduct(point - line.p1(), line.p2() - line.p1()) / line.length() ** 2
        nearest = line.pointAt(min(max(along, 0.0), 1.0))
        return hypot(nearest.x() - point.x(), nearest.y() - point.y())


def _meets(line: QLineF, seen: QRectF) -> bool:
    one, other = line.p1(), line.p2()
    return not (
        max(one.x(), other.x()) < seen.left()
        or min(one.x(), other.x()) > seen.right()
        or max(one.y(), other.y()) < seen.top()
        or min(one.y(), other.y()) > seen.bottom()
    )
