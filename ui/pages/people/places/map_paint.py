"""Painting a map: outlines of districts, places by shape and size, the one chosen, a scale."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF, QTransform

from models.rules.map_view import View, half_size, scale_bar
from models.rules.outlines import Outline
from ui import look
from ui.pages.people.places.shapes import shape_path

WORDS, NEAR = 11, 4
PALE, CELL, AROUND = 0.92, 48, 30
REACH = 1.5
"""How far a mark may reach beyond half its size: points and pen."""
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


class Room:
    """Which parts of a picture are taken by words."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[QRectF]] = {}

    def take(self, box: QRectF) -> bool:
        """Take a box where nothing stands in it yet; False where something does."""
        across = range(int(box.left() // CELL), int(box.right() // CELL) + 1)
        down = range(int(box.top() // CELL), int(box.bottom() // CELL) + 1)
        cells = [self._cells.setdefault((x, y), []) for x in across for y in down]
        if any(box.intersects(other) for held in cells for other in held):
            return False
        for held in cells:
            held.append(box)
        return True


class MapPainter:
    """Draws one map into any painter; outlines are made into paths once."""

    def __init__(self) -> None:
        self._marks: tuple[Mark, ...] = ()
        self._most = 0
        self._areas: list[tuple[str, QPainterPath]] = []
        self._drawn: dict[tuple[int, bool, bool], tuple[QPixmap, float]] = {}
        self._drawn_for: tuple[float, float, bool] = (0, 0, False)
        self._with_number: set[int] = set()
        self.named = False
        """Whether every numbered place has its name beside it: for pictures that stand alone."""

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
        """Half a mark's size in pixels."""
        return half_size(mark.count, self._most) * look.current().scale ** 0.5

    def paint(self, painter: QPainter, view: View, chosen: int | None = None) -> None:
        """Draw it all; the chosen place last, with its name."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_areas(painter, view)
        numbered = self._numbered(view.metres)
        ratio = painter.device().devicePixelRatioF()
        # The largest are drawn last: a number stands on its own mark, and hot spots in sight.
        places = ((one, *view.at(one.point)) for one in self._marks)
        wide, tall = view.wide + AROUND, view.tall + AROUND
        shown = [row for row in places if -AROUND < row[1] < wide and -AROUND < row[2] < tall]
        for one, x, y in shown:
            if one.id != chosen:
                self._paint_mark(painter, one, x, y, ratio, one.id in numbered, False)
        if self.named:
            numbers = [row for row in reversed(shown) if row[0].id in numbered]
            self._name_areas(painter, view, self._name_places(painter, numbers))
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
        if not self.named:
            self._name_areas(painter, view)

    def _name_areas(self, painter: QPainter, view: View, room: Room | None = None) -> None:
        """Each area's name in its middle: under everything else, or where there is room."""
        metrics = look.current().metrics(WORDS)
        painter.setPen(look.current().colour("soft"))
        painter.setFont(look.current().font(WORDS))
        for name, path in self._areas:
            middle = path.boundingRect().center()
            at = QPointF(*view.at((middle.x(), middle.y())))
            wide, tall = metrics.horizontalAdvance(name) + 4, metrics.height()
            box = QRectF(at.x() - wide / 2, at.y() - tall / 2, wide, tall)
            if room is None or room.take(box):
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)

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
            self._drawn_for, room = drawn_for, Room()
            self._with_number = {
                one.id
                for one in reversed(self._marks)
                if one.count
                and room.take(_number_box(one, one.point[0] / metres, -one.point[1] / metres))
            }
        return self._with_number

    def _name_places(self, painter: QPainter, shown: list[tuple[Mark, float, float]]) -> Room:
        """Names under their marks, where nothing else stands; gives what room is taken."""
        metrics, room = look.current().metrics(WORDS), Room()
        for row in shown:
            room.take(_number_box(*row))
        painter.setFont(look.current().font(WORDS))
        painter.setPen(look.current().colour("soft"))
        for one, x, y in shown:
            wide, top = metrics.horizontalAdvance(one.label) + 2, y + self.half(one)
            box = QRectF(x - wide / 2, top, wide, metrics.height())
            if room.take(box):
                painter.drawText(box, BELOW, one.label)
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


def _number_box(one: Mark, x: float, y: float) -> QRectF:
    metrics = look.current().metrics(WORDS, 600)
    wide, tall = metrics.horizontalAdvance(_number_words(one)) + 2, metrics.height()
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
