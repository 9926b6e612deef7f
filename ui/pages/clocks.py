"""Clocks: return interviews, the NRM, assessments and reviews, what is over first."""

from collections.abc import Hashable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.records.clocks import CLOCKS, INTERVIEW, ClockRow
from ui.desk import Desk
from ui.rows import Column, RowsModel
from ui.widgets.combo import Combo
from ui.widgets.dates import plain_date
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import SoftLabel
from ui.widgets.table import RowsTable

ALL = "all"
COLUMNS = (
    Column[ClockRow]("Clock", lambda one: one.kind, width=18),
    Column[ClockRow]("Child", lambda one: one.child, width=22),
    Column[ClockRow](
        "Standing",
        lambda one: one.due,
        lambda one: one.words,
        lambda one: one.urgency if one.urgency in ("high", "medium") else "",
        width=34,
        stretch=True,
    ),
    Column[ClockRow]("Until", lambda one: one.due, lambda one: _until(one), width=18),
    Column[ClockRow]("What", lambda one: one.detail, width=28, spare=True),
    Column[ClockRow]("Lead professional", lambda one: one.lead or "", width=20),
)
READING = "The clocks are being read …"
EMPTY = ("No clock runs.", "Returns, referrals to the NRM, assessments and reviews start them.")


def _until(one: ClockRow) -> str:
    if one.due is None:
        return ""
    day = plain_date(one.due)
    return f"{day}, {one.due:%H:%M}" if one.kind == INTERVIEW else day


class Clocks(QWidget):
    """One board of what runs; Enter opens the child where the clock is answered."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        kinds = ((ALL, "All clocks"), ("over", "Over their time"), *((one, one) for one in CLOCKS))
        self.shown = Combo(kinds, "Which clocks")
        self.shown.set_value(ALL)
        self.note = SoftLabel(wrap=False)
        self.model: RowsModel[ClockRow] = RowsModel(COLUMNS, lambda one: one.key)
        self.table = RowsTable(self.model, "Clocks", EmptyState(READING), ("clock", "clocks"))
        flow = FlowLayout(gap=8)
        flow.addWidget(self.shown)
        flow.addWidget(self.note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(flow)
        column.addWidget(self.table, 1)
        self.shown.changed.connect(lambda _kind: self._keep())
        self.table.opened.connect(self._open)

    def reload(self) -> None:
        """Read the clocks again, off the window's thread: it asks after every child."""
        read = self._desk.workspace.read
        self._desk.tasks.run(lambda _progress: read.clocks(), self._take, lambda _error: None)

    def _take(self, rows: tuple[ClockRow, ...]) -> None:
        over = sum(one.urgency == "high" for one in rows)
        soon = sum(one.urgency == "medium" for one in rows)
        self.table.empty.say(*EMPTY)
        self.note.setText(f"{over:,} over their time, {soon:,} soon. Enter opens the child.")
        self.model.set_rows(rows)

    def start_finding(self) -> None:
        """Put the cursor where the list is searched."""
        self.table.start_finding()

    def _keep(self) -> None:
        which = str(self.shown.value() or ALL)
        if which == ALL:
            self.model.set_keep(None)
        elif which == "over":
            self.model.set_keep(lambda one: one.urgency == "high")
        else:
            self.model.set_keep(lambda one: one.kind == which)

    def _open(self, key: Hashable) -> None:
        one = self.model.row_with(key)
        if one is not None:
            self._desk.go("children", (one.child_id, one.section) if one.section else one.child_id)
