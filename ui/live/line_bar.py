"""A line of the agency round as it is typed: its words, kind and sharing, in place."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from models.errors import Refusal
from models.marks import Information, Sharing
from models.records.item import ItemRecord, LineRecord
from models.rules.capture.perhaps_kept import may_be_for_some
from ui.desk import Desk
from ui.live.half_typed import HalfTyped
from ui.live.held_lines import HeldLines
from ui.live.line_meanwhile import LineMeanwhile, as_seen
from ui.live.state import RoomState
from ui.live.waiting_lines import WaitingLines

UNSEEN = "That line is no longer on the screen: not everyone here may read it. F4 shows it to you."

FOR_WHOM = "For some only? Enter again: all the panel may read it · ↑ or say who"
WAITS_UNSEEN = "A line half-typed for them waits. Not everyone here may read it: F4, then L."
KEPT_UNSEEN = "Line kept. Not everyone here may read it: F4 shows it to you."


class LineBar(LineMeanwhile):
    """Adds a line for an agency or mends one; Enter keeps, Escape leaves. `left` follows both.

    A line that leaves the screen takes the bar with it, and what was typed waits until it is mended
    again. What is typed right behind a line that Enter held is a line of its own.
    """

    left = Signal()
    freed = Signal()
    """The line in hand may not be seen any longer."""
    verified = Signal(int, dict, object)
    """A line of intelligence, as it stands now, that is to be of another kind: why is asked."""

    def __init__(self, desk: Desk, state: RoomState) -> None:
        super().__init__(desk, state)
        self._line_id: int | None = None
        self._added: int | None = None
        self._now_of: Information | None = None
        self._agency_id: int | None = None
        self._item_id: int | None = None
        self._revealed = False
        self.held = HeldLines(self.text)
        self.held.released.connect(self._ask_no_more)
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

    def _keep(self) -> None:
        if self._item_id is None or self._item_id != self.state.item_id:
            self._leave()
            return
        if self.conflict.asked or self._holds():
            return
        self.error.say("")
        self._added = self._now_of = None
        at, mended = self._item_id, self._line_id
        if self._theirs is None and self.desk.attempt(self, self._record):
            self._leave()
        if self._theirs is None:
            self.state.once_shown(lambda: self._kept(at, mended))
            return
        # It was changed elsewhere: this brings their text.
        self.state.refresh({"information_line"})
        if not self.isHidden():
            self._ask()

    def _kept(self, at: int, mended: int | None) -> None:
        """Say where what was kept may not be seen here; ask why intelligence is of another kind.

        Where the room has turned from the item `at` meanwhile, its lines tell nothing of that.
        """
        item = self.state.item
        if item is None or item.row.id != at:
            return
        lines = item.lines
        if self._added is not None and self._added not in {one.id for one in lines}:
            self.desk.notice.say(KEPT_UNSEEN)
        line = next((one for one in lines if one.id == mended), None)
        if self._now_of is not None and line is not None and self.isHidden():
            self.verified.emit(line.id, as_seen(line), self._now_of)

    def _holds(self) -> bool:
        """Whether Enter waits, once: what may be meant for some only is open to all the panel."""
        text, seen = self.text.text(), self._seen
        lines, mark = self._lines()
        same = self.held.was_asked(text) or (seen is not None and text.strip() == seen.text)
        open_to_all = self.marks.shown["sharing"] == Sharing.ALL_PANEL
        if same or mark or not open_to_all or not any(map(may_be_for_some, lines)):
            return False
        self.held.ask(text)
        self.half.note()
        self.error.say(FOR_WHOM)
        return True

    def _ask_no_more(self) -> None:
        if self.error.text() == FOR_WHOM:
            self.error.say("")

    def _lines(self) -> tuple[tuple[str, ...], str]:
        """The lines that stand in the bar, and the mark behind a line that was held."""
        return self.held.lines(self.text.text(), lambda words: self.marks.mark(words) is not None)

    def _record(self) -> None:
        """Keep the line, and each that was typed behind one that was held as a line of its own."""
        lines, words = self._lines()
        mark = self.marks.mark(words) if words else None
        if mark is not None:
            self.marks.take(mark)
        first, *more = lines or ("",)
        if self._line_id is None:
            more = [first, *more]
        elif self._seen is not None:
            self._change(first, self._line_id, self._seen)
        for text in more:
            self._add(text)

    def _add(self, text: str) -> None:
        marks, given = self.marks.shown, self.marks.grading(text)
        kind, marks["sharing"] = Information(marks.pop("information")), Sharing(marks["sharing"])
        if given is not None:
            marks["grading"] = (given.source, given.information, given.handling)
        whose = (self._item_id, self._agency_id)
        say = self.desk.workspace.conduct.say
        self._added = say(*whose, self.marks.words(text), information=kind, **marks)

    def _change(self, text: str, line_id: int, seen: LineRecord) -> None:
        conduct, given = self.desk.workspace.conduct, self.marks.grading(text)
        before, mine = as_seen(seen), {"text": self.marks.words(text), **self.marks.shown}
        changes = {name: value for name, value in mine.items() if value != before.get(name)}
        if self._agencies_as_seen():
            changes.pop("shared_with")
        if seen.information == Information.INTELLIGENCE and "information" in changes:
            self._now_of = Information(changes.pop("information"))
        if changes:
            conduct.change_line(line_id, before, **changes)
        if given is not None:
            conduct.grade(line_id, given)

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
