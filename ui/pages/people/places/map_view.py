"""The map as one is in it: moved and neared by hand or keys, a place chosen, opened with Enter."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.rules.hot_spots import change_words
from models.rules.listing import counted
from models.rules.map_view import CLOSER, View, next_towards, whole
from models.rules.outlines import Outline
from ui import look
from ui.pages.people.places.map_crowds import Mark
from ui.pages.people.places.map_paint import NEAR, MapPainter

TOWARDS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}  # fmt: skip
STEP, EDGE, MUCH_CLOSER = 60, 40, 3.0
ASIDE, ABOVE = 100, 50
"""What marks and names need beside the outermost places, and above and below them."""
KEYS = (
    "Arrows go from place to place, Page Down and Page Up through all by how often they are named, "
    "Enter opens one. Plus and minus come nearer and go away, 0 shows all, Ctrl with arrows moves."
)


class MapView(QWidget):
    """Places on their ground; `chosen` and `opened` carry a place's id."""

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.painting = MapPainter()
        self.view = View((0, 0), 1, 1, 1)
        self.current: int | None = None
        self._whole: View | None = None
        self._held = QPointF()
        self._dragged = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("Map of places")
        self.setToolTip(KEYS)
        self._tell()

    def show_places(self, marks: Sequence[Mark]) -> None:
        """Show these places; the view stays where somebody moved it, else all are in sight."""
        self.painting.marks = tuple(marks)
        if self.current not in {one.id for one in marks}:
            self.current = None
        if self._whole in (None, self.view):
            self.show_all()
        self._tell()
        self.update()

    def take_outlines(self, outlines: Sequence[Outline]) -> None:
        """Draw these under the places."""
        self.painting.take_outlines(outlines)
        if not self.painting.marks:
            self.show_all()
        self.update()

    def show_all(self) -> None:
        """Show every place."""
        bounds, px = self.painting.bounds(), look.current().px
        inner = max(self.width() - px(ASIDE), 1), max(self.height() - px(ABOVE), 1)
        self.view = whole(bounds, *inner).sized(self.width(), self.height())
        self._whole = self.view if bounds else None
        self._tell()
        self.update()

    def choose(self, place_id: int | None) -> None:
        """Mark a place as the one chosen and bring it into sight; announces nothing."""
        self.current = place_id
        one = self._mark()
        if one is not None:
            x, y = one.at(self.view)
            if not (EDGE <= x <= self.width() - EDGE and EDGE <= y <= self.height() - EDGE):
                self.view = self.view.moved(x - self.width() / 2, y - self.height() / 2)
        self._tell()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(look.current().px(420), look.current().px(320))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, look.current().px(210))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.current().colour("hover"))
        self.painting.paint(painter, self.view, self.current)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        wide = 2 if self.hasFocus() else 1
        painter.setPen(QPen(look.current().colour("accent" if self.hasFocus() else "line"), wide))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._whole in (None, self.view):
            self.show_all()
        else:
            self.view = self.view.sized(self.width(), self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in TOWARDS:
            right, up = TOWARDS[key]
            if control:
                self.view = self.view.moved(right * STEP, -up * STEP)
                self.update()
            else:
                points = {one.id: _stood(one) for one in self.painting.marks}
                self._go(next_towards(points, self.current, right, up))
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp) and not event.modifiers():
            self._step(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self._near(1 / CLOSER if key == Qt.Key.Key_Minus else CLOSER)
        elif key == Qt.Key.Key_0 and not control:
            self.show_all()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            self.opened.emit(self.current)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        times = 1.25 if event.angleDelta().y() > 0 else 0.8
        at = event.position()
        self.view = self.view.nearer(times, (at.x(), at.y()))
        self.update()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._held, self._dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            by = event.position() - self._held
            if self._dragged or by.manhattanLength() > NEAR:
                self._dragged, self._held = True, event.position()
                self.view = self.view.moved(-by.x(), -by.y())
                self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._dragged:
            found = self._under(event.position())
            if found is not None:
                self._go(found.id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        found = self._under(event.position())
        if found is None:
            return
        if found.others:
            self._near(MUCH_CLOSER)
        else:
            self.opened.emit(found.id)

    def _go(self, place_id: int | None) -> None:
        if place_id is not None:
            self.choose(place_id)
            self.chosen.emit(place_id)

    def _step(self, by: int) -> None:
        order = [one.id for one in sorted(self.painting.marks, key=lambda m: (-m.count, m.label))]
        if order:
            at = order.index(self.current) + by if self.current in order else 0
            self._go(order[at % len(order)])

    def _near(self, times: float) -> None:
        one = self._mark()
        self.view = self.view.nearer(times, one.at(self.view) if one else None)
        self._tell()
        self.update()

    def _under(self, at: QPointF) -> Mark | None:
        """The smallest mark that holds a point of the window."""
        held = [
            (self.painting.half(one), one.id, one)
            for one in self.painting.standing(self.view.metres)
            if (QPointF(*one.at(self.view)) - at).manhattanLength()
            <= self.painting.half(one) * 1.4 + NEAR
        ]
        return min(held)[2] if held else None

    def _mark(self) -> Mark | None:
        return next((one for one in self.painting.marks if one.id == self.current), None)

    def _tell(self) -> None:
        """What a screen reader says: the place chosen, else how many there are."""
        one, many = self._mark(), len(self.painting.marks)
        if one is None:
            drawn = len(self.painting.standing(self.view.metres))
            marks = "" if drawn == many else f", drawn as {counted(drawn, 'mark', 'marks')}"
            self.setAccessibleDescription(
                f"{counted(many, 'place', 'places')} on the map{marks}. {KEYS}"
            )
            return
        change = change_words(one.count, one.before)
        times = f"named {counted(one.count, 'time', 'times')}"
        self.setAccessibleDescription(
            f"{one.label}: {times}{f', {change}' if change else ''}.{self._close_by(one)}"
        )

    def _close_by(self, one: Mark) -> str:
        """With how many others the place is drawn as one mark."""
        drawn = next(
            each for each in self.painting.standing(self.view.metres)
            if one.id in (each.id, *each.others)
        )  # fmt: skip
        others = counted(len(drawn.others), "other", "others")
        return f" Drawn with {others} close by; plus comes nearer." if drawn.others else ""


def _stood(one: Mark) -> tuple[float, float]:
    """Where arrows find a place: those that share a position lie round it."""
    (x, y), (right, down) = one.point, one.aside
    return x + right / 100, y - down / 100
