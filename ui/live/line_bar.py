"""A line of the agency round as it is typed: its words, kind and sharing, in place."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from models.errors import Refusal
from models.marks import Information, Sharing
from models.records.item import ItemRecord, LineRecord
from ui.desk import Desk
from ui.live.half_typed import HalfTyped
from ui.live.line_keeping import LineKeeping
from ui.live.state import RoomState
from ui.live.waiting_lines import WaitingLines

UNSEEN = "That line is no longer on the screen: not everyone here may read it. F4 shows it to you."

WAITS_UNSEEN = "A line half-typed for them waits. Not everyone here may read it: F4, then L."


class LineBar(LineKeeping):
    """Adds a line for an agency or mends one; Enter keeps, Escape leaves. `left` follows both.

    A line that leaves the screen takes the bar with it, and what was typed waits until it is mended
    again. What is typed right behind a line that Enter held is a line of its own.
    """

    left = Signal()
    freed = Signal()
    """The line in hand may not be seen any longer."""

    def __init__(self, desk: Desk, state: RoomState) -> None:
        super().__init__(desk, state)
        self._revealed = False
        self._waiting = WaitingLines()
        self._half: dict[int, tuple[LineRecord, str]] = {}
        fields = {"text": self.text, "kind": self.kind, "sharing": self.sharing}
        fields["agencies"] = self.agencies
        store = desk.workspace.store
        self.half = HalfTyped(self, store, self._draft_key, fields, self._half_typed)

    def add(self, agency_id: int | None, agency: str) -> None:
        """Open the bar for a new line of an agency, or on what is half-typed for it."""
        self._put_by()
        left = self._waiting.look(self.state.item_id, agency_id)
        if left is not None and not self._open_to_room(left):
            self.desk.notice.say(WAITS_UNSEEN)
            return
        if left is not None:
            self._waiting.take(self.state.item_id, agency_id)
            self._take_up(left, None)
            self.veil.hand.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        self._line_id, self._agency_id, self._seen = None, agency_id, None
        self._begin(f"{agency}, new line", "", Information.NOT_STATED, Sharing.ALL_PANEL, "")
        self.marks.begin(agency_id, new=True)

    def mend(self, line: LineRecord) -> None:
        """Open the bar on a line, with what was left half-typed over it."""
        self._put_by()
        seen, typed = self._half.pop(line.id, (line, line.text))
        self._line_id, self._agency_id, self._seen = line.id, line.agency_id, seen
        kind, sharing = Information(line.information), Sharing(line.sharing)
        named = ", ".join(line.shared_with)
        self._begin(f"{line.agency or 'Panel'}, mend", typed, kind, sharing, named)
        self.marks.begin(line.agency_id, new=False)
        self._hear(line)

    def recall(self) -> None:
        """Open the bar again on what was left half-typed here, as far as the room may see it."""
        left, item = self.half.found() if self.isHidden() else None, self.state.item
        if left is None or item is None or left["line"] in self._half:
            return
        line = next((one for one in item.lines if one.id == left["line"]), None)
        if (line is None) != (left["line"] is None) or not (line or self._open_to_room(left)):
            return
        self._waiting.load(self.state.item_id, left.get("more", ()))
        self._waiting.take(self.state.item_id, left["agency"] if line is None else None)
        self._take_up(left, line)

    def _take_up(self, left: dict[str, Any], line: LineRecord | None) -> None:
        """Show again what was half-typed; the hand stays where it is."""
        self._line_id, self._agency_id, self._seen = left["line"], left["agency"], line
        kind, sharing = Information(left["kind"]), Sharing(left["sharing"])
        self._begin(left["whose"], left["text"], kind, sharing, left["agencies"], in_hand=False)
        self.marks.begin(left["agency"], new=False)

    def follow(self, item: ItemRecord) -> None:
        """Close the bar where the room has turned, or may no longer see the line that it mends."""
        if not self.isHidden():
            line = next((one for one in item.lines if one.id == self._line_id), None)
            hidden = self._revealed and not self.state.revealed
            if item.row.id != self._item_id:
                self._put_away()
            elif self._seen is not None and (hidden or line is None):
                self._leave_the_screen(said=not hidden)
            elif line is not None:
                self._hear(line)
        self.veil.refresh()

    def take_refusal(self, refusal: Refusal) -> bool:
        """Show a refusal under the line."""
        self.error.say(refusal.message)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._keep()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() == Qt.Key.Key_Down:
            self.marks.next_kind()
        elif event.key() == Qt.Key.Key_Up:
            self.marks.next_sharing()
        else:
            super().keyPressEvent(event)

    def _begin(
        self,
        whose: str,
        text: str,
        kind: Information,
        sharing: Sharing,
        named: str,
        *,
        in_hand: bool = True,
    ) -> None:
        self._item_id, self._revealed = self.state.item_id, self.state.revealed
        self._theirs = None
        self._whose = whose
        self.whose.setText(whose)
        self.text.setText(text)
        self.held.forget()
        self.kind.set_value(kind)
        self.sharing.set_value(sharing)
        self.marks.name_agencies(named)
        self.error.say("")
        self._show_both(shown=False)
        self.marks.show_agencies()
        self.veil.refresh(another=True)
        self.show()
        if in_hand:
            self.veil.hand.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _leave_the_screen(self, *, said: bool) -> None:
        """What is typed on is meant as words: no list takes its letters for commands."""
        in_hand = self.isAncestorOf(self.window().focusWidget() or self.window())
        self._put_away()
        if said:
            self.desk.notice.say(UNSEEN)
        if in_hand:
            self.freed.emit()

    def _put_by(self) -> None:
        """Another line is begun: what is half-typed waits for its agency, or with its line."""
        typed = self._in_hand()
        if typed is None:
            return
        if self._seen is None:
            self._waiting.put(self._item_id, typed)
            self.half.note()
        else:
            self._half[self._seen.id] = (self._seen, self.text.text())

    def _put_away(self) -> None:
        """Close the bar; what was typed over a line waits for it."""
        if self._seen is not None and self.text.text().strip() != self._seen.text:
            self._half[self._seen.id] = (self._seen, self.text.text())
        self.half.note()
        self.hide()
        self.asking.emit(False)

    def _draft_key(self) -> str | None:
        item_id = self.state.item_id if self.isHidden() else self._item_id
        return f"item.{item_id}.line" if item_id is not None else None

    def _half_typed(self) -> dict[str, Any] | None:
        """What is typed and not kept here, and what waits for other agencies."""
        item_id = self.state.item_id if self.isHidden() else self._item_id
        return self._waiting.with_others(item_id, self._in_hand())

    def _in_hand(self) -> dict[str, Any] | None:
        """The words in the bar, whose they are, and which line they mend."""
        text = self.text.text().strip()
        if self.isHidden() or not text or (self._seen is not None and text == self._seen.text):
            return None
        whose = {"line": self._line_id, "agency": self._agency_id, "whose": self._whose}
        return {**whose, **self.half.values()}

    def _open_to_room(self, left: dict[str, Any]) -> bool:
        """Whether words for a new line may stand on the screen: all present may read them."""
        open_to_all = left["sharing"] == Sharing.ALL_PANEL
        return self.state.revealed or (open_to_all and left["kind"] != Information.INTELLIGENCE)

    def _leave(self) -> None:
        self.hide()
        self.half.note()  # nothing, or what waits for others
        self.asking.emit(False)
        self.left.emit()
