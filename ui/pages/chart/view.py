"""The picture of the chart: seen, moved about, and gone through by keys."""

from collections.abc import Callable, Collection
from math import cos, pi

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QGraphicsScene,
    QGraphicsView,
    QToolTip,
)

from ui import look
from ui.pages.chart.bonds import Bond
from ui.pages.chart.drawing import Drawing
from ui.pages.chart.fitting import LEAST, MOST, filled
from ui.pages.chart.ink import Ink
from ui.pages.chart.plan import Plan
from ui.pages.chart.sheet import Sheet, most_ahead

NEAREST, FARTHEST = 3.0, LEAST
STEP, PAN = 1.25, 80
STEPS = 2
"""Names do not shrink with the sheet, so that the room is met in steps."""
TURNS = {
    Qt.Key.Key_Right: 0.0,
    Qt.Key.Key_Down: pi / 2,
    Qt.Key.Key_Left: pi,
    Qt.Key.Key_Up: -pi / 2,
}
ASKS = {
    Qt.Key.Key_Return: "open",
    Qt.Key.Key_Enter: "open",
    Qt.Key.Key_Plus: "expand",
    Qt.Key.Key_Equal: "expand",
    Qt.Key.Key_Minus: "collapse",
    Qt.Key.Key_C: "centre",
    Qt.Key.Key_O: "focus",
    Qt.Key.Key_G: "groups",
    Qt.Key.Key_W: "way",
    Qt.Key.Key_A: "arrange",
    Qt.Key.Key_Escape: "rest",
}


class ChartView(QGraphicsView):
    """The chart in sight. Arrows go from neighbour to neighbour; Shift with arrows moves the sheet.

    `asked` carries what a key or a click asks of the node chosen: open, expand, collapse, centre,
    focus, groups, way, arrange, rest.
    """

    chosen = Signal(object)
    moved = Signal(int, object)
    """A node and the place it was dragged to."""
    asked = Signal(str)

    def __init__(self, told: Callable[[int | None, Bond | None], str]) -> None:
        super().__init__()
        self._told = told
        self.plan = Plan()
        self._ink = Ink()
        self._sheet = Sheet()
        self._dragged: int | None = None
        self._pressed: QPoint | None = None
        self._panned = False
        self._whole_shown, self._tall = True, 1.0
        scene = QGraphicsScene(self)
        scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        scene.addItem(self._sheet)
        self.setScene(scene)
        self._dress()
        look.current().changed.connect(self._relook)

    @property
    def zoom(self) -> float:
        """How large it is shown: 1 is 100 %."""
        return self.transform().m11()

    @property
    def drawing(self) -> Drawing:
        """What is painted now."""
        assert self._sheet.drawing is not None
        return self._sheet.drawing

    def show_plan(self, plan: Plan, *, fit: bool = False) -> None:
        """Show a plan, whole where it is new."""
        self.plan = plan
        self._draw()
        if fit:
            self.fit()

    def fit(self, ids: Collection[int] = ()) -> None:
        """Show all of it, or some nodes."""
        if not ids:
            self._set_zoom(*filled(self.plan.places.values(), self.viewport().size()))
        for _ in range(STEPS):
            bounds, seen = self.drawing.bounds(ids), self.viewport().rect()
            scale = min(seen.width() / bounds.width(), seen.height() / bounds.height())
            if ids or scale < 1:
                self._set_zoom(min(self.zoom * scale, MOST))
        self.centerOn(self.drawing.bounds(ids).center() / self.zoom)
        self._whole_shown = not ids

    def zoom_by(self, factor: float, about: QPoint | None = None) -> None:
        """Come nearer or go farther; what is under a point stays there."""
        self._whole_shown = False
        point = about or self.viewport().rect().center()
        before = self.mapToScene(point)
        self._set_zoom(self.zoom * factor)
        moved = self.mapFromScene(before) - point
        self._scroll(moved.x(), moved.y())

    def bring_into_sight(self, node_id: int) -> None:
        """Move the sheet so far that a node is seen."""
        at = self.drawing.points.get(node_id)
        if at is not None:
            room = QRectF(at.x() - 70, at.y() - 50, 140, 100)
            self.ensureVisible(self._on_scene(room), 10, 10)

    def sees(self, ids: Collection[int]) -> bool:
        """Whether these nodes are whole within the window."""
        seen = self.mapToScene(self.viewport().rect()).boundingRect()
        return seen.contains(self._on_scene(self.drawing.bounds(ids)))

    def forget(self) -> None:
        """Hold no picture of a name."""
        self._ink = Ink(self._ratio())

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shifted = held == Qt.KeyboardModifier.ShiftModifier
        if key in TURNS and shifted:
            self._scroll(round(PAN * cos(TURNS[key])), round(PAN * cos(TURNS[key] - pi / 2)))
        elif held and not shifted:
            super().keyPressEvent(event)
        elif key in TURNS:
            self._step(TURNS[key])
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.zoom_by(STEP if key == Qt.Key.Key_PageUp else 1 / STEP)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_F):
            self.fit()
        elif key in ASKS:
            self.asked.emit(ASKS[key])
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if turned:
            self.zoom_by(1.0015**turned, event.position().toPoint())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed, self._panned = event.position().toPoint(), False
        found = self.drawing.node_at(self._on_sheet(event.position()))
        self._dragged = found if event.button() == Qt.MouseButton.LeftButton else None
        if found is not None:
            self.chosen.emit(found)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.position().toPoint()
        if self._pressed is None:
            over = self.drawing.node_at(self._on_sheet(event.position()))
            shape = (
                Qt.CursorShape.OpenHandCursor if over is None else Qt.CursorShape.PointingHandCursor
            )
            self.viewport().setCursor(shape)
            return
        step = here - self._pressed
        if not self._panned and step.manhattanLength() < 4:
            return
        self._panned = True
        if self._dragged is not None:
            place = self.drawing.place_of(self._on_sheet(event.position()))
            self.moved.emit(self._dragged, place)
        else:
            self._scroll(-step.x(), -step.y())
            self._pressed = here

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._panned and self._dragged is None and self._pressed is not None:
            self.chosen.emit(None)
        if self._panned and self._dragged is not None:
            self._room()
        self._pressed = self._dragged = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        found = self.drawing.node_at(self._on_sheet(event.position()))
        if found is not None:
            self.chosen.emit(found)
            self.asked.emit("open")

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self._words_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), words, self.viewport())
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._room()
        if self._whole_shown:
            self.fit()

    # drawing

    def _dress(self) -> None:
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.setProperty("look", "card")
        self.setAccessibleName("Link chart")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(off)
        self.setVerticalScrollBarPolicy(off)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        flags = QGraphicsView.OptimizationFlag
        self.setOptimizationFlag(flags.DontSavePainterState)
        self.setBackgroundBrush(look.current().colour("card"))
        self._draw()

    def _draw(self) -> None:
        if self._ink.ratio != self._ratio():
            self.forget()
        drawing = Drawing(self.plan, self.zoom, self._ink, self._tall)
        self._sheet.show(drawing, self._whole(drawing))
        self._room()

    def _whole(self, drawing: Drawing) -> QRectF:
        return self._on_scene(drawing.bounds().adjusted(-200, -120, 200, 120))

    def _room(self) -> None:
        """Room to move the sheet about, so that its edge can come to the middle."""
        whole, seen, zoom = self._whole(self.drawing), self.viewport().size(), self.zoom
        across, down = seen.width() * 0.6 / zoom, seen.height() * 0.6 / zoom
        self.setSceneRect(whole.adjusted(-across, -down, across, down))

    def _set_zoom(self, zoom: float, tall: float | None = None) -> None:
        zoom, before = min(max(zoom, FARTHEST), NEAREST), self._tall
        self._tall = tall or before
        if abs(zoom - self.zoom) > 1e-4 or abs(self._tall - before) > 0.01:
            self.setTransform(QTransform.fromScale(zoom, zoom))
            self._draw()

    def _relook(self) -> None:
        self.setBackgroundBrush(look.current().colour("card"))
        self.forget()
        self._draw()

    def _ratio(self) -> float:
        return float(self.viewport().devicePixelRatioF())

    # going about

    def _scroll(self, across: int, down: int) -> None:
        self._whole_shown = False
        for bar, by in ((self.horizontalScrollBar(), across), (self.verticalScrollBar(), down)):
            bar.setValue(bar.value() + by)

    def _on_scene(self, drawn: QRectF) -> QRectF:
        return QTransform.fromScale(1 / self.zoom, 1 / self.zoom).mapRect(drawn)

    def _on_sheet(self, point: QPointF) -> QPointF:
        return self.mapToScene(point.toPoint()) * self.zoom

    def _words_at(self, point: QPointF) -> str:
        at = self._on_sheet(point)
        node, bond = self.drawing.node_at(at), self.drawing.bond_at(at)
        return self._told(node, None if node is not None else bond)

    def _step(self, turn: float) -> None:
        """Go to the neighbour that lies most in a direction, or to whoever lies there."""
        points, network = self.drawing.points, self.plan.network
        here = self.plan.chosen if self.plan.chosen in points else None
        if here is None:
            middle = (one for one in (*network.centres, *points) if one in points)
            self.chosen.emit(next(middle, None))
            return
        near = {one: points[one] for one in network.neighbours(here) if one in points}
        found = most_ahead(points[here], near, turn) or most_ahead(points[here], points, turn)
        if found is not None:
            self.chosen.emit(found)
