"""The log: when, who, what. Labels only; no text of anybody's record stands in it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.records.desk import LogRow
from ui.desk import Desk
from ui.pages.records.permitted import may
from ui.rows import Column, RowsModel
from ui.widgets.buttons import button
from ui.widgets.empty import EmptyState
from ui.widgets.labels import SoftLabel
from ui.widgets.table import RowsTable

COLUMNS = (
    Column[LogRow]("When", lambda r: r.at, width=18),
    Column[LogRow]("Who", lambda r: r.who, width=18),
    Column[LogRow]("What", lambda r: r.label, width=26, stretch=True),
    Column[LogRow]("Takes back", lambda r: r.undoes, lambda r: _undoes(r), width=10),
    Column[LogRow]("Settled", lambda r: "cannot be undone" if r.barrier else "", width=16),
    Column[LogRow]("Records", lambda r: r.rows, right=True, width=8),
    Column[LogRow]("Number", lambda r: r.number, right=True, width=8),
)

CHAIN = "Each entry follows the one before in a chain, which shows if any is taken out."


class LogPart(QWidget):
    """Everything that was kept in this file, the latest first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: tuple[LogRow, ...] = ()
        self.table = RowsTable(
            RowsModel(COLUMNS, lambda row: row.number),
            "Log",
            EmptyState("The log is for the chair, the administrator and auditors."),
            ("entry", "entries"),
        )
        self.earlier = button("Show earlier entries", self.show_earlier)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SoftLabel(CHAIN))
        column.addWidget(self.table, 1)
        column.addWidget(self.earlier, 0, Qt.AlignmentFlag.AlignLeft)

    def reload(self) -> None:
        """Read the latest entries."""
        self._show(self._desk.workspace.read.log() if may(self._desk, "see_log") else ())

    def show_earlier(self) -> None:
        """Read the entries before those shown."""
        if self._rows:
            earlier = self._desk.workspace.read.log(before=self._rows[-1].number)
            self._show((*self._rows, *earlier))

    def _show(self, rows: tuple[LogRow, ...]) -> None:
        self._rows = rows
        self.table.model.set_rows(rows)
        self.earlier.setVisible(bool(rows) and rows[-1].number > 1)


def _undoes(row: LogRow) -> str:
    return f"no. {row.undoes}" if row.undoes else ""
