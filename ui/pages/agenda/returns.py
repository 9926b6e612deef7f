"""Each agency's return: asked, due, in, late; and asking for those that are not in."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.records.meeting import MeetingRecord, ReturnRow
from models.rules import chasing
from models.rules.listing import counted
from ui.desk import Desk
from ui.pages.records.dates import day_to_come
from ui.rows import Column, RowsModel
from ui.widgets.buttons import button
from ui.widgets.date_edit import DateEdit
from ui.widgets.dates import plain_date
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import SoftLabel, native_keys
from ui.widgets.table import RowsTable

COLUMNS = (
    Column[ReturnRow]("Agency", lambda r: r.agency, width=30, stretch=True),
    Column[ReturnRow]("Return", lambda r: r.state, kind=lambda r: _kind(r), width=16),
    Column[ReturnRow]("Due", lambda r: r.due_on, width=11, spare=True),
    Column[ReturnRow]("Last step", lambda r: r.chased, width=18, spare=True),
    Column[ReturnRow]("Asked", lambda r: r.asked_about or None, right=True, width=6, spare=True),
    Column[ReturnRow]("Lines", lambda r: r.lines or None, right=True, width=5, spare=True),
)
NO_DAY = "No working day is left before the meeting: type the day by which they are wanted."
MOST_NAMED = 4
KEYS = "Ctrl+Shift+R"
HINT = (
    "Asks the agencies chosen above, or all whose return is not in or that were not asked about "
    "all. Each item says which agencies are asked about it."
)


class Returns(QWidget):
    """The agencies with their returns; `asked` carries the agencies to ask and the due day.

    `chased` carries returns that have not come, and the step of the ladder taken over them.
    """

    asked = Signal(tuple, object)
    chased = Signal(tuple, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._rows: tuple[ReturnRow, ...] = ()
        self._meeting_id: int | None = None
        self._proposed = ""
        self._held_on: date | None = None
        self.table = RowsTable(
            RowsModel(COLUMNS, lambda row: row.agency_id),
            "Returns of agencies",
            EmptyState("No agencies yet.", "Add them in Settings, or import the members' list."),
            ("agency", "agencies"),
        )
        self.due = DateEdit(day_to_come(desk, lambda: self._held_on), "Returns due by")
        self.button = button("Ask for returns", self.ask, "primary", "Ctrl+R")
        self.button.setToolTip("Writes a request for each agency into a folder")
        self.again = button("Ask again", self.chase, keys=KEYS)
        self.whole, self.taken, self.hint = SoftLabel(), SoftLabel(), SoftLabel(HINT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.table, 1)
        column.addWidget(self.whole)
        column.addWidget(self.taken)
        self.table.chosen.connect(lambda _key: self._offer_step())
        column.addWidget(SoftLabel("Due by"))
        column.addWidget(self.due)
        flow = FlowLayout(gap=8)
        flow.addWidget(self.button)
        flow.addWidget(self.again)
        column.addLayout(flow)
        column.addWidget(self.hint)

    def show_returns(
        self,
        meeting: MeetingRecord,
        rows: Sequence[ReturnRow],
        due: date | None,
        *,
        editable: bool,
    ) -> None:
        """Show how a meeting's returns stand, with the day by which they can be due, if any.

        A day that was typed stays while the same meeting is shown.
        """
        meeting_id, self._held_on = meeting.id, meeting.held_on
        self.hint.setText(HINT if due else f"{NO_DAY} {HINT}")
        self._rows = tuple(rows)
        self.table.model.set_rows(rows)
        as_proposed = self.due.text() == self._proposed
        if meeting_id != self._meeting_id or as_proposed or not self.due.text():
            self.due.set_value(due)
            self._meeting_id, self._proposed = meeting_id, self.due.text()
        self.button.setEnabled(editable and bool(rows))
        self.again.setEnabled(editable)
        self.taken.setText(_taken(rows))
        self.taken.setVisible(bool(self.taken.text()))
        self._offer_step()

    def _offer_step(self) -> None:
        row = self.table.model.row_with(self.table.current_key())
        self.whole.setText(_whole(row) if row is not None else "")
        self.whole.setVisible(row is not None)
        due_now = self._due_step()
        self.again.setVisible(bool(due_now))
        if due_now:
            words = chasing.worded(chasing.RETURN, due_now[0].step, len(due_now))
            self.again.setText(f"{words}  {native_keys(KEYS)}")
            self.again.setAccessibleName(words)
            self.again.setToolTip("Notes that it is done today: " + _names(due_now))

    def chase(self) -> None:
        """Take the step that is due over the returns chosen, or over all of that step."""
        found = self._due_step()
        if found:
            ids = tuple(row.id for row in found if row.id is not None)
            self.chased.emit(ids, found[0].step)

    def _due_step(self) -> list[ReturnRow]:
        """The returns of which the same step is due: those chosen, else the furthest behind."""
        chosen = set(self.table.chosen_keys())
        due = [row for row in self._rows if row.step]
        mine = [row for row in due if row.agency_id in chosen] or due
        return [row for row in mine if row.step == mine[0].step]

    def ask(self) -> None:
        """Ask those chosen, or all whose return is not in."""
        chosen = tuple(self.table.chosen_keys())
        open_ones = tuple(
            row.agency_id
            for row in self._rows
            if (row.received_at is None and row.asked_about) or row.missed or row.awaited
        )
        self.asked.emit(chosen or open_ones, self.due.value())


def returns_words(rows: Sequence[ReturnRow]) -> str:
    """How many returns are in, "Returns 5 of 8", and who was asked before an item came."""
    told = f"Returns {sum(row.received_at is not None for row in rows)} of {len(rows)}"
    missed = sum(bool(row.missed) for row in rows)
    return f"{told}, {missed} not asked about all" if missed else told


def _whole(row: ReturnRow) -> str:
    """All of an agency's return in a line, also what its row has no room for."""
    due = f"due {plain_date(row.due_on)}" if row.due_on else ""
    asked = f"asked about {counted(row.asked_about, 'item', 'items')}" if row.asked_about else ""
    missed = f"not asked about {', '.join(row.missed)}, which came later" if row.missed else ""
    awaited = f"asked since about {', '.join(row.awaited)}" if row.awaited else ""
    lines = counted(row.lines, "line", "lines") if row.lines else ""
    parts = (row.state, due, asked, missed, awaited, lines, row.chased)
    return f"{row.agency}: {', '.join(part for part in parts if part)}."


def _taken(rows: Sequence[ReturnRow]) -> str:
    """The steps noted over returns that have not come, each with whom it was taken over."""
    over: dict[str, list[str]] = {}
    for row in rows:
        if row.chased and row.received_at is None:
            over.setdefault(row.chased, []).append(row.agency)
    told = (
        f"{step}: {', '.join(names) if len(names) <= MOST_NAMED else f'{len(names)} agencies'}"
        for step, names in over.items()
    )
    return "Noted. " + ". ".join(told) + "." if over else ""


def _names(rows: Sequence[ReturnRow]) -> str:
    return ", ".join(row.agency for row in rows)


def _kind(row: ReturnRow) -> str:
    if row.received_at is not None:
        return "medium" if row.missed or row.state.endswith("late") else "low"
    if row.state.endswith("late"):
        return "high"
    return "medium" if row.state == "not asked" else "plain"
