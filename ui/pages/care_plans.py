"""Recommendations by child: what each plan did with them, what is overdue, and the feed."""

from collections.abc import Callable, Hashable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.errors import Refusal
from models.marks import MeetingState
from models.records.outcomes import RecommendationRow
from models.rules.recommendations import STEPS, RecommendationStatus
from ui import look
from ui.commands import Command
from ui.desk import Desk
from ui.pages.page import Page
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field, may
from ui.room_list import RoomList
from ui.rows import Column, RowsModel
from ui.tasks import Progress
from ui.widgets.buttons import button
from ui.widgets.card import Card, CardList
from ui.widgets.combo import Combo
from ui.widgets.confirm import ConfirmInPlace
from ui.widgets.dates import plain_date
from ui.widgets.empty import EmptyState
from ui.widgets.flow import Chips
from ui.widgets.labels import SoftLabel, Words
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
ANSWERS = (
    (RecommendationStatus.ACCEPTED.value, "accepted"),
    (RecommendationStatus.MODIFIED.value, "accepted with changes"),
    (RecommendationStatus.REJECTED.value, "rejected"),
    (RecommendationStatus.IN_PLAN.value, "in the plan"),
)
REPLY = (
    Field("status", "The plan's answer", "pick", ANSWERS),
    Field("modified_text", "Accepted as", "long", hint="Where it was changed"),
    Field("reason", "Reason", "long", hint="Needed where it is rejected"),
    Field("on", "On", "was", hint="Of the answer, or since when the plan shows it"),
    Field("evidence", "Where the plan shows it"),
)
NEEDED = {
    RecommendationStatus.ACCEPTED.value: ("on",),
    RecommendationStatus.MODIFIED.value: ("modified_text", "reason", "on"),
    RecommendationStatus.REJECTED.value: ("reason", "on"),
    RecommendationStatus.IN_PLAN.value: ("on", "evidence"),
}


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


class RecommendationPanel(QWidget):
    """One recommendation: what was asked, what the plan said, where it shows."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.row: Row | None = None
        self.none = SoftLabel("Choose a recommendation to record what the plan did with it.")
        self.card, self.text, self.facts = Card("", large=True), Words(), Words("", "soft")
        self.entry = EntryCard("Answer", REPLY, desk, self._reply, lasting=True)
        self.withdraw = ConfirmInPlace(
            "Withdraw it", "Withdraw this recommendation?", "Withdraw", reason=True
        )
        self.card.add(self.text)
        self.card.add(self.facts)
        self.cards = CardList("The chosen recommendation")
        for part in (self.card, self.entry, self.withdraw):
            self.cards.add(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.none, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.cards, 1)
        self.withdraw.confirmed.connect(self._withdraw)
        answer = self.entry.editor_of("status")
        if isinstance(answer, Combo):
            answer.changed.connect(self._fit_answer)

    def show_row(self, row: Row | None) -> None:
        """Show a recommendation, or what to do where none is chosen."""
        same = row is not None and row == self.row
        self.row = row
        self.none.setVisible(row is None)
        self.cards.setVisible(row is not None)
        if row is None or same:
            return
        reference = " · ".join(part for part in (row.reference, row.system_id) if part)
        self.card.say(row.child, reference, row.standing)
        self.text.setText(row.text)
        self.facts.setText("\n".join(_facts(row)))
        self.entry.setVisible(may(self._desk, "record_reply") and not row.withdrawn)
        self.withdraw.setVisible(may(self._desk, "withdraw_recommendation") and not row.withdrawn)
        self.entry.ask({})
        steps = STEPS[RecommendationStatus(row.status)] | {RecommendationStatus(row.status)}
        answer = self.entry.editor_of("status")
        if isinstance(answer, Combo):
            answer.set_choices([(key, words) for key, words in ANSWERS if key in steps])
        self._fit_answer(None)

    def begin_answer(self) -> None:
        """Go to the answer."""
        if self.row is not None:
            self.entry.editor_of("status").setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit_answer(self, status: object) -> None:
        """Ask only for what the answer needs."""
        asked = NEEDED.get(str(status), ())
        for name in ("modified_text", "reason", "on", "evidence"):
            self.entry.form.show_row(name, name in asked)

    def _reply(self, values: dict[str, Any]) -> None:
        if self.row is None:
            return
        status = values.get("status")
        if status is None:
            raise Refusal("Choose what the plan's holder answered.", "status")
        service = self._desk.workspace.recommendations
        if status == RecommendationStatus.IN_PLAN:
            if values.get("on") is None:
                raise Refusal("Give the date since when the plan shows it.", "on")
            service.in_plan(self.row.id, values["on"], values.get("evidence") or "")
            return
        service.reply(
            self.row.id,
            status,
            reason=values.get("reason"),
            modified_text=values.get("modified_text"),
            on=values.get("on"),
        )

    def _withdraw(self, reason: str) -> None:
        if self.row is not None:
            withdraw = self._desk.workspace.recommendations.withdraw
            self._desk.attempt(self, withdraw, self.row.id, reason)


def _kind(row: Row) -> str:
    if row.overdue:
        return "high"
    if row.status == "in plan":
        return "low"
    return "medium" if row.status == "rejected" else "plain"


def _facts(row: Row) -> list[str]:
    days = (
        ("Made on", row.made_on),
        ("To be done by", row.by_date),
        ("Answer due", row.reply_by),
        ("Answered on", row.replied_on),
        ("In the plan since", row.plan_updated_on),
    )
    texts = (
        ("Into", row.to_plan),
        ("To", row.addressed_to),
        ("Outcome", row.outcome_sought),
        ("Shown by", row.evidence_sought),
        ("Accepted as", row.modified_text),
        ("Reason", row.reply_reason),
        ("Where the plan shows it", row.plan_evidence),
        ("Item", row.item_reference),
    )
    return [f"{label}: {text}" for label, text in texts if text] + [
        f"{label}: {plain_date(day)}" for label, day in days if day
    ]
