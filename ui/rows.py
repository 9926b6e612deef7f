"""A table model over frozen rows: sorted and filtered in Python, known by their keys."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from ui.widgets.dates import plain_date

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
KIND_ROLE = Qt.ItemDataRole.UserRole + 2
WRAPS_ROLE = Qt.ItemDataRole.UserRole + 3


@dataclass(frozen=True)
class Column(Generic[Row]):
    """A column: its title, what it sorts by, how it is written, and its tag kind if any.

    `value` gives what is sorted (None comes last); `text` how it is written (dates as
    "12 Nov 2026", None as nothing, otherwise plainly). `kind` makes the cell a tag ("high") or,
    given "" for a row, plain words. `width` is in characters; `stretch` takes what is left, and
    gives way where room is short unless it is `firm`; `spare` is given up where not all have room,
    the last first. What `wraps` stands whole in as many lines as it takes.
    """

    title: str
    value: Callable[[Row], Any]
    text: Callable[[Row], str] | None = None
    kind: Callable[[Row], str] | None = None
    tip: Callable[[Row], str] | None = None
    width: int = 12
    right: bool = False
    stretch: bool = False
    spare: bool = False
    firm: bool = False
    wraps: bool = False

    def written(self, row: Row) -> str:
        """Give the cell's words."""
        return self.text(row) if self.text is not None else written(self.value(row))


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Frozen rows under columns; sort and filter touch nothing but the order shown."""

    def __init__(self, columns: Sequence[Column[Row]], key: Callable[[Row], Hashable]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.key = key
        self._all: tuple[Row, ...] = ()
        self._shown: list[Row] = []
        self._words: dict[Hashable, str] = {}
        self._filter: tuple[str, ...] = ()
        self._keep: Callable[[Row], bool] | None = None
        self._sort_column, self._descending = -1, False

    # what is shown

    @property
    def total(self) -> int:
        """How many rows there are before filtering."""
        return len(self._all)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows as shown: filtered and in order."""
        return tuple(self._shown)

    def row_at(self, index: Index | int) -> Row:
        """Give the row of an index or row number."""
        return self._shown[index if isinstance(index, int) else index.row()]

    def row_of(self, key: Hashable) -> int:
        """Give the row number of a key, -1 where it is not shown."""
        return next((at for at, row in enumerate(self._shown) if self.key(row) == key), -1)

    def row_with(self, key: Hashable) -> Row | None:
        """Give the row of a key, nothing where it is not shown."""
        return next((row for row in self._shown if self.key(row) == key), None)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the same keys in the same order change in place, with no reset."""
        self._all = tuple(rows)
        self._words.clear()
        self._show(self._arranged())

    def set_filter(self, text: str) -> None:
        """Show only rows in which every word of the text occurs somewhere."""
        self._filter = tuple(text.casefold().split())
        self._show(self._arranged())

    def set_keep(self, keep: Callable[[Row], bool] | None) -> None:
        """Show only rows that a predicate keeps, beside the filter; None keeps all."""
        self._keep = keep
        self._show(self._arranged())

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sort_column = column
        self._descending = order == Qt.SortOrder.DescendingOrder
        self._show(self._arranged())

    # Qt's questions

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._shown[index.row()], self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return column.written(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tip(row) if column.tip is not None else column.written(row)
        if role == KIND_ROLE:
            return column.kind(row) if column.kind is not None else ""
        if role == WRAPS_ROLE:
            return column.wraps
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return aligned(right=column.right)
        return row if role == ROW_ROLE else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return aligned(right=self.columns[section].right)
        return None

    # arranging

    def _arranged(self) -> list[Row]:
        rows = [row for row in self._all if self._keep is None or self._keep(row)]
        if self._filter:
            rows = [row for row in rows if self._matches(row)]
        if 0 <= self._sort_column < len(self.columns):
            value = self.columns[self._sort_column].value
            known = [row for row in rows if value(row) not in (None, "")]
            known.sort(key=lambda row: order_of(value(row)), reverse=self._descending)
            rows = known + [row for row in rows if value(row) in (None, "")]
        return rows

    def _matches(self, row: Row) -> bool:
        key = self.key(row)
        if key not in self._words:
            self._words[key] = " ".join(self._cells(row)).casefold()
        said = self._words[key]
        return all(word in said for word in self._filter)

    def _cells(self, row: Row) -> list[str]:
        """The words of a row; what is words already costs no further call in long lists."""
        said = [one.value(row) if one.text is None else one.text(row) for one in self.columns]
        return [one if type(one) is str else written(one) for one in said]

    def _show(self, rows: list[Row]) -> None:
        before = [self.key(row) for row in self._shown]
        after = [self.key(row) for row in rows]
        if before == after:
            self._shown = rows
            if rows:
                last = self.index(len(rows) - 1, len(self.columns) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
        elif len(before) == len(after) and set(before) == set(after):
            self._reorder(rows, after)
        else:
            self.beginResetModel()
            self._shown = rows
            self.endResetModel()

    def _reorder(self, rows: list[Row], keys: list[Hashable]) -> None:
        self.layoutAboutToBeChanged.emit()
        places = {key: at for at, key in enumerate(keys)}
        old = self.persistentIndexList()
        new = [self.index(places[self.key(self.row_at(i))], i.column()) for i in old]
        self._shown = rows
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()


def order_of(value: object) -> tuple[int, Any]:
    """Give what a value sorts by: numbers, then days and times, then words without case."""
    if isinstance(value, (bool, int, float)):
        return (0, value)
    if isinstance(value, datetime):
        return (1, value.isoformat())
    if isinstance(value, date):
        return (1, value.isoformat())
    return (2, str(value).casefold())


def written(value: object) -> str:
    """Write a cell's value for people: days in words, yes and no, several with commas."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, datetime):
        return f"{plain_date(value.date())} {value:%H:%M}"
    if isinstance(value, date):
        return plain_date(value)
    if isinstance(value, (tuple, list, frozenset)):
        return ", ".join(written(part) for part in value)
    return str(value)


def aligned(*, right: bool) -> Qt.AlignmentFlag:
    """Where a cell's words stand: in the middle of its height, at the left or the right."""
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
