"""What is told to whom: a line for each, said or taken out by a button."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.records.item_extras import CommunicationRow
from ui.desk import Desk
from ui.widgets.buttons import button
from ui.widgets.dates import plain_date
from ui.widgets.flow import empty, in_a_row
from ui.widgets.labels import SoftLabel, Words


class ToldLines(QWidget):
    """The lines of an item; `worded` says what whoever looks on may read of a text."""

    changed = Signal()
    """A line was said or taken out."""

    def __init__(self, desk: Desk, worded: Callable[[str], str] = str) -> None:
        super().__init__()
        self._desk, self._worded = desk, worded
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)

    def show_lines(self, lines: Iterable[CommunicationRow], *, editable: bool = True) -> None:
        """Show these lines; those not said yet have their buttons where they may be changed."""
        empty(self._lines)
        for one in lines:
            self._lines.addWidget(self._line(one, editable=editable))

    def _line(self, one: CommunicationRow, *, editable: bool) -> QWidget:
        made, to_whom = QWidget(), self._worded(one.to_whom)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(2)
        public = ", in public" if one.public else ""
        column.addWidget(Words(f"{to_whom}{public}: {self._worded(one.what)}"))
        approved = self._worded(one.approved_by) if one.approved_by else "nobody"
        said = f"said {plain_date(one.said_on)}" if one.said_on else "not said yet"
        column.addWidget(SoftLabel(f"approved by {approved} · {said}"))
        if editable and one.said_on is None:
            done = button("Said today", lambda: self._said(one.id), "quiet")
            gone = button("Take out", lambda: self._remove(one.id), "quiet")
            done.setAccessibleName(f"Said to {to_whom} today")
            gone.setAccessibleName(f"Take out what is told to {to_whom}")
            column.addWidget(in_a_row((done, gone)))
        return made

    def _said(self, line_id: int) -> None:
        change = self._desk.workspace.extras.change_communication
        today = self._desk.workspace.store.clock.today()
        if self._desk.attempt(self, change, line_id, "said_on", today, None):
            self.changed.emit()

    def _remove(self, line_id: int) -> None:
        if self._desk.attempt(self, self._desk.workspace.extras.remove_communication, line_id):
            self.changed.emit()
