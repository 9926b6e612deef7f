"""Painting a map: outlines of districts, places by shape and size, the one chosen, a scale."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF, QTransform

from models.rules.map_view import View, half_size, scale_bar, share_of_size
from models.rules.outlines import Outline
from ui import look
from ui.pages.people.places.map_names import WORDS, Room, write_beside, write_near
from ui.pages.people.places.shapes import shape_path

NEAR = 4
PALE, AROUND = 0.92, 30
NAMED = 60
REACH = 1.5
"""How far a mark may reach beyond half its size: points and pen."""


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
    aside: tuple[float, float] = (0.0, 0.0)
    """How far in pixels it is drawn beside its point, which it shares with others."""

    def at(self, view: View) -> tuple[float, float]:
        """Where it is drawn in a window."""
        x, y = view.at(self.point)
        return x + self.aside[0], y + self.aside[1]


Row = tuple[Mark, float, float]
"""A place, and where in the window it is drawn."""


class MapPainter:
    """Draws one map into any painter; outlines are made into paths once."""

    def __init__(self) -> None:
        self._marks: tuple[Mark, ...] = ()
        self._most = 0
        self._areas: list[tuple[str, QPainterPath]] = []
        self._drawn: dict[tuple[int, bool, bool], tuple[QPixmap, float]] = {}
        self._drawn_for: tuple[float, float, bool] = (0, 0, False)
        self.numbered: set[int] = set()
        """Whose numbers have room, as it was last painted."""
        self._share = 1.0
        self.named = NAMED
        """How many places in sight have their names beside them, those named most first."""

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The places that are drawn, those named most last."""
        return self._marks

    @marks.setter
    def marks(self, marks: tuple[Mark, ...]) -> None:
        self._marks = tuple(sorted(marks, key=lambda one: (one.count, -one.id)))
        self._drawn.clear()
        self._drawn_for = (0, 0, False)
        self._most = max((one.count for one in marks), default=0)

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
        """Half a mark's size in pixels: less where many share the room, but its number fits."""
        whole = half_size(mark.count, self._most) * look.current().scale ** 0.5
        if self._share == 1 or mark.id not in self.numbered:
            return whole * self._share
        return max(whole * self._share, min(whole, _number_width(mark) / 2 + 3))

    def paint(self, painter: QPainter, view: View, chosen: int | None = None) -> None:
        """Draw it all; the chosen place last, with its name."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_areas(painter, view)
        numbered = self._numbered(view.metres)
        ratio = painter.device().devicePixelRatioF()
        # The largest are drawn last: a number stands on its own mark, and hot spots in sight.
        places = ((one, *one.at(view)) for one in self._marks)
        wide, tall = view.wide + AROUND, view.tall + AROUND
        shown = [row for row in places if -AROUND < row[1] < wide and -AROUND < row[2] < tall]
        self._paint_fans(painter, view, shown)
        for one, x, y in shown:
            if one.id != chosen:
                self._paint_mark(painter, one, x, y, ratio, one.id in numbered, False)
        named = [row for row in reversed(shown) if row[0].id in numbered or not row[0].count]
        self._name_areas(painter, view, self._name_places(painter, view, shown, named, chosen))
        for one, x, y in shown:
            if one.id == chosen:
                self._paint_mark(painter, one, x, y, ratio, True, True)
                self._write(painter, f"{one.label} · {one.count}", QPointF(x, y), self.half(one))
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

    def _paint_mark(
        self, painter: QPainter, one: Mark, x: float, y: float, ratio: float,
        numbered: bool, chosen: bool,
    ) -> None:  # fmt: skip
        """A mark, drawn once with its number and laid on the map wherever it moves."""
        key = (one.id, numbered, chosen)
        made = self._drawn.get(key)
        if made is None:
            words = _number_words(one) if numbered and one.count else ""
            picture = _picture(one, self.half(one), words, chosen, ratio)
            made = self._drawn[key] = (picture, picture.width() / ratio / 2)
        painter.drawPixmap(QPointF(x - made[1], y - made[1]), made[0])

    def _numbered(self, metres: float) -> set[int]:
        """Whose numbers have room so near, those of the largest first; the list has them all."""
        the_look = look.current()
        drawn_for = (metres, the_look.scale, the_look.dark)
        if drawn_for != self._drawn_for:
            if drawn_for[1:] != self._drawn_for[1:]:
                self._drawn.clear()
            self._drawn_for = drawn_for
            self._fit(metres)
        return self.numbered

    def _fit(self, metres: float) -> None:
        """Settle how large marks are drawn, and which of them have their numbers."""
        at = {one.id: (one.point[0] / metres + one.aside[0], -one.point[1] / metres + one.aside[1])
              for one in self._marks}  # fmt: skip
        share, room = share_of_size(at.values()), Room()
        counted = [one for one in reversed(self._marks) if one.count]
        numbered = {one.id for one in counted if room.take(_number_box(one, *at[one.id]))}
        if share != self._share:
            self._drawn.clear()
        self._share, self.numbered = share, numbered

    def _name_places(
        self, painter: QPainter, view: View, shown: list[Row], named: list[Row], chosen: int | None
    ) -> Room:
        """Names beside their marks, where nothing else stands; gives what room is taken."""
        room = Room(QRectF(0, 0, view.wide, view.tall))
        for one, x, y in shown:
            half = self.half(one)
            room.hold(QRectF(x - half, y - half, 2 * half, 2 * half))
        painter.setPen(look.current().colour("soft"))
        for one, x, y in named[: self.named]:
            if one.id != chosen:
                write_beside(painter, room, one.label, QPointF(x, y), self.half(one) + 2)
        return room

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


def _number_words(one: Mark) -> str:
    return f"{one.count}{'▲' if one.count > one.before else ''}"


def _number_width(one: Mark) -> int:
    width: int = look.current().metrics(WORDS, 600).horizontalAdvance(_number_words(one))
    return width


def _number_box(one: Mark, x: float, y: float) -> QRectF:
    wide, tall = _number_width(one) + 2, look.current().metrics(WORDS, 600).height()
    return QRectF(x - wide / 2, y - tall / 2, wide, tall)


def _picture(one: Mark, half: float, words: str, chosen: bool, ratio: float) -> QPixmap:
    """A mark with its number, for all places of its shape, size and count."""
    the_look = look.current()
    side = ceil(max(half * REACH, the_look.metrics(WORDS, 600).horizontalAdvance(words) / 2 + 2))
    made = QPixmap(ceil(2 * side * ratio), ceil(2 * side * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    fill = QColor(the_look.colour("accent_ground" if one.count else "hover"))
    fill.setAlphaF(PALE)
    pen = QPen(the_look.colour("ink" if chosen else "accent"), 3.0 if chosen else 1.4)
    pen.setCosmetic(True)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(side, side)
    painter.save()
    painter.scale(half, half)
    painter.setPen(pen)
    painter.setBrush(fill)
    painter.drawPath(shape_path(one.shape))
    painter.restore()
    painter.setFont(the_look.font(WORDS, 600))
    painter.setPen(the_look.colour("ink"))
    painter.drawText(QRectF(-side, -side, 2 * side, 2 * side), Qt.AlignmentFlag.AlignCenter, words)
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
