"""What is told of an item to whom, in the room: its lines, and a short form for another."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.records.item import ItemRecord
from models.records.item_extras import CommunicationRow
from ui.desk import Desk
from ui.live.agree_form import AgreeForm
from ui.live.state import RoomState
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.dates import plain_date
from ui.widgets.flow import empty, in_a_row
from ui.widgets.labels import SoftLabel, Words

HEARD = ((False, "No"), (True, "Yes, and somebody approved it"))
TOUCHES = frozenset({"communication"})


class ToldForm(AgreeForm):
    """A line of communication: what, to whom, whether the public hears it, who approved it."""

    touches = TOUCHES

    def __init__(self, desk: Desk, state: RoomState) -> None:
        super().__init__(desk, state, "Told")
        self.what = self.line("what", "What is told")
        self.to_whom = self.line("to_whom", "To whom", "Such as: schools, parents of the area")
        self.public = self.combo("public", "The public hears it", free=False)
        self.public.set_choices(HEARD)
        self.approved = self.combo("approved_by", "Approved by")
        self.row("approved_on", "Approved on", self.due, "Empty: today")
        self.due.line.setAccessibleName("Approved on")

    def offer(self, item: ItemRecord) -> None:
        """Offer those who are here as those who approve."""
        self.approved.set_choices([(one.name, one.name) for one in self.state.taking_part])

    def agree(self) -> None:
        """Keep the line; what it lacks is said beside the field."""
        approved = self.approved.value()
        today = self.desk.workspace.store.clock.today()
        self.keep(
            self.desk.workspace.extras.add_communication,
            self.what.text(),
            self.to_whom.text(),
            public=self.public.value() is True,
            approved_by=approved if isinstance(approved, str) else None,
            approved_on=(self.due.value() or today) if approved else None,
        )


class ToldToWhom(Card):
    """The lines as the room may see them, each said or taken out by key, over the form."""

    def __init__(self, desk: Desk, state: RoomState) -> None:
        super().__init__("What is told to whom")
        self._desk, self._state = desk, state
        self.form = ToldForm(desk, state)
        self._lines = QVBoxLayout()
        holder = QWidget()
        holder.setLayout(self._lines)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self.add(holder)
        self.add(self.form)
        self.add_to_head(button("Keep", self.form.agree, keys="Return"))

    def refill(self, item: ItemRecord) -> None:
        """Show an item's lines; the form goes with the item."""
        empty(self._lines)
        for one in item.communications:
            self._lines.addWidget(self._line(one))
        self.form.follow(item)

    def _line(self, one: CommunicationRow) -> QWidget:
        made, masked = QWidget(), self._state.masked
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(2)
        public = ", in public" if one.public else ""
        column.addWidget(Words(f"{masked(one.to_whom)}{public}: {masked(one.what)}"))
        approved = f"approved by {one.approved_by}" if one.approved_by else "approved by nobody"
        said = f"said {plain_date(one.said_on)}" if one.said_on else "not said yet"
        column.addWidget(SoftLabel(f"{approved} · {said}"))
        if one.said_on is None:
            done = button("Said today", lambda: self._said(one.id), "quiet")
            gone = button("Take out", lambda: self._remove(one.id), "quiet")
            done.setAccessibleName(f"Said to {masked(one.to_whom)} today")
            gone.setAccessibleName(f"Take out what is told to {masked(one.to_whom)}")
            column.addWidget(in_a_row((done, gone)))
        return made

    def _said(self, line_id: int) -> None:
        change = self._desk.workspace.extras.change_communication
        today = self._desk.workspace.store.clock.today()
        if self._desk.attempt(self, change, line_id, "said_on", today, None):
            self._state.refresh(TOUCHES)

    def _remove(self, line_id: int) -> None:
        remove = self._desk.workspace.extras.remove_communication
        if self._desk.attempt(self, remove, line_id):
            self._state.refresh(TOUCHES)
