"""Closing a record, with a reason and a second person; and opening it again."""

from datetime import date
from typing import Any

from ui.desk import Desk
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field, plainly
from ui.pages.records.permitted import may
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.combo import Combo
from ui.widgets.confirm import ConfirmInPlace
from ui.widgets.dates import plain_date
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Words

FIELDS = (
    Field("reason", "Reason"),
    Field("second_person", "Second person", "pick", hint="Another user or a member who agreed."),
)
CLOSE, REMOVE, PERSON = "Close this record", "Remove this person", "person_of_concern"
MEANS = {
    "child": "A closed child leaves the tracker and comes back for a look in three months.",
    PERSON: "A person who is removed leaves the lists, stays findable, and can be opened again.",
}


class ClosingCard(Card):
    """What closing means, the form for it, or since when and why the record is closed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Closing")
        self._desk, self._subject_id = desk, 0
        self.words = Words()
        self.ask = button(CLOSE, self.begin, "danger")
        self.entry = EntryCard("Close this record", FIELDS, desk, self._close, "Close it")
        self.again = ConfirmInPlace("Open it again", "Open this record again?", "Open it")
        self.again.confirmed.connect(self._reopen)
        asking = FlowLayout(gap=8)
        asking.addWidget(self.ask)
        self.add(self.words)
        self.body.addLayout(asking)
        for widget in (self.entry, self.again):
            self.add(widget)

    def show_subject(
        self, subject_id: int, closed_on: date | None, reason: str | None, kind: str = "child"
    ) -> None:
        """Show a record's state."""
        self.entry.turn_to(subject_id)
        self._subject_id = subject_id
        able = may(self._desk, "edit_record")
        self.ask.setVisible(closed_on is None and able)
        self.again.setVisible(closed_on is not None and able)
        if closed_on is not None and not self.entry.isHidden():
            self.entry.leave()
        why = f": {reason}" if reason else ""
        said = MEANS.get(kind, "A closed record stays findable.")
        words, keep = (REMOVE, "Remove") if kind == PERSON else (CLOSE, "Close it")
        self.ask.setText(words)
        self.entry.say(words)
        self.entry.keep_button.setText(keep)
        self.words.setText(f"Closed on {plain_date(closed_on)}{why}" if closed_on else said)

    def begin(self) -> None:
        """Ask for the reason and the second person, in sight."""
        read, mine = self._desk.workspace.read, self._desk.workspace.signed_in_name
        people = {one.name for one in (*read.users(), *read.members()) if one.active} - {mine}
        second = self.entry.editor_of("second_person")
        if isinstance(second, Combo):
            second.set_choices(plainly(sorted(people)))
        self.entry.ask()

    def _close(self, values: dict[str, Any]) -> None:
        self._desk.workspace.register.close(
            self._subject_id, values.get("reason", ""), values.get("second_person")
        )

    def _reopen(self, _reason: str) -> None:
        self._desk.attempt(self, self._desk.workspace.register.reopen, self._subject_id)
