"""Attendance taken by letters: one row per member, guests below."""

from collections.abc import Hashable

from PySide6.QtWidgets import QVBoxLayout

from models import codes
from models.records.attending import Absence
from models.records.meeting import AttendanceRow
from ui.desk import Desk
from ui.live.agency_words import AgencyWords
from ui.live.ask_bar import AskBar
from ui.live.ledger import Entry, Ledger
from ui.live.state import RoomState
from ui.widgets.card import Card
from ui.widgets.labels import Words
from ui.widgets.lines import Line

LETTERS, UNNAMED = "prdanxioc", "unnamed"
HINT = (
    "P present · R remote · D deputy · A apologies, information sent · N apologies · "
    "X no apology · I item only · O observer · C conflict · L left, P back · "
    "E everyone present · + add"
)


class Attendance(Card):
    """Who is here: a letter sets the code and goes to the next row, E takes all the rest."""

    def __init__(self, desk: Desk, state: RoomState, bar: AskBar) -> None:
        super().__init__("Attendance")
        self.desk, self.state, self.bar = desk, state, bar
        self._agencies = AgencyWords(desk)
        keys = {letter: self._setter(letter.upper()) for letter in LETTERS}
        self.list = Ledger(
            "Attendance",
            {
                **keys,
                "d": self.deputy,
                "l": self.leave,
                "e": lambda _key: self.everyone(),
                "+": lambda _key: self.somebody_else(),
            },
        )
        self.list.nowhere.connect(lambda: desk.notice.say("Stand on a row first: up or down."))
        self.add(self.list)
        self.add(Words(HINT, "small"))
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.setStretchFactor(self.list, 1)

    def refill(self) -> None:
        """Show the rows in an order that stays while codes are set."""
        rows = sorted(
            self.state.facts.attendance, key=lambda one: (not one.core, one.agency or "~", one.name)
        )
        core = [self._entry(one) for one in rows if one.core]
        others = [self._entry(one) for one in rows if not one.core]
        lines: list[Line] = [*core]
        if others:
            lines += [Line("h.others", "Others", heading=True), *others]
        self.list.show_entries(lines)
        here, taken = len(self.state.present), sum(1 for one in rows if one.code)
        self.say("Attendance", f"{here} present", f"{taken} of {len(rows)} taken")

    def set_code(self, key: Hashable, code: str) -> None:
        """Record how the person of a row attends, and go to the next row."""
        row, meeting = self._attending(key), self.state.meeting
        if row is None or meeting is None:
            return
        conduct = self.desk.workspace.conduct
        if row.member_id is not None:
            done = self.desk.attempt(self, conduct.attend, meeting.id, row.member_id, code)
        else:
            done = self.desk.attempt(
                self, conduct.attend_guest, meeting.id, row.name, code, row.agency_id
            )
        if done:
            self.list.step(1)

    def deputy(self, key: Hashable) -> None:
        """Ask who is here for the member of a row: a member by part of the name, or a guest."""
        row = self._attending(key)
        if row is None or row.member_id is None:
            self.set_code(key, "D")
            return

        def answer(text: str, chosen: Hashable | None) -> bool:
            return self._deputise(row, text, chosen)

        def find(text: str) -> list[Line]:
            members = self._members(text, but=row.member_id)
            own = self._agencies.brief(row.agency)
            found = sorted(members, key=lambda one: one.soft != own)
            return found if text else [Line(UNNAMED, "A deputy who is not named yet"), *found]

        self.bar.ask(f"Who is here for {row.name}?", answer, find)

    def _deputise(self, row: AttendanceRow, text: str, chosen: Hashable | None) -> bool:
        meeting, conduct = self.state.meeting, self.desk.workspace.conduct
        if meeting is None or row.member_id is None:
            return True
        if chosen == UNNAMED:
            done = self.desk.attempt(self.bar, conduct.attend, meeting.id, row.member_id, "D")
        else:
            deputy = chosen if isinstance(chosen, int) else None
            done = self.desk.attempt(
                self.bar,
                conduct.deputise,
                meeting.id,
                row.member_id,
                deputy_id=deputy,
                name=None if deputy else text,
            )
        if done:
            self.state.refresh({"attendance"})
            self.list.step(1)
        return done

    def everyone(self) -> None:
        """Take every member not yet taken as present, in one step."""
        meeting = self.state.meeting
        rest = tuple(
            one.member_id
            for one in self.state.facts.attendance
            if one.code is None and one.member_id is not None
        )
        if meeting is None or not rest:
            return
        if self.desk.attempt(self, self.desk.workspace.conduct.attend_all, meeting.id, rest, "P"):
            self.state.refresh({"attendance"})

    def leave(self, key: Hashable) -> None:
        """Record that the person of a row has left, now."""
        row = self._attending(key)
        if row is None or not row.id:
            return
        self.desk.attempt(self, self.desk.workspace.conduct.leave, row.id)

    def somebody_else(self) -> None:
        """Ask who else is here: a member by part of the name, or a guest by the whole."""
        self.bar.ask("Who else is here?", self._add, self._members)

    def _members(self, text: str, but: int | None = None) -> list[Line]:
        """Members by a part of the name who are not in the list yet; of deputies, all but one."""
        rows = self.state.facts.attendance
        shown = {one.member_id for one in rows} if but is None else {but}
        words = text.casefold().split()
        found = [
            Line(one.id, one.name, soft=self._agencies.brief(one.agency))
            for one in self.desk.workspace.read.members()
            if one.active
            and one.id not in shown
            and all(word in one.name.casefold() for word in words)
        ]
        guest = [Line("guest", f"“{text}” as a guest")] if text else []
        return [*found[:20], *guest] if text else found[:20]

    def _add(self, text: str, key: Hashable | None) -> bool:
        meeting, conduct = self.state.meeting, self.desk.workspace.conduct
        if meeting is None:
            return True
        if isinstance(key, int):
            done = self.desk.attempt(self.bar, conduct.attend, meeting.id, key, "P")
        else:
            done = self.desk.attempt(self.bar, conduct.attend_guest, meeting.id, text, "P")
        if done:
            self.state.refresh({"attendance"})
        return done

    def _setter(self, code: str):  # type: ignore[no-untyped-def]
        return lambda key: self.set_code(key, code)

    def _attending(self, key: Hashable) -> AttendanceRow | None:
        self.state.catch_up()
        return next((a for a in self.state.facts.attendance if _key(a) == key), None)

    def _entry(self, one: AttendanceRow) -> Entry:
        code = codes.find("attendance", one.code or "")
        times = [f"{one.arrived:%H:%M}" if one.arrived else ""]
        times += [_out(absence) for absence in one.absences[-1:]]
        deputy = f"for {one.deputy_for}" if one.deputy_for else ""
        right = " · ".join(part for part in (*times, deputy) if part)
        taken = code is not None
        entry = Entry(
            _key(one),
            one.name,
            whose=one.agency or "",
            soft=one.role or "",
            right=right,
            head=True,
            tag=_short(one, code.label) if code is not None else "Not taken",
            tag_kind="plain" if taken else "medium",
        )
        return self._agencies.in_brief(entry)


def _out(one: Absence) -> str:
    """When somebody was out last; the minutes tell every time."""
    back = f", back {one.returned:%H:%M}" if one.returned else ""
    return f"left {one.left:%H:%M}{back}"


def _key(one: AttendanceRow) -> Hashable:
    return ("member", one.member_id) if one.member_id is not None else ("guest", one.name)


def _short(one: AttendanceRow, label: str) -> str:
    """A code's words in a tag's width; who has left is not present, and what was sent is told."""
    if one.left is not None:
        return "Left"
    if label.endswith(", information sent"):
        return "Info sent"
    return label.split(",")[0].split(":")[0].replace("Attends own item only", "Own item")
