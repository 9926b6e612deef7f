"""The chart ready to be painted at one zoom: grounds, lines, shapes and names, each made once."""

from collections.abc import Collection, Iterator
from math import hypot

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap, QPolygonF

from models.records.network import Node
from models.rules.network.layout import Point
from models.rules.network.told import role_of
from ui import look
from ui.pages.chart.bonds import Bond
from ui.pages.chart.hulls import Hull
from ui.pages.chart.ink import Ink
from ui.pages.chart.labels import Label, Taken
from ui.pages.chart.lines import Lines
from ui.pages.chart.naming import ALL_NAMED, WIDEST, Naming
from ui.pages.chart.plan import DIM, UNIT, Plan
from ui.pages.chart.shapes import EDGE

RADIUS, LEAST, MOST = 13, 4.5, 19
LETTERED = 8.5
"""The least radius in which a child's risk is read."""
DOTS = [1, 2.5]
WORDS_FROM = 1.3
"""The zoom from which lines carry their words; those of what is chosen always do."""
ALONG = (0.5, 0.4, 0.6, 0.3, 0.7, 0.25, 0.75)
"""Where along a line its words may stand, the first that is free."""
FEW = 12
REACH = 6


class Drawing:
    """A plan at a zoom, in pixels from the chart's origin.

    `tall` is how much farther apart things stand down than across: a window is filled by it.
    """

    def __init__(self, plan: Plan, zoom: float, ink: Ink, tall: float = 1.0) -> None:
        self.plan, self.zoom, self._ink = plan, zoom, ink
        network = plan.network
        self._degree = {node.id: len(network.neighbours(node.id)) for node in network.nodes}
        self._across, self._down = max(1 / tall, 1.0) * UNIT * zoom, max(tall, 1.0) * UNIT * zoom
        self.points = {
            node.id: QPointF(x * self._across, y * self._down)
            for node in network.nodes
            for x, y in (plan.places[node.id],)
        }
        self.radii = {node.id: self._radius(node) for node in network.nodes}
        self._shapes = [(node.id, self._shape(node)) for node in network.nodes]
        self._lines = Lines(plan, self.points, self.radii, zoom)
        self._hulls = list(self._grounds())
        self.labels = list(self._labelled())
        self._hairs = [label.hair for label in self.labels if label.hair is not None]

    def place_of(self, point: QPointF) -> Point:
        """A point as a place of the plan."""
        return point.x() / self._across, point.y() / self._down

    def node_at(self, point: QPointF) -> int | None:
        """The node under a point, the nearest of several."""
        found = [
            (hypot(at.x() - point.x(), at.y() - point.y()) - self.radii[one], one)
            for one, at in self.points.items()
        ]
        nearest = min(found, default=None)
        return nearest[1] if nearest is not None and nearest[0] < REACH else None

    def bond_at(self, point: QPointF) -> Bond | None:
        """The line near a point."""
        return self._lines.at(point)

    def bounds(self, ids: Collection[int] = ()) -> QRectF:
        """The room of all nodes with their names, or of some."""
        some = [at for one, at in self.points.items() if not ids or one in ids]
        if not some:
            return QRectF(0, 0, 1, 1)
        around = look.current().px(24)
        rect = QPolygonF(some).boundingRect().adjusted(-around, -around, around, around)
        if ids:
            side = look.current().px(60)
            return rect.adjusted(-side, 0, side, look.current().px(26))
        for label in self.labels:
            rect = rect.united(label.rect)
        return rect.adjusted(-6, -6, 6, 6)

    def paint(self, painter: QPainter, seen: QRectF) -> None:
        """Paint what comes into `seen`."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for hull in self._hulls:
            hull.paint(painter)
        self._lines.paint(painter, seen)
        wide = seen.adjusted(-240, -60, 240, 60)
        hair = QPen(look.current().colour("soft"), 1.2)
        hair.setDashPattern(DOTS)
        painter.setPen(hair)
        painter.drawLines(self._hairs)
        for one, picture in self._shapes:
            at = self.points[one]
            if wide.contains(at):
                painter.setOpacity(1.0 if self.plan.is_bright(one) else DIM)
                half = picture.width() / self._ink.ratio / 2
                painter.drawPixmap(QPointF(at.x() - half, at.y() - half), picture)
        painter.setOpacity(1.0)
        for label in self.labels:
            if wide.contains(label.at):
                painter.drawPixmap(label.at, label.lettering.picture(label.words))
        self._paint_chosen(painter)

    def _paint_chosen(self, painter: QPainter) -> None:
        chosen = self.plan.chosen
        if chosen is not None and chosen in self.radii:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.current().colour("ink"), 2))
            radius = self._reach(chosen)
            painter.drawEllipse(self.points[chosen], radius, radius)

    # shapes and grounds

    def _radius(self, node: Node) -> float:
        grown = 1.0 + min(self._degree[node.id], 12) / 40
        middle = 1.2 if node.id in self.plan.network.centres else 1.0
        read = node.kind == "child" and len(self.points) <= ALL_NAMED
        size = min(max(RADIUS * self.zoom**0.7, LETTERED if read else LEAST), MOST)
        return float(look.current().scale ** 0.6 * size * grown * middle)

    def _reach(self, one: int) -> float:
        """How far a node's shape reaches, with the ring of the one chosen."""
        return self.radii[one] * 1.15 + (EDGE + 2 if one == self.plan.chosen else 0)

    def _shape(self, node: Node) -> QPixmap:
        middle = node.id in self.plan.network.centres
        role = role_of(self.plan.network, node.id) if node.kind == "child" else ""
        return self._ink.shape(node, role, self.radii[node.id], middle)

    def _grounds(self) -> Iterator[Hull]:
        for number, (ids, _) in enumerate(self.plan.groups, 1):
            points = [self.points[one] for one in ids if one in self.points]
            if points:
                yield Hull(points, number, max(30 * self.zoom, 12))

    # names

    def _labelled(self) -> Iterator[Label]:
        reaches = {one: self._reach(one) for one in self.points}
        heads = self._lines.heads()
        naming = Naming(self.plan, self.points, reaches, self.zoom, self._ink, heads)
        for hull, (_, words) in zip(self._hulls, self.plan.groups, strict=False):
            yield naming.caption(words, hull)
        yield from naming.names()
        yield from self._words_of_lines(naming.taken)

    def _words_of_lines(self, taken: Taken) -> Iterator[Label]:
        lettering = self._ink.lettering(11, 400, "soft")
        for bond in self._lines.bonds:
            if not self._speaks(bond):
                continue
            line = self._lines.whole(bond)
            along = line.length() - self.radii[bond.one] - self.radii[bond.other] - 8
            room = max(along, 60) if abs(line.dx()) > abs(line.dy()) else WIDEST
            words = lettering.cut(bond.words, room)
            width, height = lettering.width(words), lettering.height
            for part in ALONG:
                spot = line.pointAt(part)
                rect = QRectF(spot.x() - width / 2, spot.y() - height / 2, width, height)
                if taken.is_free(rect.adjusted(3, 3, -3, -3)):
                    taken.take(rect)
                    yield Label(rect.topLeft(), words, lettering, rect)
                    break

    def _speaks(self, bond: Bond) -> bool:
        """Whether a line carries its words now."""
        if not self.plan.is_bright(bond.one, bond.other):
            return False
        ends = frozenset((bond.one, bond.other))
        if self.plan.chosen in ends or ends in self.plan.way:
            return True
        return self.zoom >= WORDS_FROM or len(self.points) <= FEW
