"""Retention: what falls due, is kept on or on hold; holds; certificates of what went."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from models.errors import Refusal
from models.marks import RetentionState
from models.records.retention import RetentionRow
from ui import look
from ui.desk import Desk
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field
from ui.pages.records.permitted import may
from ui.pages.settings.retention_card import RecordsGoing
from ui.pages.settings.retention_log import CertificateList, HoldList
from ui.rows import Column, RowsModel
from ui.tasks import Progress
from ui.widgets.buttons import button
from ui.widgets.combo import Combo
from ui.widgets.dates import plain_date
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import SoftLabel
from ui.widgets.roomy import Roomy
from ui.widgets.side_by_side import SideBySide
from ui.widgets.table import RowsTable
from ui.working import WorkBar

STATES = {
    RetentionState.DUE: "Due now",
    RetentionState.COMING: "Due within three months",
    RetentionState.KEPT_ON: "Kept on",
    RetentionState.HELD: "On hold",
    RetentionState.LATER: "Due later",
    RetentionState.WAITS: "Not closed, or no period set",
}
ALL, HOLDS, CERTIFICATES = "all", "holds", "certificates"
TAGS = {RetentionState.DUE: "medium", RetentionState.HELD: "high"}
COLUMNS = (
    Column[RetentionRow]("Record", lambda r: r.name, width=24, stretch=True),
    Column[RetentionRow]("Kind", lambda r: r.kind, width=16),
    Column[RetentionRow]("Due on", lambda r: r.due_on, lambda r: _day(r), width=12),
    Column[RetentionRow]("Stands", lambda r: r.state.value, kind=lambda r: TAGS.get(r.state, ""),
                         width=10),
)  # fmt: skip
MEETING = "A meeting is running. This list names records: it opens again after the meeting."
WIDE = 280
NONE = "No record stands here."
PERIODS = (
    "Periods are the panel's own: list Retention under Codes. Without one nothing falls due."
    " Choose a record to decide about it."
)


class RetentionPart(QWidget):
    """A list of records by how they stand, with what can be decided about the one chosen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: tuple[RetentionRow, ...] = ()
        self._able = may(desk, "dispose_records")
        self.work = WorkBar(desk)
        self._again = False
        """Whether something moved while the records were being read."""
        self.show_which = Combo((), "Which records")
        self.away = EmptyState("")
        self.table = RowsTable(
            RowsModel(COLUMNS, lambda row: row.key), "Retention", EmptyState(NONE),
            ("record", "records"),
        )  # fmt: skip
        self.going = RecordsGoing(desk, self.reload)
        self.holds, self.certificates = HoldList(desk), CertificateList(desk)
        self.inquiry = EntryCard(
            "Hold for an inquiry", self._inquiry_fields(), desk, self._hold, "Put on hold"
        )
        self.stack = QStackedWidget()
        self._build()

    def reload(self) -> None:
        """Read how every record stands now."""
        running = self._desk.workspace.read.running_meeting() is not None
        words = MEETING if running else "Retention is for the administrator of the panel."
        self.away.say(words)
        hidden = running or not self._able
        self.away.setVisible(hidden)
        self.roomy.setVisible(not hidden)
        if hidden:
            self.table.model.set_rows(())
            return
        self.holds.reload()
        self.certificates.reload()
        self._again = self.work.busy
        if not self.work.busy:
            self._read()

    def _read(self) -> None:
        """Every clock is read off the window's thread: ten years take a second."""
        read = self._desk.workspace.read

        def work(progress: Progress) -> tuple[RetentionRow, ...]:
            return read.retention()

        self.work.start("Reading how every record stands", work, self._show)

    def _show(self, rows: tuple[RetentionRow, ...]) -> None:
        if self._again:
            self._again = False
            self._read()
            return
        self._rows = rows
        self._count()
        self._choose_which(self.show_which.value())

    def settle(self) -> bool:
        """Nothing is half-typed that a form would lose: forms stay as they are."""
        return True

    def show_state(self, key: str) -> None:
        """Show the records that stand so, the holds or the certificates."""
        self.show_which.set_value(key)
        self._choose_which(key)

    def chosen(self) -> list[RetentionRow]:
        """The records that are selected."""
        keys = set(self.table.chosen_keys()) or {self.table.current_key()}
        return [row for row in self._rows if row.key in keys]

    def _count(self) -> None:
        before = self.show_which.value() or RetentionState.DUE.value
        counts = {one: sum(row.state is one for row in self._rows) for one in STATES}
        self.show_which.set_choices(
            (
                *((one.value, f"{words}: {counts[one]}") for one, words in STATES.items()),
                (ALL, f"All records: {len(self._rows):,}"),
                (HOLDS, "Holds"),
                (CERTIFICATES, "Certificates of disposal"),
            )
        )
        self.show_which.set_value(before)

    def _choose_which(self, key: object) -> None:
        lists = {HOLDS: self.holds, CERTIFICATES: self.certificates}
        self.stack.setCurrentWidget(lists.get(str(key), self.records))
        kept = [row for row in self._rows if key == ALL or row.state.value == key]
        self.table.model.set_rows(kept)
        self._choose(None)

    def _choose(self, _key: object) -> None:
        shown = {row.key for row in self.table.model.rows}
        rows = [row for row in self.chosen() if row.key in shown]
        self.going.show_records(rows)
        self.records.show_second(bool(rows) or self.going.work.busy)

    def _hold(self, values: dict[str, Any]) -> None:
        if not values.get("scope"):
            raise Refusal("Say what the hold covers.", "scope")
        self._desk.workspace.retention.hold(
            values.get("reason", ""), scope=values["scope"], until=values.get("until")
        )
        self.show_state(HOLDS)

    def _inquiry_fields(self) -> Sequence[Field]:
        choices = self._desk.workspace.read.hold_scopes()
        return (
            Field("scope", "Covers", "pick", choices),
            Field("reason", "Reason", hint="The inquiry, claim or request"),
            Field("until", "Until", "due", hint="Left empty, until it is lifted"),
        )

    def _build(self) -> None:
        self.records = SideBySide(self.table, self.going, 0.54)
        for widget in (self.records, self.holds, self.certificates):
            self.stack.addWidget(widget)
        self.room = QWidget()
        inside = QVBoxLayout(self.room)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        head = QWidget()
        flow = FlowLayout(head, gap=8)
        self.show_which.setMinimumWidth(look.current().px(WIDE))
        flow.addWidget(self.show_which)
        flow.addWidget(button("Hold for an inquiry", lambda: self.inquiry.ask({})))
        for widget in (head, SoftLabel(PERIODS), self.work, self.inquiry):
            inside.addWidget(widget)
        inside.addWidget(self.stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.away)
        self.roomy = Roomy(self.room)
        column.addWidget(self.roomy, 1)
        self.show_which.changed.connect(self._choose_which)
        self.table.chosen.connect(self._choose)
        self.table.view.selectionModel().selectionChanged.connect(lambda *_: self._choose(None))


def _day(row: RetentionRow) -> str:
    until = row.kept_until if row.state is RetentionState.KEPT_ON else row.due_on
    return plain_date(until) if until else "not set"
