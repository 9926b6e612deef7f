"""The time line in the hand: gone about in, zoomed and dragged by keys or by pointer."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent

from ui.pages.people.times.sight import TimesSight
from ui.pages.people.times.walking import Walk

NOTCH = 120
"""A wheel's notch in the units of Qt."""
CLOSER = 0.08


class TimesCanvas(TimesSight):
    """A time line that answers keys and pointer; `opened` and `dropped` carry a subject's id."""

    opened = Signal(int)
    dropped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._dragged: tuple[QPoint, int] | None = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._moved(event) and not self._zoomed(event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._dragged = (event.position().toPoint(), self.horizontalScrollBar().value())
        found = self.hit(event.position().toPoint())
        if found.at >= 0 or found.what is not None:
            self.point(found)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged is not None and event.buttons() & Qt.MouseButton.LeftButton:
            begun, value = self._dragged
            across = event.position().toPoint().x() - begun.x()
            self.horizontalScrollBar().setValue(value - across)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragged = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._open()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y() or event.angleDelta().x()
        modifiers = event.modifiers()
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            by = CLOSER * turned / NOTCH
            self.look_near(self.nearness + by, event.position().x())
        elif modifiers & Qt.KeyboardModifier.ShiftModifier or event.angleDelta().x():
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - turned)
        else:
            super().wheelEvent(event)

    def _moved(self, event: QKeyEvent) -> bool:
        walk, key = Walk(self.content, self.pointed), event.key()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if not self.content.lanes:
            return False
        across = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(key))
        if across is not None and control:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() + across * self.viewport().width() // 4)
        elif across is not None:
            self.point(walk.across(across))
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.point(walk.down(1 if key == Qt.Key.Key_Down else -1))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.point(walk.end(last=key == Qt.Key.Key_End))
        elif key == Qt.Key.Key_C and not control:
            self.point(walk.cluster(-1 if back else 1))
        elif key == Qt.Key.Key_G and not control:
            self.point(walk.gap(-1 if back else 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif key == Qt.Key.Key_Delete and self.pointed.at >= 0:
            self.dropped.emit(self.content.lanes[self.pointed.at].row.subject.id)
        else:
            return False
        return True

    def _zoomed(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.look_near(self.nearness + CLOSER)
        elif key == Qt.Key.Key_Minus:
            self.look_near(self.nearness - CLOSER)
        elif key == Qt.Key.Key_0:
            self.look_near(0.0)
        else:
            return False
        return True

    def _open(self) -> None:
        if 0 <= self.pointed.at < len(self.content.lanes):
            self.opened.emit(self.content.lanes[self.pointed.at].row.subject.id)
