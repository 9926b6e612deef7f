"""One action: its fields, an update with status, reason and new date, and what was told before."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.errors import Refusal
from models.records.desk import UpdateRow
from models.records.outcomes import ActionRow
from models.rules.actions import CARRIED, DONE, FINISHED, ActionStatus
from ui.desk import Desk
from ui.pages.records.editing import RecordForm
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field
from ui.pages.records.permitted import may
from ui.pages.records.serves import Serves
from ui.widgets.buttons import button
from ui.widgets.card import Card, CardList
from ui.widgets.dates import plain_date
from ui.widgets.flow import empty
from ui.widgets.labels import SoftLabel, Words

REGISTER = "Put its measure on the register"
STATUSES = (
    *((status.value, status.value) for status in ActionStatus
      if status not in (ActionStatus.PROPOSED, ActionStatus.COMPLETE_LATE)),
    (CARRIED, "carried to the next meeting"),
)  # fmt: skip
UPDATE = (
    Field("status", "Status", "pick", STATUSES),
    Field("text", "What was done", "long", hint="What shows that it is done"),
    Field("changed", "What it changed", hint="For the child, the person or the place"),
    Field("reason", "Reason", hint="Needed where it is not done, not possible or cancelled"),
    Field("new_due", "New date", "due"),
)


class ActionPanel(QWidget):
    """The chosen action; each field is kept by itself, an update as one step."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.row: ActionRow | None = None
        self.none = SoftLabel("Choose an action to update it.")
        self.card = Card("", large=True)
        self.text = Words()
        self.register_button = button(REGISTER, self.register, keys="Ctrl+Shift+M")
        self.form: RecordForm | None = None
        self.serves = Serves(desk)
        self._members: dict[int, str] = {}
        self.update_card = EntryCard("Update", UPDATE, desk, self._update, lasting=True)
        self.told = Card("Told so far")
        self._told = QVBoxLayout()
        self._build()

    def show_action(self, row: ActionRow | None, editable: bool) -> None:
        """Show an action, or what to do where none is chosen."""
        other = row is None or self.row is None or row.id != self.row.id
        self.row = row
        self.none.setVisible(row is None)
        self.cards.setVisible(row is not None)
        if row is None:
            return
        about = " · ".join(part for part in (row.subject_initials, row.item_reference) if part)
        self.card.say(f"{row.reference}  {row.standing}", about)
        changed = f"\nWhat it changed: {row.changed}" if row.changed else ""
        self.text.setText(f"{row.text}{changed}")
        if self.form is None or other:
            self._new_form(editable)
        assert self.form is not None
        self.form.show_values(
            f"action {row.id}",
            {
                "owner_id": row.owner_id if row.owner_id in self._members else None,
                "due_on": row.due_on,
                "success": row.success,
            },
        )
        self.serves.show_of(action_id=row.id)
        self.update_card.setVisible(editable)
        named = {one.action_id for one in self._desk.workspace.read.named_measures()}
        self.register_button.setVisible(row.id in named and may(self._desk, "record_measure"))
        if other:
            self.update_card.ask({"status": None})
        self._show_told(self._desk.workspace.read.updates_of(row.id))

    def begin_update(self) -> None:
        """Go to the status of the chosen action."""
        if self.row is not None:
            self.update_card.editor_of("status").setFocus(Qt.FocusReason.OtherFocusReason)

    def register(self) -> None:
        """Put the measure that the chosen action names on the register."""
        act = self._desk.workspace.disruption.register_action
        if self.row is not None and self._desk.attempt(self, act, self.row.id):
            self._desk.notice.say("The measure is on the register.")

    def settle(self) -> bool:
        """Keep what is half-typed in the fields."""
        return self.form is None or self.row is None or self.form.settle()

    def _update(self, values: dict[str, Any]) -> None:
        if self.row is None:
            return
        status = values.get("status")
        if status is None:
            raise Refusal("Choose what became of it.", "status")
        finished = ActionStatus(self.row.status) in FINISHED
        done = status in {one.value for one in DONE}
        if finished and status == CARRIED:
            raise Refusal("This action is finished; give another status to open it.", "status")
        try:
            self._desk.workspace.actions.update(
                self.row.id,
                status,
                text=values.get("text"),
                reason=values.get("reason"),
                new_due=values.get("new_due"),
                evidence=values.get("text") if done else None,
                changed=(values.get("changed") or "") if done else None,
            )
        except Refusal as refusal:
            field = "text" if refusal.field == "evidence" else refusal.field
            raise Refusal(refusal.message, field) from None
        self.update_card.ask({"status": None})

    def _new_form(self, editable: bool) -> None:
        if self.form is not None:
            self._fields.removeWidget(self.form)
            self.form.deleteLater()
        found = self._desk.workspace.read.members()
        self._members = {
            one.id: ", ".join(part for part in (one.name, one.agency) if part) for one in found
        }
        fields = (
            Field("owner_id", "Owner", "pick", tuple(self._members.items())),
            Field("due_on", "Due", "due"),
            Field("success", "Done when"),
        )
        change = self._change
        self.form = RecordForm("Action", fields, self._desk, change, editable=editable)
        self._fields.addWidget(self.form)

    def _change(self, field: str, value: Any, seen: Any) -> None:
        if self.row is not None:
            was = self.row.owner_id if field == "owner_id" else seen
            self._desk.workspace.actions.change(self.row.id, field, value, was)

    def _show_told(self, updates: Sequence[UpdateRow]) -> None:
        empty(self._told)
        for one in updates:
            self._told.addWidget(Words(_told_words(one)))
        self.told.setVisible(bool(updates))

    def _build(self) -> None:
        self._fields = QVBoxLayout()
        self.card.add(self.text)
        self.card.body.addWidget(self.register_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.card.body.addLayout(self._fields)
        self.card.add(self.serves)
        self.told.body.addLayout(self._told)
        self.cards = CardList("The chosen action")
        for card in (self.card, self.update_card, self.told):
            self.cards.add(card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.none, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.cards, 1)


def _told_words(one: UpdateRow) -> str:
    due = f"new date {plain_date(one.new_due_on)}" if one.new_due_on else ""
    parts = (one.status, one.text or one.evidence or "", one.reason or "", due)
    said = ". ".join(dict.fromkeys(part.rstrip(".") for part in parts if part))
    by = f", {one.by_name}" if one.by_name else ""
    return f"{plain_date(one.at.date())}{by}: {said}."
