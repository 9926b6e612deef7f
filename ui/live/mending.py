"""A kept entry back in the capture bar as its sentence: Enter keeps the change to it."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from models.errors import Conflict, Refusal
from models.records.item import ItemRecord
from models.rules.capture import CaptureReading, as_usual, read_line
from models.rules.capture.mending import (
    action_sentence,
    decision_sentence,
    measure_sentence,
    recommendation_sentence,
    risk_sentence,
)
from models.rules.entry_fields import FIELDS
from ui.desk import Desk
from ui.live.capture_bar import CaptureBar
from ui.live.half_typed import HalfTyped
from ui.live.state import RoomState

NAMED = "This entry names people: F4 shows the item, then Enter mends the entry."
GONE = "That entry is no longer on the screen; what you typed waits with it."
ONE = "One entry is mended at a time: take the second out, and type it by itself."
RISK, DECISION = 3, 4
DERIVED = frozenset({"lead"})
"""Of a record's fields those that a row tells in other words than the record holds."""
SENTENCES: dict[str, tuple[str, Callable[[Any], str]]] = {
    "action": ("actions", action_sentence),
    "measure": ("measures", measure_sentence),
    "recommendation": ("recommendations", recommendation_sentence),
}


class Mending(QObject):
    """Opens an entry of the column in the capture bar; the bar's own words wait meanwhile."""

    step_wanted = Signal(int)
    """What is not decided or judged yet, or needs a second person, is settled in its step."""

    def __init__(self, desk: Desk, state: RoomState, capture: CaptureBar) -> None:
        super().__init__(capture)
        self.desk, self.state, self.capture = desk, state, capture
        self.key: Hashable = None
        self._item_id: int | None = None
        self._sentence = ""
        self._row: Any = None
        self._theirs: tuple[Any, str] | None = None
        capture.conflict.took_mine.connect(self._take_mine)
        capture.conflict.took_theirs.connect(self._take_theirs)
        store = desk.workspace.store
        fields = {"text": capture.line}
        self.half = HalfTyped(self, store, self._draft_key, fields, self._half_typed)
        state.item_changed.connect(self._follow)

    def open(self, key: Hashable) -> None:
        """Put the entry's sentence into the bar, with what was left half-typed over it."""
        item = self.state.item
        row, sentence = self._found(item, key) if item is not None else (None, "")
        if row is None:
            if key in ("risk", "decision"):
                self.step_wanted.emit(RISK if key == "risk" else DECISION)
            return
        left = self.half.found() or {}
        if left.get("key") != _named(key):
            left = {}
        over, typed = left.get("over", sentence), left.get("text", sentence)
        if any(self.state.masked(words) != words for words in (sentence, over, typed)):
            self.desk.notice.say(NAMED)
            return
        self.key, self._row, self._sentence = key, row, over
        self._item_id = self.state.item_id
        self.capture.lend(typed, self._keep, self.leave, getattr(row, "reference", ""))
        if over != sentence:
            self._ask(row, sentence)

    def recall(self) -> None:
        """Open again what was being mended when the program stopped."""
        left, item = self.half.found(), self.state.item
        if left is None or item is None or self.key is not None:
            return
        kind, _, number = left["key"].partition(".")
        self.open((kind, int(number)) if number else kind)

    def leave(self) -> None:
        """Leave the entry as it is."""
        self.half.drop()
        self._end()

    def put_aside(self) -> None:
        """The room turns: what was typed over the entry waits with it."""
        if self.key is not None:
            self.half.note()
            self._end()

    def _end(self) -> None:
        self.key = self._row = self._theirs = None
        self.capture.conflict.hide()
        self.capture.give_back()

    def _keep(self, readings: Sequence[CaptureReading]) -> None:
        if self.key is None or self.capture.conflict.asked:
            return
        if not self.desk.attempt(self.capture, self._write, readings) or self._theirs is not None:
            return
        self.half.drop()
        self._end()

    def _write(self, readings: Sequence[CaptureReading]) -> None:
        context, conduct = self.state.context, self.desk.workspace.conduct
        if len(readings) != 1 or context is None:
            raise Refusal(ONE)
        if not isinstance(self.key, tuple):
            self.desk.notice.say(self._decided(readings[0]))
            return
        was = tuple(as_usual(one, context) for one in read_line(self._sentence, context))
        if len(was) != 1:
            raise Refusal(ONE)
        table, row_id = self.key
        seen = {
            name: getattr(self._row, name)
            for name in FIELDS[table]
            if name not in DERIVED and hasattr(self._row, name)
        }
        try:
            changed = conduct.mend_entry(row_id, was[0], readings[0], seen)
        except Conflict:
            if self._ask_whose():
                return
            raise
        self.desk.notice.say("Change kept" if changed else "Nothing was changed")

    def _ask_whose(self) -> bool:
        """Show what another window made of the entry beside what was typed; False if it is gone."""
        self.state.refresh(set(SENTENCES))
        item = self.state.item
        row, sentence = self._found(item, self.key) if item is not None else (None, "")
        if row is None:
            return False
        self._ask(row, sentence)
        return True

    def _ask(self, row: Any, sentence: str) -> None:
        self._theirs = row, sentence
        self.capture.conflict.ask(sentence, self.capture.line.text())

    def _take_mine(self) -> None:
        """What was changed here, over theirs; what was not touched stays as they have it."""
        self.capture.conflict.hide()
        if self._theirs is not None:
            (self._row, _), self._theirs = self._theirs, None
            self.capture.keep()

    def _take_theirs(self) -> None:
        """Their sentence, to keep or to mend further."""
        self.capture.conflict.hide()
        if self._theirs is not None:
            (self._row, self._sentence), self._theirs = self._theirs, None
            self.capture.line.setText(self._sentence)
            self.capture.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _decided(self, reading: CaptureReading) -> str:
        if reading.kind.value != self.key:
            raise Refusal(f"This mends the {self.key}: leave its first word, or press Esc.")
        words: str = self.desk.workspace.conduct.keep_line(self._item_id, reading)
        return self.state.masked(words)

    def _found(self, item: ItemRecord, key: Hashable) -> tuple[Any, str]:
        """The record behind an entry and its sentence; none where its step settles it."""
        if key == "decision" and item.decision is not None and not item.decision.second_person:
            return item.decision, decision_sentence(item.decision)
        if key == "risk" and item.risk is not None and item.risk.after:
            return item.risk, risk_sentence(item.risk)
        if not isinstance(key, tuple) or key[0] not in SENTENCES:
            return None, ""
        rows, sentence = SENTENCES[key[0]]
        row = next((one for one in getattr(item, rows) if one.id == key[1]), None)
        return row, sentence(row) if row is not None else ""

    def _follow(self) -> None:
        """What may no longer be seen, or is gone, leaves the bar."""
        item = self.state.item
        if self.key is None:
            return
        row = self._found(item, self.key)[0] if item is not None else None
        shown = self.capture.line.text()
        if item is None or item.row.id != self._item_id:
            self.put_aside()
        elif row is None or self.state.masked(shown) != shown and not self._typing():
            self.put_aside()
            self.desk.notice.say(GONE)

    def _typing(self) -> bool:
        """Whether the hand has changed the sentence: its own words are not taken from under it."""
        return self.state.masked(self._sentence) == self._sentence

    def _draft_key(self) -> str | None:
        item_id = self.state.item_id if self.key is None else self._item_id
        return f"item.{item_id}.mended" if item_id is not None else None

    def _half_typed(self) -> dict[str, Any] | None:
        text = self.capture.line.text()
        if self.key is None or text == self._sentence:
            return None
        return {"key": _named(self.key), "over": self._sentence, "text": text}


def _named(key: Hashable) -> str:
    return ".".join(str(part) for part in key) if isinstance(key, tuple) else str(key)
