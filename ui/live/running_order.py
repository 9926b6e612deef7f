"""The running order at the left: every place of the meeting with its state and its time."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from exports.phrases import listed
from models.marks import ItemState
from models.records.item import ItemRow
from ui import look
from ui.live.order_lines import OrderDelegate, OrderLine
from ui.live.state import ACTIONS, CLOSING, OPENING, RoomState
from ui.live.timing import likely_at, minutes_tint, minutes_words, not_in_time, waiting_for
from ui.widgets.card import Card
from ui.widgets.labels import Words, native_keys
from ui.widgets.lines import Line
from ui.widgets.row_list import RowList

MARKS = {
    ItemState.DISCUSSED: "✓",
    ItemState.DEFERRED: "↷",
    ItemState.PARKED: "‖",
    ItemState.NOT_REACHED: "–",
}
MAY_NOT = "may not be reached"
NAMED = 3
LARGE = 1.5
"""From this size of text on the foot says its least."""
SAID = (ItemState.DEFERRED, ItemState.PARKED, ItemState.NOT_REACHED)


class RunningOrder(Card):
    """One line per place; Enter or a click turns there, arrows only look."""

    turned = Signal(object)

    def __init__(self, state: RoomState) -> None:
        super().__init__()
        self.state = state
        self._starts: dict[int, datetime] = {}
        self._short: set[int] = set()
        self._here: set[str] = set()
        self._live: int | None = None
        self._told_by: tuple[object, ...] = ()
        self.list = RowList("Running order")
        self.list.delegate = OrderDelegate()
        self.list.setItemDelegate(self.list.delegate)
        self.foot = Words("", "medium")
        self.foot.setContentsMargins(8, 0, 4, 4)
        self.foot.hide()
        self.list.opened.connect(self.turned)
        self.list.clicked.connect(lambda _index: self.turned.emit(self.list.current_key()))
        self.body.setContentsMargins(4, 8, 4, 8)
        self.add(self.list)
        self.add(self.foot)
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
        """Bring the clocks up to date, and what is likely to be late or not reached."""
        if self._is_told():
            return
        found = self.state.forecast() if self.state.running else None
        order = self.state.facts.order
        self._starts = {one.id: one.starts for one in found.items} if found else {}
        live = self.state.live
        self._live = live.id if live else None
        short = not_in_time(found, order, self._live) if found else []
        self._short = {row.id for row in short}
        self._here = {one.name for one in self.state.present}
        before, lines = _heights(self.list.lines.lines), self._lines()
        self.list.show_lines(lines)
        if before != _heights(lines):
            self.list.scheduleDelayedItemsLayout()
        self._say_short(short)

    def _is_told(self) -> bool:
        """Whether all that the order is told by is as it was: it is asked more than once a turn."""
        state, before = self.state, self._told_by
        shown = state.item_id if state.revealed else None
        self._told_by = (state.facts, state.names, state.now, shown, look.current().scale)
        same = zip(self._told_by[:2], before[:2], strict=False)
        return bool(before) and all(a is b for a, b in same) and self._told_by[2:] == before[2:]

    def _say_short(self, rows: Sequence[ItemRow]) -> None:
        """Name at the foot what may not be reached, with the keys that act on it."""
        large = look.current().scale >= LARGE
        words = short_words([row.reference for row in rows], least=large)
        if words != self.foot.text():
            self.foot.setText(words)
            self.foot.setVisible(bool(words))

    def _lines(self) -> list[Line]:
        lines = [Line("h", "Running order", heading=True), *self._opening()]
        letter = ""
        for row in self.state.facts.order:
            if row.taken_after is None and row.section != letter:
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
        here = self._live == row.id
        mark = "▶" if here else MARKS.get(ItemState(row.state), "")
        left_open = row.state == ItemState.OPEN and not here
        state = row.state if row.state in SAID or left_open else ""
        name = self.state.shown_name(row)
        words = f"{row.reference}  {name}"
        time = minutes_words(row, self.state.now)
        below = self._below(row)
        spoken = f"{row.reference}, {name}, {row.state}, {time} minutes"
        return OrderLine(
            row.id,
            words,
            mark,
            state,
            time,
            kind=minutes_tint(row, self.state.now),
            said=", ".join((spoken, *(told for told, _tint in below))),
            below=below,
        )

    def _below(self, row: ItemRow) -> tuple[tuple[str, str], ...]:
        """Who waits for the item, when it is likely to come, and that it may not be reached."""
        waits = waiting_for(row, self._here, self.state.masked)
        likely = likely_at(row, self._starts.get(row.id)) if waits else ""
        short = MAY_NOT if row.id in self._short else ""
        told = ", ".join(part for part in (likely, short) if part)
        tint = "medium" if likely else "soft"
        return tuple((words, kind) for words, kind in ((waits, tint), (told, "medium")) if words)

    def _section(self, letter: str) -> str:
        return dict(self.state.facts.sections).get(letter, letter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.list.hasFocus():
            self.list.scrollTo(self.list.currentIndex())


def _heights(lines: Sequence[Line]) -> list[int]:
    return [len(line.below) for line in lines if isinstance(line, OrderLine)]


def short_words(references: Sequence[str], *, least: bool = False) -> str:
    """What may not be reached, and what can be done about it; nothing where all is in time."""
    if not references:
        return ""
    more = len(references) - NAMED
    named = [*references[:NAMED], f"{more} more"] if more > 0 else list(references)
    if least:
        return f"{listed(named)} {MAY_NOT}"
    return (
        f"{listed(named)} {MAY_NOT}: bring forward {native_keys('Ctrl+B')}, "
        f"defer {native_keys('Ctrl+D')} or split {native_keys('Ctrl+Shift+D')}"
    )
