"""The page Meeting: the live room, from the opening to the read-back."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton

from models.marks import ItemState
from models.records.item import ItemRow
from ui.commands import Command
from ui.desk import Desk
from ui.live.asking import Asking
from ui.live.coming_back import ComingBack
from ui.live.display import Display
from ui.live.keys import COMMANDS, takes
from ui.live.layout import Room
from ui.live.ledger import focus_of
from ui.live.open_points import OpenPoints
from ui.live.state import CLOSING, OPENING, STILL, RoomState
from ui.live.timing import seconds_of
from ui.pages.page import Page

IDLE_MINUTES = 30
OPENS_MS, AHEAD_MS, READ_ON_MS = 120, 250, 30
GLANCE_SECONDS = 20
BEHIND = "The panel display is behind this window: choose “MaceDesk: panel display” in the call."
NOT_OPEN = "The panel display is not open: F9 opens it."


class MeetingPage(Page):
    """What the chair and the minute taker have before them while the panel meets."""

    title = "Meeting"
    whole_width = True
    room_safe = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.state = RoomState(desk.workspace)
        self.room = Room(self, desk, self.state)
        self.asking = Asking(desk, self.state, self.room.ask)
        self.points = OpenPoints(desk, self.state, self.room.ask)
        self.display = Display(self, self.room.capture, self.state)
        self.state.out.pauses = lambda: desk.machine.pause_display
        self.coming_back = ComingBack(desk, self.state, self.room.item)
        self._connect()

    # what every page answers

    def commands(self) -> Sequence[Command]:
        """Everything the room can do, by key."""
        return COMMANDS

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

    def on_changed(self, changes: Any) -> None:
        """Read again after this turn of events, once for any number of changes."""
        self._touched |= {table for table, _ in changes.touched}
        self._soon.start()

    def show_record(self, key: Hashable) -> None:
        """Go to a meeting by its id."""
        meeting = self.state.meeting
        if isinstance(key, int) and (meeting is None or meeting.id != key):
            self.room.flush()
            self.state.open_meeting(key)

    def start_finding(self) -> bool:
        """Searching the room is going to an item."""
        self.go_to_item()
        return True

    def look_up(self) -> bool:
        """Look up whom was named, in place; asked for while it is open, the window's line comes."""
        if self.state.meeting is None:
            return False
        again = self.room.look_up.isVisible()
        self.room.look_up.leave()
        if not again:
            self.room.look_up.begin()
        return not again

    def may_leave(self) -> bool:
        """Keep what is half-typed; nothing keeps anybody here."""
        self.room.look_up.leave()
        self.room.flush()
        return True

    def idle_minutes(self, usual: int) -> int:
        """A running meeting waits longer before it locks."""
        return max(usual, IDLE_MINUTES) if self.state.running else usual

    # turning about

    def turn_to(self, place: object) -> None:
        """Turn the room to a place; an item not yet discussed is opened and its clock runs."""
        if not isinstance(place, (str, int)) or place not in self.state.places():
            return
        self.room.flush()
        self.points.drop()
        self._opening.stop()
        self.state.show(place)
        row = self.state.row
        if row is not None and self.state.running and row.state not in STILL:
            self._opening.start()
        self._reading_ahead.start(AHEAD_MS)

    def next_item(self) -> None:
        """Turn to the next place of the running order."""
        self.turn_to(self.state.next_from(self.state.item_id, 1))

    def previous_item(self) -> None:
        """Turn to the place before."""
        self.turn_to(self.state.next_from(self.state.item_id, -1))

    def finish_item(self) -> None:
        """Close the item in hand and turn to the next that is still to come.

        A point that is open is asked for first; asked again, the item closes without it.
        """
        self.room.flush()
        self._opening.stop()
        if self._touched:
            self._refresh()
        row = self.state.row
        if row is None or not self.state.running:
            self.next_item()
        elif row.state != ItemState.OPEN or not self.points.ask(self._finish):
            self._finish()

    def _finish(self) -> None:
        if self._do(self.desk.workspace.conduct.finish_item, self.state.item_id):
            following = self.state.next_to_come()
            self.turn_to(following if following is not None else CLOSING)

    def go_to_item(self) -> None:
        """Ask for an item by reference or initials."""
        self.asking.go_to(self.turn_to)

    def read_back(self) -> None:
        """Turn to the read-back."""
        self.turn_to(CLOSING)

    def show_heard(self) -> None:
        """Show which agency was heard on which item, or go back to where the room is."""
        self.room.show_heard()

    def step_to(self, step: str) -> None:
        """Show a step of the item, or a part of the opening."""
        if self.state.item_id is not None:
            self.room.item.go_to(int(step))
        elif self.state.place == OPENING:
            self.room.opening.go_to(int(step))

    def next_prompt(self) -> None:
        """Go to the next of the chair's prompts that is not covered."""
        if self.state.item is not None:
            self.room.sheet.jump()

    def capture(self) -> None:
        """Go to the capture bar."""
        self.room.capture.begin()

    def agreed(self) -> None:
        """Go to what is agreed on the item in hand."""
        if self.state.item is not None:
            self.room.agreed.begin()

    # the item

    def start_or_pause(self) -> None:
        """Start the meeting, or start or pause the item's clock."""
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
            self._do(self.desk.workspace.conduct.start, self.state.meeting.id)
            self._arrived.start()  # the button that was pressed is gone

    def defer_item(self) -> None:
        """Ask why the item is deferred, in place, and turn to the next."""
        self.asking.defer(self._in_hand, self._after)

    def park_item(self) -> None:
        """Put the item aside for later in this meeting and turn to the next."""
        row = self.state.row_of(self._in_hand)
        if row is not None and self._do(self.desk.workspace.conduct.park, row.id):
            self._after(row.id)

    def bring_forward(self) -> None:
        """Put an item next in its section."""
        pointed = self.room.order.pointed
        if pointed is not None:
            self._do(self.desk.workspace.conduct.bring_forward, pointed)
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

    # what is heard

    @property
    def _in_hand(self) -> int | None:
        return self.room.order.pointed or self.state.item_id

    def _note_reveal(self, row: ItemRow | None) -> None:
        """Note who has shown what, in the meeting's record and in that of the child."""
        conduct, meeting = self.desk.workspace.conduct, self.state.meeting
        if self.state.running and meeting is not None:
            where = {"item_id": row.id} if row is not None else {"page": "Read-back"}
            conduct.reveal(meeting.id, **where)
        if row is not None and row.subject_id is not None:
            self.desk.workspace.register.reading_of(row.subject_id, revealed=True)

    def _after(self, item_id: int) -> None:
        """An item has left the table: turn to the next, if it was the one in hand.

        What is typed on is meant as words: no list takes its letters for commands.
        """
        if item_id == self.state.item_id:
            following = self.state.next_to_come()
            self.turn_to(following if following is not None else CLOSING)
            if self.state.item_id is not None:
                self.room.capture.begin()

    def _do(self, act: Any, *args: Any) -> bool:
        done = self.desk.attempt(self, act, *args)
        if done:
            self._refresh()
        return done

    def _open_shown(self) -> None:
        """Open the item that the room has turned to; those only passed by are left alone."""
        row, live, conduct = self.state.row, self.state.live, self.desk.workspace.conduct
        if row is None or not self.state.running or row.state in STILL:
            return
        if live is not None and live.id != row.id and self._only_glanced_at(live):
            self.desk.attempt(self, conduct.pause_clock, live.id)
        self._do(conduct.open_item, row.id)

    def _only_glanced_at(self, row: ItemRow) -> bool:
        """An item left undecided before half its time stays open: it is not discussed yet."""
        enough = max(GLANCE_SECONDS, row.planned_minutes * 30)
        return not row.decided and seconds_of(row, self.state.now) < enough

    def _refresh(self) -> None:
        touched, self._touched = self._touched, set()
        self._soon.stop()
        self.state.refresh(touched)
        self._reading_ahead.start(AHEAD_MS)

    def _read_ahead(self) -> None:
        """Read the next item, then the others one by one, as long as the room rests."""
        following = self.state.not_at_hand() if self.isVisible() else None
        if following is not None:
            self.desk.tasks.run(
                lambda _progress: self.state.look_ahead(following),
                self._taken_ahead,
                lambda _error: None,
            )

    def _taken_ahead(self, found: Any) -> None:
        self.state.ahead.take(found)
        if not self._reading_ahead.isActive():
            self._reading_ahead.start(READ_ON_MS)

    def _take_focus(self) -> None:
        """Keys work at once on arriving: the hand goes where the room is."""
        focus = self.window().focusWidget()
        idle = focus is None or isinstance(focus, QAbstractButton) or not self.isAncestorOf(focus)
        if self.isVisible() and idle:
            focus_of(self.room.first_field())

    def _second(self) -> None:
        if self.isVisible():
            self.room.tick()
        self.display.tick()

    def _connect(self) -> None:
        self._touched: set[str] = set()
        self._soon = self._timer(0, self._refresh)
        self._opening = self._timer(OPENS_MS, self._open_shown)
        self._reading_ahead = self._timer(AHEAD_MS, self._read_ahead)
        self._arrived = self._timer(0, self._take_focus)
        self._ticking = self._timer(1_000, self._second)
        self._ticking.setSingleShot(False)
        self._ticking.start()
        self.room.turned.connect(self.turn_to)
        self.room.start_wanted.connect(self.start_or_pause)
        self.room.reveal_wanted.connect(self.reveal)
        self.room.look_up_wanted.connect(self.look_up)
        self.room.display_wanted.connect(self.panel_display)
        for gone_through in (self.room.read_back.list, self.room.log.review.list):
            gone_through.chosen.connect(self.display.follow)

    def _timer(self, after: int, act: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after)
        timer.timeout.connect(act)
        return timer

    # Qt overrides

    def event(self, event: QEvent) -> bool:
        # Ctrl+1 to Ctrl+6 are pages elsewhere; here they are steps, so the page asks first.
        step = takes(event)
        if not step:
            return super().event(event)
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self.step_to(str(step - 1))
        return True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrived.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.room.fit()
        self.display.preview.place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close:
            self.display.close()
        return False
