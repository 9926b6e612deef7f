"""How the tracker is painted: fifty lines of eighteen columns, words laid out once, in a frame."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLine, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPixmap, QStaticText

from ui import look
from ui.pages.children.grid.model import TrackerModel
from ui.widgets.cell import SIDE
from ui.widgets.tag import paint_tag, tag_size, within

MOST_KEPT = 20_000
ELIDED = Qt.TextElideMode.ElideRight


@dataclass(frozen=True)
class Column:
    """A column as it lies in sight: which, where it begins, how wide."""

    at: int
    left: int
    width: int
    right: bool


class CellPainter:
    """Paints rows of the grid; what was laid out or drawn is used again."""

    def __init__(self, model: TrackerModel) -> None:
        self._model = model
        self._texts: dict[tuple[str, int], tuple[QStaticText, int]] = {}
        self._tags: dict[tuple[str, str, int, float], QPixmap] = {}
        self.renew()

    def renew(self) -> None:
        """Take up the look in force."""
        the_look = look.current()
        self._texts.clear()
        self._tags.clear()
        self._font = the_look.font(14, figures=True)
        self._metrics = the_look.metrics(14, figures=True)
        self._height = self._metrics.height()
        self.ground = the_look.colour("card")
        self._ink, self._line = the_look.colour("ink"), the_look.colour("line")
        self._chosen, self._accent = the_look.colour("accent_ground"), the_look.colour("accent")

    def choose(self, painter: QPainter, cells: Sequence[QRect]) -> None:
        """Paint the ground of what is chosen."""
        for rect in cells:
            painter.fillRect(rect, self._chosen)

    def rows(
        self, painter: QPainter, rows: range, top: int, height: int, columns: Sequence[Column]
    ) -> None:
        """Paint these rows from a height down."""
        if not columns:
            return
        painter.setFont(self._font)
        painter.setPen(self._line)
        left, last = columns[0].left, columns[-1]
        right, below = last.left + last.width, top + height - 1
        painter.drawLines([
            QLine(left, below + at * height, right, below + at * height)
            for at in range(len(rows))
        ])  # fmt: skip
        painter.setPen(self._ink)
        cells, child_at, texts = self._model.all.cells, self._model.child_at, self._texts
        lies = (height - self._height) // 2
        tags: list[tuple[QRect, str, str]] = []
        for number, row in enumerate(rows):
            child, here = child_at(row), top + number * height
            for column in columns:
                cell = cells[column.at]
                words = cell.text(child)
                if not words:
                    continue
                kind = cell.kind(child) if cell.tagged else ""
                if kind:
                    tags.append((QRect(column.left, here, column.width, height), words, kind))
                    continue
                width = column.width - 2 * SIDE
                text, spare = texts.get((words, width)) or self._laid_out(words, width)
                where = column.left + SIDE + (spare if column.right else 0)
                painter.drawStaticText(where, here + lies, text)
        for rect, words, kind in tags:
            self._paint_tag(painter, rect, words, kind)

    def stand(self, painter: QPainter, rect: QRect) -> None:
        """Paint the frame of the cell stood on."""
        painter.setPen(self._accent)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _laid_out(self, words: str, width: int) -> tuple[QStaticText, int]:
        made = self._text(" ".join(words.split()))
        if made.size().width() > width:
            made = self._text(self._metrics.elidedText(made.text(), ELIDED, width))
        if len(self._texts) > MOST_KEPT:
            self._texts.clear()
        found = made, max(width - round(made.size().width()), 0)
        self._texts[words, width] = found
        return found

    def _text(self, words: str) -> QStaticText:
        made = QStaticText(words)
        made.setTextFormat(Qt.TextFormat.PlainText)
        made.prepare(font=self._font)
        return made

    def _paint_tag(self, painter: QPainter, rect: QRect, words: str, kind: str) -> None:
        ratio = painter.device().devicePixelRatioF()
        key = (words, kind, rect.width(), ratio)
        drawn = self._tags.get(key)
        if drawn is None:
            drawn = self._tags[key] = _tag(words, kind, rect.width() - SIDE, ratio)
        height = round(drawn.height() / ratio)
        top = rect.top() + (rect.height() - height) // 2
        painter.drawPixmap(rect.left() + SIDE // 2, top, drawn)


def _tag(words: str, kind: str, most: int, ratio: float) -> QPixmap:
    size = tag_size(words, kind)
    size.setWidth(max(min(size.width(), most), 1))
    drawn = QPixmap(size * ratio)
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    paint_tag(painter, QRect(QPoint(0, 0), size), within(words, kind, size.width()), kind)
    painter.end()
    return drawn
