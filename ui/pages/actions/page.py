"""One table of actions across meetings, filtered, grouped by agency, updated in place."""

from collections.abc import Hashable, Sequence
from typing import Any

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from models.errors import Refusal
from models.records.outcomes import ActionRow
from models.rules.said_done import in_short
from ui import look
from ui.commands import Command
from ui.desk import Desk
from ui.pages.actions.district_pick import DistrictPick
from ui.pages.actions.panel import ActionPanel
from ui.pages.actions.views import ActionViews
from ui.pages.actions.which import WhichActions
from ui.pages.page import Page
from ui.pages.records.choices import THE_OWNERS, agencies, owners
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field
from ui.pages.records.permitted import may
from ui.pages.sending import Sending
from ui.pages.settings.people import ListedPart
from ui.room_list import RoomList
from ui.rows import Column, RowsModel
from ui.widgets.buttons import button
from ui.widgets.combo import Combo
from ui.widgets.empty import EmptyState
from ui.widgets.flow import Chips
from ui.widgets.roomy import Roomy
from ui.widgets.side_by_side import SideBySide
from ui.widgets.table import RowsTable

HERE = "Actions"
KINDS = {"red": "high", "amber": "medium", "blue": "low", "green": "plain", "grey": "plain"}
NOUN = ("reminder", "reminders")
REMINDERS = "One page for each agency with what it has not done, as it may read it."
AGENCY = 6
COLUMNS = (
    Column[ActionRow]("Ref", lambda r: r.reference, width=5),
    Column[ActionRow]("Action", lambda r: r.text, width=36, stretch=True),
    Column[ActionRow](
        "Standing", lambda r: in_short(r.standing), kind=lambda r: KINDS[r.rag], width=30
    ),
    Column[ActionRow]("About", lambda r: r.subject_initials, width=7),
    Column[ActionRow]("Owner", lambda r: r.owner or "", lambda r: r.owner or "no owner", width=12),
    Column[ActionRow]("Due", lambda r: r.due_on, lambda r: _due(r), width=11),
    Column[ActionRow]("Agency", lambda r: r.agency, width=13, spare=True),
    Column[ActionRow](
        "Carried", lambda r: r.carried_count or None, right=True, width=7, spare=True
    ),
)


class ActionsPage(Page):
    """The actions; the chosen one beside them, with what was told of it."""

    title = HERE
    room_list = RoomList(
        lambda read: [row for row in read.actions() if not row.finished],
        COLUMNS,
        frozenset({"Action"}),
        ("open action", "open actions"),
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.rows: tuple[ActionRow, ...] = ()
        self.which = WhichActions()
        self.agency = Combo((), "Agency")
        self.grouped = QCheckBox("Group by agency")
        self.district = DistrictPick(desk)
        self.chips = Chips(name="How actions stand")
        self.table = RowsTable(
            RowsModel(COLUMNS, lambda row: row.id),
            "Actions",
            EmptyState("No actions yet.", "They are recorded in the meeting, or added here."),
            ("action", "actions"),
        )
        self.panel, self.sending = ActionPanel(desk), Sending(desk, "Reminders", REMINDERS, NOUN)
        self.side = SideBySide(self.table, self.panel, 0.68)
        self.add = EntryCard("Add an action", self._fields(), desk, self._add)
        self.cases = QWidget()
        self.views = ActionViews(desk, Roomy(self.cases))
        self._build()

    def commands(self) -> Sequence[Command]:
        return (
            Command("add_action", "Add an action", "add_action", "Ctrl+N", where=HERE),
            Command("update_action", "Update this action", "update", "Ctrl+Return", where=HERE),
            Command(
                "register_measure",
                "Put the measure of this action on the register",
                "register_measure",
                "Ctrl+Shift+M",
                where=HERE,
            ),
            Command("remind", "Write reminders", "write_reminders", "Ctrl+Shift+R", where=HERE),
            Command("overdue_actions", "Show overdue actions", "show_overdue", where=HERE),
        )

    def reload(self) -> None:
        read = self.desk.workspace.read
        self.rows = read.actions()
        self.which.offer(read)
        self._filter()
        self.agency.set_choices([(0, "All agencies"), *((a.id, a.name) for a in read.agencies())])
        if self.agency.value() is None:
            self.agency.set_value(0)
        self.district.reload()
        self.table.model.set_rows(self.rows)
        overdue = sum(row.rag == "red" for row in self.rows)
        unowned = sum(not row.owner and not row.finished for row in self.rows)
        self.chips.show_tags(
            [
                f"{sum(not row.finished for row in self.rows):,} open",
                (f"{overdue:,} overdue", "high" if overdue else "plain"),
                (f"{unowned:,} without an owner", "medium" if unowned else "plain"),
            ]
        )
        self._show_chosen(self.table.current_key())
        self.views.reload()

    def show_record(self, key: Hashable) -> None:
        """Go to an action by its id; "overdue" shows those."""
        self.views.setCurrentIndex(0)
        if key == "overdue":
            self.show_overdue()
            return
        if not self.table.go_to(key):
            self.which.set_value("all")
            self.agency.set_value(0)
            self._filter()
            self.table.go_to(key)

    def start_finding(self) -> bool:
        self.table.start_finding()
        return True

    def may_leave(self) -> bool:
        return self.panel.settle() and self.views.settle()

    def show_overdue(self) -> None:
        """Show the actions whose date has passed."""
        self.which.set_value("overdue")
        self._filter()

    def add_action(self) -> None:
        """Ask for an action agreed between meetings, or for what the view shown lists instead."""
        shown = self.views.currentWidget()
        if isinstance(shown, ListedPart):
            shown.ask()
            return
        self.views.setCurrentIndex(0)
        self.add.ask()

    def write_reminders(self) -> None:
        """Ask how each agency gets its open actions, as it may read them."""
        workspace = self.desk.workspace

        def look() -> tuple[str, ...]:
            from exports import reminding

            return reminding.doubts(workspace)

        def write(how: Any) -> tuple[str, ...]:
            from exports import reminding

            return reminding.write_reminders(workspace, how)

        self.sending.ask(look, write)

    def write_tasks(self) -> None:
        """Write the open actions of a district, or of all, as a Word document."""
        self.district.write(self)

    def update(self) -> None:  # type: ignore[override]
        """Go to the chosen action's update."""
        self.panel.begin_update()

    def register_measure(self) -> None:
        """Put the measure that the chosen action names on the register."""
        self.panel.register()

    def _add(self, values: dict[str, object]) -> None:
        text = values.get("text")
        if not text:
            raise Refusal("Say what is to be done.", "text")
        owner = values.get("owner")
        member = owner if isinstance(owner, int) else None
        self.desk.workspace.conduct.record_action(
            None,
            text,
            owner=None if member else owner,
            owner_id=member,
            agency_id=values.get("agency"),
            due_on=values.get("due"),
            success=values.get("success"),
        )

    def _fields(self) -> tuple[Field, ...]:
        return (
            Field("text", "Action"),
            Field("owner", "Owner", "choice", owners(self.desk)),
            Field("agency", "Agency", "pick", agencies(self.desk, active=True), THE_OWNERS),
            Field("due", "Due", "due"),
            Field("success", "Done when"),
        )

    def show_priority(self, code: str) -> None:
        """Show all actions that serve a priority of the strategy, finished ones too."""
        self.which.show_priority(code)
        self.agency.set_value(0)
        self._filter()
        self.table.view.setFocus()

    def _filter(self, _value: object = None) -> None:
        keep = self.which.keep()
        agency, here = self.agency.value(), self.district.holds()
        self.table.model.set_keep(
            lambda row: keep(row) and here(row.id) and (not agency or row.agency_id == agency)
        )

    def _group(self, grouped: bool) -> None:
        self.table.model.sort(AGENCY if grouped else -1)

    def _show_chosen(self, key: Hashable | None) -> None:
        row = next((one for one in self.rows if one.id == key), None)
        self.panel.show_action(row, may(self.desk, "update_action"))
        self.side.show_second(row is not None)

    def _chosen(self, key: Hashable | None) -> None:
        if self.panel.settle():
            self._show_chosen(key)

    def _build(self) -> None:
        self.agency.setMinimumWidth(look.current().px(180))
        self.which.setMinimumWidth(look.current().px(230))
        new = button("Add an action", self.add_action, keys="Ctrl+N")
        for widget in (self.which, self.agency, self.district, self.grouped, new):
            self.tools.addWidget(widget)
            if widget is not self.district:
                self.views.cases_shown.connect(widget.setVisible)
        self.views.cases_shown.connect(self.district.show_with_cases)
        column = QVBoxLayout(self.cases)
        column.setContentsMargins(0, 6, 0, 0)
        column.addWidget(self.sending)
        row = QHBoxLayout()
        row.addWidget(self.chips, 1)
        row.addWidget(button("Write a task list", self.write_tasks))
        row.addWidget(button("Write reminders", self.write_reminders, keys="Ctrl+Shift+R"))
        column.addLayout(row)
        column.addWidget(self.add)
        column.addWidget(self.side, 1)
        self.body.addWidget(self.views, 1)
        self.views.cases_wanted.connect(self.show_priority)
        self.which.changed.connect(self._filter)
        self.agency.changed.connect(self._filter)
        self.district.changed.connect(self._filter)
        self.grouped.toggled.connect(self._group)
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(lambda _key: self.panel.begin_update())
        self._filter()


def _due(row: ActionRow) -> str:
    if row.due_on is not None:
        return f"{row.due_on.day} {row.due_on:%b} {row.due_on.year}"
    return row.due_words or "no date"
