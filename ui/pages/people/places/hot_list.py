"""Hot spots as a table: by place, ward or district, with the change against the period before."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.rules.hot_spot_rows import HotSpot
from ui.rows import Column, RowsModel
from ui.widgets.combo import Combo
from ui.widgets.empty import EmptyState
from ui.widgets.table import RowsTable

BY = (("place", "by place"), ("ward", "by ward"), ("district", "by district"))
COLUMNS = (
    Column[HotSpot]("Where", lambda one: one.name, width=26, stretch=True),
    Column[HotSpot]("Named", lambda one: one.now, width=6, right=True),
    Column[HotSpot]("Before", lambda one: one.before, width=6, right=True),
    Column[HotSpot](
        "Change", lambda one: one.now - one.before, lambda one: one.change,
        kind=lambda one: "medium" if one.now > one.before else "", width=9,
    ),
    Column[HotSpot]("Children", lambda one: one.children or None, width=8, right=True),
    Column[HotSpot]("Kind", lambda one: one.what, width=22, spare=True),
    Column[HotSpot]("Ward or district", lambda one: one.where, width=16, spare=True),
)  # fmt: skip


class HotList(QWidget):
    """The table and what it counts by; `chosen` and `opened` carry a row's key."""

    chosen = Signal(object)
    opened = Signal(object)
    regrouped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.grouping = Combo(BY, "Count by")
        self.grouping.set_value("place")
        self.model: RowsModel[HotSpot] = RowsModel(COLUMNS, lambda one: one.key)
        empty = EmptyState("No places yet.", "Papers bring them in, or add one: Ctrl+N.")
        self.table = RowsTable(self.model, "Hot spots", empty, ("row", "rows"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.grouping)
        column.addWidget(self.table, 1)
        self.grouping.changed.connect(lambda _value: self.regrouped.emit())
        self.table.chosen.connect(self.chosen)
        self.table.opened.connect(self.opened)

    @property
    def by(self) -> str:
        """What is counted by."""
        return str(self.grouping.value() or "place")

    def show_rows(self, rows: Sequence[HotSpot]) -> None:
        """Show these rows."""
        self.model.set_rows(rows)

    def chosen_key(self) -> object:
        """The key of the row chosen."""
        return self.table.current_key()

    def go_to(self, key: str) -> None:
        """Choose a row by its key."""
        self.table.go_to(key)
