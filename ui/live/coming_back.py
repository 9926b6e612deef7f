"""Where the room stood when the program stopped: noted as it turns, taken up again and said."""

import json
from typing import Any

from PySide6.QtCore import QObject, QTimer

from ui.autosave import DRAFT_MS
from ui.desk import Desk
from ui.live.half_typed import of_meeting
from ui.live.item_view import STEPS, ItemView
from ui.live.state import ACTIONS, CLOSING, OPENING, RoomState

PLACES = {OPENING: "the opening", ACTIONS: "the earlier actions", CLOSING: "the read-back"}
WAITING = "typed words are back where they stood"


class ComingBack(QObject):
    """Keeps the place and the step of a running meeting among the drafts."""

    def __init__(self, desk: Desk, state: RoomState, item: ItemView) -> None:
        super().__init__(item)
        self.desk, self.state, self.item = desk, state, item
        self.key = of_meeting(state, "place")
        self._noted: str | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(DRAFT_MS)
        self._soon.timeout.connect(self.note)
        state.place_changed.connect(self._turned)
        item.tabs.chosen.connect(self._turned)

    def go(self) -> None:
        """Go where the running meeting was left, and say so."""
        left = self._left() if self.state.running else None
        if left is None:
            return
        if left["place"] in self.state.places() and left["place"] != self.state.place:
            self.state.show(left["place"])
        if self.state.item_id is not None:
            self.item.show_step(left["step"])
        # Said once the page is there: going to a page begins with a clean line.
        QTimer.singleShot(0, self, self._say)

    def _say(self) -> None:
        words = f"Back at {self._where()}"
        self.desk.notice.say(f"{words}; {WAITING}." if self._half_typed() else f"{words}.")

    def note(self) -> None:
        """Write down where the room is."""
        key = self.key()
        where = json.dumps({"place": self.state.place, "step": self.item.step})
        if self.state.running and key is not None and where != self._noted:
            self._noted = where
            self.desk.workspace.store.keep_draft(key, where)

    def _turned(self, *_where: object) -> None:
        if self.state.running and not self._soon.isActive():
            self._soon.start()

    def _left(self) -> dict[str, Any] | None:
        key = self.key()
        self._noted = self.desk.workspace.store.draft(key) if key is not None else None
        return json.loads(self._noted) if self._noted else None

    def _where(self) -> str:
        """The place by reference, never by name."""
        row = self.state.row
        if row is None:
            return PLACES[str(self.state.place)]
        return f"{row.reference}, {STEPS[self.item.step].lower()}"

    def _half_typed(self) -> bool:
        """Whether anything typed in this room waits to be kept."""
        meeting = self.state.meeting.id if self.state.meeting is not None else 0
        ours = [f"item.{row.id}." for row in self.state.facts.order]
        ours += [f"capture.{meeting}.", f"meeting.{meeting}."]
        drafted = self.desk.workspace.store.drafted()
        return any(key.startswith(tuple(ours)) for key in drafted if key != self.key())
