"""A record's links, worded from its own side: read, confirmed, ended, and new ones made."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.records.subjects import LinkRecord
from ui.desk import Desk
from ui.pages.records.fields import may
from ui.pages.records.linking import LinkEntry
from ui.pages.records.picker import KINDS
from ui.rows import Column, RowsModel
from ui.widgets.buttons import button
from ui.widgets.confirm import ConfirmInPlace
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.table import RowsTable

COLUMNS = (
    Column[LinkRecord]("Link", lambda one: one.relation, width=18),
    Column[LinkRecord]("Who or what", lambda one: one.other_label, width=24, stretch=True),
    Column[LinkRecord]("Kind", lambda one: KINDS.get(one.other_kind, one.other_kind), width=16),
    Column[LinkRecord]("How sure", lambda one: one.confidence, width=13),
    Column[LinkRecord](
        "Confirmed",
        lambda one: "by a person" if one.confirmed else "not yet",
        kind=lambda one: "" if one.confirmed else "medium",
        width=12,
    ),
    Column[LinkRecord]("Information", lambda one: one.information, width=12),
    Column[LinkRecord]("Last seen", lambda one: one.last_seen or one.first_seen, width=11),
    Column[LinkRecord]("Source", lambda one: one.source or "", width=20),
)


class Links(QWidget):
    """The table of links with what can be done to the one chosen; `opened` carries a record."""

    opened = Signal(str, int)
    """Kind and id of the record at the other end."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._able = desk, may(desk, "add_link")
        self._shown: dict[int, LinkRecord] = {}
        self.model: RowsModel[LinkRecord] = RowsModel(COLUMNS, lambda one: one.id)
        empty = EmptyState("No links yet.", "Link this record to people, places or things.")
        self.table = RowsTable(self.model, "Links", empty, ("link", "links"))
        self.entry = LinkEntry(desk)
        self.new = button("Add a link", self.entry.ask)
        self.confirm = button("Confirm this link", self._confirm)
        self.end = ConfirmInPlace("End this link", "Why does it end?", "End it", reason=True)
        self._build()

    def show_links(self, subject_id: int, kind: str, label: str, links: Sequence[Any]) -> None:
        """Show the links of a record."""
        self.entry.stand_on(subject_id, kind, label)
        self._shown = {one.id: one for one in links}
        self.model.set_rows(tuple(links))
        self._offer()

    def _build(self) -> None:
        flow = FlowLayout(gap=8)
        for widget in (self.new, self.confirm, self.end):
            flow.addWidget(widget)
        self.new.setEnabled(self._able)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(flow)
        column.addWidget(self.entry)
        column.addWidget(self.table, 1)
        self.table.chosen.connect(lambda _key: self._offer())
        self.table.opened.connect(self._open)
        self.end.confirmed.connect(self._end)

    def _offer(self) -> None:
        one = self._chosen()
        able = one is not None and may(self._desk, "edit_link")
        self.confirm.setVisible(able and one is not None and not one.confirmed)
        self.end.setVisible(able)

    def _chosen(self) -> LinkRecord | None:
        key = self.table.current_key()
        return self._shown.get(key) if isinstance(key, int) else None

    def _open(self, key: Any) -> None:
        one = self._shown.get(key)
        if one is not None:
            self.opened.emit(one.other_kind, one.other_id)

    def _confirm(self) -> None:
        if one := self._chosen():
            self._desk.attempt(self, self._desk.workspace.register.confirm_link, one.id, one.also)

    def _end(self, reason: str) -> None:
        if one := self._chosen():
            end = self._desk.workspace.register.end_link
            self._desk.attempt(self, end, one.id, reason, one.also)
