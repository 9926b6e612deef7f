"""The history of an entry in place: who, when, from what to what; Enter restores a state."""

from collections.abc import Hashable

from models.records.past import FieldChange, PastState
from ui.desk import Desk
from ui.live.ask_bar import Answer, AskBar
from ui.live.state import RoomState
from ui.widgets.dates import short_date
from ui.widgets.lines import Line

TABLES = {"line": "information_line", "decision": "decision", "risk": "risk_judgement"}
NONE = "Nobody here has a history of that to read."
LONGEST, AROUND = 70, 3


class Past:
    """Asks in the room's one bar which earlier state of an entry to restore."""

    def __init__(self, desk: Desk, state: RoomState, bar: AskBar) -> None:
        self.desk, self.state, self.bar = desk, state, bar

    def ask(self, key: Hashable) -> None:
        """Show an entry's history, the latest first, as far as the room may read it."""
        states = self._states(key)
        if not states:
            self.desk.notice.say(NONE)
            return
        lines = [self._line(one) for one in states]
        self.bar.ask("History: put back which state?", self._answer(key), lambda _text: lines)

    def _states(self, key: Hashable) -> tuple[PastState, ...]:
        read, item_id = self.state.read, self.state.item_id
        if item_id is None:
            return ()
        found: tuple[PastState, ...]
        if isinstance(key, tuple):
            found = read.past_states(TABLES.get(key[0], key[0]), key[1])
        else:
            found = read.past_of_item(TABLES.get(str(key), str(key)), item_id)
        return found

    def _answer(self, key: Hashable) -> Answer:
        def restore(_text: str, chosen: Hashable | None) -> bool:
            state = next((one for one in self._states(key) if one.number == chosen), None)
            if state is None or state.now:
                self.desk.notice.say("It stands so now.")
                return state is not None
            act = self.desk.workspace.conduct.restore_entry
            done = self.desk.attempt(self.bar, act, state.table, state.row_id, state.number)
            if done:
                self.state.refresh({"action", "information_line", "decision"})
                self.desk.notice.say("Put back as it was then.")
            return done

        return restore

    def _line(self, one: PastState) -> Line:
        same_day = one.at.date() == self.state.now.date()
        day = "" if same_day else f"{short_date(one.at.date())} "
        told = " · ".join(_told(change) for change in one.changes) or one.label
        words = f"{day}{one.at:%H:%M} {one.who}: {self.state.masked(told)}"
        return Line(one.number, words, right="now" if one.now else "")


def _told(change: FieldChange) -> str:
    if change.before is None:
        return f"{change.field} {_short(change.after)}"
    before, after = _difference(change.before, change.after or "nothing")
    return f"{change.field} {_short(before)} → {_short(after)}"


def _short(text: str | None) -> str:
    words = text or "nothing"
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"


def _difference(before: str, after: str) -> tuple[str, str]:
    """Two long texts from just before the first word in which they differ."""
    if max(len(before), len(after)) <= LONGEST:
        return before, after
    first, second = before.split(), after.split()
    pairs = zip(first, second, strict=False)
    same = next((at for at, (one, two) in enumerate(pairs) if one != two), 0)
    start = max(0, same - AROUND)
    lead = "… " if start else ""
    return lead + " ".join(first[start:]), lead + " ".join(second[start:])
