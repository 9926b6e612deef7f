"""Recommendations by child, worker or team: what each plan did, what is late, feed and receipts."""

from collections.abc import Hashable, Sequence

from PySide6.QtWidgets import QStackedWidget

from models.records.outcomes import RecommendationRow
from ui import look
from ui.clipboard import ForAMinute
from ui.commands import Command
from ui.desk import Desk
from ui.pages.care_plans.columns import COLUMNS, FILTERS, HERE
from ui.pages.care_plans.groups import WAYS, Groups, of_group
from ui.pages.care_plans.passing import Passing
from ui.pages.care_plans.recommendation import RecommendationPanel
from ui.pages.page import Page
from ui.room_list import RoomList
from ui.rows import RowsModel
from ui.widgets.buttons import button
from ui.widgets.combo import Combo
from ui.widgets.empty import EmptyState
from ui.widgets.flow import Chips
from ui.widgets.side_by_side import SideBySide
from ui.widgets.table import RowsTable
from ui.working import WorkBar

Row = RecommendationRow
EACH = "each"
PLURAL = ("recommendation", "recommendations")


class CarePlansPage(Page):
    """The recommendations, each one or by whose they are; the chosen one's answer beside them."""

    title = HERE
    room_list = RoomList(
        lambda read: read.recommendations(),
        COLUMNS[:-1],
        frozenset({"Child", "Recommendation"}),
        PLURAL,
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.rows: tuple[Row, ...] = ()
        self.whose: str | None = None
        self.which = Combo([(key, words) for key, (words, _) in FILTERS.items()], "Which ones")
        self.way = Combo(list(WAYS), "Listed")
        self.chips = Chips(name="How recommendations stand")
        self.work = WorkBar(desk)
        self.table = RowsTable(
            RowsModel(COLUMNS, lambda row: row.id),
            "Recommendations",
            EmptyState(
                "No recommendations yet.", "They are made in the meeting, to the child's plan."
            ),
            PLURAL,
        )
        self.groups = Groups()
        self.panel = RecommendationPanel(desk, self.copy_note)
        self.passing = Passing(self, self.work, ForAMinute(parent=self))
        self.side = SideBySide(self.table, self.panel, 0.66)
        self.lists = QStackedWidget()
        self._build()

    def commands(self) -> Sequence[Command]:
        return (
            Command("answer", "Record the plan's answer", "answer", "Ctrl+Return", where=HERE),
            Command("overdue_answers", "Show overdue answers", "show_overdue", where=HERE),
            Command("by_worker", "List them by worker", "by_worker", where=HERE),
            Command("by_team", "List them by team", "by_team", where=HERE),
            Command("copy_note", "Copy for a case note", "copy_note", "Ctrl+Shift+C", where=HERE),
            Command("bring_receipts", "Bring in answers", "bring_receipts", "Ctrl+O", where=HERE),
            Command("feed", "Write the care-plan feed", "write_feed", "Ctrl+Shift+I", where=HERE),
        )

    def reload(self) -> None:
        self.rows = self.desk.workspace.read.recommendations()
        self.table.model.set_rows(self.rows)
        counts = {key: sum(map(keep, self.rows)) for key, (_, keep) in FILTERS.items()}
        self.chips.show_tags(
            [
                *([f"{counts['unsent']:,} not sent"] if counts["unsent"] else []),
                *([(f"{counts['recalled']:,} recalled", "medium")] if counts["recalled"] else []),
                f"{counts['waiting']:,} waiting",
                (f"{counts['overdue']:,} overdue", "high" if counts["overdue"] else "plain"),
                (f"{counts['in plan']:,} in the plan", "low" if counts["in plan"] else "plain"),
            ]
        )
        self._list()
        self._choose(self.table.current_key())

    def show_record(self, key: Hashable) -> None:
        """Go to a recommendation by its id; "overdue" shows those."""
        if key == "overdue":
            self.show_overdue()
            return
        self._each()
        if not self.table.go_to(key):
            self.which.set_value("all")
            self._filter()
            self.table.go_to(key)

    def start_finding(self) -> bool:
        shown = self.table if self.lists.currentWidget() is self.side else self.groups
        shown.start_finding()
        return True

    def show_overdue(self) -> None:
        """Show the recommendations whose answer, or plan, is late."""
        self._each()
        self.which.set_value("overdue")
        self._filter()

    def by_worker(self) -> None:
        """List them by the worker who is to answer."""
        self._group("worker")

    def by_team(self) -> None:
        """List them by team."""
        self._group("team")

    def answer(self) -> None:
        """Go to the answer of the chosen recommendation."""
        self.panel.begin_answer()

    def copy_note(self) -> None:
        """Lend the clipboard what the chosen recommendation's meeting asks of the child's plan."""
        self.passing.copy_note(self.panel.row)

    def bring_receipts(self) -> None:
        """Bring in reply slips and receipts of the case system."""
        self.passing.bring_receipts()

    def write_feed(self) -> None:
        """Write the feed of the latest meeting held, with what changed since it last went."""
        self.passing.write_feed(bool(self.rows))

    def _group(self, way: str) -> None:
        self.way.set_value(way)
        self._turn(way)

    def _each(self) -> None:
        self.way.set_value(EACH)
        self.whose = None
        self._list()

    def _turn(self, way: object) -> None:
        self.whose = None
        self._list()
        if way != EACH:
            self.groups.view.setFocus()

    def _list(self, _value: object = None) -> None:
        way = str(self.way.value() or EACH)
        grouped = way != EACH and self.whose is None
        if grouped:
            self.groups.show_groups(self.rows, way)
        self.which.setVisible(not grouped)
        self.lists.setCurrentWidget(self.groups if grouped else self.side)
        self._filter()

    def _open_group(self, name: Hashable) -> None:
        """The recommendations of one worker or team; choosing the way again comes back."""
        self.whose = str(name)
        self.which.set_value("all")
        self._list()
        self.table.view.setFocus()

    def _filter(self, _value: object = None) -> None:
        keep = FILTERS.get(str(self.which.value()), FILTERS["all"])[1]
        if self.whose is not None:
            own, all_of = of_group(str(self.way.value()), self.whose), keep
            self.table.model.set_keep(lambda row: own(row) and all_of(row))
            self.say(self.whose)
        else:
            self.table.model.set_keep(keep)
            self.say("")

    def _choose(self, key: Hashable | None) -> None:
        row = next((row for row in self.rows if row.id == key), None)
        self.panel.show_row(row)
        self.side.show_second(row is not None)

    def _build(self) -> None:
        self.which.set_value("all")
        self.way.set_value(EACH)
        for combo in (self.way, self.which):
            combo.setMinimumWidth(look.current().px(170))
            self.tools.addWidget(combo)
        for words, act in (
            ("Write the feed", self.write_feed),
            ("Bring in answers", self.bring_receipts),
        ):
            self.tools.addWidget(button(words, act))
        for part in (self.chips, self.work, self.passing.left, self.passing.report):
            self.body.addWidget(part)
        for one in (self.side, self.groups):
            self.lists.addWidget(one)
        self.body.addWidget(self.lists, 1)
        self.which.changed.connect(self._filter)
        self.way.changed.connect(self._turn)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _key: self.panel.begin_answer())
        self.groups.opened.connect(self._open_group)
