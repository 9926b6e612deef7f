"""The agency round: returns in their rows, what is said in the room, who has had a turn."""

from collections.abc import Hashable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.marks import Information, Sharing, Turn
from models.records.item import AgencyRound, ItemRecord, LineRecord
from ui.desk import Desk
from ui.live.agency_words import AgencyWords
from ui.live.ask_bar import AskBar
from ui.live.asking_grading import NOT_POLICE, UNGRADED, ask_grading
from ui.live.asking_kind import ask_kind
from ui.live.heard import EVERYBODY, HeardLine, next_silent, turn_words
from ui.live.ledger import Entry, Ledger, focus_of, in_card
from ui.live.line_bar import LineBar
from ui.live.state import RoomState
from ui.widgets.dates import short_date
from ui.widgets.labels import Words

KINDS = (Information.NOT_STATED, Information.FACT, Information.OPINION, Information.INTELLIGENCE)
SHARED = (Sharing.ALL_PANEL, Sharing.CHAIR_ONLY, Sharing.NOT_MINUTED)
HINT = (
    "Space said · N nothing new · M ask for more · A apologies, information · H next not heard · "
    "L line · Enter mend · K kind · S sharing · P to the police · V history · Del take back"
)

NAMED = "This line names people: F4 shows the item, then Enter mends the line."
NOWHERE = "Stand on an agency or a line first: up or down."
GONE = "Not everyone here may read that line now, so it is off the screen. Undo brings it back."


class AgencyRounds(QWidget):
    """One card per agency; letters act on the agency or line where the hand stands."""

    history_wanted = Signal(object)

    def __init__(self, desk: Desk, state: RoomState, ask: AskBar) -> None:
        super().__init__()
        self.desk, self.state, self.ask = desk, state, ask
        self._agencies = AgencyWords(desk)
        self.list = Ledger(
            "Agency round",
            {
                " ": self.say,
                "n": lambda key: self.turn(key, Turn.NOTHING),
                "m": lambda key: self.turn(key, Turn.MORE),
                "h": self.go_to_silent,
                "a": lambda key: self.turn(key, Turn.APOLOGIES),
                "l": self.add_line,
                "+": self.add_line,
                "g": self.grade,
                "k": self.change_kind,
                "s": self.change_sharing,
                "p": self.submit,
                "v": self.show_history,
                "Del": self.take_back,
            },
        )
        self.list.opened.connect(self.mend)
        self.list.nowhere.connect(lambda: desk.notice.say(NOWHERE))
        self.list.setMinimumHeight(1)  # the bar below is whole first, at the largest letters too
        self.heard = HeardLine()
        self.bar = LineBar(desk, state)
        self.bar.left.connect(lambda: focus_of(self.list))
        self.bar.verified.connect(self._verify)
        self.hint, self._short = Words(_hint(desk), "small"), False
        self.bar.asking.connect(self._make_room)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.heard)
        column.addWidget(self.list, 1)
        column.addWidget(self.bar)
        column.addWidget(self.hint)

    def refill(self, item: ItemRecord) -> None:
        """Show an item's agencies and lines, as far as the room may see them."""
        entries: list[Entry] = []
        for one in item.rounds:
            lines = [self._line(line) for line in one.lines]
            entries += in_card([self._head(one), *lines])
        self.heard.say(item.rounds, self._agencies.brief)
        self.list.show_entries(entries)
        self.bar.follow(item)

    def _make_room(self, asked: bool) -> None:
        """Both texts of a line stand alone while it is asked whose to keep."""
        self.list.setVisible(not asked)
        self.hint.setVisible(not asked and not self._short)

    def be_short(self, short: bool) -> None:
        """Say less where the room is short."""
        self._short = short
        self.bar.be_short(short)
        self._make_room(self.bar.conflict.asked)

    def begin_at_the_top(self) -> None:
        """Stand on no agency: each item is read from its first."""
        self.list.leave()
        self.list.scrollToTop()

    def flush(self) -> bool:
        """A line half-typed in the bar stays there until Enter or until the room turns."""
        return True

    def recall(self) -> None:
        """Bring back a line half-typed when the program stopped or the room turned."""
        self.bar.recall()

    def first_field(self) -> QWidget:
        """Where the hand goes when the step is shown."""
        return self.list

    def say(self, key: Hashable) -> None:
        """Tick a line as said or take the tick off; on an agency, its turn is done."""
        line = self._line_of(key)
        if line is None:
            self.turn(key, Turn.SAID)
            return
        if line.origin != "room":
            self._do(self.desk.workspace.conduct.said, line.id, not line.said)

    def turn(self, key: Hashable, turn: Turn) -> None:
        """Record the turn of the agency where the hand stands."""
        agency = self._agency_of(key)
        if agency is not None and agency.agency_id and self.state.item_id is not None:
            conduct = self.desk.workspace.conduct
            self._do(conduct.turn, self.state.item_id, agency.agency_id, turn)

    def go_to_silent(self, key: Hashable) -> None:
        """Stand on the next agency that has not spoken on this item."""
        item = self.state.item
        found = next_silent(item.rounds, self._agency_of(key)) if item is not None else None
        if found is None:
            self.desk.notice.say(EVERYBODY)
        self.list.go_to(found)

    def add_line(self, key: Hashable) -> None:
        """Open the line below for the agency where the hand stands."""
        agency = self._agency_of(key)
        if agency is not None:
            self.bar.add(agency.agency_id or None, agency.agency)

    def mend(self, key: Hashable) -> None:
        """Open a line to mend it; on an agency, a new line."""
        line = self._line_of(key)
        if line is None:
            self.add_line(key)
        elif self.state.masked(line.text) != line.text:
            self.desk.notice.say(NAMED)
        else:
            self.bar.mend(line)

    def change_kind(self, key: Hashable) -> None:
        """Make a line the next kind: fact, opinion, intelligence, and then fact with a reason."""
        line = self._line_of(key)
        if line is not None and line.information == Information.INTELLIGENCE:
            self._verify(line.id, _seen(line), Information.FACT)
        elif line is not None:
            kind = _after(KINDS, Information(line.information))
            change = self.desk.workspace.conduct.change_line
            self._do(change, line.id, _seen(line), information=kind.value)

    def _verify(self, line_id: int, seen: dict[str, str], kind: Information) -> None:
        """What was intelligence is so no longer with a reason alone."""
        ask_kind(self.desk, self.state, self.ask, line_id, seen, kind)

    def change_sharing(self, key: Hashable) -> None:
        """Share a line with all, with the chair only, or not in the minutes."""
        line = self._line_of(key)
        if line is not None:
            sharing = _after(SHARED, Sharing(line.sharing))
            self._do(
                self.desk.workspace.conduct.change_line,
                line.id,
                _seen(line),
                sharing=sharing.value,
                shared_with=(),
            )
            if self._line_of(key) is None:
                self.desk.notice.say(GONE)

    def submit(self, key: Hashable) -> None:
        """Mark a line for the police intelligence sheet, or take the mark off."""
        line = self._line_of(key)
        if line is not None:
            self._do(self.desk.workspace.conduct.submit, line.id, not line.to_submit)

    def grade(self, key: Hashable) -> None:
        """Ask in place for the 3x5x2 grading of a line of intelligence, of those who may grade."""
        line, conduct = self._line_of(key), self.desk.workspace.conduct
        if line is None or line.information != Information.INTELLIGENCE:
            self.desk.notice.say(UNGRADED)
        elif not conduct.may_grade(line.agency_id):
            self.desk.notice.say(NOT_POLICE)
        else:
            ask_grading(self.desk, self.state, self.ask, line.id)

    def show_history(self, key: Hashable) -> None:
        """Show what became of a line, and what it was."""
        if self._line_of(key) is not None:
            self.history_wanted.emit(key)

    def take_back(self, key: Hashable) -> None:
        """Take a line back; undo brings it again."""
        line = self._line_of(key)
        if line is not None:
            self._do(self.desk.workspace.conduct.withdraw_line, line.id)

    def _do(self, act: object, *args: object, **named: object) -> None:
        self.desk.attempt(self, act, *args, **named)  # type: ignore[arg-type]

    def _line_of(self, key: Hashable) -> LineRecord | None:
        self.state.catch_up()
        item = self.state.item
        if item is None or not isinstance(key, tuple) or key[0] != "line":
            return None
        return next((line for line in item.lines if line.id == key[1]), None)

    def _agency_of(self, key: Hashable) -> AgencyRound | None:
        item = self.state.item
        if item is None or not isinstance(key, tuple):
            return None
        kind, number = key
        for one in item.rounds:
            inside = any(line.id == number for line in one.lines)
            if (kind == "agency" and one.agency_id == number) or (kind == "line" and inside):
                return one
        return None

    def _head(self, one: AgencyRound) -> Entry:
        right, tint = turn_words(one) if one.agency_id else ("", "")
        soft, key = self._who(one), ("agency", one.agency_id)
        entry = Entry(key, one.agency, soft=soft, right=right, kind=tint, head=True)
        return self._agencies.in_brief(entry)

    def _who(self, one: AgencyRound) -> str:
        if one.representative in self.state.stepping_out:
            return f"{one.representative}, out for this item (conflict)"
        return _who(one)

    def _line(self, line: LineRecord) -> Entry:
        intelligence = line.information == Information.INTELLIGENCE
        kind = "Not stated" if line.information == Information.NOT_STATED else ""
        graded = [f"graded {line.grading}"] if line.grading else []
        source = [line.by_name] if line.by_name and line.origin == "room" else []
        dated = [short_date(line.date)] if line.date and (graded or source) else []
        graded += ["to the police"] if line.to_submit else []
        return Entry(
            ("line", line.id),
            self.state.masked(line.text),
            soft=" · ".join([*source, *dated, *graded]),
            right=_right(line),
            tag=kind or line.information.capitalize(),
            tag_kind="medium" if intelligence else "plain",
        )


def _hint(desk: Desk) -> str:
    """The keys of the round; grading only for those who may."""
    grades = desk.workspace.conduct.may_grade(desk.workspace.person.agency_id)
    return f"{HINT} · G grade" if grades else HINT


def _seen(line: LineRecord) -> dict[str, str]:
    """A line as it stands on the screen where a letter changes it."""
    return {"text": line.text, "information": line.information, "sharing": line.sharing}


def _after(choices: tuple, present: object):  # type: ignore[no-untyped-def, type-arg]
    at = choices.index(present) if present in choices else -1
    return choices[(at + 1) % len(choices)]


def _who(one: AgencyRound) -> str:
    words = {"A": "apologies, information sent", "N": "apologies", "X": "not here"}
    absent = words.get(one.attendance or "", "")
    return absent or one.representative or ""


def _right(line: LineRecord) -> str:
    if line.sharing == Sharing.NAMED_AGENCIES:
        shared = f"{', '.join(line.shared_with)} only"
    else:
        shared = "" if line.sharing == Sharing.ALL_PANEL else line.sharing
    if line.origin == "room":
        said = f"{line.said_at:%H:%M}" if line.said_at else "✓ said"
    else:
        said = "✓ said" if line.said else "" if shared else "not yet said"
    return " · ".join(part for part in (shared, said) if part)
