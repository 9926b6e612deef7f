"""What the lines and signs of the chart mean, painted beside their words."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QLineF, QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import look
from ui.pages.chart.lines import DASHES

LINE, LED, GAP = 26, 32, 18
"""Pixels of a line, from its beginning to its words, and between two signs."""


@dataclass(frozen=True)
class Sign:
    """Words, and the line that stands before them, where it is one."""

    words: str
    colour: str = ""
    solid: bool = True

    @property
    def width(self) -> int:
        """The room that it takes."""
        words = look.current().metrics(12).horizontalAdvance(self.words)
        return words + (LED if self.colour else 0)

    @property
    def said(self) -> str:
        """The sign in words alone."""
        line = f"{'solid' if self.solid else 'dashed'} line, {self.colour}: "
        return f"{line if self.colour else ''}{self.words}"


SIGNS = (
    Sign("confirmed", "edge"),
    Sign("not confirmed, or intelligence", "edge", solid=False),
    Sign("said to harm", "high"),
    Sign("on the way asked for", "accent"),
    Sign("arrow: who does it to whom"),
    Sign("letters: a child's level of risk"),
    Sign("dots lead to a name"),
    Sign("filled: on the agenda, or in the middle"),
    Sign("+3: three more, not shown"),
)


def signs_height(room: float) -> int:
    """How high the signs stand where they have this width."""
    return len(_in_rows(room)) * _row_height()


def paint_signs(painter: QPainter, x: float, y: float, room: float) -> None:
    """Paint what the lines mean from a corner on, in as many rows as this width takes."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(look.current().font(12))
    for at, row in enumerate(_in_rows(room)):
        for left, sign in row:
            _paint(painter, sign, x + left, y + (at + 0.5) * _row_height())


def _in_rows(room: float) -> list[list[tuple[float, Sign]]]:
    """The signs row by row, each with its place from the left."""
    rows: list[list[tuple[float, Sign]]] = [[]]
    left = 0.0
    for sign in SIGNS:
        if rows[-1] and left + sign.width > room:
            rows.append([])
            left = 0.0
        rows[-1].append((left, sign))
        left += sign.width + GAP
    return rows


def _row_height() -> int:
    return look.current().metrics(12).height() + 4


def _paint(painter: QPainter, sign: Sign, x: float, y: float) -> None:
    """One sign; `y` is its middle."""
    the_look = look.current()
    if sign.colour:
        pen = QPen(the_look.colour(sign.colour), 2.6 if sign.colour == "accent" else 1.6)
        if not sign.solid:
            pen.setDashPattern(DASHES)
        painter.setPen(pen)
        painter.drawLine(QLineF(x, y, x + LINE, y))
        x += LED
    painter.setPen(the_look.colour("soft"))
    painter.drawText(QPointF(x, y + the_look.metrics(12).ascent() / 2 - 1), sign.words)


class Signs(QWidget):
    """The signs below the chart, in as many rows as its width takes."""

    def __init__(self) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(f"What the signs mean: {'; '.join(one.said for one in SIGNS)}")
        self.setToolTip("; ".join(one.words for one in SIGNS))

    def sizeHint(self) -> QSize:
        return QSize(200, _row_height())

    def heightForWidth(self, width: int) -> int:
        return signs_height(width)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_signs(painter, 0, 0, self.width())
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
