"""Beside an item: people, places and risk in three columns; what is said of it to whom."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desk import Desk
from ui.pages.records.editing import RecordForm
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field
from ui.pages.records.permitted import may
from ui.pages.records.told_lines import ToldLines
from ui.widgets.buttons import button
from ui.widgets.flow import in_a_row
from ui.widgets.labels import SoftLabel

COLUMNS = (
    Field("people", "People", "long", hint="Who is harmed, who harms, who can protect"),
    Field("places", "Places", "long", hint="Where it happens, when, who looks after it"),
    Field("risk", "Risk", "long", hint="What could happen, how likely, what lessens it"),
)
LINE = (
    Field("what", "What is told", "long"),
    Field("to_whom", "To whom", hint="Such as: schools, the owner, parents of the area"),
    Field("public", "The public hears it", "yes"),
    Field("approved_by", "Approved by", hint="Needed where the public hears it"),
    Field("approved_on", "Approved on", "was"),
)


class ItemExtras(QWidget):
    """Closed up behind two buttons until something stands there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._item_id, self._open = desk, 0, False
        self._editable = may(desk, "record_text")
        self.form = RecordForm(
            "People, places, risk", COLUMNS, desk, self._write, editable=self._editable
        )
        self.entry = EntryCard("What is told to whom", LINE, desk, self._add, "Keep it")
        self.head = SoftLabel("People, places, risk")
        self.columns = button("People, places, risk", self._unfold)
        self.tell = button("Say what is told to whom", lambda: self.entry.ask({}))
        self.told, self.lines = SoftLabel("What is told to whom"), ToldLines(desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.head, self.form, self.told, self.lines, self.entry,
                       in_a_row((self.columns, self.tell))):  # fmt: skip
            column.addWidget(widget)

    def show_item(self, item_id: int, *, initials: bool) -> None:
        """Show what stands beside an item; nothing of it while the room may look on."""
        self.setVisible(not initials)
        if initials:
            return
        if item_id != self._item_id:
            self._item_id, self._open = item_id, False
            self.entry.turn_to(item_id)
        found, lines = self._desk.workspace.read.item_extras(item_id)
        unfolded = self._open or any((found.people, found.places, found.risk))
        for widget in (self.head, self.form):
            widget.setVisible(unfolded)
        self.columns.setVisible(not unfolded and self._editable)
        self.tell.setVisible(self._editable)
        values = {"people": found.people, "places": found.places, "risk": found.risk}
        self.form.show_values(f"columns {item_id}", values)
        self.told.setVisible(bool(lines))
        self.lines.show_lines(lines, editable=self._editable)

    def settle(self) -> bool:
        """Keep what is half-typed."""
        return not self._item_id or self.form.settle()

    def _unfold(self) -> None:
        self._open = True
        self.show_item(self._item_id, initials=False)
        self.form.editor_of("people").setFocus()

    def _write(self, field: str, value: Any, seen: Any) -> None:
        self._desk.workspace.extras.write_column(self._item_id, field, value, seen)

    def _add(self, values: dict[str, Any]) -> None:
        add = self._desk.workspace.extras.add_communication
        add(self._item_id, values.pop("what", ""), values.pop("to_whom", ""), **values)
