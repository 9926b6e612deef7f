"""What is told of an item to whom, in the room: its lines, and a short form for another."""

from models.records.item import ItemRecord
from ui.desk import Desk
from ui.live.agree_form import AgreeForm
from ui.live.state import RoomState
from ui.pages.records.told_lines import ToldLines
from ui.widgets.buttons import button
from ui.widgets.card import Card

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
        self.form, self.lines = ToldForm(desk, state), ToldLines(desk, state.masked)
        self.lines.changed.connect(lambda: state.refresh(TOUCHES))
        self.add(self.lines)
        self.add(self.form)
        self.add_to_head(button("Keep", self.form.agree, keys="Return"))

    def refill(self, item: ItemRecord) -> None:
        """Show an item's lines; the form goes with the item."""
        self.lines.show_lines(item.communications)
        self.form.follow(item)
