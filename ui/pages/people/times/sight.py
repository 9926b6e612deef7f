"""The time line as it is seen: painted, scrolled, zoomed, and asked what stands where."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip

from models.records.timeline import Cluster, Gap, Happening
from ui import look
from ui.pages.people.times import shapes
from ui.pages.people.times.content import Content
from ui.pages.people.times.drawing import Marks, drawn_marks, paint
from ui.pages.people.times.frame import Frame, Pointed, head_height, in_sight, name_width
from ui.pages.people.times.scale import CLOSEST
from ui.pages.people.times.walking import Walk

ROW, TALLEST = 38, 84
NEAR = 7
"""Within how many pixels a thing is pointed at."""


class TimesSight(QAbstractScrollArea):
    """One row a subject, time across; `words` says what is pointed at."""

    chosen = Signal(object)
    """A Pointed: what was chosen by key or pointer."""
    zoomed = Signal(float)
    """How near one looks, from 0 (everything) to 1 (days)."""

    def __init__(self) -> None:
        super().__init__()
        self.content, self.pointed = Content(), Pointed()
        self.nearness = 0.0
        """How near one looks, from 0 (everything) to 1 (days)."""
        self._marks: Marks = {}
        self.words: Callable[[Pointed], str] = lambda pointed: ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Time line")
        self.viewport().setMouseTracking(True)
        self.setMinimumHeight(head_height() + look.current().px(3 * ROW))
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(self.viewport().update)
        self.horizontalScrollBar().setAccessibleName("Time in sight")

    # what is shown

    def show_content(self, content: Content) -> None:
        """Show this; what was chosen stays where it is still there."""
        self.content = content
        self.pointed = Walk(content, self.pointed).still_there()
        self._fit()

    @property
    def least(self) -> float:
        """Pixels a day at which everything is in sight."""
        room = max(self.viewport().width() - self._names(), 50)
        return min(room / max(self.content.days, 1), CLOSEST)

    @property
    def per_day(self) -> float:
        """Pixels a day now."""
        least = self.least
        return float(least * (CLOSEST / least) ** self.nearness)

    def look_near(self, nearness: float, anchor: float | None = None) -> None:
        """Look so near; the day at the anchor, else what is chosen or the middle, stays."""
        frame = self.frame_now()
        anchor = self._anchor(frame) if anchor is None else anchor
        day = self._day_at(frame, anchor)
        self.nearness = min(max(nearness, 0.0), 1.0)
        self._fit()
        moved = (day - self.content.first.toordinal()) * self.per_day
        self.horizontalScrollBar().setValue(round(moved - (anchor - frame.times.left())))
        self.zoomed.emit(self.nearness)

    def point(self, pointed: Pointed, *, tell: bool = True) -> None:
        """Choose something and bring it into sight."""
        self.pointed = pointed
        self._reveal()
        self.viewport().update()
        if tell:
            self.chosen.emit(pointed)

    def frame_now(self) -> Frame:
        """How it is laid out now."""
        return Frame(
            self.viewport().rect(),
            self.content.scale(self.per_day),
            self._names(),
            head_height(),
            self._row_height(),
            self.horizontalScrollBar().value(),
            self.verticalScrollBar().value(),
        )

    def hit(self, at: QPoint) -> Pointed:
        """What is at a point of the picture: a thing, a cluster, a gap, or a row alone."""
        frame = self.frame_now()
        if at.y() < frame.head:
            for one, left, wide in in_sight(frame, self.content):
                if left - NEAR <= at.x() <= left + wide + NEAR:
                    return Pointed(self.content.places[one.subject_ids[0]], one)
            return Pointed()
        row = (at.y() - frame.head + frame.down) // frame.row
        if not 0 <= row < len(self.content.lanes):
            return Pointed()
        return Pointed(row, self._in_row(frame, row, at))

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        if not self._marks:
            self._marks = drawn_marks(self.devicePixelRatioF())
        paint(painter, self.frame_now(), self.content, self.pointed, self._marks,
              focus=self.hasFocus())  # fmt: skip
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.pointed.at < 0 and self.content.lanes:
            self.point(Walk(self.content, Pointed()).first())
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_marks"):
            self._marks = {}
            self.setMinimumHeight(head_height() + look.current().px(3 * ROW))
            self._fit()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self.hit(event.pos())
            said = self.words(found) if found.what is not None else ""
            QToolTip.showText(event.globalPos(), said, self.viewport())
            return True
        return super().viewportEvent(event)

    def _in_row(self, frame: Frame, row: int, at: QPoint) -> Happening | Gap | Cluster | None:
        lane, day = self.content.lanes[row], self._day_at(frame, at.x())
        third = min(max((at.y() - frame.top(row)) * 3 // frame.row, 0), 2)
        near = lane.near(day, NEAR / frame.scale.per_day)
        found = sorted(near, key=lambda one: abs(shapes.lane(one.mark) - third))
        if found:
            return found[0]
        ordinal = int(day)
        return next(
            (one for one in lane.gaps
             if one.since.toordinal() < ordinal < one.until.toordinal()),
            None,
        )  # fmt: skip

    def _day_at(self, frame: Frame, x: float) -> float:
        inside = x - frame.times.left() + frame.right
        return frame.scale.first.toordinal() + inside / frame.scale.per_day

    def _anchor(self, frame: Frame) -> float:
        one = self.pointed.what
        if one is not None:
            day = one.at if isinstance(one, Happening) else one.since
            x = frame.x(day.toordinal())
            if frame.times.left() <= x <= frame.times.right():
                return x
        return float(frame.times.center().x())

    def _reveal(self) -> None:
        frame, one = self.frame_now(), self.pointed.what
        if one is not None:
            day = one.at if isinstance(one, Happening) else one.since
            x = frame.x(day.toordinal() + 0.5)
            margin = min(look.current().px(40), frame.times.width() // 4)
            bar = self.horizontalScrollBar()
            if x < frame.times.left() + margin or x > frame.times.right() - margin:
                bar.setValue(round(bar.value() + x - frame.times.center().x()))
        if self.pointed.at >= 0:
            top, bar = frame.top(self.pointed.at), self.verticalScrollBar()
            over = top + frame.row - frame.area.bottom()
            under = frame.area.top() + frame.head - top
            bar.setValue(bar.value() + (over if over > 0 else 0) - (under if under > 0 else 0))

    def _names(self) -> int:
        return name_width(self.content, max(self.viewport().width() // 4, 60))

    def _row_height(self) -> int:
        least, most = look.current().px(ROW), look.current().px(TALLEST)
        count = max(len(self.content.lanes), 1)
        return min(max((self.viewport().height() - head_height()) // count, least), most)

    def _fit(self) -> None:
        """Bring scroll bars into line with what there is."""
        area = self.viewport().rect()
        across = self.horizontalScrollBar()
        width = area.width() - self._names()
        across.setRange(0, max(round(self.content.days * self.per_day) - width, 0))
        across.setPageStep(max(width, 1))
        across.setSingleStep(max(width // 20, 1))
        down = self.verticalScrollBar()
        tall = area.height() - head_height()
        down.setRange(0, max(self._row_height() * len(self.content.lanes) - tall + 1, 0))
        down.setPageStep(max(tall, 1))
        down.setSingleStep(self._row_height())
        self.viewport().update()
