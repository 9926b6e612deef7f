"""The tracker as a Qt table: sorting and sieving take no frame, however many children there are."""

from collections.abc import Callable, Iterator, Sequence
from time import perf_counter

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, QTimer, Signal

from models.records.tracker import TrackedChild, Value
from models.rules.tracker.columns import COLUMNS, Kind, TrackerColumn
from ui.pages.children.grid.arranged import Arranged, Wanted
from ui.rows import KIND_ROLE, ROW_ROLE, Index, aligned

FRAME_PART = 0.004
"""Seconds of a frame that sorting and sieving may take; the rest waits for the next one."""
MEASURED = 60
"""Children by whose words a column is as wide as it is."""
AT_ONCE = 1_000
"""Children up to which everything is done at once."""


class TrackerModel(QAbstractTableModel):
    """All columns under the catalogue's order; the view hides and moves them.

    `why` says why a cell may not be written in; `write` is called with what an editor gave.
    """

    arranged = Signal()
    """What was asked for is shown now."""
    gathered = Signal()
    """What every child says in every column is known now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.all = Arranged()
        self.columns = COLUMNS
        self.why: Callable[[TrackerColumn, TrackedChild], str] = lambda column, child: "Not here."
        self.filtered: frozenset[str] = frozenset()
        self._wanted = Wanted()
        self._shown: list[int] = []
        self._work: Iterator[None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        self._idle: Iterator[None] | None = None

    # what is shown

    @property
    def total(self) -> int:
        """How many children there are before anything is kept back."""
        return len(self.all.rows)

    @property
    def rows(self) -> tuple[TrackedChild, ...]:
        """The children as shown: sieved and in order, once that is done."""
        self.settle()
        return tuple(self.all.rows[at] for at in self._shown)

    @property
    def busy(self) -> bool:
        """Whether anything is being sorted or sieved now."""
        return self._work is not None

    @property
    def wanted(self) -> Wanted:
        """What is asked for."""
        return self._wanted

    def child_at(self, row: int) -> TrackedChild:
        """The child of a row."""
        return self.all.rows[self._shown[row]]

    def row_of(self, child_id: object) -> int:
        """The row of a child, -1 where it is not shown."""
        place = self.all.place(child_id) if isinstance(child_id, int) else None
        try:
            return -1 if place is None else self._shown.index(place)
        except ValueError:
            return -1

    def column_of(self, key: str) -> int:
        """The number of a column."""
        return next(at for at, one in enumerate(self.columns) if one.key == key)

    def set_rows(self, rows: Sequence[TrackedChild]) -> None:
        """Show other children, under the same order and filters."""
        self._renew(rows)

    def change_rows(self, asked: frozenset[int], found: Sequence[TrackedChild]) -> None:
        """Show these children as they are now; those asked for and not found are gone."""
        if len(found) == len(asked) and self.all.replace(found):
            self._begin()
        else:
            self._renew(self.all.with_these(asked, found))

    def want(self, wanted: Wanted) -> None:
        """Show what is asked for, at once or within the next frames."""
        self._wanted = wanted
        self._begin()

    def settle(self) -> None:
        """End what is being sorted or sieved now."""
        if self._work is not None:
            for _ in self._work:
                pass
            self._show()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        key = self.columns[column].key if 0 <= column < len(self.columns) else ""
        down = order == Qt.SortOrder.DescendingOrder
        before = self._wanted
        self.want(Wanted(before.sieves, before.words, key, down))

    def value(self, row: int, column: int) -> Value:
        """What stands in a cell."""
        return self.all.cells[column].value(self.child_at(row))

    def text(self, row: int, column: int) -> str:
        """What a cell says."""
        return self.all.cells[column].text(self.child_at(row))

    def said(self, column: int) -> set[tuple[str, str]]:
        """What cells of a column say, each with its tag: of all children where these are few.

        Else what the first of all say and the first shown: a filter narrows nothing.
        """
        cells, rows = self.all.cells[column], self.all.rows
        if not cells.listed:
            rows = [*rows[:MEASURED], *map(self.child_at, range(min(self.rowCount(), MEASURED)))]
        return {(cells.text(one), cells.kind(one) if cells.tagged else "") for one in rows}

    # Qt's questions

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = super().flags(index)
        if not index.isValid():
            return found
        child, column = self.child_at(index.row()), self.columns[index.column()]
        return found if self.why(column, child) else found | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        cells, child = self.all.cells[index.column()], self.child_at(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return cells.text(child)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{cells.column.title}: {cells.text(child) or 'empty'}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (cells.text(child), self.why(cells.column, child))))
        if role == KIND_ROLE:
            return cells.kind(child)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return aligned(right=cells.column.kind is Kind.NUMBER)
        return child if role == ROW_ROLE else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{column.title} •" if column.key in self.filtered else column.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.title}, filtered" if column.key in self.filtered else column.title
        right = column.kind is Kind.NUMBER
        return aligned(right=right) if role == Qt.ItemDataRole.TextAlignmentRole else None

    # arranging

    def _renew(self, rows: Sequence[TrackedChild]) -> None:
        """Show what was shown as it is now, until it is arranged anew: places may have moved."""
        ids = [self.all.rows[at].id for at in self._shown]
        there = {row.id for row in rows}
        same = there.issuperset(ids)
        if not same:
            self.beginResetModel()
        self.all.take(rows)
        self._shown = [at for one in ids if (at := self.all.place(one)) is not None]
        if same:
            self._changed()
        else:
            self.endResetModel()
        self._begin()

    def _begin(self) -> None:
        self._idle = None
        self._work = self.all.preparing(self._wanted)
        if self.total < AT_ONCE:
            self.settle()
        else:
            self._go_on()

    def _go_on(self) -> None:
        until = perf_counter() + FRAME_PART
        work = self._work or self._idle
        if work is None:
            return
        for _ in work:
            if perf_counter() > until:
                self._timer.start(0)
                return
        if self._work is not None:
            if perf_counter() > until - FRAME_PART / 2:
                # Painting wants a frame of its own.
                self._timer.start(0)
                return
            self._show()
            # The words are gathered while nobody waits for them.
            self._idle = self.all.gathering()
            self._timer.start(0)
        else:
            self._idle = None
            self.gathered.emit()

    def _show(self) -> None:
        self._work = None
        found = self.all.shown(self._wanted)
        if found == self._shown:
            self._changed()
        else:
            self.beginResetModel()
            self._shown = found
            self.endResetModel()
        self.arranged.emit()

    def _changed(self) -> None:
        if self._shown:
            last = self.index(len(self._shown) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
