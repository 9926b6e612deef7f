"""The grid as it is painted, and its columns: chosen, moved, sized, fitted to their words."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPoint, QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from models.rules.tracker.columns import Kind, TrackerColumn
from ui import look
from ui.pages.children.grid.header import StayingHeader
from ui.pages.children.grid.model import AT_ONCE, TrackerModel
from ui.pages.children.grid.paint import CellPainter, Column
from ui.rows import Index
from ui.widgets.cell import SIDE, row_height
from ui.widgets.tag import tag_size

NARROWEST, STEP, LONGEST = 40, 20, 30
"""Points that a column keeps and is sized by; letters of one of a few things shown whole."""


class PaintedView(QTableView):
    """A table that paints itself, with columns in an order and widths of one's own."""

    laid_out = Signal()
    """Columns were moved or sized by hand."""

    def __init__(self, model: TrackerModel) -> None:
        super().__init__()
        self.grid = model
        self.setModel(model)
        self.painter = CellPainter(model)
        self._own: dict[str, int] = {}
        self._fitted = False
        self._met: dict[int, int] = {}
        """How many different values of a column were met when it was measured."""
        self.head = StayingHeader(self)
        self.setHorizontalHeader(self.head)

    def shown_columns(self) -> tuple[str, ...]:
        """The columns shown, from the left."""
        header = self.horizontalHeader()
        order = (header.logicalIndex(at) for at in range(header.count()))
        columns = self.grid.columns
        return tuple(columns[at].key for at in order if not header.isSectionHidden(at))

    def widths(self) -> dict[str, int]:
        """The widths that a person has given, at 100 % text."""
        return dict(self._own)

    def lay_out(self, keys: Sequence[str], widths: Mapping[str, int]) -> None:
        """Show these columns in this order, as wide as was said or as they need."""
        header, columns = self.horizontalHeader(), self.grid.columns
        self._own = {key: width for key, width in widths.items() if width > 0}
        header.blockSignals(True)
        for place, key in enumerate(keys):
            header.moveSection(header.visualIndex(self.grid.column_of(key)), place)
        for at, column in enumerate(columns):
            header.setSectionHidden(at, column.key not in keys)
        header.blockSignals(False)
        self.fit()
        self.updateGeometries()
        self.viewport().update()

    def move_column(self, by: int) -> None:
        """Move the column of the current cell one to the left or right."""
        header, key = self.horizontalHeader(), self._current_key()
        keys = list(self.shown_columns())
        if key is None or not 0 <= keys.index(key) + by < len(keys):
            return
        to = header.visualIndex(self.grid.column_of(keys[keys.index(key) + by]))
        header.moveSection(header.visualIndex(self.grid.column_of(key)), to)
        self.scrollTo(self.currentIndex())

    def size_column(self, by: int) -> None:
        """Make the column of the current cell wider or narrower by a step."""
        at = self.currentIndex().column()
        if self._current_key() is not None:
            step = look.current().px(STEP)
            self.setColumnWidth(at, max(self.columnWidth(at) + by * step, look.current().px(40)))

    def fit(self) -> None:
        """Set widths and the row height for the present text size."""
        the_look = look.current()
        self.verticalHeader().setDefaultSectionSize(row_height())
        header = self.horizontalHeader()
        # What is widened here is no width that a person gave.
        header.blockSignals(True)
        header.setMinimumSectionSize(the_look.px(NARROWEST))
        for at, column in enumerate(self.grid.columns):
            if not header.isSectionHidden(at):
                own = self._own.get(column.key)
                header.resizeSection(at, the_look.px(own) if own else self._needed(at, column))
        header.blockSignals(False)

    def grow(self) -> None:
        """Widen columns in which children say something that none said before."""
        header, few = self.horizontalHeader(), self.grid.total < AT_ONCE
        for at, column in enumerate(self.grid.columns):
            cells = self.grid.all.cells[at]
            if not cells.listed or column.key in self._own or header.isSectionHidden(at):
                continue
            if few or cells.met != self._met.get(at):
                needed = self._needed(at, column)
                header.blockSignals(True)
                header.resizeSection(at, max(needed, self.columnWidth(at)))
                header.blockSignals(False)

    def _needed(self, at: int, column: TrackerColumn) -> int:
        """What a column's title and cells need, at most its own width.

        A column whose cells say one of a few things shows each of them whole.
        """
        the_look, cells = look.current(), self.grid.all.cells[at]
        letters, said = the_look.metrics(14, figures=True), self.grid.said(at)
        self._met[at], letter = cells.met, letters.horizontalAdvance("0")
        wide = (tag_size(*one).width() - SIDE if one[1] else letters.horizontalAdvance(one[0])
                for one in said)  # fmt: skip
        needed = max(wide, default=column.width * letter) + the_look.px(6)
        most = (LONGEST if cells.listed else column.width) * letter
        title = the_look.metrics(14, 600).horizontalAdvance(column.title) + the_look.px(26)
        return max(min(needed, most) + 2 * SIDE, title)

    def paintEvent(self, event: QPaintEvent) -> None:
        # Qt's own painting asks for flags, values and colours of every cell: two frames' worth.
        area, painter = event.rect(), QPainter(self.viewport())
        painter.fillRect(area, self.painter.ground)
        first = self.rowAt(area.top())
        if first >= 0:
            last = self.rowAt(area.bottom())
            rows = range(first, (last if last >= 0 else self.grid.rowCount() - 1) + 1)
            self._paint_columns(painter, rows, self._in_sight(area))
            if width := self.head.stays():
                # Moved under the first column, which stays.
                painter.setClipRect(QRect(0, area.top(), width, area.height()))
                painter.fillRect(painter.clipBoundingRect().toRect(), self.painter.ground)
                at = self.head.first()
                right = self.grid.columns[at].kind is Kind.NUMBER
                self._paint_columns(painter, rows, [Column(at, 0, width, right)])
                painter.setPen(look.current().colour("edge"))
                painter.drawLine(width - 1, area.top(), width - 1, area.bottom())
        painter.end()

    def indexAt(self, point: QPoint) -> QModelIndex:
        if point.x() < self.head.stays():
            row = self.rowAt(point.y())
            return self.grid.index(row, self.head.first()) if row >= 0 else QModelIndex()
        return super().indexAt(point)

    def visualRect(self, index: Index) -> QRect:
        rect = super().visualRect(index)
        if index.isValid() and index.column() == self.head.first() and self.head.stays():
            rect.moveLeft(0)
        return rect

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        bar = self.horizontalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        if index.column() == self.head.first():
            # It is in sight wherever the others are.
            if self.head.stays() or before:
                bar.setValue(before)
        elif index.isValid():
            hidden = self.head.stays() - self.columnViewportPosition(index.column())
            if hidden > 0:
                bar.setValue(bar.value() - hidden)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if dx:
            self.viewport().update()
            self.head.viewport().update()

    def _paint_columns(self, painter: QPainter, rows: range, columns: Sequence[Column]) -> None:
        self.painter.choose(painter, self._chosen_cells(rows, columns))
        top, height = self.rowViewportPosition(rows[0]), self.rowHeight(rows[0])
        self.painter.rows(painter, rows, top, height, columns)
        at = self.currentIndex()
        if at.isValid() and at.row() in rows and self.hasFocus():
            for one in columns:
                if one.at == at.column():
                    rect = QRect(one.left, self.rowViewportPosition(at.row()), one.width, height)
                    self.painter.stand(painter, rect)

    def _in_sight(self, area: QRect) -> list[Column]:
        header, found = self.horizontalHeader(), []
        for place in range(header.count()):
            at = header.logicalIndex(place)
            if header.isSectionHidden(at):
                continue
            left, width = self.columnViewportPosition(at), self.columnWidth(at)
            if left > area.right():
                break
            if left + width > area.left():
                right = self.grid.columns[at].kind is Kind.NUMBER
                found.append(Column(at, left, width, right))
        return found

    def _chosen_cells(self, rows: range, columns: Sequence[Column]) -> list[QRect]:
        found = []
        height = self.rowHeight(rows[0])
        for span in self.selectionModel().selection():
            for row in range(max(span.top(), rows[0]), min(span.bottom(), rows[-1]) + 1):
                top = self.rowViewportPosition(row)
                found += [
                    QRect(one.left, top, one.width, height)
                    for one in columns
                    if span.left() <= one.at <= span.right()
                ]
        return found

    def _current_key(self) -> str | None:
        at = self.currentIndex().column()
        return self.grid.columns[at].key if at >= 0 else None
