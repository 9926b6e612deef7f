"""The running order at the left: every place of the meeting with its state and its time."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from models.marks import ItemState
from models.records.meeting import ItemRow
from ui.live.state import ACTIONS, CLOSING, OPENING, RoomState
from ui.live.timing import minutes_words
from ui.widgets.card import Card
from ui.widgets.row_list import Line, RowList

MARKS = {
    ItemState.DISCUSSED: "✓",
    ItemState.DEFERRED: "↷",
    ItemState.PARKED: "‖",
    ItemState.NOT_REACHED: "–",
}
SAID = (ItemState.DEFERRED, ItemState.PARKED, ItemState.NOT_REACHED)


class RunningOrder(Card):
    """One line per place; Enter or a click turns there, arrows only look."""

    turned = Signal(object)

    def __init__(self, state: RoomState) -> None:
        super().__init__()
        self.state = state
        self.list = RowList("Running order")
        self.list.opened.connect(self.turned)
        self.list.clicked.connect(lambda _index: self.turned.emit(self.list.current_key()))
        self.body.setContentsMargins(4, 8, 4, 8)
        self.add(self.list)
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.setStretchFactor(self.list, 1)

    @property
    def pointed(self) -> int | None:
        """The item under the hand, where the list has the focus."""
        key = self.list.current_key()
        return key if self.list.hasFocus() and isinstance(key, int) else None

    def refill(self) -> None:
        """Show the order as it stands; the place is marked unless somebody looks about."""
        self.tick()
        if not self.list.hasFocus() or self.list.current_key() is None:
            self.list.go_to(self.state.place)

    def go_there(self) -> None:
        """Stand on the place that the room shows."""
        self.list.go_to(self.state.place)

    def tick(self) -> None:
        """Bring the clocks up to date."""
        self.list.show_lines(self._lines())

    def _lines(self) -> list[Line]:
        lines = [Line("h", "Running order", heading=True), *self._opening()]
        letter = ""
        for row in self.state.facts.order:
            if row.section != letter:
                letter = row.section
                lines.append(Line(f"h{letter}", self._section(letter), heading=True))
            lines.append(self._line(row))
        lines.append(Line("hc", "Close", heading=True))
        lines.append(Line(CLOSING, "Read-back", soft="F7"))
        return lines

    def _opening(self) -> list[Line]:
        meeting = self.state.meeting
        read = meeting is not None and meeting.script_read_at is not None
        return [
            Line(OPENING, "Opening", "✓" if read else ""),
            Line(ACTIONS, "Earlier actions"),
        ]

    def _line(self, row: ItemRow) -> Line:
        live = self.state.live
        here = live is not None and live.id == row.id
        mark = "▶" if here else MARKS.get(ItemState(row.state), "")
        left_open = row.state == ItemState.OPEN and not here
        state = row.state if row.state in SAID or left_open else ""
        name = self.state.shown_name(row)
        words = f"{row.reference}  {name}"
        time = minutes_words(row, self.state.now)
        spoken = f"{row.reference}, {name}, {row.state}, {time} minutes"
        return Line(row.id, words, mark, state, time, said=spoken)

    def _section(self, letter: str) -> str:
        return dict(self.state.facts.sections).get(letter, letter)
