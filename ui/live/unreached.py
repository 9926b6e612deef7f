"""Items not reached, as the read-back shows them: what becomes of each, and who holds it."""

from collections.abc import Callable, Hashable, Sequence
from datetime import date
from typing import Any

from models.marks import ItemState, Until
from models.records.item import ItemRow
from models.rules.unreached import (
    LEFT_OVER,
    SPOKEN_OF,
    held_words,
    holder_of,
    left_undecided,
    until_words,
)
from ui.desk import Desk
from ui.live.ask_bar import AskBar
from ui.live.asking_day import ask_day
from ui.live.choices import Find, among
from ui.live.ledger import Act, Entry
from ui.live.state import RoomState
from ui.widgets.lines import Line

UNREACHED, DEFERRED, UNDECIDED = "Not reached", "Deferred", "Without a decision"
TITLES = (UNREACHED, DEFERRED, UNDECIDED)
HINT = (
    "N first at the next meeting · X extraordinary meeting · A one agency checks · H who holds it"
)
CLOSED_HINT = "H who holds it"
FREE = "by name"


def unreached(state: RoomState) -> list[ItemRow]:
    """Items that the meeting has not reached or has deferred, in its order."""
    return [row for row in state.facts.order if row.state in LEFT_OVER]


def undecided(state: RoomState) -> list[ItemRow]:
    """Items that were opened and have no decision, in the meeting's order."""
    return [
        row for row in state.facts.order if left_undecided(row.state, row.kind, decided=row.decided)
    ]


def left_over(state: RoomState) -> list[ItemRow]:
    """Items without a decision and items not reached: letters say what becomes of each."""
    return [*undecided(state), *unreached(state)]


def held_by_nobody(state: RoomState) -> list[ItemRow]:
    """Items not reached or not decided that nobody answers for.

    What goes on on another day is not among them.
    """
    return [
        row
        for row in left_over(state)
        if row.until.then != Until.CONTINUED and holder_of(row.until) is None
    ]


def key_of(row: ItemRow) -> Hashable:
    """Where an item not reached or not decided stands in the read-back."""
    if row.state in SPOKEN_OF:
        return (UNDECIDED, row.id)
    return (DEFERRED if row.state == ItemState.DEFERRED else UNREACHED, row.id)


def unreached_lines(state: RoomState) -> list[Line]:
    """Each item not reached under its heading, with its choice and who holds it."""
    rows = unreached(state)
    deferred = [row for row in rows if row.state == ItemState.DEFERRED]
    others = [row for row in rows if row.state != ItemState.DEFERRED]
    return [*_under(state, UNREACHED, others), *_under(state, DEFERRED, deferred)]


def undecided_lines(state: RoomState) -> list[Line]:
    """Each item without a decision, with who holds it until there is one."""
    return _under(state, UNDECIDED, undecided(state))


def _under(state: RoomState, title: str, rows: Sequence[ItemRow]) -> list[Line]:
    if not rows:
        return []
    head = Line(f"h.{title}", f"{title}  {len(rows)}", heading=True)
    return [head, *(_entry(state, row) for row in rows)]


def _entry(state: RoomState, row: ItemRow) -> Entry:
    goes_on, holder = row.until.then == Until.CONTINUED, holder_of(row.until)
    then = "" if goes_on or _only_undecided(row) else until_words(row.until)
    held = state.masked(held_words(holder))
    told = (state.masked(row.deferred_reason), then, held if holder else "")
    return Entry(
        key_of(row),
        state.shown_name(row),
        soft=" · ".join(part for part in told if part),
        amber="" if holder or goes_on else held,
        tag=row.reference,
        tag_kind="medium",
    )


def _only_undecided(row: ItemRow) -> bool:
    """What becomes of an item without a decision need not be said: the next agenda proposes it."""
    return row.state in SPOKEN_OF and row.until.then is None


class Settling:
    """Letters on such a line say what becomes of the item; what they need is asked in the bar."""

    def __init__(
        self, desk: Desk, state: RoomState, bar: AskBar, settled: Callable[[int], object]
    ) -> None:
        self.desk, self.state, self.bar = desk, state, bar
        self._settled = settled

    @property
    def keys(self) -> dict[str, Act]:
        """Which letter does what."""
        return {
            "n": lambda key: self._on(key, self._next),
            "x": lambda key: self._on(key, self._extraordinary),
            "a": lambda key: self._on(key, self._check),
            "h": lambda key: self._on(key, self.ask_holder),
        }

    def ask_holder(self, row: ItemRow) -> None:
        """Ask who holds an item until it returns; those in the room come first."""
        people = self.holders(row)

        def find(text: str) -> list[Line]:
            return [*people(text)] or ([self.by_name(text)] if text else [])

        def answer(text: str, key: Hashable | None) -> bool:
            return self.hold(row, text, key)

        self.bar.ask(f"Who holds {self._called(row)} until the next meeting?", answer, find)

    def holders(self, row: ItemRow) -> Find:
        """Whoever of the panel a name typed means, those in the room first."""
        return among(self._people(row))

    def by_name(self, text: str) -> Line:
        """Somebody outside the panel, by the name typed."""
        return Line(FREE, f"“{text}”", soft=FREE)

    def hold(self, row: ItemRow, text: str, key: Hashable | None) -> bool:
        """A member chosen holds an item until it returns, or whoever was named."""
        member = key if isinstance(key, int) else None
        return self._do("hold", row.id, member_id=member, name=None if member else text)

    def _next(self, row: ItemRow) -> None:
        self._do("settle", row.id, Until.NEXT)

    def _extraordinary(self, row: ItemRow) -> None:
        def settle(day: date) -> bool:
            return self._do("settle", row.id, Until.EXTRAORDINARY, on=day)

        ask_day(
            self.state,
            self.bar,
            f"Extraordinary meeting on {self._called(row)}: which day?",
            settle,
        )

    def _check(self, row: ItemRow) -> None:
        agencies = [Line(one.id, one.name) for one in self.state.workspace.read.agencies()]

        def answer(_text: str, key: Hashable | None) -> bool:
            return self._do("settle", row.id, Until.CHECK, agency_id=key)

        self.bar.ask(f"Which agency checks {self._called(row)}?", answer, among(agencies))

    def _on(self, key: Hashable, act: Any) -> None:
        self.state.catch_up()
        row = self.state.row_of(key[1]) if isinstance(key, tuple) and key[0] in TITLES else None
        if row is not None:
            act(row)

    def _do(self, method: str, *args: Any, **named: Any) -> bool:
        conduct = self.desk.workspace.conduct
        before = self.desk.workspace.store.last_operation
        near = self.bar if not self.bar.isHidden() else None
        done = self.desk.attempt(near, getattr(conduct, method), *args, **named)
        if done:
            self._settled(before)
        return done

    def _called(self, row: ItemRow) -> str:
        return f"{row.reference} {self.state.shown_name(row)}"

    def _people(self, row: ItemRow) -> list[Line]:
        """The panel's members but those who step out for the item, those in the room first."""
        here = {one.member_id for one in self.state.present}
        out = {d.member_id for d in self.state.facts.declarations if d.item_id in (None, row.id)}
        everybody = self.state.workspace.read.members()
        members = [one for one in everybody if one.active and one.id not in out]
        members.sort(key=lambda one: one.id not in here)
        return [Line(one.id, one.name, soft=_of(one)) for one in members]


def _of(member: Any) -> str:
    return ", ".join(part for part in (member.role, member.agency) if part)
