"""Conflicts of interest: who steps out of which item, and why."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from models.records.meeting import DeclarationRow
from ui.desk import Desk
from ui.forms import Form
from ui.live.half_typed import HalfTyped, of_meeting
from ui.live.ledger import Entry, Ledger
from ui.live.state import RoomState
from ui.live.veil import Veil
from ui.live.words_aloud import aloud
from ui.widgets.card import Card
from ui.widgets.combo import Combo
from ui.widgets.dates import short_date
from ui.widgets.labels import SoftLabel
from ui.widgets.sentence_line import SentenceLine


class Declarations(Card):
    """What was declared, and a short form whose Enter records one more."""

    def __init__(self, desk: Desk, state: RoomState) -> None:
        super().__init__("Conflicts of interest")
        self.desk, self.state = desk, state
        self.question = SoftLabel()
        self.list = Ledger("Declared", {"Del": lambda key: self._withdraw(key)})
        self.form = Form("Conflict of interest")
        self.member, self.item = Combo((), "Member"), Combo((), "Item")
        self.interest = SentenceLine()
        self.interest.setAccessibleName("Interest")
        self.veil = Veil(self.interest, state)
        self.form.row("member", "Member", self.member)
        self.form.row("item", "Item", self.item)
        self.form.row("interest", "Interest", self.veil)
        self.interest.setPlaceholderText("Enter records it; the member leaves for the item")
        for part in (self.question, self.list, self.form):
            self.add(part)
        fields = {"member": self.member, "item": self.item, "interest": self.interest}
        self.half = HalfTyped(self, desk.workspace.store, of_meeting(state, "interest"), fields)

    def refill(self) -> None:
        """Show what was declared and offer members and items."""
        meeting = self.state.meeting
        self.question.setText(aloud(self.state, "declaration_question"))
        rows = self.desk.workspace.read.declarations(meeting.id) if meeting else ()
        self.list.show_entries(
            [
                Entry(
                    one.id,
                    one.member,
                    soft=self.state.masked(one.interest),
                    right=_where(one),
                )
                for one in rows
            ]
        )
        self.list.setVisible(bool(rows))
        self.list.setFixedHeight(min(self.list.wanted_height(), 160) if rows else 0)
        self.say("Conflicts of interest", "", _counted(rows))
        members = [a for a in self.state.facts.attendance if a.member_id is not None]
        self.member.set_choices([(a.member_id, a.name) for a in members])
        order = self.state.facts.order
        self.item.set_choices([(r.id, f"{r.reference}  {self.state.shown_name(r)}") for r in order])
        self.half.recall()
        self.veil.refresh()

    def begin(self, member_id: int) -> None:
        """Start with a member who has just been marked as conflicted."""
        self.member.set_value(member_id)
        self.item.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._declare()
        else:
            super().keyPressEvent(event)

    def _declare(self) -> None:
        meeting, member = self.state.meeting, self.member.value()
        self.form.clear_errors()
        if meeting is None or not isinstance(member, int):
            self.member.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        declare = self.desk.workspace.conduct.declare
        words = self.interest.text()
        if self.desk.attempt(self.form, declare, meeting.id, member, words, self.item.value()):
            self.half.drop()
            self.interest.clear()
            self.member.set_value(None)
            self.item.set_value(None)

    def _withdraw(self, key: object) -> None:
        self.desk.attempt(self, self.desk.workspace.conduct.withdraw_declaration, key)


def _where(one: DeclarationRow) -> str:
    place = one.item_reference or "whole meeting"
    return f"{place} · declared {short_date(one.declared_on)}" if one.declared_on else place


def _counted(rows: Sequence[DeclarationRow]) -> str:
    """How many are of tonight, and how many stand from earlier meetings."""
    before = sum(1 for one in rows if one.declared_on)
    if not rows:
        return "none declared"
    tonight = f"{len(rows) - before} declared"
    return f"{tonight} · {before} from before" if before else tonight
