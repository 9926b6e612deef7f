"""What Enter keeps of a line of the agency round, and what it asks before it does."""

from abc import abstractmethod

from PySide6.QtCore import Signal

from models.marks import Information, Sharing
from models.records.item import LineRecord
from models.rules.capture.perhaps_kept import may_be_for_some
from ui.desk import Desk
from ui.live.half_typed import HalfTyped
from ui.live.held_lines import HeldLines
from ui.live.line_meanwhile import LineMeanwhile, as_seen
from ui.live.state import RoomState

FOR_WHOM = "For some only? Enter again: all the panel may read it · ↑ or say who"
KEPT_UNSEEN = "Line kept. Not everyone here may read it: F4 shows it to you."


class LineKeeping(LineMeanwhile):
    """Keeps what stands in the bar, and each line typed behind one that Enter held as its own."""

    half: HalfTyped
    """Drafts what is typed and not kept."""
    verified = Signal(int, dict, object)
    """A line of intelligence, as it stands now, that is to be of another kind: why is asked."""

    def __init__(self, desk: Desk, state: RoomState) -> None:
        super().__init__(desk, state)
        self._line_id: int | None = None
        self._added: int | None = None
        self._now_of: Information | None = None
        self._agency_id: int | None = None
        self._item_id: int | None = None
        self.held = HeldLines(self.text)
        self.held.released.connect(self._ask_no_more)

    @abstractmethod
    def _leave(self) -> None:
        """Close the bar and say that it was left."""

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
