"""The page Meeting: the live room, from the opening to the read-back, and what is done in it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView

from models.marks import ItemState
from models.records.item import ItemRow
from ui.commands import Command
from ui.desk import Desk
from ui.live.coming_back import ComingBack
from ui.live.display import Display
from ui.live.haste import is_a_letter
from ui.live.keys import COMMANDS
from ui.live.letters import letters
from ui.live.said_turning import SaidTurning
from ui.live.state import CLOSING
from ui.live.turning import Turning
from ui.widgets.dates import long_date

BEHIND = "The panel display is behind this window: choose “MaceDesk: panel display” in the call."
NOT_OPEN = "The panel display is not open: F9 opens it."


class MeetingPage(Turning):
    """What the chair and the minute taker have before them while the panel meets."""

    title = "Meeting"
    whole_width = True
    room_safe = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.display = Display(self, self.room.capture, self.state)
        self.state.out.pauses = lambda: desk.machine.pause_display
        self.coming_back = ComingBack(desk, self.state, self.room.item)
        self.said = SaidTurning(desk, self.state, self.asking, self.turn_to, self._put_aside)
        self.room.capture.turning.connect(self.said.turn)
        self.room.start_wanted.connect(self.start_or_pause)
        self.room.reveal_wanted.connect(self.reveal)
        self.room.display_wanted.connect(self.panel_display)
        for gone_through in (self.room.read_back.list, self.room.log.review.list):
            gone_through.chosen.connect(self.display.follow)
        self.ticking.timeout.connect(self.display.tick)

    def commands(self) -> Sequence[Command]:
        """Everything the room can do, by key."""
        return COMMANDS

    def letters(self) -> Sequence[tuple[str, str, str]]:
        """The letters of the lists, which work where the hand stands in one."""
        return letters()

    def reload(self) -> None:
        """Take up the meeting where the file says it is."""
        meeting = self.state.meeting
        if meeting is None:
            self.state.open_meeting()
            self.coming_back.go()
            self.room.go_there()
            if self.asking.deferring(self.state.item_id):
                self.defer_item()
        else:
            self.state.refresh()

    # the item

    def start_or_pause(self) -> None:
        """Start the meeting, or start or pause the item's clock."""
        self.state.catch_up()
        meeting, row, conduct = self.state.meeting, self.state.row, self.desk.workspace.conduct
        if meeting is None:
            return
        if not self.state.running:
            self.asking.start(self._start)
        elif row is not None and row.clock_started is not None:
            self._do(conduct.pause_clock, row.id)
        elif row is not None and row.state == ItemState.DISCUSSED:
            self._do(conduct.run_clock, row.id)
        elif row is not None:
            self._do(conduct.open_item, row.id)

    def _start(self) -> None:
        if self.state.meeting is not None:
            planned = self.state.meeting.held_on
            self._do(self.desk.workspace.conduct.start, self.state.meeting.id)
            self.state.catch_up()
            self._say_the_day(planned)
            self._arrived.start()  # the button that was pressed is gone

    def _say_the_day(self, planned: date) -> None:
        """Say so where the meeting is held on another day than it was planned for."""
        held = self.state.meeting.held_on if self.state.meeting is not None else planned
        if held != planned:
            said = f"Planned for {long_date(planned)}; held today, {long_date(held)}."
            self.desk.notice.say(said)

    def finish_item(self) -> None:
        """Close the item in hand and turn to the next that is still to come.

        A point that is open is asked for first; asked again, the item closes without it. The same
        keys pressed twice close one item and not two.
        """
        if self.settling.isActive():
            self.settling.start()
            return
        self.room.flush()
        self._opening.stop()
        self._catch_up()
        row = self.state.row
        if row is None or not self.state.running:
            self.next_item()
        elif row.state != ItemState.OPEN or not self.points.ask(self._finish):
            self._finish()

    def _finish(self) -> None:
        finish, item_id = self.desk.workspace.conduct.finish_item, self.state.item_id
        if item_id is not None and self.desk.attempt(self, finish, item_id):
            self.settling.start()
            self._after(item_id)

    def defer_item(self) -> None:
        """Ask why the item is deferred, in place, and turn to the next."""
        self.asking.defer(self._in_hand, self._put_aside)

    def park_item(self) -> None:
        """Put the item aside for later in this meeting and turn to the next."""
        row = self.state.row_of(self._in_hand)
        park = self.desk.workspace.conduct.park
        if row is not None and self.desk.attempt(self, park, row.id):
            self._put_aside(row.id)

    def bring_forward(self) -> None:
        """Take an item next, whatever its section."""
        pointed = self.room.order.pointed
        if pointed is not None:
            self.asking.forward(pointed)
        else:
            self.asking.bring_forward()

    def split(self) -> None:
        """Ask from which item on the panel goes on on another day."""
        self.asking.split(self.room.order.pointed)

    def write_actions(self) -> None:
        """Write the action list of the meeting that is closed."""
        self.room.read_back.write_actions()

    def add_item(self) -> None:
        """Ask what to add to the running order."""
        self.asking.add_item()

    def settle_interest(self) -> None:
        """Ask about the interest that the item's head points out."""
        self.asking.settle_interest()

    def register_measure(self) -> None:
        """Put the measure that the item's latest action names on the register."""
        item_id = self.state.item_id
        named = self.state.read.named_measures(item_id) if item_id is not None else ()
        if not named:
            self.desk.notice.say(
                "No action of this item names a measure that is not on the register."
            )
        elif self._do(self.desk.workspace.disruption.register_action, named[0].action_id):
            self.desk.notice.say(f"{named[0].measure} is on the register")

    @property
    def _in_hand(self) -> int | None:
        return self.room.order.pointed or self.state.item_id

    def _put_aside(self, item_id: int) -> None:
        """An item is put off: what is typed on is meant as words, no list takes it for commands."""
        in_hand = item_id == self.state.item_id
        self._after(item_id)
        if in_hand and self.state.item_id is not None:
            self.room.capture.begin()

    def _after(self, item_id: int) -> None:
        """An item has left the table: turn to the next, if it was the one in hand.

        What became of it is read as the next is shown: nothing is filled twice.
        """
        if item_id != self.state.item_id:
            self._refresh()
            return
        following = self.state.next_to_come()
        self.turn_to(following if following is not None else CLOSING)

    # what is seen

    def reveal(self) -> None:
        """Show this item, or the read-back, whole; or hide it again. Showing is noted."""
        item, at_the_end = self.state.item, self.state.place == CLOSING
        if self.state.revealed or not (item or at_the_end):
            self.state.reveal(False)
        elif self.desk.attempt(self, self._note_reveal, item.row if item else None):
            self.room.flush()
            self.state.reveal(True)

    def hide_again(self) -> None:
        if self.state.revealed:
            self.room.flush()
            self.state.reveal(False)

    def _note_reveal(self, row: ItemRow | None) -> None:
        """Note who has shown what, in the meeting's record and in that of the child."""
        conduct, meeting = self.desk.workspace.conduct, self.state.meeting
        if self.state.running and meeting is not None:
            where = {"item_id": row.id} if row is not None else {"page": "Read-back"}
            conduct.reveal(meeting.id, **where)
        if row is not None and row.subject_id is not None:
            self.desk.workspace.register.reading_of(row.subject_id, revealed=True)

    def panel_display(self) -> None:
        """Open the panel display, or close it."""
        self.display.toggle()
        if self.display.shown is not None and self.display.shown.behind:
            self.desk.notice.say(BEHIND)

    def let_out(self) -> None:
        """Show the item that waits on the panel display: everyone here may see it."""
        if self.display.shown is None:
            self.desk.notice.say(NOT_OPEN)
        self.display.let_out()

    def preview(self) -> None:
        """Show what the panel display shows in a small picture, or take it away."""
        if self.display.shown is None:
            self.desk.notice.say(NOT_OPEN)
        else:
            self.display.preview.toggle()

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        nowhere = not isinstance(self.focusWidget(), QAbstractItemView) and self.room.may_type_on
        if nowhere and is_a_letter(event):
            self.room.type_on(event.text())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.display.preview.place()
