"""The room's clocks: seconds of an item now, and when the meeting is likely to end."""

from collections.abc import Callable, Sequence, Set
from datetime import datetime, timedelta

from models.marks import ItemKind, ItemState
from models.records.item import ItemRow
from models.records.meeting import MeetingRecord
from models.rules.clocks import (
    Forecast,
    TimedItem,
    forecast,
    minutes_late,
    seconds_between,
    time_left,
)
from models.rules.unreached import TO_COME

LATE_MINUTES = 10
"""From this lateness on, whoever waits for a slot is named as kept waiting."""
A_SITTING = timedelta(hours=12)


def seconds_of(row: ItemRow, now: datetime) -> int:
    """Seconds that an item has taken by now."""
    running = seconds_between(row.clock_started, now) if row.clock_started else 0
    return row.seconds + max(0, int(running))


def minutes_words(row: ItemRow, now: datetime) -> str:
    """An item's time as the running order shows it: "7 / 12", or what is planned."""
    seconds = seconds_of(row, now)
    if row.state in (ItemState.DEFERRED, ItemState.NOT_REACHED) and not seconds:
        return "–"
    if not seconds and row.state == ItemState.PLANNED:
        return str(row.planned_minutes)
    return f"{seconds // 60} / {row.planned_minutes}"


def minutes_tint(row: ItemRow, now: datetime) -> str:
    """The tint of that time: while the clock runs, that of the clock itself."""
    return time_left(seconds_of(row, now), row.planned_minutes)[1] if row.clock_started else ""


def forecast_of(meeting: MeetingRecord, order: Sequence[ItemRow], now: datetime) -> Forecast:
    """When the meeting is likely to end, counted from now or from its start."""
    items = [
        TimedItem(
            row.id,
            ItemKind(row.kind),
            row.planned_minutes,
            seconds_of(row, now),
            ItemState(row.state),
        )
        for row in order
    ]
    begins = now if meeting.started_at is not None else _planned(meeting)[0]
    return forecast(items, begins, _ends(meeting, now))


def _ends(meeting: MeetingRecord, now: datetime) -> datetime:
    """When it is to end: by the clock on its own day, after its planned length on another.

    One taken up again tomorrow ends at the same time tomorrow.
    """
    planned, started = _planned(meeting), meeting.started_at
    if started is None:
        return planned[1]
    other_day = started.date() != meeting.held_on
    ends = started + (planned[1] - planned[0]) if other_day else planned[1]
    taken_up_again = now - started > A_SITTING
    return ends + (now.date() - started.date()) if taken_up_again else ends


def _planned(meeting: MeetingRecord) -> tuple[datetime, datetime]:
    start, end = (datetime.combine(meeting.held_on, at) for at in (meeting.starts, meeting.ends))
    return start, end


def forecast_words(found: Forecast) -> tuple[str, str]:
    """The forecast in words with its tint: "Finish forecast 12:38, 8 min over"."""
    over = found.minutes_over
    if over > 0:
        return f"Finish forecast {found.finish:%H:%M}, {over} min over", "medium"
    spare = f", {-over} min in hand" if over < 0 else ""
    return f"Finish forecast {found.finish:%H:%M}{spare}", "plain"


def waiting_for(row: ItemRow, here: Set[str], masked: Callable[[str], str]) -> str:
    """Who waits for the slot of an item still to come: "10:40 Kian Iqbal waits".

    Those who are `here` for the whole meeting wait for nothing.
    """
    names = [masked(one) for one in row.invited if one not in here]
    if row.slot is None or not names or row.state not in TO_COME:
        return ""
    who = f"{names[0]} waits" if len(names) == 1 else f"{names[0]} and {len(names) - 1} more wait"
    return f"{row.slot:%H:%M} {who}"


def likely_at(row: ItemRow, starts: datetime | None) -> str:
    """When an item is likely to begin, where that is late for its slot: "likely 10:55"."""
    if row.slot is None or starts is None or minutes_late(row.slot, starts) < LATE_MINUTES:
        return ""
    return f"likely {starts:%H:%M}"


def not_in_time(found: Forecast, order: Sequence[ItemRow], live: int | None) -> list[ItemRow]:
    """Items still to come, or only opened, that the meeting is not likely to reach in its time.

    The one that is `live` is reached.
    """
    at_risk = set(found.at_risk)
    return [row for row in order if row.id in at_risk and row.id != live]
