"""A table of rows with its filter, its count, its empty place and its keys."""

from collections.abc import Hashable
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
)

from ui import look
from ui.clipboard import copy_table
from ui.rows import Index, RowsModel
from ui.widgets.cell import SIDE, CellDelegate, row_height, wrapped_height
from ui.widgets.empty import EmptyState
from ui.widgets.finding import Findable
from ui.widgets.tag import tag_size

MEASURED = 60
FAR = {Qt.Key.Key_Home, Qt.Key.Key_End}
GIVES_WAY_TO = 12
"""Letters that a stretching column keeps where there is no room for all columns."""


class RowsView(QTableView):
    """The grid itself: whole rows, one height, Enter opens, Ctrl+C copies for a spreadsheet."""

    opened = Signal(object)

    def __init__(self, model: RowsModel[Any], name: str) -> None:
        super().__init__()
        self.rows = model
        self.setModel(model)
        self.setItemDelegate(CellDelegate(self))
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsMovable(True)
        self.doubleClicked.connect(lambda index: self.opened.emit(index))
        self._widest = [0] * len(model.columns)
        self._wanted = [0] * len(model.columns)
        self._kept_back: set[int] = set()
        self._spoken: set[int] = {0}
        self._silent: set[int] = set()
        for told in (model.modelReset, model.dataChanged, model.layoutChanged):
            told.connect(self._silent.clear)
            told.connect(self._measure)
        self.fit()

    def fit(self) -> None:
        """Set column widths and the row height for the present text size."""
        self.verticalHeader().setDefaultSectionSize(row_height())
        self.horizontalHeader().setMinimumSectionSize(look.current().px(40))
        self._widest = [0] * len(self.rows.columns)
        self._wanted = [0] * len(self.rows.columns)
        self._spoken = {0}
        self._measure()

    def setColumnHidden(self, column: int, hide: bool) -> None:
        """Keep a column back, or show it where it has something to say."""
        (self._kept_back.add if hide else self._kept_back.discard)(column)
        self._fill()

    def selectionCommand(
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """With Ctrl the first and last row are stood on as they are chosen, as any other is."""
        far = isinstance(event, QKeyEvent) and event.key() in FAR
        if far and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            flags = QItemSelectionModel.SelectionFlag
            return flags.ClearAndSelect | flags.Rows
        return super().selectionCommand(index, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "rows"):
            self.fit()

    def _measure(self) -> None:
        """Give each column what its title and first rows need, at most its own width.

        A column only grows while its table is shown, so that nothing jumps as rows change.
        """
        the_look, first = look.current(), self.rows.rows[:MEASURED]
        heads, cells = the_look.metrics(14, 600), the_look.metrics(14, figures=True)
        letter = cells.horizontalAdvance("0")
        self._least = []
        for at, column in enumerate(self.rows.columns):
            words = {(column.written(row), column.kind(row) if column.kind else "")
                     for row in first}  # fmt: skip
            wide = (tag_size(*one).width() - SIDE if one[1] else cells.horizontalAdvance(one[0])
                    for one in words)  # fmt: skip
            needed = max(wide, default=0) + the_look.px(4)
            most = column.width * letter
            self._widest[at] = max(self._widest[at], min(needed, most))
            self._wanted[at] = max(self._wanted[at], needed + 2 * SIDE)
            title = heads.horizontalAdvance(column.title) + the_look.px(16)
            self._least.append(max(self._widest[at] if first else most, title) + 2 * SIDE)
        self._fill()

    def _fill(self) -> None:
        # A stretching header section may shrink to nothing; this one never under its width.
        shown = self._with_room()
        widths = self._widths(shown)
        for at in range(len(self._least)):
            if self.isColumnHidden(at) is (at in shown):
                self.horizontalHeader().setSectionHidden(at, at not in shown)
            if at in shown and self.columnWidth(at) != widths[at]:
                self.setColumnWidth(at, widths[at])
        self._heighten()

    def _heighten(self) -> None:
        """Make each row as high as what wraps in it."""
        wrapping = [at for at, column in enumerate(self.rows.columns) if column.wraps]
        wide = {at: self.columnWidth(at) for at in wrapping if not self.isColumnHidden(at)}
        for row, record in enumerate(self.rows.rows if wrapping else ()):
            written = [(self.rows.columns[at].written(record), wide[at]) for at in wide]
            height = max([row_height(), *(wrapped_height(*one) for one in written)])
            if self.rowHeight(row) != height:
                self.setRowHeight(row, height)

    def _widths(self, shown: list[int]) -> dict[int, int]:
        """How wide each column shown is.

        Room to spare goes to words that are cut, of those that stretch first; these take the rest,
        and give way where room is short.
        """
        widths = {at: self._least[at] for at in shown}
        spare = self.viewport().width() - sum(widths.values())
        takers = [at for at in shown if self.rows.columns[at].stretch]
        if spare < 0:
            giving = [at for at in takers if not self.rows.columns[at].firm]
            for at in giving:
                least = widths[at]
                widths[at] = max(least + spare // len(giving), min(self._narrowest(), least))
            return widths
        for at in (*takers, *shown):
            more = max(min(self._wanted[at] - widths[at], spare), 0)
            widths[at], spare = widths[at] + more, spare - more
        for at in takers or shown[-1:]:
            widths[at] += spare // max(len(takers), 1)
        return widths

    def _narrowest(self) -> int:
        """What a stretching column gives way to before columns go out of sight."""
        letter = look.current().metrics(14, figures=True).horizontalAdvance("0")
        return GIVES_WAY_TO * letter + 2 * SIDE

    def _with_room(self) -> list[int]:
        """The columns to show: where not all have room, those that say nothing give theirs.

        Then those that can be spared, the last first.
        """
        shown = [at for at in range(len(self._least)) if at not in self._kept_back]
        if not self.rows.rows or sum(self._least[at] for at in shown) <= self.viewport().width():
            return shown
        for at in set(shown) - self._spoken - self._silent:
            says = any(self.rows.columns[at].written(row) for row in self.rows.rows)
            (self._spoken if says else self._silent).add(at)
        shown = [at for at in shown if at in self._spoken]
        for at in reversed(shown):
            fits = sum(self._least[one] for one in shown) <= self.viewport().width()
            if self.rows.columns[at].spare and not fits:
                shown = [one for one in shown if one != at]
        return shown

    def _copy(self) -> None:
        model = self.rows
        chosen = sorted(index.row() for index in self.selectionModel().selectedRows())
        head = [column.title for column in model.columns]
        cells = [[c.written(model.row_at(at)) for c in model.columns] for at in chosen]
        if cells:
            copy_table([head, *cells])


class RowsTable(Findable):
    """Filter line, count, table, and what to do where there is nothing.

    Selection, current row and scrolling are kept by key through every reload, sort and filter.
    """

    opened = Signal(object)
    """The key of the row on which Enter was pressed or that was clicked twice."""
    chosen = Signal(object)
    """The key of the current row, or None."""
    view: RowsView

    def __init__(
        self,
        model: RowsModel[Any],
        name: str,
        empty: EmptyState | None = None,
        noun: tuple[str, str] = ("row", "rows"),
    ) -> None:
        nothing = empty or EmptyState(f"No {noun[1]} yet.")
        super().__init__(RowsView(model, name), name, nothing)
        self.model, self.noun, self.empty = model, noun, nothing
        self._kept: tuple[list[Hashable], Hashable | None, int] = ([], None, 0)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._restore)
        model.layoutChanged.connect(self._tell)
        self.filter.textChanged.connect(model.set_filter)
        self.view.opened.connect(lambda index: self.opened.emit(self._key(index.row())))
        self.view.selectionModel().currentRowChanged.connect(self._current_changed)
        self._tell()

    def current_key(self) -> Hashable | None:
        """Give the key of the current row."""
        return self._key(self.view.currentIndex().row())

    def chosen_keys(self) -> list[Hashable]:
        """Give the keys of the selected rows, from the top."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return [self.model.key(self.model.row_at(row)) for row in rows]

    def go_to(self, key: Hashable) -> bool:
        """Select a row by its key and bring it into sight; False where it is not shown."""
        row = self.model.row_of(key)
        if row >= 0:
            # Straight to the selection: the view's own way toggles while Ctrl is held down.
            flags = QItemSelectionModel.SelectionFlag
            whole_row = flags.ClearAndSelect | flags.Rows
            # A view scrolls to no cell of a hidden column.
            columns = range(self.model.columnCount())
            seen = next((at for at in columns if not self.view.isColumnHidden(at)), 0)
            self.view.selectionModel().setCurrentIndex(self.model.index(row, seen), whole_row)
            self.view.scrollTo(self.model.index(row, seen))
        return row >= 0

    def _tell(self) -> None:
        total, shown = self.model.total, self.model.rowCount()
        one, many = self.noun
        said = f"{total:,} {one if total == 1 else many}"
        self.count.setText(said if shown == total else f"{shown:,} of {said}")
        self.stack.setCurrentWidget(self.view if total else self.empty)
        # A line to filter nothing by would only stand between the person and what to do.
        for widget in (self.filter, self.count):
            widget.setVisible(bool(total or self.filter.text()))

    def _remember(self) -> None:
        bar = self.view.verticalScrollBar()
        self._kept = (self.chosen_keys(), self.current_key(), bar.value())

    def _restore(self) -> None:
        keys, current, scrolled = self._kept
        chooser = self.view.selectionModel()
        flags = QItemSelectionModel.SelectionFlag
        places = {self.model.key(row): at for at, row in enumerate(self.model.rows)}
        blocked = chooser.blockSignals(True)
        if current in places:
            chooser.setCurrentIndex(self.model.index(places[current], 0), flags.NoUpdate)
        for key in keys:
            if key in places:
                chooser.select(self.model.index(places[key], 0), flags.Select | flags.Rows)
        chooser.blockSignals(blocked)
        self.view.verticalScrollBar().setValue(scrolled)
        self._tell()
        if current is not None and current not in places:
            self.chosen.emit(None)

    def _current_changed(self, index: QModelIndex) -> None:
        self.chosen.emit(self._key(index.row()))

    def _key(self, row: int) -> Hashable | None:
        return self.model.key(self.model.row_at(row)) if 0 <= row < self.model.rowCount() else None
