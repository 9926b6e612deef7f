"""All case holders of a group's members: one table, its addresses for the clipboard, its papers."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.records.groups import CaseHolder, CaseHolders
from models.rules.groups import address_lines
from ui.clipboard import copy_text
from ui.desk import Desk
from ui.pages.records.permitted import may
from ui.pages.sending import Sending
from ui.rows import Column, RowsModel
from ui.widgets.buttons import button
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Words
from ui.widgets.table import RowsTable

COLUMNS = (
    Column[CaseHolder]("Name", lambda one: one.name, width=22),
    Column[CaseHolder]("Part", lambda one: one.part, width=18),
    Column[CaseHolder]("Agency", lambda one: one.agency or "", width=22),
    Column[CaseHolder]("Team", lambda one: one.team or "", width=20),
    Column[CaseHolder]("E-mail", lambda one: one.email or "", width=26),
    Column[CaseHolder]("Telephone", lambda one: one.phone or "", width=14),
    Column[CaseHolder](
        "For", lambda one: tuple(each.label for each in one.members), width=30, stretch=True
    ),
)
WORDS = "The list as a Word document, and as a distribution list for an address book."


class CaseHolding(QWidget):
    """The table, who has nobody named, and what can be made of it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._group_id = desk, 0
        self._found = CaseHolders((), ())
        self.without = Words("", "medium")
        self.model: RowsModel[CaseHolder] = RowsModel(COLUMNS, lambda one: (one.name, one.part))
        empty = EmptyState("No case holders yet.", "They are named on the children's records.")
        self.table = RowsTable(self.model, "Case holders", empty, ("case holder", "case holders"))
        self.sending = Sending(desk, "Case holders", WORDS, ("file", "files"))
        self.copy = button("Copy the addresses", self._copy)
        self.write = button("Write the list", self._write)
        flow = FlowLayout(gap=8)
        flow.addWidget(self.copy)
        flow.addWidget(self.write)
        self.write.setEnabled(may(desk, "export_documents"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(flow)
        for widget in (self.sending, self.without):
            column.addWidget(widget)
        column.addWidget(self.table, 1)

    def show_holders(self, group_id: int, found: CaseHolders) -> None:
        """Show a group's case holders."""
        self._group_id, self._found = group_id, found
        self.model.set_rows(found.holders)
        names = ", ".join(one.label for one in found.without)
        self.without.setText(f"Nobody is named for {names}.")
        self.without.setVisible(bool(names))
        self.copy.setEnabled(bool(address_lines(found.holders)))

    def _copy(self) -> None:
        lines = address_lines(self._found.holders)
        copy_text("; ".join(lines))
        count = f"{len(lines)} address{'' if len(lines) == 1 else 'es'} copied."
        missing = len({one.name for one in self._found.holders if not one.email})
        self._desk.notice.say(f"{count} {missing} without one." if missing else count)

    def _write(self) -> None:
        workspace, group_id = self._desk.workspace, self._group_id

        def look() -> tuple[str, ...]:
            from exports import group_documents

            return group_documents.doubts(workspace)

        def write(how: Any) -> tuple[str, ...]:
            from exports import group_documents

            return group_documents.write_group(workspace, group_id, how, (group_documents.HOLDERS,))

        self.sending.ask(look, write)
