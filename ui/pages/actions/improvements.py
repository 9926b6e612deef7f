"""Improvement actions of the partnership, apart from those of cases: listed, changed, updated."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from models import codes
from models.queries.improvements import LIST
from models.records.improvements import ImprovementRow
from models.rules.actions import ActionStatus
from ui.desk import Desk
from ui.pages.records.choices import agencies, owners
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field
from ui.pages.records.permitted import may
from ui.pages.settings.people import ListedPart
from ui.rows import Column
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.flow import empty
from ui.widgets.labels import Words

KINDS = {"red": "high", "amber": "medium", "blue": "low", "green": "plain", "grey": "plain"}
STATUSES = tuple(
    (one.value, one.value)
    for one in ActionStatus
    if one not in (ActionStatus.PROPOSED, ActionStatus.COMPLETE_LATE)
)
ADD = "Add an improvement action"
UPDATE = (
    Field("status", "Status", "pick", STATUSES),
    Field("text", "What was done, and what it changed", "long"),
    Field("due_on", "New date", "due"),
)
COLUMNS = (
    Column[ImprovementRow]("Ref", lambda r: r.reference, width=6),
    Column[ImprovementRow]("Improvement", lambda r: r.text, width=22, stretch=True),
    Column[ImprovementRow]("Standing", lambda r: r.standing, kind=lambda r: KINDS[r.rag], width=18),
    Column[ImprovementRow]("Due", lambda r: r.due_on, width=11),
)


class Improvements(ListedPart):
    """The plan: one table, the chosen one beside it with its update and what was told."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk, "Improvement actions", COLUMNS, ("improvement action", "improvement actions"),
            editable=may(desk, "record_action"), add=ADD,
        )  # fmt: skip
        self.only: str | None = None
        self.update_card = EntryCard("Update", UPDATE, desk, self._update, lasting=True)
        self.told = Card("Told so far")
        self.write_button = button("Write the plan", self.write)
        self.write_button.setAccessibleName("Write the improvement plan as a Word document")
        self.write_button.setEnabled(may(desk, "export_documents"))
        for card in (self.update_card, self.told):
            self.cards.add(card)
        self.entry.say(ADD)
        self.entry.keep_button.setText("Add it")
        self.none.setText("Choose one to change or update it.")
        self.foot.insertWidget(1, self.write_button)

    def fields(self) -> Sequence[Field]:
        read = self.desk.workspace.read
        themes = tuple((one.id, one.label) for one in read.themes())
        return (
            Field("text", "What is to be done", "long", hint="For the partnership, about no child"),
            Field("strategy", "Priority", "pick", _of(LIST)),
            Field("source", "Comes from", "pick", _of("improvement_sources")),
            Field("theme_id", "Theme", "pick", themes),
            Field("owner_id", "Owner", "pick", owners(self.desk)),
            Field("agency_id", "Agency", "pick", agencies(self.desk, active=True)),
            Field("due_on", "Due", "due"),
            Field("success", "Done when"),
        )

    def read(self) -> Sequence[ImprovementRow]:
        rows = self.desk.workspace.read.improvements()
        return [one for one in rows if self.only is None or (one.strategy or "") == self.only]

    def reload(self) -> None:
        super().reload()
        self.write_button.setVisible(bool(self.rows))

    def title_of(self, row: ImprovementRow) -> tuple[str, str]:
        return f"{row.reference}  {row.standing}", row.priority

    def show_chosen(self, row: ImprovementRow) -> None:
        self.update_card.setVisible(self.editable)
        empty(self.told.body)
        self.told.say("Told so far" if row.told else "")
        for words in row.told:
            self.told.add(Words(words))
        self.told.setVisible(bool(row.told))

    def add(self, values: dict[str, Any]) -> None:
        text = values.pop("text", "")
        self.desk.workspace.strategy.add_improvement(text, **values)

    def change(self, row: ImprovementRow, field: str, value: Any) -> None:
        seen = getattr(row, field)
        self.desk.workspace.strategy.change_improvement(row.id, field, value, seen)

    def show_priority(self, code: str | None) -> None:
        """Show those of one priority, or of every one."""
        self.only = code
        self.reload()

    def write(self) -> None:
        """Ask where the plan is to be written, and write it."""
        from exports import improvement_plan

        to = self.desk.dialogues.save_file(self, "Improvement plan", "improvement-plan.docx")
        if to is not None:
            write = improvement_plan.write
            if self.desk.attempt(self, write, self.desk.workspace, Path(to)):
                self.desk.notice.say("The improvement plan is written.")

    def _update(self, values: dict[str, Any]) -> None:
        row = self.chosen()
        if row is not None:
            update = self.desk.workspace.strategy.update_improvement
            update(row.id, values.get("status") or row.status, values.get("text") or "",
                   values.get("due_on"))  # fmt: skip
            self.update_card.ask({"status": None})


def _of(name: str) -> tuple[tuple[object, str], ...]:
    return tuple((one.code, one.label) for one in codes.load(name) if one.active)
