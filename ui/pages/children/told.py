"""Who tells the child and the family what was agreed, by when, and when they were told."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.errors import Refusal
from models.records.clocks import TellingRow
from ui.desk import Desk
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field
from ui.pages.records.permitted import may
from ui.rows import Column, RowsModel
from ui.widgets.buttons import button
from ui.widgets.dates import plain_date
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import SectionHeading
from ui.widgets.table import RowsTable

WHEN = (Field("told_on", "Told on", "was"),)
EMPTY = (
    "Nobody is to be told anything yet.",
    "Who tells whom is recorded on the item, with its decision.",
)


class Told(QWidget):
    """One row for each who is to be told; the one stood on is marked as told."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        today = desk.workspace.store.clock.today()
        self.model: RowsModel[TellingRow] = RowsModel(_columns(today), lambda one: one.id)
        noun = ("to be told", "to be told")
        self.table = RowsTable(self.model, "Told to child and family", EmptyState(*EMPTY), noun)
        self.when = EntryCard("They were told", WHEN, desk, self._keep)
        self.told = button("They were told", self._ask)
        self.back = button("Not told yet after all", self._take_back)
        flow = FlowLayout(gap=8)
        flow.addWidget(SectionHeading("Told to child and family"))
        for widget in (self.told, self.back):
            widget.setEnabled(may(desk, "record_told"))
            flow.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(flow)
        column.addWidget(self.when)
        column.addWidget(self.table, 1)
        self.table.chosen.connect(lambda _key: self._offer())

    def show_rows(self, rows: Sequence[TellingRow]) -> None:
        """Show who is to be told of one child."""
        self.model.set_rows(tuple(rows))
        self._offer()

    def _offer(self) -> None:
        one = self._chosen()
        self.told.setVisible(one is not None and one.told_on is None and not one.not_told)
        self.back.setVisible(one is not None and one.told_on is not None)

    def _chosen(self) -> TellingRow | None:
        return self.model.row_with(self.table.current_key())

    def _ask(self) -> None:
        self.when.ask({"told_on": self._desk.workspace.store.clock.today()})

    def _keep(self, values: dict[str, Any]) -> None:
        one, day = self._chosen(), values.get("told_on")
        if one is None:
            raise Refusal("Choose who was told in the list first.")
        if not isinstance(day, date):
            raise Refusal("Give the day on which they were told.", "told_on")
        self._desk.workspace.register.told(one.id, day)

    def _take_back(self) -> None:
        one = self._chosen()
        if one is not None:
            self._desk.attempt(self, self._desk.workspace.register.told, one.id, None)


def _columns(today: date) -> tuple[Column[TellingRow], ...]:
    def standing(one: TellingRow) -> str:
        if one.not_told:
            return "not to be told"
        if one.told_on is not None:
            return f"told {plain_date(one.told_on)}"
        if one.by_date is None:
            return "not told yet"
        late = "overdue since" if one.by_date < today else "by"
        return f"not told yet, {late} {plain_date(one.by_date)}"

    def kind(one: TellingRow) -> str:
        over = one.told_on is None and one.by_date is not None and one.by_date < today
        return "high" if over and not one.not_told else ""

    return (
        Column("Whom", lambda one: one.whom, width=12),
        Column("By whom", lambda one: one.teller or "nobody named", width=20),
        Column("Standing", lambda one: one.by_date, standing, kind, width=30),
        Column("What may be said", lambda one: one.text or "", width=34, stretch=True),
        Column("What must not", lambda one: one.must_not or "", width=24),
        Column("Meeting", lambda one: one.meeting_on, width=11),
    )
