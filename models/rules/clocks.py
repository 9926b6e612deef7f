"""The running order against the clock: planned, actual, forecast, what could move."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from models.marks import ItemKind, ItemState

LONDON = ZoneInfo("Europe/London")
# What may wait for the next meeting, first to move first; new and urgent items never are proposed.
MOVABLE = (ItemKind.NOTIFICATION, ItemKind.REVIEW, ItemKind.DEFERRED, ItemKind.CLOSURE)
NEARLY_OVER = 120
"""Seconds left of an item at which its clock says so."""
FINISHED = frozenset({ItemState.DISCUSSED, ItemState.DEFERRED, ItemState.NOT_REACHED})


@dataclass(frozen=True)
class TimedItem:
    """An item with its planned minutes and the seconds it has taken so far."""

    id: int
    kind: ItemKind
    planned: int
    taken: int = 0
    state: ItemState = ItemState.PLANNED
    risk_rank: int = 0


@dataclass(frozen=True)
class ItemForecast:
    """When an item is likely to begin and end, and whether that is past the meeting's end."""

    id: int
    starts: datetime
    ends: datetime
    at_risk: bool


@dataclass(frozen=True)
class Forecast:
    """When the meeting is likely to end; `minutes_over` is negative while there is time in hand."""

    finish: datetime
    minutes_over: int
    items: tuple[ItemForecast, ...]
    running_late: int

    @property
    def at_risk(self) -> tuple[int, ...]:
        """Items likely not to be reached in time."""
        return tuple(item.id for item in self.items if item.at_risk)


@dataclass(frozen=True)
class AgendaLength:
    """An agenda against its meeting: minutes over (or spare, negative) and what could move."""

    planned: int
    available: int
    could_move: tuple[int, ...]

    @property
    def over(self) -> int:
        """Minutes too many; negative is time to spare."""
        return self.planned - self.available

    @property
    def words(self) -> str:
        """The length as one plain sentence."""
        if self.over <= 0:
            return f"{self.planned} of {self.available} minutes planned."
        moves = len(self.could_move)
        could = (
            f" {moves} item{'s' * (moves != 1)} could move." if moves else " None of it can wait."
        )
        return f"Over by {self.over} minutes: {self.planned} planned for {self.available}.{could}"


def minutes_between(start: datetime, end: datetime) -> int:
    """Whole minutes that pass between two wall clock times of London, over a clock change too."""
    return int(seconds_between(start, end) // 60)


def seconds_between(start: datetime, end: datetime) -> float:
    """Seconds that pass between two wall clock times of London."""
    return end.replace(tzinfo=LONDON).timestamp() - start.replace(tzinfo=LONDON).timestamp()


def forecast(items: Sequence[TimedItem], now: datetime, end: datetime) -> Forecast:
    """Items still to come laid out from now; the open one takes what it has left."""
    place, laid = now, []
    for item in _in_turn(items):
        finish = place + timedelta(seconds=max(item.planned * 60 - item.taken, 0))
        laid.append(ItemForecast(item.id, place, finish, finish > end))
        place = finish
    over = -(-int((place - end).total_seconds()) // 60)
    return Forecast(place, over, tuple(laid), _late(items))


def _in_turn(items: Sequence[TimedItem]) -> list[TimedItem]:
    """The open item first, then those planned in order, then those parked."""
    rank = {ItemState.OPEN: 0, ItemState.PLANNED: 1, ItemState.PARKED: 2}
    return sorted((i for i in items if i.state not in FINISHED), key=lambda item: rank[item.state])


def _late(items: Sequence[TimedItem]) -> int:
    """Minutes by which discussed items, and the open one past its time, have overrun."""
    overrun = 0
    for item in items:
        spent = item.taken - item.planned * 60
        if item.state is ItemState.DISCUSSED or (item.state is ItemState.OPEN and spent > 0):
            overrun += spent
    return round(overrun / 60)


def agenda_length(items: Sequence[TimedItem], available: int, fixed: int = 0) -> AgendaLength:
    """The agenda's minutes with its fixed parts, and what could move, least pressing first.

    Only kinds that may wait are proposed, those at lower risk before those at higher, later in
    the order before earlier.
    """
    planned = fixed + sum(item.planned for item in items)
    left, moved = planned - available, []
    for item in sorted(_movable(items), key=lambda pair: (pair[1].risk_rank, -pair[0])):
        if left <= 0:
            break
        moved.append(item[1].id)
        left -= item[1].planned
    return AgendaLength(planned, available, tuple(moved))


def _movable(items: Sequence[TimedItem]) -> list[tuple[int, TimedItem]]:
    return [(n, i) for n, i in enumerate(items) if i.kind in MOVABLE and i.planned]


def time_left(seconds: int, planned: int) -> tuple[str, str]:
    """What is left of planned minutes, with its tint: "of 12 min", "2 min left", "3 min over 12".

    A minute is over once it is whole, as the clock beside it counts; before that it is "just over".
    Where nothing is planned there is nothing to be over.
    """
    if not planned:
        return "min", "soft"
    left = planned * 60 - seconds
    if left < 0:
        over = -left // 60
        return f"{over} min over {planned}" if over else f"just over {planned} min", "medium"
    if left <= NEARLY_OVER and planned * 60 > NEARLY_OVER:
        return f"{-(-left // 60)} min left", "accent"
    return f"of {planned} min", "soft"


def minutes_late(slot: time, starts: datetime) -> int:
    """Minutes by which what begins at `starts` is later than its slot of that day."""
    return minutes_between(datetime.combine(starts.date(), slot), starts)
