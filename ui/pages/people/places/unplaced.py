"""Places without a position: one after the other, with one key to enter it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.records.incidents import MapPlace
from models.rules.positions import HOW
from ui.desk import Desk
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field
from ui.pages.records.permitted import may
from ui.rows import Column, RowsModel
from ui.widgets.buttons import button
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.table import RowsTable

COLUMNS = (
    Column[MapPlace]("Place", lambda one: one.row.label, width=26, stretch=True),
    Column[MapPlace]("Postcode", lambda one: one.postcode or "", width=10),
    Column[MapPlace]("Named", lambda one: len(one.incidents) or None, width=6, right=True),
    Column[MapPlace]("Kind", lambda one: one.type, width=22),
)
EMPTY = ("Every place on the ground has a position.",)
POSITION = Field("map_reference", "Position", hint=HOW.partition(". ")[2])


class Unplaced(QWidget):
    """The table with its entry; Enter on a place asks for its position, then goes to the next."""

    opened = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._able = desk, may(desk, "edit_record")
        self.model: RowsModel[MapPlace] = RowsModel(COLUMNS, lambda one: one.row.id)
        self.table = RowsTable(
            self.model, "Places without a position", EmptyState(*EMPTY), ("place", "places")
        )
        self.entry = EntryCard("Position", (POSITION,), desk, self._keep)
        self.enter = button("Enter its position", self.ask, keys="Enter")
        self.enter.setEnabled(self._able)
        self._flow, holder = FlowLayout(gap=8), QWidget()
        self._flow.addWidget(self.enter)
        self._flow.addWidget(button("Open the place", self._open))
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addLayout(self._flow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (holder, self.entry):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        self.table.opened.connect(lambda _key: self.ask())
        self.entry.closed.connect(lambda: self.table.view.setFocus(Qt.FocusReason.OtherFocusReason))

    def offer(self, *buttons: QWidget) -> None:
        """Put further ways to find positions beside the key that enters one."""
        for one in buttons:
            self._flow.addWidget(one)

    def show_places(self, places: Sequence[MapPlace]) -> None:
        """Show these places, those named most first."""
        self.model.set_rows(sorted(places, key=lambda one: (-len(one.incidents), one.row.label)))
        if self.table.current_key() is None and places:
            self.table.go_to(self.model.rows[0].row.id)

    def ask(self) -> None:
        """Ask where the chosen place lies."""
        one = self.model.row_with(self.table.current_key())
        if one is not None and self._able:
            self.entry.say(f"Where is {one.row.label}?")
            self.entry.ask()

    def _keep(self, values: dict[str, Any]) -> None:
        key = self.table.current_key()
        if isinstance(key, int):
            self._desk.workspace.register.locate(key, values.get("map_reference", ""))

    def _open(self) -> None:
        key = self.table.current_key()
        if isinstance(key, int):
            self.opened.emit(key)
