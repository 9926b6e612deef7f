"""The grid under the hand: cells by keys, opened, copied and written in, the place kept."""

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from models.records.tracker import TrackedChild
from ui import look
from ui.pages.children.grid.model import TrackerModel
from ui.pages.children.grid.painted import PaintedView

MOST_REMEMBERED = 400
"""Chosen rows that are found again after another order; more than these are let go."""
Cell = tuple[int, int]
Run = tuple[int, int, int]
"""Cells beside each other: whose, the first column and the last."""


class TrackerView(PaintedView):
    """Enter opens a child; F2 or typing writes in a cell; copying and pasting go by cells."""

    opened = Signal(object)
    copied = Signal()
    pasted = Signal()
    emptied = Signal()
    typed = Signal(str)
    """The cell stood on is to be written in: with what was typed, or nothing for F2."""

    def __init__(self, model: TrackerModel) -> None:
        super().__init__(model)
        self.setAccessibleName("Children")
        self.setAccessibleDescription(
            "Enter opens a child, F2 writes in a cell, Ctrl+Shift+S sorts by its column."
        )
        self._remembered: tuple[Cell | None, list[Run], int] = (None, [], 0)
        self._build()
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._restore)
        model.arranged.connect(self._fit_once)
        model.gathered.connect(self.grow)

    def current_child(self) -> TrackedChild | None:
        """The child of the current row."""
        at = self.currentIndex().row()
        return self.grid.child_at(at) if 0 <= at < self.grid.rowCount() else None

    def chosen_children(self) -> list[TrackedChild]:
        """The children any of whose cells is chosen, from the top."""
        rows: set[int] = set()
        for span in self.selectionModel().selection():
            rows.update(range(span.top(), span.bottom() + 1))
        return [self.grid.child_at(at) for at in sorted(rows)]

    def chosen_block(self) -> tuple[list[int], list[str]]:
        """The rows and the columns of the smallest block around what is chosen."""
        rows: set[int] = set()
        columns: set[int] = set()
        for span in self.selectionModel().selection():
            rows.update(range(span.top(), span.bottom() + 1))
            columns.update(range(span.left(), span.right() + 1))
        names = {self.grid.columns[at].key for at in columns}
        return sorted(rows), [key for key in self.shown_columns() if key in names]

    def go_to(self, child_id: object, key: str | None = None) -> bool:
        """Choose a child's cell, or row, and bring it into sight; False where it is not shown."""
        self.grid.settle()
        row = self.grid.row_of(child_id)
        if row < 0:
            return False
        flags = QItemSelectionModel.SelectionFlag
        shown = self.shown_columns()
        column = self.grid.column_of(key if key in shown else shown[0])
        wanted = flags.ClearAndSelect | (flags.NoUpdate if key else flags.Rows)
        index = self.grid.index(row, column)
        self.selectionModel().setCurrentIndex(index, wanted)
        self.scrollTo(index)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif key == Qt.Key.Key_Delete:
            self.emptied.emit()
        elif key == Qt.Key.Key_Space and shift:
            self.selectRow(self.currentIndex().row())
        elif key == Qt.Key.Key_F2:
            self.typed.emit("")
        elif _is_word(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_remembered"):
            self.painter.renew()
            self.fit()

    def _build(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSortingEnabled(True)
        # What is painted fills the viewport, so that scrolling moves what stands there already.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setAccessibleName("Columns of the tracker")
        header.sectionMoved.connect(lambda *_: self.laid_out.emit())
        header.sectionResized.connect(self._resized)
        self.doubleClicked.connect(self._open)

    def _fit_once(self) -> None:
        """Fit the columns to the first children that come; later they only grow."""
        if self._fitted:
            self.grow()
        elif self.grid.rowCount():
            self._fitted = True
            self.fit()

    def _resized(self, at: int, _before: int, width: int) -> None:
        if width and not self.horizontalHeader().isSectionHidden(at):
            key = self.grid.columns[at].key
            self._own[key] = max(round(width / look.current().scale), 1)
            self.laid_out.emit()

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.grid.child_at(index.row()).id)

    def _remember(self) -> None:
        at = self.currentIndex()
        current = (self.grid.child_at(at.row()).id, at.column()) if at.isValid() else None
        spans = list(self.selectionModel().selection())
        chosen: list[Run] = []
        if sum(one.height() for one in spans) <= MOST_REMEMBERED:
            chosen = [
                (self.grid.child_at(row).id, one.left(), one.right())
                for one in spans
                for row in range(one.top(), one.bottom() + 1)
            ]
        self._remembered = (current, chosen, self.verticalScrollBar().value())

    def _restore(self) -> None:
        current, chosen, scrolled = self._remembered
        flags, model = QItemSelectionModel.SelectionFlag, self.selectionModel()
        found = QItemSelection()
        for child_id, first, last in chosen:
            row = self.grid.row_of(child_id)
            if row >= 0:
                found.select(self.grid.index(row, first), self.grid.index(row, last))
        row = self.grid.row_of(current[0]) if current else -1
        if current is not None and row >= 0:
            model.setCurrentIndex(self.grid.index(row, current[1]), flags.NoUpdate)
        if found:
            model.select(found, flags.ClearAndSelect)
        self.verticalScrollBar().setValue(scrolled)


def _is_word(event: QKeyEvent) -> bool:
    """Whether a key types something, rather than asks for something."""
    asks = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    text = event.text()
    return bool(text.strip()) and text.isprintable() and not event.modifiers() & asks
