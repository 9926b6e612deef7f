"""A short form of the live room whose Enter keeps something of the item in hand."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from models.records.item import ItemRecord
from ui.desk import Desk
from ui.forms import Form
from ui.live.dates import spoken_in
from ui.live.half_typed import Field, HalfTyped
from ui.live.state import RoomState
from ui.live.veil import Veil
from ui.live.word_watch import WordWatch
from ui.widgets.combo import Combo
from ui.widgets.date_edit import DateEdit
from ui.widgets.sentence_line import SentenceLine


class AgreeForm(Form):
    """A short form whose Enter agrees something on the item in hand."""

    touches = frozenset({"action", "measure", "recommendation"})
    """The tables of what it keeps."""

    def __init__(self, desk: Desk, state: RoomState, name: str) -> None:
        super().__init__(name)
        self.desk, self.state, self._name = desk, state, name.lower()
        self.item_id: int | None = None
        self.lines: list[QLineEdit] = []
        self.veils: list[Veil] = []
        self.watches: list[WordWatch] = []
        self.combos: list[Combo] = []
        self.due = DateEdit(spoken_in(state), f"{name}: by")
        self.half: HalfTyped | None = None

    def follow(self, item: ItemRecord) -> None:
        """Begin afresh on another item, so that nothing typed for one child lands on the next.

        What was typed waits with its item, and is there when the room comes back to it.
        """
        half = self._half_typed()
        if item.row.id != self.item_id:
            half.note()
            self.item_id = item.row.id
            self._empty()
        self.offer(item)
        half.recall()
        for veil in self.veils:
            veil.refresh()

    def offer(self, item: ItemRecord) -> None:
        """Offer the choices of this item."""

    def agree(self) -> None:
        """Keep what the form says."""

    def line(self, name: str, label: str, hint: str = "") -> QLineEdit:
        """Add a line of text."""
        made = SentenceLine()
        made.setPlaceholderText(hint)
        made.setAccessibleName(label)
        self.lines.append(made)
        self.veils.append(Veil(made, self.state))
        self.watches.append(WordWatch(made))
        self.row(name, label, self.veils[-1])
        return made

    def combo(self, name: str, label: str, *, free: bool = True) -> Combo:
        """Add a choice that may be one's own words."""
        made = Combo((), label, free=free)
        self.combos.append(made)
        self.row(name, label, made)
        return made

    def keep(self, act: Callable[..., object], *args: object, **named: object) -> None:
        """Do it; the form is empty again where it was done."""
        self.clear_errors()
        if self.item_id is None or self.item_id != self.state.item_id:
            return
        if self.desk.attempt(self, act, self.item_id, *args, **named):
            self._half_typed().drop()
            self._empty()
            self.lines[0].setFocus() if self.lines else self.combos[0].setFocus()
            self.state.refresh(self.touches)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.agree()
        else:
            super().keyPressEvent(event)

    def _half_typed(self) -> HalfTyped:
        """The draft of this form, made once all its fields are there."""
        if self.half is None:
            texts: list[Field] = [*self.lines, *self.combos, self.due]
            fields = {str(at): field for at, field in enumerate(texts)}
            self.half = HalfTyped(self, self.desk.workspace.store, self._draft_key, fields)
        return self.half

    def _draft_key(self) -> str | None:
        return f"item.{self.item_id}.{self._name}" if self.item_id is not None else None

    def _empty(self) -> None:
        for line, veil in zip(self.lines, self.veils, strict=True):
            line.clear()
            veil.refresh(another=True)
        for combo in self.combos:
            combo.set_value(None)
        self.due.set_value(None)
        self.clear_errors()

    def owners(self) -> list[tuple[object, str]]:
        """Members who are here, by id."""
        here = [a for a in self.state.taking_part if a.member_id is not None]
        return [(a.member_id, f"{a.name}, {a.agency}" if a.agency else a.name) for a in here]
