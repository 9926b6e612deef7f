"""Recommendations by child: what each plan did with them, what is overdue, and the feed."""

from collections.abc import Callable, Hashable, Sequence
from pathlib import Path

from models.marks import MeetingState
from models.records.outcomes import RecommendationRow
from ui import look
from ui.commands import Command
from ui.desk import Desk
from ui.pages.care_plans.recommendation import RecommendationPanel
from ui.pages.page import Page
from ui.room_list import RoomList
from ui.rows import Column, RowsModel
from ui.tasks import Progress
from ui.widgets.buttons import button
from ui.widgets.combo import Combo
from ui.widgets.dates import plain_date
from ui.widgets.empty import EmptyState
from ui.widgets.flow import Chips
from ui.widgets.side_by_side import SideBySide
from ui.widgets.table import RowsTable
from ui.working import WorkBar

HERE = "Care plans"
Row = RecommendationRow
FILTERS: dict[str, tuple[str, Callable[[Row], bool]]] = {
    "all": ("All", lambda row: True),
    "waiting": ("Waiting for an answer", lambda row: row.status == "issued" and not row.withdrawn),
    "overdue": ("Overdue", lambda row: row.overdue),
    "accepted": ("Accepted, not in the plan yet",
                 lambda row: row.status in ("accepted", "accepted modified")),
    "rejected": ("Rejected", lambda row: row.status == "rejected"),
    "in plan": ("In the plan", lambda row: row.status == "in plan"),
}  # fmt: skip
COLUMNS = (
    Column[Row]("Child", lambda r: r.child, width=15),
    Column[Row]("Ref", lambda r: r.reference, width=5),
    Column[Row]("Recommendation", lambda r: r.text, width=36, stretch=True),
    Column[Row]("Standing", lambda r: r.standing, kind=lambda r: _kind(r), width=18),
    Column[Row]("Answer by", lambda r: r.reply_by, width=11),
    Column[Row]("To", lambda r: r.addressed_to, width=14),
    Column[Row]("Plan", lambda r: r.to_plan, width=14),
    Column[Row]("By", lambda r: r.by_date, width=11),
    Column[Row]("Case system", lambda r: r.system_id, width=11),
)


class CarePlansPage(Page):
    """The recommendations; the chosen one's answer beside them."""

    title = HERE
    room_list = RoomList(
        lambda read: read.recommendations(),
        COLUMNS[:-1],
        frozenset({"Child", "Recommendation"}),
        ("recommendation", "recommendations"),
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.rows: tuple[Row, ...] = ()
        self.which = Combo([(key, words) for key, (words, _) in FILTERS.items()], "Which ones")
        self.chips = Chips(name="How recommendations stand")
        self.work = WorkBar(desk)
        self.table = RowsTable(
            RowsModel(COLUMNS, lambda row: row.id),
            "Recommendations",
            EmptyState(
                "No recommendations yet.", "They are made in the meeting, to the child's plan."
            ),
            ("recommendation", "recommendations"),
        )
        self.panel = RecommendationPanel(desk)
        self.side = SideBySide(self.table, self.panel, 0.66)
        self._build()

    def commands(self) -> Sequence[Command]:
        return (
            Command("answer", "Record the plan's answer", "answer", "Ctrl+Return", where=HERE),
            Command("overdue_answers", "Show overdue answers", "show_overdue", where=HERE),
            Command("feed", "Write the care-plan feed", "write_feed", "Ctrl+Shift+I", where=HERE),
        )

    def reload(self) -> None:
        self.rows = self.desk.workspace.read.recommendations()
        self.table.model.set_rows(self.rows)
        counts = {key: sum(map(keep, self.rows)) for key, (_, keep) in FILTERS.items()}
        self.chips.show_tags(
            [
                f"{counts['waiting']} waiting",
                (f"{counts['overdue']} overdue", "high" if counts["overdue"] else "plain"),
                (f"{counts['in plan']} in the plan", "low" if counts["in plan"] else "plain"),
            ]
        )
        self._choose(self.table.current_key())

    def show_record(self, key: Hashable) -> None:
        """Go to a recommendation by its id; "overdue" shows those."""
        if key == "overdue":
            self.show_overdue()
        elif not self.table.go_to(key):
            self.which.set_value("all")
            self._filter()
            self.table.go_to(key)

    def start_finding(self) -> bool:
        self.table.start_finding()
        return True

    def show_overdue(self) -> None:
        """Show the recommendations whose answer, or plan, is late."""
        self.which.set_value("overdue")
        self._filter()

    def answer(self) -> None:
        """Go to the answer of the chosen recommendation."""
        self.panel.begin_answer()

    def write_feed(self) -> None:
        """Write the feed of the latest meeting held, as JSON and CSV, to a folder."""
        held = self.desk.workspace.read.meetings()
        closed = [one for one in held if one.state == MeetingState.CLOSED]
        if not closed or not self.rows:
            self.desk.notice.say("There is nothing to feed yet: no meeting has been closed.")
            return
        folder = self.desk.dialogues.choose_folder(self, "Folder for the care-plan feed")
        if folder is not None:
            self._write(closed[0].id, plain_date(closed[0].held_on), folder)

    def _write(self, meeting_id: int, held: str, folder: Path) -> None:
        workspace = self.desk.workspace

        def make(progress: Progress) -> tuple[str, ...]:
            from exports import issue

            return issue.write_meeting(
                workspace,
                meeting_id,
                folder,
                audiences=("feed",),
                progress=progress.report,
                cancelled=lambda: progress.cancelled,
            )

        def done(written: tuple[str, ...]) -> None:
            self.desk.notice.say(f"Feed of {held}: {len(written)} files in {folder.name}.")

        self.work.start(f"Writing the feed of {held}", make, done)

    def _filter(self, _value: object = None) -> None:
        self.table.model.set_keep(FILTERS.get(str(self.which.value()), FILTERS["all"])[1])

    def _choose(self, key: Hashable | None) -> None:
        row = next((row for row in self.rows if row.id == key), None)
        self.panel.show_row(row)
        self.side.show_second(row is not None)

    def _build(self) -> None:
        self.which.set_value("all")
        self.which.setMinimumWidth(look.current().px(200))
        self.tools.addWidget(self.which)
        self.tools.addWidget(button("Write the feed", self.write_feed))
        for part in (self.chips, self.work):
            self.body.addWidget(part)
        self.body.addWidget(self.side, 1)
        self.which.changed.connect(self._filter)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _key: self.panel.begin_answer())


def _kind(row: Row) -> str:
    if row.overdue:
        return "high"
    if row.status == "in plan":
        return "low"
    return "medium" if row.status == "rejected" else "plain"
