"""A small picture of a week: seven days by six parts of the day, with the counts in it."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.rules.times_of_week import DAYS, PARTS, Week, week, week_words
from ui import look

WORDS, CELL = 11, 44
PALEST, DEEPEST = 0.12, 0.55


class WeekGrid(QWidget):
    """Each cell has its number, deeper the higher it is; its words are its description."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: Week = week(())
        self.setAccessibleName("Days of the week by hours of the day")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_week(self, counts: Week, without_time: int) -> None:
        """Show these counts."""
        self._counts = counts
        self.setAccessibleDescription(week_words(counts, without_time))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        left, tall = self._left(), self._tall()
        return QSize(left + self._wide() * len(PARTS) + 2, tall * (len(DAYS) + 1) + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        the_look, painter = look.current(), QPainter(self)
        left, wide, tall = self._left(), self._wide(), self._tall()
        most = max(max(row) for row in self._counts) or 1
        painter.setFont(the_look.font(WORDS))
        middle = Qt.AlignmentFlag.AlignCenter
        painter.setPen(the_look.colour("soft"))
        for at, part in enumerate(PARTS):
            painter.drawText(QRectF(left + at * wide, 0, wide, tall), middle, part)
        for day, row in enumerate(self._counts):
            top = tall * (day + 1)
            painter.setPen(the_look.colour("soft"))
            side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(0, top, left, tall), side, DAYS[day][:3])
            for at, count in enumerate(row):
                cell = QRectF(left + at * wide + 1, top + 1, wide - 2, tall - 2)
                painter.fillRect(cell, _ground(count, most))
                if count:
                    painter.setPen(the_look.colour("ink"))
                    painter.drawText(cell, middle, str(count))
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)

    def _left(self) -> int:
        metrics = look.current().metrics(WORDS)
        return max(metrics.horizontalAdvance(one[:3]) for one in DAYS) + look.current().px(8)

    def _wide(self) -> int:
        least = look.current().metrics(WORDS).horizontalAdvance(PARTS[0]) + look.current().px(8)
        return max(look.current().px(CELL), least)

    def _tall(self) -> int:
        return look.current().metrics(WORDS).height() + look.current().px(4)


def _ground(count: int, most: int) -> QColor:
    if not count:
        return look.current().colour("hover")
    colour = QColor(look.current().colour("accent"))
    colour.setAlphaF(PALEST + (DEEPEST - PALEST) * count / most)
    return colour
