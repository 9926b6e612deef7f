"""Going about the room: from place to place of the running order, read again as things change."""

from collections.abc import Callable, Hashable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QSize, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton

from exports.phrases import listed
from models.marks import ItemState
from models.records.item import ItemRow
from ui.desk import Desk
from ui.live.ahead import Found
from ui.live.asking import Asking
from ui.live.caught_up import CaughtUp
from ui.live.getting_ready import get_ready
from ui.live.keys import takes
from ui.live.layout import Room
from ui.live.ledger import focus_of
from ui.live.open_points import OpenPoints
from ui.live.state import ACTIONS, CLOSING, OPENING, STILL, RoomState
from ui.live.timing import seconds_of
from ui.live.turned_by import turned_by
from ui.pages.chart_asked import Asked, agenda
from ui.pages.page import Page

IDLE_MINUTES = 30
OPENS_MS, AHEAD_MS, READ_ON_MS = 120, 250, 30
GLANCE_SECONDS = 20
SETTLES_MS = 1_000
"""How long the item that comes after a closed one does not take the same keys for itself."""


class Turning(Page):
    """A page that holds the room and turns it; what is shown is opened, what is next read ahead."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.state = RoomState(desk.workspace, self)
        self.room = Room(self, desk, self.state)
        self._last: Any = None
        self._ready = False
        self.asking = Asking(desk, self.state, self.room.ask)
        self.points = OpenPoints(desk, self.state, self.room.ask)
        self._soon = self._timer(0, self._catch_up)
        self._showing = self._timer(0, self.state.tell)
        self._opening = self._timer(OPENS_MS, self._open_shown)
        self._reading_ahead = self._timer(AHEAD_MS, self._read_ahead)
        self._arrived = self._timer(0, self._take_focus)
        self.settling = self._timer(SETTLES_MS, lambda: None)
        self.caught_up = CaughtUp(self.state, self)
        self.ticking = self._timer(1_000, lambda: self.isVisible() and self.room.tick())
        self.ticking.setSingleShot(False)
        self.ticking.start()
        self.room.turned.connect(self.turn_to)
        self.room.look_up_wanted.connect(self.look_up)

    # what every page answers

    def on_changed(self, changes: Any) -> None:
        """Read again after this turn of events, once for any number of changes."""
        self.state.heard |= {table for table, _ in changes.touched}
        self._last = changes
        self._soon.start()

    def show_record(self, key: Hashable) -> None:
        """Go to a meeting by its id, to an item by both ids, to the opening, or to a risk.

        The opening goes by meeting and its place; a risk by meeting, item (or none) and line.
        """
        meeting = self.state.meeting
        at, place = (key[0], key[1:]) if isinstance(key, tuple) else (key, ())
        if isinstance(at, int) and (meeting is None or meeting.id != at):
            self.room.flush()
            self.state.open_meeting(at)
        if len(place) == 1:
            self.turn_to(place[0])
        if len(place) == 2:
            self._go_to_risk(*place)

    def _go_to_risk(self, item_id: int | None, line_id: int) -> None:
        """Stand on an immediate risk: at its item's right, else in the read-back."""
        known = self.state.row_of(item_id) is not None
        self.turn_to(item_id if known else CLOSING)
        entries = self.room.agreed.list if known else self.room.read_back.list
        self._arrived.stop()
        focus_of(entries)
        entries.go_to(("urgent", line_id))

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

    def on_chart(self) -> Asked | None:
        """All who are on this agenda, whom the room speaks of standing out."""
        meeting, row = self.state.meeting, self.state.row
        if meeting is None:
            return None
        return agenda(meeting.id, "meeting", row.subject_id if row is not None else None)

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
        out = self.state.stepping_out if self.state.running else ()
        self.state.show(place)
        self._say_what_stands(out)
        row = self.state.row
        if row is not None and self.state.running and row.state not in STILL:
            self._opening.start()
        self._reading_ahead.start(AHEAD_MS)

    def _say_what_stands(self, out: Sequence[str]) -> None:
        """Say at the read-back which item is open yet, and who left for one that is over."""
        back = [name for name in out if name not in self.state.stepping_out]
        closing = self.state.running and self.state.place == CLOSING
        order = self.state.facts.order if closing else ()
        left = [row.reference for row in order if row.state == ItemState.OPEN]
        is_open = f"{listed(left)} {'is' if len(left) == 1 else 'are'} still open." if left else ""
        call = f"Call {listed(back)} back: the item they left for is over." if back else ""
        said = " ".join(part for part in (is_open, call) if part)
        if said:
            self.desk.notice.say(said)

    def next_item(self) -> None:
        """Turn to the next place of the running order."""
        self.turn_to(self.state.next_from(self.state.item_id, 1))

    def previous_item(self) -> None:
        """Turn to the place before."""
        self.turn_to(self.state.next_from(self.state.item_id, -1))

    def go_to_item(self) -> None:
        """Ask for an item by reference or initials."""
        self.asking.go_to(self.turn_to)

    def read_back(self) -> None:
        """Turn to the read-back; asked for there, the hand goes to its list."""
        if self.state.place == CLOSING:
            focus_of(self.room.read_back.list)
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
        """Go to what is agreed: on the item in hand, in the whole meeting, or at earlier ones."""
        if self.state.item is not None:
            self.room.agreed.begin()
        elif self.state.place == CLOSING:
            focus_of(self.room.read_back.list)
        elif self.state.place == ACTIONS:
            focus_of(self.room.log.first_field())

    # what is heard

    def _do(self, act: Any, *args: Any) -> bool:
        return self.desk.attempt(self, act, *args)

    def _open_shown(self) -> None:
        """Open the item that the room has turned to; those only passed by are left alone."""
        self.state.catch_up()
        row, conduct = self.state.row, self.desk.workspace.conduct
        if row is None or not self.state.running or row.state in STILL:
            return
        running = [one for one in self.state.facts.order if one.clock_started is not None]
        for other in running:
            if other.id != row.id and self._only_glanced_at(other):
                self.desk.follow(self, conduct.pause_clock, other.id)
        self.desk.follow(self, conduct.open_item, row.id)

    def _only_glanced_at(self, row: ItemRow) -> bool:
        """An item left undecided before half its time stays open: it is not discussed yet."""
        enough = max(GLANCE_SECONDS, row.planned_minutes * 30)
        return not row.decided and seconds_of(row, self.state.now) < enough

    def _catch_up(self) -> None:
        """Read what was changed and not read again since by whoever changed it."""
        if self.state.heard:
            self.state.read_again()
            self._showing.start()
        self._say_who_turned()
        self._reading_ahead.start(AHEAD_MS)

    def _say_who_turned(self) -> None:
        """Say who turned the meeting to another item in a window of theirs."""
        changes, self._last = self._last, None
        said = turned_by(self.state, changes) if changes is not None else ""
        if said and self.state.running:
            self.desk.notice.say(said)

    def _refresh(self) -> None:
        self.state.refresh()
        self._catch_up()

    def _read_ahead(self) -> None:
        """Read the next item, then the others one by one, as long as the room rests."""
        if not self.isVisible() or self.state.meeting is None:
            return
        ready, self._ready = self._ready, True
        if not ready:
            self._apart(partial(get_ready, self.desk.workspace, self.state.meeting.id))
        elif (following := self.state.not_at_hand()) is not None:
            self._apart(partial(self.state.look_ahead, following))

    def _apart(self, read: Callable[[], Found | None]) -> None:
        """Read off the window's thread."""
        self.desk.tasks.run(lambda _progress: read(), self._taken_ahead, lambda _error: None)

    def _taken_ahead(self, found: Found | None) -> None:
        if found is not None:
            self.state.ahead.take(found)
        if not self._reading_ahead.isActive():
            self._reading_ahead.start(READ_ON_MS)

    def _take_focus(self) -> None:
        """Keys work at once on arriving: the hand goes where the room is."""
        focus = self.window().focusWidget()
        idle = focus is None or isinstance(focus, QAbstractButton) or not self.isAncestorOf(focus)
        if self.isVisible() and idle:
            focus_of(self.room.first_field())

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
        self._ready = False  # what was made ready is given up at a lock
        self._arrived.start()

    def minimumSizeHint(self) -> QSize:
        # The columns grow with the page: their width of now is not the least that it can have.
        return super().minimumSizeHint() - QSize(self.room.could_narrow_by(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.room.fit()
