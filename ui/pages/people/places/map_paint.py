"""Painting a map: outlines of districts, places by shape and size, the one chosen, a scale."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF, QTransform

from models.rules.map_view import View, scale_bar
from models.rules.outlines import Outline
from ui import look
from ui.pages.people.places.map_crowds import Mark, half, standing
from ui.pages.people.places.map_names import WORDS, Room, write_beside, write_near
from ui.pages.people.places.shapes import LOWER, shape_path

NEAR = 4
PALE, AROUND = 0.92, 30
NAMED, MOST_KEPT = 60, 1000
REACH, SECOND = 1.6, 1.3
"""How far a mark may reach beyond half its size (points and pen); the second line of several."""


Row = tuple[Mark, float, float]
"""A place, and where in the window it is drawn."""


class MapPainter:
    """Draws one map into any painter; outlines are made into paths once."""

    def __init__(self) -> None:
        self._marks: tuple[Mark, ...] = ()
        self._standing: tuple[Mark, ...] = ()
        self._most = 0
        self._areas: list[tuple[str, QPainterPath]] = []
        self._drawn: dict[tuple[str, float, str, bool, bool], QPixmap] = {}
        self._fitted: tuple[float, float, bool] = (0, 0, False)
        self.named = NAMED
        """How many places in sight have their names beside them, those named most first."""

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The places that are drawn, those named most last."""
        return self._marks

    @marks.setter
    def marks(self, marks: tuple[Mark, ...]) -> None:
        self._marks = tuple(sorted(marks, key=lambda one: (one.count, -one.id)))
        self._fitted = (0, 0, False)

    def standing(self, metres: float) -> tuple[Mark, ...]:
        """What is drawn where a pixel has so many metres, those named most last."""
        the_look = look.current()
        fitted = (metres, the_look.scale, the_look.dark)
        if fitted != self._fitted:
            if fitted[1:] != self._fitted[1:] or len(self._drawn) > MOST_KEPT:
                self._drawn.clear()
            self._fitted = fitted
            found = standing(self._marks, metres)
            self._standing = tuple(sorted(found, key=lambda one: (one.count, -one.id)))
            self._most = max((one.count for one in found), default=0)
        return self._standing

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
        """Half a mark's size in pixels, as it was last drawn."""
        return half(mark, self._most)

    def reach(self, mark: Mark) -> float:
        """How far a mark reaches from its middle, with the line round those that stand for more."""
        return self.half(mark) * (SECOND if mark.others else 1.0)

    def paint(self, painter: QPainter, view: View, chosen: int | None = None) -> None:
        """Draw it all; the chosen place last, with its name."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_areas(painter, view)
        # The largest are drawn last: hot spots are in sight.
        places = ((one, *one.at(view)) for one in self.standing(view.metres))
        wide, tall = view.wide + AROUND, view.tall + AROUND
        shown = [row for row in places if -AROUND < row[1] < wide and -AROUND < row[2] < tall]
        self._paint_fans(painter, view, shown)
        for one, x, y in shown:
            if one.id != chosen:
                self._paint_mark(painter, one, x, y, False)
        self._name_areas(painter, view, self._name_places(painter, view, shown, chosen))
        self._paint_chosen(painter, view, shown, chosen)
        _paint_scale(painter, view)

    def _paint_chosen(
        self, painter: QPainter, view: View, shown: list[Row], chosen: int | None
    ) -> None:
        """The chosen place with its name, also where another stands for it."""
        own = next((one for one in self._marks if one.id == chosen), None)
        if own is None:
            return
        one = next((row[0] for row in shown if row[0].id == chosen), own)
        x, y = one.at(view)
        self._paint_mark(painter, one, x, y, True)
        words = f"{own.label} · {own.count}"
        more = f", with {len(one.others):,} more close by: {one.count}" if one.others else ""
        self._write(painter, f"{words}{more}", QPointF(x, y), self.reach(one))

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

    def _paint_fans(self, painter: QPainter, view: View, shown: list[Row]) -> None:
        """Lines from a position that several share to each of them."""
        painter.setPen(QPen(look.current().colour("edge"), 1))
        for one, x, y in shown:
            if any(one.aside):
                painter.drawLine(QPointF(*view.at(one.point)), QPointF(x, y))

    def _name_areas(self, painter: QPainter, view: View, room: Room) -> None:
        """Each area's name in its middle, or near it where something stands there."""
        painter.setPen(look.current().colour("soft"))
        for name, path in self._areas:
            middle = path.boundingRect().center()
            write_near(painter, room, name, QPointF(*view.at((middle.x(), middle.y()))))

    def _paint_mark(self, painter: QPainter, one: Mark, x: float, y: float, chosen: bool) -> None:
        """A mark, drawn once with its number and laid on the map wherever it moves."""
        ratio = painter.device().devicePixelRatioF()
        key = (one.shape, self.half(one), one.number, bool(one.others), chosen)
        made = self._drawn.get(key)
        if made is None:
            made = self._drawn[key] = _picture(*key, ratio)
        side = made.width() / ratio / 2
        painter.drawPixmap(QPointF(x - side, y - side), made)

    def _name_places(
        self, painter: QPainter, view: View, shown: list[Row], chosen: int | None
    ) -> Room:
        """Names beside their marks, where nothing else stands; gives what room is taken."""
        room = Room(QRectF(0, 0, view.wide, view.tall))
        boxes = {row[0].id: self._box(row) for row in shown}
        for box in boxes.values():
            room.hold(box)
        painter.setPen(look.current().colour("soft"))
        for one, _, _ in shown[: -self.named - 1 : -1]:
            if one.id != chosen:
                write_beside(painter, room, one.name, boxes[one.id])
        return room

    def _box(self, row: Row) -> QRectF:
        """What a mark takes of the map."""
        one, x, y = row
        reach = self.reach(one)
        return QRectF(x - reach, y - reach, 2 * reach, 2 * reach)

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


def _picture(
    shape: str, half: float, words: str, several: bool, chosen: bool, ratio: float
) -> QPixmap:
    """A mark with its number; one that stands for several has a second line round it."""
    the_look = look.current()
    side = ceil(max(half * REACH, the_look.metrics(WORDS, 600).horizontalAdvance(words) / 2 + 2))
    made = QPixmap(ceil(2 * side * ratio), ceil(2 * side * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    fill = QColor(the_look.colour("accent_ground" if words else "hover"))
    fill.setAlphaF(PALE)
    pen = QPen(the_look.colour("ink" if chosen else "accent"), 3.0 if chosen else 1.4)
    pen.setCosmetic(True)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(side, side)
    painter.setPen(pen)
    painter.setBrush(fill)
    for share in (SECOND, 1.0) if several else (1.0,):
        painter.save()
        painter.scale(half * share, half * share)
        painter.drawPath(shape_path(shape))
        painter.restore()
    painter.setFont(the_look.font(WORDS, 600))
    painter.setPen(the_look.colour("ink"))
    below = half * LOWER.get(shape, 0.0)
    whole = QRectF(-side, -side + below, 2 * side, 2 * side)
    painter.drawText(whole, Qt.AlignmentFlag.AlignCenter, words)
    painter.end()
    return made


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
