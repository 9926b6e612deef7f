"""The log of what left the panel: for whom, how, when, whether it came, with its hash."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.records.minutes_issued import IssueRow
from ui.desk import Desk
from ui.pages.minutes.recall_chosen import RecallChosen
from ui.pages.records.permitted import may
from ui.rows import Column, RowsModel
from ui.widgets.asked_in_place import AskedInPlace
from ui.widgets.banner import Banner
from ui.widgets.buttons import button
from ui.widgets.dates import plain_date
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.table import RowsTable
from ui.working import WorkBar

BROKEN_OFF = (
    "An issue was broken off as the program ended. Issue into the same folder again: what lies"
    " there is put right first, and the log with it."
)
STATES = {"issued": "low", "issuing": "medium", "broken off": "medium", "not issued": "medium"}


def _state(row: IssueRow) -> str:
    return f"{row.state}, recalled" if row.recalled_at is not None else row.state


def _kind(row: IssueRow) -> str:
    return "medium" if row.recalled_at is not None else STATES.get(row.state, "")


def _for(row: IssueRow) -> str:
    if row.way == "by hand":
        return row.recipient or row.audience
    return f"{row.recipient}, {row.address}" if row.address else row.audience


def _way(row: IssueRow) -> str:
    locked = ", protected" if row.encrypted else ""
    return f"{row.way or ''}{locked}"


ISSUED = (
    Column[IssueRow]("Document", lambda r: r.document, width=44, stretch=True, firm=True),
    Column[IssueRow]("For", _for, width=22),
    Column[IssueRow]("State", _state, kind=_kind, width=16),
    Column[IssueRow]("When", lambda r: r.at, width=18),
    Column[IssueRow]("Came", lambda r: r.receipt_at, width=18),
    Column[IssueRow]("How", _way, width=20),
    Column[IssueRow]("Reason given", lambda r: r.reason, width=20),
    Column[IssueRow]("Version", lambda r: r.version, right=True, width=7, spare=True),
    Column[IssueRow]("SHA-256", lambda r: (r.sha256 or "")[:16], width=17, spare=True),
)


class Issued(QWidget):
    """What left the panel; a receipt is kept for whatever is chosen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.banner = Banner("", "medium")
        self.table = RowsTable(
            RowsModel(ISSUED, lambda row: row.id),
            "What was issued",
            EmptyState("Nothing was issued yet.", "Only what is approved and confirmed counts."),
            ("line of the log", "lines of the log"),
        )
        self._meeting_id = 0
        self.work = WorkBar(desk)
        self.recall_card = RecallChosen(desk, self.work, self)
        self.recall = button("Recall it", self.ask_recall)
        self.recall.setToolTip("Recall the chosen papers, with a note to whoever got them")
        self.came = button("It came", self.receive)
        self.came.setToolTip("Keep that the recipient has said that the chosen papers came")
        self._build()

    def show_issued(self, meeting_id: int, rows: Sequence[IssueRow]) -> None:
        """Show these rows of a meeting's log, the newest first."""
        if meeting_id != self._meeting_id and not self.recall_card.isHidden():
            self.recall_card.leave()
        self._meeting_id = meeting_id
        self.table.model.set_rows(rows[::-1])
        self.banner.say(BROKEN_OFF if any(_is_broken(one) for one in rows) else "")
        self.came.setVisible(bool(rows) and may(self._desk, "issue_agenda"))
        self.recall.setVisible(bool(rows) and may(self._desk, "recall_documents"))

    def ask_recall(self) -> None:
        """Ask why the chosen papers are recalled."""
        chosen = [one for one in self.table.chosen_keys() if isinstance(one, int)]
        self._desk.attempt(self, self.recall_card.ask_of, self._meeting_id, chosen)

    def receive(self) -> None:
        """Keep that the chosen papers came, with all that one recipient was sent in that mail."""
        chosen = set(self.table.chosen_keys())
        rows = [one for one in self.table.model.rows if one.id in chosen]
        together = {(one.batch, one.address) for one in rows if one.address}
        ids = [
            one.id
            for one in self.table.model.rows
            if one.id in chosen or (one.batch, one.address) in together
        ]
        if not ids:
            self._desk.notice.say("Choose what came.")
        elif self._desk.attempt(self, self._desk.workspace.minutes.receive, ids):
            today = self._desk.workspace.store.clock.today()
            self._desk.notice.say(f"Kept as received on {plain_date(today)}.")

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        flow = FlowLayout(gap=8)
        flow.addWidget(self.came)
        flow.addWidget(self.recall)
        column.addWidget(self.banner)
        column.addWidget(self.work)
        column.addWidget(AskedInPlace(self.recall_card, self.table, "Recall"), 1)
        column.addLayout(flow)


def _is_broken(row: IssueRow) -> bool:
    return row.state in ("issuing", "broken off")
