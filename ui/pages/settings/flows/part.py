"""The part of the settings for flows: all versions at the left, the chosen one's steps beside."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models import codes
from models.errors import Refusal
from models.records.desk import SchemeRow
from ui.desk import Desk
from ui.pages.records.entering import EntryCard
from ui.pages.records.permitted import may
from ui.pages.settings.flows.steps import Steps
from ui.pages.settings.schemes.part import LAST, LEAST, NAME, VERSION
from ui.rows import Column, RowsModel
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.roomy import Roomy
from ui.widgets.side_by_side import SideBySide
from ui.widgets.table import RowsTable

COLUMNS = (
    Column[SchemeRow]("Flow", lambda one: one.label, width=12, stretch=True),
    Column[SchemeRow]("Version", lambda one: one.version, width=9),
    Column[SchemeRow]("Stands", lambda one: one.standing, width=8),
)
SHIPPED = "Shipped as its source has it. Copy it to set limits and write your own steps."
OWN = "The panel's own: each change is one step that can be undone."
USED = "Children went through this version: its steps stay. Make a new version."


class FlowsPart(QWidget):
    """Choosing a flow, and what is done with it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._able = desk, may(desk, "edit_codes")
        self.table = RowsTable(
            RowsModel(COLUMNS, lambda row: row.id), "Flows", noun=("flow", "flows")
        )
        self.table.setMinimumHeight(LEAST)
        self.head, self.steps = Card("", large=True), Steps(desk)
        self.made = EntryCard("A flow of your own", NAME, desk, self._make, "Make it")
        self.copied = EntryCard("Copy this flow", NAME, desk, self._copy, "Copy it")
        self.named = EntryCard("Another name", NAME, desk, self._rename)
        self.version = EntryCard("A new version", VERSION, desk, self._begin, "Make it")
        self.last = EntryCard("Take out of use", LAST, desk, self._retire, "Take it out of use")
        self._buttons()
        self._build()

    def reload(self) -> None:
        """Read the flows again; the chosen one stays chosen."""
        self.table.model.set_rows(self._desk.workspace.read.flow_book())
        if self.table.current_key() is None and self.table.model.rows:
            self.table.go_to(self.table.model.rows[0].id)
        self._show()

    def settle(self) -> bool:
        """Keep what is half-typed."""
        return self.steps.settle()

    def chosen(self) -> SchemeRow | None:
        """The version that is chosen."""
        found: SchemeRow | None = self.table.model.row_with(self.table.current_key())
        return found

    def _show(self) -> None:
        row = self.chosen()
        flow = codes.flow(row.id) if row else None
        for widget in (self.head, self.steps):
            widget.setVisible(flow is not None)
        if row is None or flow is None:
            return
        used = f"{row.used} child{'ren' * (row.used != 1)} entered it" if row.used else "not used"
        self.head.say(row.label, f"{row.version} · {row.standing} · {used}")
        why = SHIPPED if not row.own else USED if row.used else OWN
        self.steps.show_flow(flow, editable=row.own and not row.used and self._able, why=why)
        self.name.setVisible(self._able and row.own)
        self.retire.setVisible(self._able and row.active and "until" not in row.standing)
        self.again.setVisible(self._able and (not row.active or "until" in row.standing))

    def _make(self, values: dict[str, Any]) -> None:
        self._go_to(self._desk.workspace.flow_book.make(values.get("label", "")))

    def _copy(self, values: dict[str, Any]) -> None:
        self._go_to(self._desk.workspace.flow_book.copy(self._code(), values.get("label", "")))

    def _rename(self, values: dict[str, Any]) -> None:
        self._desk.workspace.flow_book.rename(self._code(), values.get("label", ""))

    def _begin(self, values: dict[str, Any]) -> None:
        if "begins" not in values:
            raise Refusal("Give the day on which it begins.", "begins")
        version = self._desk.workspace.flow_book.new_version
        self._go_to(version(self._code(), values.get("version", ""), values["begins"]))

    def _retire(self, values: dict[str, Any]) -> None:
        if "until" not in values:
            raise Refusal("Give the last day of use.", "until")
        self._desk.workspace.flow_book.retire(self._code(), values["until"])

    def _take_up(self) -> None:
        self._desk.attempt(self, self._desk.workspace.flow_book.take_up, self._code())

    def _code(self) -> str:
        row = self.chosen()
        return row.id if row else ""

    def _go_to(self, code: str) -> None:
        self.reload()
        self.table.go_to(code)
        self._show()

    def _chosen(self) -> None:
        for card in (self.copied, self.named, self.version, self.last):
            card.leave()
        self._show()

    def _buttons(self) -> None:
        self.new = button("Make a flow", self.made.ask)
        self.copy = button("Copy it", self.copied.ask)
        self.name = button("Name it", self.named.ask)
        self.next = button("New version", self.version.ask)
        self.retire = button("Take out of use", self.last.ask)
        self.again = button("Use it again", self._take_up)
        for widget in (self.new, self.copy, self.next):
            widget.setVisible(self._able)

    def _build(self) -> None:
        tools, side = FlowLayout(gap=8), QWidget()
        for widget in (self.copy, self.name, self.next, self.retire, self.again):
            tools.addWidget(widget)
        self.head.body.addLayout(tools)
        for card in (self.copied, self.named, self.version, self.last):
            self.head.add(card)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.head)
        column.addWidget(self.steps, 1)
        self.table.chosen.connect(lambda _key: self._chosen())
        inside, around = QWidget(), QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(Roomy(inside))
        above, whole = FlowLayout(gap=8), QVBoxLayout(inside)
        above.addWidget(self.new)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(above)
        whole.addWidget(self.made)
        whole.addWidget(SideBySide(self.table, side, 0.34), 1)
