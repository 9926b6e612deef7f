"""The room's clocks: seconds of an item now, and when the meeting is likely to end."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from models.marks import ItemKind, ItemState
from models.records.meeting import ItemRow, MeetingRecord
from models.rules.clocks import Forecast, TimedItem, forecast, seconds_between

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
