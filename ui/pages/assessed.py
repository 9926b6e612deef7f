"""The board of assessments: in date, overdue, never; one key asks whoever made the last one."""

from collections.abc import Hashable
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.records.assessed import IN_DATE, NEVER, OVERDUE, SOON, AssessedRow
from ui.desk import Desk
from ui.pages.records.permitted import may
from ui.pages.sending import Sending
from ui.rows import Column, RowsModel
from ui.widgets.buttons import button
from ui.widgets.combo import Combo
from ui.widgets.dates import plain_date
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import SoftLabel
from ui.widgets.table import RowsTable

ALL, PRESSING, ASKED = "all", "pressing", "asked"
SHOWN = (
    (PRESSING, "Overdue or never"), (OVERDUE, "Overdue"), (NEVER, "Never assessed"),
    (SOON, "Due soon"), (IN_DATE, "In date"), (ASKED, "Asked for"), (ALL, "All on the tracker"),
)  # fmt: skip
KINDS = {NEVER: "high", OVERDUE: "high", SOON: "medium"}
COLUMNS = (
    Column[AssessedRow]("Child", lambda one: one.child, width=20, stretch=True),
    Column[AssessedRow](
        "Standing", lambda one: one.in_date_until, lambda one: one.words,
        lambda one: KINDS.get(one.standing, ""), width=17,
    ),
    Column[AssessedRow]("Assessed", lambda one: one.assessed_on, width=11),
    Column[AssessedRow]("In date through", lambda one: one.in_date_until, width=13, spare=True),
    Column[AssessedRow]("Level", lambda one: one.level or "", width=12),
    Column[AssessedRow]("Scheme", lambda one: one.scheme or "", width=14, spare=True),
    Column[AssessedRow]("Would be asked", lambda one: one.ask or "nobody named", width=16),
    Column[AssessedRow]("Asked", lambda one: one.asked_on, lambda one: _asked(one), width=24),
)  # fmt: skip
WORDS = "One page for each person asked: children by initials and number, and by when."
NOUN = ("request", "requests")
EMPTY = ("No child stands here.", "Choose another kind above.")
ONE, MANY, WRITE = "Alt+Q", "Alt+Shift+Q", "Alt+W"


class AssessmentBoard(QWidget):
    """Every child on the tracker by how the latest assessment stands; Enter opens the child."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.shown = Combo(SHOWN, "Which assessments")
        self.shown.set_value(PRESSING)
        self.note = SoftLabel()
        self.model: RowsModel[AssessedRow] = RowsModel(COLUMNS, lambda one: one.child_id)
        self.table = RowsTable(
            self.model, "Risk assessments", EmptyState(*EMPTY), ("child", "children")
        )
        self.one = button("Ask for this one", self.ask, "primary", ONE)
        self.many = button("Ask for all shown", self.ask_all, keys=MANY)
        self.write = button("Write the requests", self.write_requests, keys=WRITE)
        self.sending = Sending(desk, "Requests for assessments", WORDS, NOUN)
        self._build()

    def reload(self) -> None:
        """Read the board again."""
        rows = self._desk.workspace.read.assessment_board()
        counts = {
            kind: sum(one.standing == kind for one in rows) for kind in (OVERDUE, NEVER, SOON)
        }
        good = len(rows) - counts[OVERDUE] - counts[NEVER]
        share = f" ({round(100 * good / len(rows))} %)" if rows else ""
        self.note.setText(
            f"{good:,} of {len(rows):,} in date{share}; {counts[OVERDUE]:,} overdue, "
            f"{counts[NEVER]:,} never, {counts[SOON]:,} due within 14 days."
        )
        self.model.set_rows(rows)
        self.write.setEnabled(any(one.asked for one in rows))
        self._keep()

    def start_finding(self) -> None:
        """Put the cursor where the list is searched."""
        self.table.start_finding()

    def ask(self) -> None:
        """Ask whoever made the last assessment of the child stood on for a new one."""
        one = self.model.row_with(self.table.current_key())
        if one is not None:
            self._ask([one.child_id])

    def ask_all(self) -> None:
        """Ask for every assessment that is shown and not in date."""
        self._ask([one.child_id for one in self.model.rows if one.standing != IN_DATE])

    def write_requests(self) -> None:
        """Ask how the requests go to those who were asked."""
        workspace = self._desk.workspace

        def look() -> tuple[str, ...]:
            from exports import assessment_requests

            return assessment_requests.doubts(workspace)

        def write(how: Any) -> tuple[str, ...]:
            from exports import assessment_requests

            return assessment_requests.write_requests(workspace, how)

        self.sending.ask(look, write)

    def _ask(self, child_ids: list[int]) -> None:
        asked: list[int] = []

        def act() -> None:
            asked.append(self._desk.workspace.chasing.assessments(child_ids))

        if self._desk.attempt(self, act):
            self.reload()
            many = f"{asked[0]:,} assessment{'s' * (asked[0] != 1)} asked for."
            self._desk.notice.say(f"{many} Write the requests: {WRITE}.")

    def _keep(self) -> None:
        which = str(self.shown.value() or ALL)
        kinds = (OVERDUE, NEVER) if which == PRESSING else (which,)
        if which == ALL:
            self.model.set_keep(None)
        elif which == ASKED:
            self.model.set_keep(lambda one: one.asked is not None)
        else:
            self.model.set_keep(lambda one: one.standing in kinds)

    def _open(self, key: Hashable) -> None:
        self._desk.go("children", (key, "assessments"))

    def _build(self) -> None:
        able = may(self._desk, "request_information")
        flow = FlowLayout(gap=8)
        for widget in (self.shown, self.one, self.many, self.write):
            flow.addWidget(widget)
        for widget in (self.one, self.many, self.write):
            widget.setVisible(able)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(flow)
        column.addWidget(self.note)
        column.addWidget(self.sending)
        column.addWidget(self.table, 1)
        self.shown.changed.connect(lambda _kind: self._keep())
        self.table.opened.connect(self._open)


def _asked(one: AssessedRow) -> str:
    if one.asked is None:
        return ""
    return f"{one.asked}, by {plain_date(one.asked_until)}" if one.asked_until else one.asked
