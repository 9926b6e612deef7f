"""Who always attends a tier, and in which part."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.records.panel import MemberRecord
from ui.desk import Desk
from ui.pages.settings.members import PARTS
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.combo import Combo
from ui.widgets.flow import empty
from ui.widgets.labels import SoftLabel, Words

OF_PANEL = "On the panel itself those attend whom Members calls core."


class SeatsCard(Card):
    """The members of one tier, with a line to seat another."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Always attend")
        self._desk, self._tier = desk, 0
        self._rows = QVBoxLayout()
        self.who = Combo((), "Member to be seated")
        self.part = Combo((("", "Member"), *PARTS), "In which part")
        self._line = QWidget()
        row = QHBoxLayout(self._line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.who, 2)
        row.addWidget(self.part, 1)
        row.addWidget(button("Seat", self._seat))
        self.body.addLayout(self._rows)
        self.add(self._line)

    def show_tier(self, series_id: int, *, first: bool, editable: bool) -> None:
        """Show who sits on a tier."""
        self._tier = series_id
        read = self._desk.workspace.read
        members = {one.id: one for one in read.members() if one.active}
        mine = [(one, part) for one, tier, part in read.seats() if tier == series_id]
        empty(self._rows)
        self._line.setVisible(editable and not first)
        if first:
            self._rows.addWidget(SoftLabel(OF_PANEL))
            return
        for member_id, part in mine:
            if member_id in members:
                self._rows.addWidget(self._seated(members[member_id], part, editable))
        if not mine:
            self._rows.addWidget(SoftLabel("Nobody yet. Seat who always attends."))
        self.who.set_choices([(one.id, _words(one)) for one in members.values()])
        self.part.set_value("")

    def _seated(self, one: MemberRecord, part: str | None, editable: bool) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        words = dict(PARTS).get(part or "", "")
        row.addWidget(Words(f"{_words(one)}{f': {words.lower()}' if words else ''}"), 1)
        if editable:
            gone = button("Take the seat away", lambda: self._unseat(one.id), "quiet")
            gone.setAccessibleName(f"Take the seat of {one.name} away")
            row.addWidget(gone)
        return line

    def _seat(self) -> None:
        member = self.who.value()
        if isinstance(member, int):
            seat = self._desk.workspace.tiers.seat
            if self._desk.attempt(self, seat, self._tier, member, self.part.value() or None):
                self.who.set_value(None)

    def _unseat(self, member_id: int) -> None:
        self._desk.attempt(self, self._desk.workspace.tiers.unseat, self._tier, member_id)


def _words(one: MemberRecord) -> str:
    return ", ".join(filter(None, (one.name, one.role, one.agency)))
