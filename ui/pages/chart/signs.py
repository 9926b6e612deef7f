"""What the lines and signs of the chart mean, painted beside their words."""

from PySide6.QtCore import QEvent, QLineF, QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import look
from ui.pages.chart.lines import DASHES

LINES = (
    ("confirmed", "edge", True),
    ("not confirmed, or intelligence", "edge", False),
    ("said to harm", "high", True),
    ("on the way asked for", "accent", True),
)
REST = ("arrow: who does it to whom", "letters: a child's level of risk", "dots lead to a name",
        "filled: on the agenda, or in the middle", "+3: three more, not shown")  # fmt: skip


def paint_signs(painter: QPainter, x: float, y: float, room: float) -> None:
    """Paint what the lines mean from a point on, as far as there is room; `y` is their middle."""
    the_look = look.current()
    metrics = the_look.metrics(12)
    drop = metrics.ascent() / 2 - 1
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(the_look.font(12))
    end = x + room
    for words, colour, solid in LINES:
        if x + 34 + metrics.horizontalAdvance(words) > end:
            return
        pen = QPen(the_look.colour(colour), 2.6 if colour == "accent" else 1.6)
        if not solid:
            pen.setDashPattern(DASHES)
        painter.setPen(pen)
        painter.drawLine(QLineF(x, y, x + 26, y))
        painter.setPen(the_look.colour("soft"))
        painter.drawText(QPointF(x + 32, y + drop), words)
        x += 48 + metrics.horizontalAdvance(words)
    for words in REST:
        if x + metrics.horizontalAdvance(words) > end:
            return
        painter.drawText(QPointF(x, y + drop), words)
        x += 18 + metrics.horizontalAdvance(words)


class Signs(QWidget):
    """The signs in one line below the chart."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        said = "; ".join(f"{'solid' if solid else 'dashed'} line, {colour}: {words}"
                         for words, colour, solid in LINES)  # fmt: skip
        rest = "; ".join(REST)
        self.setAccessibleName(f"What the signs mean: {said}; {rest}")
        self.setToolTip(f"{'; '.join(words for words, *_ in LINES)}; {rest}")

    def sizeHint(self) -> QSize:
        return QSize(200, look.current().metrics(12).height() + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_signs(painter, 2, self.height() / 2, self.width())
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
