"""The agencies asked about one item before the meeting: a tick for each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.records.desk import AskedRow
from models.rules.asking import missed_words
from ui.desk import Desk
from ui.widgets.buttons import button
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import SoftLabel, Words
from ui.widgets.tick import Tick

ABOUT = "Asked before the meeting: {asked} of {all} agencies"
SINCE = "it came on the agenda after they were asked, or had answered."
NOT_ALLOWED = "Not asked about persons of concern; Settings, Agencies says so"


class AgenciesAsked(QWidget):
    """Ticks by agency; what its kind is asked about is ticked by itself.

    `wanted` carries the agencies to ask that were asked before the item came.
    """

    wanted = Signal(tuple)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: tuple[tuple[int, int], ...] = ()
        self.words, self.missed = SoftLabel(""), Words("", "medium")
        self._not_asked: tuple[int, ...] = ()
        self.ask_now = button("Ask them", self.ask_missed, keys="Ctrl+R")
        self.ask_now.setToolTip("Writes a request with this alone for each whose return is in")
        self.ticks: dict[int, Tick] = {}
        self._flow = FlowLayout(gap=10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words)
        column.addLayout(self._flow)
        column.addWidget(self.missed)
        column.addWidget(self.ask_now, 0, Qt.AlignmentFlag.AlignLeft)

    def show_asked(self, rows: Sequence[AskedRow], *, editable: bool) -> None:
        """Show the agencies of an item; hidden where it is about nobody and nothing."""
        self.setVisible(bool(rows))
        which = tuple((row.item_id, row.agency_id) for row in rows)
        if which != self._shown:
            self._shown = which
            self._make(rows)
        asked = sum(row.asked and not row.missed for row in rows)
        self.words.setText(ABOUT.format(asked=asked, all=len(rows)))
        self._not_asked = tuple(row.agency_id for row in rows if row.missed)
        count = len(self._not_asked)
        self.missed.setText(f"{missed_words(count)}: {SINCE}")
        self.missed.setVisible(bool(count))
        self.ask_now.setVisible(bool(count) and editable)
        for row in rows:
            tick = self.ticks[row.agency_id]
            tick.setChecked(row.asked)
            tick.setEnabled(editable and row.allowed)

    def ask_missed(self) -> None:
        """Ask those who were asked before the item came."""
        if self._not_asked and self.ask_now.isEnabled():
            self.wanted.emit(self._not_asked)

    def _make(self, rows: Sequence[AskedRow]) -> None:
        for old in self.ticks.values():
            old.hide()
            old.deleteLater()
        self.ticks = {row.agency_id: self._tick(row) for row in rows}

    def _tick(self, row: AskedRow) -> Tick:
        made = Tick(row.agency)
        made.setAccessibleName(f"{row.agency} is asked about this item")
        made.say_why("" if row.allowed else NOT_ALLOWED)
        made.clicked.connect(lambda asked: self._ask(row.item_id, row.agency_id, asked))
        self._flow.addWidget(made)
        return made

    def _ask(self, item_id: int, agency_id: int, asked: bool) -> None:
        ask = self._desk.workspace.agenda.ask_about
        if not self._desk.attempt(self, ask, item_id, agency_id, asked):
            self.ticks[agency_id].setChecked(not asked)
