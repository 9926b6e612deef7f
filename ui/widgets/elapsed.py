"""The clock of an item: time used, time planned, and a bar of both."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from models.rules.clocks import time_left
from ui import look


class Clock(QWidget):
    """Minutes and seconds in the large size, with "of 12 min" or "2 min over" beside them."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._seconds, self._planned, self._running = 0, 0, True
        self._room = QSize()
        self._say()

    def set_time(self, seconds: int, planned_minutes: int, *, running: bool = True) -> None:
        """Show seconds used of planned minutes (0: nothing planned), or that the clock rests."""
        if (seconds, planned_minutes, running) == (self._seconds, self._planned, self._running):
            return
        self._seconds, self._planned, self._running = seconds, planned_minutes, running
        self._say()
        self._take_room()
        self.update()

    @property
    def words(self) -> str:
        """What stands beside the figures."""
        said = self._told[0]
        return said if self._running else f"{said} · paused"

    @property
    def tint(self) -> str:
        """The colour of those words: calm near the end, that of what is missing past it."""
        return self._told[1]

    @property
    def _told(self) -> tuple[str, str]:
        return time_left(self._seconds, self._planned)

    @property
    def figures(self) -> str:
        """The time used as 07:41."""
        return f"{self._seconds // 60:02d}:{self._seconds % 60:02d}"

    def sizeHint(self) -> QSize:
        large, small = self._metrics()
        width = large.horizontalAdvance(self.figures) + 8 + self._words_width(small)
        return QSize(width + 2, large.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        the_look = look.current()
        large, small = self._metrics()
        painter = QPainter(self)
        base = large.ascent()
        words_left = self.width() - self._words_width(small) - 1
        painter.setFont(the_look.font(26, 700, figures=True))
        painter.setPen(the_look.colour("ink"))
        painter.drawText(words_left - 8 - large.horizontalAdvance(self.figures), base, self.figures)
        painter.setFont(the_look.font(14))
        painter.setPen(the_look.colour(self.tint))
        painter.drawText(words_left, base, self.words)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)

    def _metrics(self) -> tuple[QFontMetrics, QFontMetrics]:
        the_look = look.current()
        return the_look.metrics(26, 700, figures=True), the_look.metrics(14)

    def _words_width(self, small: QFontMetrics) -> int:
        """Room for whatever the words will be in a while, so that nothing moves as they change."""
        to_come = (f"just over {self._planned} min", f"9 min over {self._planned}")
        said = (self.words, *(to_come if self._planned else ()))
        return max(small.horizontalAdvance(words) for words in said)

    def _take_room(self) -> None:
        """Ask for another size only where the words need one, or each second lays the page out."""
        wanted = self.sizeHint()
        if wanted != self._room:
            self._room = wanted
            self.updateGeometry()

    def _say(self) -> None:
        self.setAccessibleName(f"Time on this item {self.figures}, {self.words}")


class ShareBar(QWidget):
    """A thin bar: how much of the whole is used; the words beside it say the numbers."""

    HEIGHT = 6

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self._name, self._share = name, -1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(self.HEIGHT)
        self.set_share(0.0)

    def set_share(self, share: float) -> None:
        """Show a share of 0 to 1; more than 1 fills the bar in the colour of what is missing."""
        if share == self._share:
            return
        self._share = max(share, 0.0)
        self.setAccessibleName(f"{self._name} {round(self._share * 100)} per cent".strip())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        the_look = look.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(the_look.colour("line"))
        painter.drawRoundedRect(self.rect(), 3, 3)
        used = QRect(0, 0, round(self.width() * min(self._share, 1.0)), self.height())
        painter.setBrush(the_look.colour("medium" if self._share > 1 else "accent"))
        painter.drawRoundedRect(used, 3, 3)
        painter.end()


class Elapsed(QWidget):
    """Clock over bar, for where both stand together."""

    def __init__(self) -> None:
        super().__init__()
        self.clock, self.bar = Clock(), ShareBar("Time used")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.clock, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(self.bar)

    def set_time(self, seconds: int, planned_minutes: int, *, running: bool = True) -> None:
        """Show seconds used of planned minutes, on the clock and on the bar."""
        self.clock.set_time(seconds, planned_minutes, running=running)
        self.bar.set_share(seconds / (planned_minutes * 60) if planned_minutes else 0.0)
