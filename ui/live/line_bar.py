"""A line of the agency round as it is typed: its words, kind and sharing, in place."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout

from models.errors import Refusal
from models.marks import Information, Sharing
from models.records.meeting import ItemRecord, LineRecord
from ui.desk import Desk
from ui.live.both_texts import BothTexts
from ui.live.line_marks import LineMarks
from ui.live.state import RoomState
from ui.live.veil import Veil
from ui.live.word_watch import WordWatch
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import InlineError, SoftLabel, StrongLabel

HINT = "Enter keeps · ↓ kind · ↑ sharing · Esc leaves it as it is"
UNSEEN = "That line is no longer on the screen: not everyone here may read it. F4 shows it to you."


class LineBar(QFrame):
    """Adds a line for an agency or mends one; Enter keeps, Escape leaves. `left` follows both.

    Of a line only what was changed here is written; where another window changed it meanwhile,
    both texts are shown. A line that leaves the screen takes the bar with it, and what was typed
    waits until it is mended again.
    """

    left = Signal()
    freed = Signal()
    """The line in hand may not be seen any longer."""
    asking = Signal(bool)
    """Both texts of a line are shown, and need the room; or no longer."""

    def __init__(self, desk: Desk, state: RoomState) -> None:
        super().__init__()
        self.desk, self.state = desk, state
        self.setProperty("look", "accent-bar")
        self._line_id: int | None = None
        self._agency_id: int | None = None
        self._item_id: int | None = None
        self._revealed = self._short = False
        self._whose = ""
        self._seen: LineRecord | None = None
        self._theirs: LineRecord | None = None
        self._half: dict[int, tuple[LineRecord, str]] = {}
        self.conflict = BothTexts(state.masked)
        self.conflict.took_mine.connect(self._take_mine)
        self.conflict.took_theirs.connect(self._take_theirs)
        self.whose, self.error = StrongLabel(), InlineError()
        self.text = QLineEdit()
        self.marks = LineMarks(desk, self.text)
        self.kind, self.sharing = self.marks.kind, self.marks.sharing
        self.agencies = self.marks.agencies
        self.veil = Veil(self.text, state)
        self.watch = WordWatch(self.text)
        self.hint = SoftLabel(HINT, wrap=False)
        self.text.setAccessibleName("What was said")
        self.text.setPlaceholderText("What was said")
        self.marks.graded.connect(lambda words: self.whose.setText(f"{self._whose}{words}"))
        self._build()
        self.hide()

    def add(self, agency_id: int | None, agency: str) -> None:
        """Open the bar for a new line of an agency."""
        self._line_id, self._agency_id, self._seen = None, agency_id, None
        self._begin(f"{agency}, new line", "", Information.NOT_STATED, Sharing.ALL_PANEL, "")
        self.marks.begin(agency_id, new=True)

    def mend(self, line: LineRecord) -> None:
        """Open the bar on a line, with what was left half-typed over it."""
        seen, typed = self._half.pop(line.id, (line, line.text))
        self._line_id, self._agency_id, self._seen = line.id, line.agency_id, seen
        kind, sharing = Information(line.information), Sharing(line.sharing)
        named = ", ".join(line.shared_with)
        self._begin(f"{line.agency or 'Panel'}, mend", typed, kind, sharing, named)
        self.marks.begin(line.agency_id, new=False)
        self._hear(line)

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
        self, whose: str, text: str, kind: Information, sharing: Sharing, named: str
    ) -> None:
        self._item_id, self._revealed = self.state.item_id, self.state.revealed
        self._theirs = None
        self._whose = whose
        self.whose.setText(whose)
        self.text.setText(text)
        self.kind.set_value(kind)
        self.sharing.set_value(sharing)
        self.agencies.setText(named)
        self.error.say("")
        self._show_both(shown=False)
        self.marks.show_agencies()
        self.veil.refresh(another=True)
        self.show()
        self.veil.hand.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _keep(self) -> None:
        if self._item_id is None or self._item_id != self.state.item_id:
            self._leave()
            return
        if self.conflict.asked:
            return
        self.error.say("")
        if self._theirs is None and self.desk.attempt(self, self._record):
            self._leave()
        # Where it was changed elsewhere, this brings their text.
        self.state.refresh({"information_line"})
        if self._theirs is not None and not self.isHidden():
            self._ask()

    def _record(self) -> None:
        conduct, mine, given = self.desk.workspace.conduct, self._mine(), self.marks.grading
        if self._line_id is None:
            text, kind = mine.pop("text"), Information(mine.pop("information"))
            mine["sharing"] = Sharing(mine["sharing"])
            if given is not None:
                mine["grading"] = (given.source, given.information, given.handling)
            conduct.say(self._item_id, self._agency_id, text, information=kind, **mine)
        elif self._seen is not None:
            seen = _as_seen(self._seen)
            changes = {name: value for name, value in mine.items() if value != seen.get(name)}
            if self._agencies_as_seen():
                changes.pop("shared_with")
            if changes:
                conduct.change_line(self._line_id, seen, **changes)
            if given is not None:
                conduct.grade(self._line_id, given)

    def _mine(self) -> dict[str, Any]:
        """What stands in the bar now."""
        return {"text": self.marks.words, **self.marks.shown}

    def _agencies_as_seen(self) -> bool:
        """Whether the line is shared as it was, with the same agencies."""
        seen = self._seen
        same = seen is not None and self.sharing.value() == seen.sharing
        return same and seen is not None and self.agencies.text() == ", ".join(seen.shared_with)

    # changed elsewhere

    def _hear(self, line: LineRecord) -> None:
        """Take what another window made of the line; where words differ, Enter asks whose to keep.

        Nothing moves under the hand that types.
        """
        seen, mine = self._seen, self.text.text()
        if seen is None or _as_seen(line) == _as_seen(seen):
            return
        if (line.sharing, line.shared_with) != (seen.sharing, seen.shared_with):
            self._share_as(line, said=not self._agencies_as_seen())
        if self.kind.value() == seen.information:
            self.kind.set_value(Information(line.information))
        if mine.strip() in (seen.text, line.text) or seen.text == line.text:
            self._seen, self._theirs = line, None
            self.text.setText(line.text if seen.text != line.text else mine)
        else:
            self._theirs = line
            if self.conflict.asked:
                self._ask()

    def _ask(self) -> None:
        """Show both texts in the room of all that is not asked; the hand chooses by Tab."""
        if self._theirs is not None:
            self._show_both(shown=True)
            self.conflict.ask(self._theirs.text, self.text.text())

    def _show_both(self, *, shown: bool) -> None:
        if not shown:
            self.conflict.hide()
        for part in (self.whose, self.veil.hand, self.kind, self.sharing):
            part.setVisible(not shown)
        self.agencies.setVisible(not shown and self.sharing.value() == Sharing.NAMED_AGENCIES)
        self.hint.setVisible(not shown and not self._short)
        self.asking.emit(shown)

    def be_short(self, short: bool) -> None:
        """Say less where the room is short."""
        self._short = short
        self.hint.setVisible(not short and not self.conflict.asked)

    def _take_mine(self) -> None:
        self._show_both(shown=False)
        self._seen, self._theirs = self._theirs, None
        self._keep()

    def _take_theirs(self) -> None:
        self._show_both(shown=False)
        if self._theirs is not None:
            self._seen, theirs, self._theirs = self._theirs, self._theirs.text, None
            self.text.setText(theirs)
            self.veil.refresh(another=True)
            self.veil.hand.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _share_as(self, line: LineRecord, *, said: bool) -> None:
        """Take up with whom a line is shared now; nobody widens it without having seen that."""
        self.sharing.set_value(Sharing(line.sharing))
        self.agencies.setText(", ".join(line.shared_with))
        self.marks.show_agencies()
        if said:
            self.error.say(
                f"Shared meanwhile as “{line.sharing}”: choose again if it is to change."
            )

    def _leave_the_screen(self, *, said: bool) -> None:
        """What is typed on is meant as words: no list takes its letters for commands."""
        in_hand = self.isAncestorOf(self.window().focusWidget() or self.window())
        self._put_away()
        if said:
            self.desk.notice.say(UNSEEN)
        if in_hand:
            self.freed.emit()

    def _put_away(self) -> None:
        """Close the bar; what was typed over a line waits for it."""
        if self._seen is not None and self.text.text().strip() != self._seen.text:
            self._half[self._seen.id] = (self._seen, self.text.text())
        self.hide()
        self.asking.emit(False)

    def _leave(self) -> None:
        self.hide()
        self.asking.emit(False)
        self.left.emit()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        row = FlowLayout(gap=8)
        for part in (self.kind, self.sharing, self.agencies):
            row.addWidget(part)
        column.addWidget(self.whose)
        column.addWidget(self.text)
        column.addLayout(row)
        column.addWidget(self.conflict)
        column.addWidget(self.error)
        column.addWidget(self.hint)


def _as_seen(line: LineRecord) -> dict[str, Any]:
    """The fields of a line that the bar may change; whom it is shared with, by name."""
    return {
        "text": line.text,
        "information": line.information,
        "sharing": line.sharing,
        "named": line.shared_with,
    }
