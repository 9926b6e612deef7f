"""Painting a map: outlines of districts, places by shape and size, the one chosen, a scale."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from models.rules.map_view import View, half_size, scale_bar
from models.rules.outlines import Outline
from ui import look
from ui.pages.people.places.shapes import shape_path

WORDS, NEAR = 11, 4
PALE = 0.75
BELOW = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True)
class Mark:
    """A place on the map: where, as what, how often named now and before."""

    id: int
    label: str
    shape: str
    point: tuple[float, float]
    count: int = 0
    before: int = 0
    known_by: str = ""


class MapPainter:
    """Draws one map into any painter; outlines are made into paths once."""

    def __init__(self) -> None:
        self.marks: tuple[Mark, ...] = ()
        self._areas: list[tuple[str, QPainterPath]] = []
        self._area_names: list[QRectF] = []
        self._shapes: dict[str, QPainterPath] = {}
        self.named = False
        """Whether every numbered place has its name beside it: for pictures that stand alone."""

    def take_outlines(self, outlines: Sequence[Outline]) -> None:
        """Draw these under the places."""
        self._areas = [(one.name, _area(one)) for one in outlines]

    def bounds(self) -> list[tuple[float, float]]:
        """Points between which everything lies: the places, else the outlines."""
        if self.marks:
            return [one.point for one in self.marks]
        corners = [path.boundingRect() for _, path in self._areas]
        return [(x, y) for one in corners for x, y in
                ((one.left(), one.top()), (one.right(), one.bottom()))]  # fmt: skip

    def half(self, mark: Mark) -> float:
        """Half a mark's size in pixels."""
        most = max((one.count for one in self.marks), default=0)
        return half_size(mark.count, most) * look.current().scale ** 0.5

    def paint(self, painter: QPainter, view: View, chosen: int | None = None) -> None:
        """Draw it all; the chosen place last, with its name."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_areas(painter, view)
        seen = QRectF(-30, -30, view.wide + 60, view.tall + 60)
        places = [(one, QPointF(*view.at(one.point))) for one in self.marks]
        shown = [(one, at) for one, at in places if seen.contains(at)]
        # The largest first: a smaller one on the same spot is then seen on top of it.
        shown.sort(key=lambda pair: (-pair[0].count, pair[0].id))
        for one, at in shown:
            self._paint_mark(painter, one, at, one.id == chosen)
        self._paint_numbers(painter, shown)
        for one, at in shown:
            if one.id == chosen:
                self._paint_mark(painter, one, at, True)
                self._number(painter, one, at)
                self._write(painter, f"{one.label} · {one.count}", at, self.half(one))
        _paint_scale(painter, view)

    def _paint_areas(self, painter: QPainter, view: View) -> None:
        the_look = look.current()
        pen = QPen(the_look.colour("edge"), 1.2)
        pen.setCosmetic(True)
        x, y = view.at((0, 0))
        ground = QTransform(1 / view.metres, 0, 0, -1 / view.metres, x, y)
        for _, path in self._areas:
            painter.save()
            painter.setTransform(ground, True)
            painter.setPen(pen)
            painter.setBrush(the_look.colour("card"))
            painter.drawPath(path)
            painter.restore()
        self._name_areas(painter, view)

    def _name_areas(self, painter: QPainter, view: View) -> None:
        """Each area's name in its middle, under everything else."""
        metrics = look.current().metrics(WORDS)
        self._area_names = []
        painter.setPen(look.current().colour("soft"))
        painter.setFont(look.current().font(WORDS))
        for name, path in self._areas:
            middle = path.boundingRect().center()
            at = QPointF(*view.at((middle.x(), middle.y())))
            wide, tall = metrics.horizontalAdvance(name) + 4, metrics.height()
            box = QRectF(at.x() - wide / 2, at.y() - tall / 2, wide, tall)
            self._area_names.append(box)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)

    def _paint_mark(self, painter: QPainter, one: Mark, at: QPointF, chosen: bool) -> None:
        the_look, half = look.current(), self.half(one)
        path = self._shapes.setdefault(one.shape, shape_path(one.shape))
        fill = QColor(the_look.colour("accent_ground" if one.count else "hover"))
        fill.setAlphaF(PALE)
        painter.save()
        painter.translate(at)
        painter.scale(half, half)
        pen = QPen(the_look.colour("ink" if chosen else "accent"), 3.0 if chosen else 1.4)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(fill)
        painter.drawPath(path)
        painter.restore()

    def _paint_numbers(self, painter: QPainter, shown: list[tuple[Mark, QPointF]]) -> None:
        """Numbers where there is room for them, of the largest first; the list has them all."""
        the_look, taken = look.current(), list(self._area_names)
        numbered = [pair for pair in shown if pair[0].count]
        kept = [pair for pair in numbered if self._number(painter, *pair, taken)]
        painter.setFont(the_look.font(WORDS))
        painter.setPen(the_look.colour("soft"))
        for one, at in kept if self.named else ():
            wide = the_look.metrics(WORDS).horizontalAdvance(one.label) + 2
            top, tall = at.y() + self.half(one), the_look.metrics(WORDS).height()
            box = QRectF(at.x() - wide / 2, top, wide, tall)
            if not any(box.intersects(other) for other in taken):
                taken.append(box)
                painter.drawText(box, BELOW, one.label)

    def _number(
        self, painter: QPainter, one: Mark, at: QPointF, taken: list[QRectF] | None = None
    ) -> bool:
        """A mark's number, unless another stands in its way; True where it stands."""
        metrics = look.current().metrics(WORDS, 600)
        words = f"{one.count}{'▲' if one.count > one.before else ''}"
        wide, tall = metrics.horizontalAdvance(words) + 2, metrics.height()
        box = QRectF(at.x() - wide / 2, at.y() - tall / 2, wide, tall)
        if taken is not None:
            if any(box.intersects(other) for other in taken[len(self._area_names) :]):
                return False
            taken.append(box)
        painter.setFont(look.current().font(WORDS, 600))
        painter.setPen(look.current().colour("ink"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        return True

    def _write(self, painter: QPainter, words: str, at: QPointF, half: float) -> None:
        """The name of the chosen place on a ground of its own, inside the window."""
        the_look = look.current()
        metrics = the_look.metrics(12, 600)
        wide, tall = metrics.horizontalAdvance(words) + 12, metrics.height() + 4
        most = painter.viewport().width()
        left = min(max(at.x() - wide / 2, 4), max(most - wide - 4, 4))
        box = QRectF(left, at.y() + half + 4, wide, tall)
        painter.setPen(QPen(the_look.colour("edge"), 1))
        painter.setBrush(the_look.colour("card"))
        painter.drawRoundedRect(box, 4, 4)
        painter.setFont(the_look.font(12, 600))
        painter.setPen(the_look.colour("ink"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


def _area(one: Outline) -> QPainterPath:
    path = QPainterPath()
    for ring in one.rings:
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in ring]))
        path.closeSubpath()
    return path


def _paint_scale(painter: QPainter, view: View) -> None:
    the_look = look.current()
    metres, wide = scale_bar(view.metres)
    words = f"{metres // 1000} km" if metres >= 1000 else f"{metres} m"
    low = view.tall - 10
    painter.setPen(QPen(the_look.colour("ink"), 2))
    painter.drawLine(QPointF(12, low), QPointF(12 + wide, low))
    painter.setFont(the_look.font(WORDS))
    painter.drawText(QPointF(12, low - 5), words)
