"""Names on a map: beside their marks, where nothing else stands."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from ui import look

WORDS, CELL, AIR = 11, 48, 6
"""Size of a name; side of the cells by which room is looked for; room between a name and what
stands to its left and right, so that nobody reads two as one."""
GAP = 2
"""How far a name stands from its own mark."""
NEAR = (1, 2, 3, 4)
"""How far from a point words are still near it, in lines."""


class Room:
    """Which parts of a map are taken, by marks and by words."""

    def __init__(self, window: QRectF | None = None) -> None:
        self._window = window
        self._cells: dict[tuple[int, int], list[QRectF]] = {}

    def take(self, box: QRectF, own: QRectF | None = None) -> bool:
        """Take a box in the window beside which nothing stands yet; False where it is not free.

        `own` is what the words of the box belong to: they may stand close to that.
        """
        if self._window is not None and not self._window.contains(box):
            return False
        airy = box.adjusted(-AIR, 0, AIR, 0)
        cells = self._under(airy)
        if any(airy.intersects(other) and other != own for held in cells for other in held):
            return False
        for held in cells:
            held.append(box)
        return True

    def hold(self, box: QRectF) -> None:
        """Take a box whatever stands in it."""
        for held in self._under(box):
            held.append(box)

    def _under(self, box: QRectF) -> list[list[QRectF]]:
        across = range(int(box.left() // CELL), int(box.right() // CELL) + 1)
        down = range(int(box.top() // CELL), int(box.bottom() // CELL) + 1)
        return [self._cells.setdefault((x, y), []) for x in across for y in down]


def write_beside(painter: QPainter, room: Room, words: str, mark: QRectF) -> None:
    """Write words at one side of a mark, where there is room; else not at all."""
    metrics = look.current().metrics(WORDS)
    wide, tall = metrics.horizontalAdvance(words) + 4, metrics.height()
    middle = mark.center()
    for box in _beside(middle.x(), middle.y(), mark.width() / 2 + GAP, wide, tall):
        if room.take(box, mark):
            painter.setFont(look.current().font(WORDS))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
            return


def write_near(painter: QPainter, room: Room, words: str, at: QPointF) -> None:
    """Write words strongly on a point, or as near to it as there is room."""
    metrics = look.current().metrics(WORDS, 600)
    wide, tall = metrics.horizontalAdvance(words) + 4, metrics.height()
    middle = QRectF(at.x() - wide / 2, at.y() - tall / 2, wide, tall)
    near = (box for far in NEAR for box in _beside(at.x(), at.y(), far * tall, wide, tall))
    for box in (middle, *near):
        if room.take(box):
            painter.setFont(look.current().font(WORDS, 600))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
            return


def _beside(x: float, y: float, half: float, wide: float, tall: float) -> tuple[QRectF, ...]:
    """Where a name may stand: under a mark, above, right or left of it."""
    return (
        QRectF(x - wide / 2, y + half, wide, tall),
        QRectF(x - wide / 2, y - half - tall, wide, tall),
        QRectF(x + half, y - tall / 2, wide, tall),
        QRectF(x - half - wide, y - tall / 2, wide, tall),
    )
