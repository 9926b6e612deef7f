"""What was read of a paper: its fields, the one stood on in full, and a return's lines whole."""

from collections.abc import Hashable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QVBoxLayout, QWidget

from ui import look
from ui.live.ledger import Ledger
from ui.pages.referrals.read_fields import COLUMNS, Reading, field_words
from ui.pages.referrals.return_lines import RETURN, entries
from ui.rows import RowsModel
from ui.widgets.table import RowsTable

WHOLE_ROOM, LEAST_ROOM = 86, 110
UNSURE = "the reading is not sure"


class WhatWasRead(QWidget):
    """A table of fields; of a return its lines stand above, and the fields of one below.

    `opened` carries the key of a field to mend.
    """

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._line: Hashable | None = None
        self.doubtful = QCheckBox("Only what to look at")
        self.fields: RowsModel[Reading] = RowsModel(COLUMNS, lambda one: one.key)
        self.table = RowsTable(self.fields, "What was read", noun=("field", "fields"))
        self.lines, self.whole = Ledger("Lines of this return"), QPlainTextEdit()
        self.lines.shows_place = True
        self.whole.setReadOnly(True)
        self.whole.setTabChangesFocus(True)
        self.whole.setAccessibleName("The field in full")
        self._fit()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.lines, 1)
        column.addWidget(self.table, 1)
        column.addWidget(self.whole)
        view = self.table.view
        # A view that becomes less tall as all is laid out leaves its row below its foot.
        view.verticalScrollBar().rangeChanged.connect(lambda: view.scrollTo(view.currentIndex()))
        self.table.opened.connect(self.opened)
        self.table.chosen.connect(self._tell)
        self.lines.chosen.connect(self._stand_on)
        self.doubtful.toggled.connect(lambda _only: self._keep())

    def show_rows(self, kind: str, rows: Sequence[Reading], *, new: bool) -> None:
        """Show the fields of a paper of this kind; of one shown already the place stays."""
        shown = kind == RETURN
        self.lines.setVisible(shown)
        self.table.view.setColumnHidden(0, shown or len({row.record for row in rows}) < 2)
        self.fields.set_rows(rows)
        self.lines.show_entries(entries(rows) if shown else ())
        if new:
            self.table.filter.clear()
            first = next((row for row in rows if row.doubtful), rows[0] if rows else None)
            self._line = first.place if shown and first is not None else None
            self.lines.go_to(self._line)
            self._keep()
        self._stand_somewhere(anew=new)

    def _stand_on(self, line: Any) -> None:
        if line is not None and line != self._line:
            self._line = line
            self._keep()
            self._stand_somewhere(anew=True)

    def _keep(self) -> None:
        only, line = self.doubtful.isChecked(), self._line
        self.fields.set_keep(lambda row: (row.doubtful or not only) and line in (None, row.place))

    def _stand_somewhere(self, *, anew: bool) -> None:
        """Stand on the first field that is to be looked at, unless the hand is on one already."""
        rows = self.fields.rows
        if rows and (anew or self.fields.row_of(self.table.current_key()) < 0):
            self.table.go_to(next((row for row in rows if row.doubtful), rows[0]).key)
        self._tell(self.table.current_key())

    def _tell(self, key: Hashable | None) -> None:
        row = self.fields.row_with(key)
        self.whole.setPlainText(_in_full(row) if row is not None else "")

    def _fit(self) -> None:
        """Keep room for a row of each list and for a field in full at the present text size."""
        self.whole.setFixedHeight(look.current().px(WHOLE_ROOM))
        for widget in (self.lines, self.table):
            widget.setMinimumHeight(look.current().px(LEAST_ROOM))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fit()
        super().changeEvent(event)


def _in_full(row: Reading) -> str:
    """A field with what is to be looked at, what it says, and what the paper says, whole."""
    why = row.note or (UNSURE if row.doubtful else "")
    note = f"Look at this: {why}." if why else ""
    said = f"{field_words(row.name)}: {row.value or 'nothing'}"
    place = f" ({row.where})" if row.where else ""
    paper = f"In the paper{place}: {row.raw}" if row.raw and row.raw != row.value else ""
    return "\n".join(part for part in (note, said, paper) if part)
