"""The room turns as a line of the capture bar says: on, back, to an item, or past one."""

from collections.abc import Callable

from models.marks import ItemState
from models.records.item import ItemRow
from models.rules.capture import CaptureReading
from models.rules.capture import turning_words as said
from ui.desk import Desk
from ui.live.asking import Asking
from ui.live.state import CLOSING, RoomState
from ui.widgets.labels import native_keys

OVER = {
    ItemState.DISCUSSED: "{item} has been discussed: Ctrl+G goes to it.",
    ItemState.DEFERRED: "{item} is deferred already.",
}


class SaidTurning:
    """Does what a line says of the running order; what it leaves out is asked in place.

    `turn_to` goes to a place, `put_aside` turns on from an item that was put off.
    """

    def __init__(
        self,
        desk: Desk,
        state: RoomState,
        asking: Asking,
        turn_to: Callable[[object], None],
        put_aside: Callable[[int], None],
    ) -> None:
        self._desk, self._state, self._asking = desk, state, asking
        self._turn_to, self._put_aside = turn_to, put_aside
        self._kept = ""

    def turn(self, reading: CaptureReading, kept: str) -> None:
        """Turn the room as the reading says; what else the line `kept` is told with it."""
        self._kept = kept
        self._state.catch_up()
        state = self._state
        if reading.status == said.NEXT:
            following = state.next_to_come()
            self._go(CLOSING if following is None else following)
        elif reading.status == said.PREVIOUS:
            self._go(state.next_from(state.item_id, -1))
        else:
            order = state.facts.order
            row = next((one for one in order if one.reference == reading.reference), None)
            if row is None:
                self._say(f"There is no item {reading.reference} today.")
            else:
                self._do(reading, row)

    def _do(self, reading: CaptureReading, row: ItemRow) -> None:
        if reading.status == said.GO:
            self._go(row.id)
        elif reading.status == said.FORWARD:
            self._asking.forward(row.id)
        elif row.state in OVER:
            self._say(OVER[ItemState(row.state)].format(item=row.reference))
        elif reading.status == said.PARK:
            self._put_off(row, "parked", self._desk.workspace.conduct.park, row.id)
        elif reading.rationale:
            why = reading.rationale
            self._put_off(row, "deferred", self._desk.workspace.conduct.defer, row.id, why)
        else:
            self._asking.defer(row.id, self._put_aside)

    def _go(self, place: object) -> None:
        """Turn there, and say what is left open."""
        left = self._state.row
        self._turn_to(place)
        if left is not None and left.state == ItemState.OPEN and self._state.item_id != left.id:
            self._say(f"{left.reference} stays open: Ctrl+G goes back to it.")

    def _put_off(self, row: ItemRow, how: str, act: Callable[..., object], *args: object) -> None:
        if self._desk.follow(None, act, *args):
            self._put_aside(row.id)
            self._say(f"{row.reference} {how} · {native_keys('Ctrl+Z')} takes it back")

    def _say(self, words: str) -> None:
        self._desk.notice.say(" · ".join(filter(None, (self._kept, words))))
