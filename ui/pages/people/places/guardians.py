"""Who looks after a place: Community Guardians and others, and tasks given to them."""

from collections.abc import Sequence
from typing import Any

from models.records.places_assessed import GuardianRow
from ui.desk import Desk
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field
from ui.pages.records.permitted import may
from ui.rows import Column, RowsModel
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.flow import in_a_row
from ui.widgets.table import RowsTable

COLUMNS = (
    Column[GuardianRow]("Name", lambda one: one.name, width=22, stretch=True),
    Column[GuardianRow]("Part", lambda one: one.role or "", width=24),
    Column[GuardianRow]("Reached by", lambda one: one.contact or "", width=24),
    Column[GuardianRow]("Since", lambda one: one.since, width=11),
    Column[GuardianRow]("Until", lambda one: one.until, width=11),
    Column[GuardianRow]("Open tasks", lambda one: one.open_tasks or None, width=10, right=True),
)
GUARDIAN = (
    Field("name", "Name"),
    Field("role", "Part", hint="Community Guardian, warden, shopkeeper …"),
    Field("contact", "Reached by"),
    Field("since", "Since", "was"),
)
TASK = (Field("text", "What is to be done", "long"), Field("due_on", "By", "due"))
TITLE = "Who looks after this place"
NOBODY = "Nobody is named yet. A guardian can be given tasks like any owner."
LEAST, MOST, AROUND = 1, 6, 3
"""Rows of the table's height: for guardians, and for what stands around them."""


class GuardianCard(Card):
    """The table of guardians, with adding, ending and giving a task."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(TITLE)
        self._desk, self._place_id = desk, 0
        self._shown: dict[object, GuardianRow] = {}
        self.model: RowsModel[GuardianRow] = RowsModel(COLUMNS, lambda one: one.id)
        self.table = RowsTable(self.model, "Guardians", noun=("guardian", "guardians"))
        self.entry = EntryCard("Add a guardian", GUARDIAN, desk, self._add)
        self.task_entry = EntryCard("Give a task", TASK, desk, self._give, "Give the task")
        self.new = button("Add a guardian", self.entry.ask)
        self.task = button("Give a task", self._ask)
        self.end = button("Looks after it no longer", self._end)
        self._build()

    def show_place(self, place_id: int, rows: Sequence[GuardianRow]) -> None:
        """Show the guardians of a place."""
        self._place_id, self._shown = place_id, {one.id: one for one in rows}
        self.model.set_rows(rows)
        self.table.setVisible(bool(rows))
        self.say(TITLE, "" if rows else NOBODY)
        shown = min(max(len(rows), LEAST), MOST) + AROUND
        self.table.setFixedHeight(self.table.view.verticalHeader().defaultSectionSize() * shown)
        self._offer()

    def _build(self) -> None:
        self.new.setEnabled(may(self._desk, "edit_record"))
        buttons = in_a_row((self.new, self.task, self.end))
        for widget in (buttons, self.entry, self.task_entry, self.table):
            self.add(widget)
        self.table.filter.hide()
        self.table.chosen.connect(lambda _key: self._offer())

    def _offer(self) -> None:
        one = self._chosen()
        present = one is not None and one.until is None
        self.task.setVisible(present and may(self._desk, "record_action"))
        self.end.setVisible(present and may(self._desk, "edit_record"))

    def _chosen(self) -> GuardianRow | None:
        return self._shown.get(self.table.current_key())

    def _add(self, values: dict[str, Any]) -> None:
        add = self._desk.workspace.register.add_guardian
        add(self._place_id, values.pop("name", ""), **values)

    def _ask(self) -> None:
        if one := self._chosen():
            self.task_entry.say(f"Give a task to {one.name}")
            self.task_entry.ask()

    def _give(self, values: dict[str, Any]) -> None:
        if one := self._chosen():
            self._desk.workspace.conduct.record_action(
                None,
                values.get("text", ""),
                owner=one.name,
                due_on=values.get("due_on"),
                subject_id=self._place_id,
                kind="disrupt place",
            )
            self._desk.notice.say("The task stands among the actions. Ctrl+Z takes it back.")

    def _end(self) -> None:
        if one := self._chosen():
            self._desk.attempt(self, self._desk.workspace.register.end_guardian, one.id)
