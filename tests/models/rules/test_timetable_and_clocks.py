"""When things are due around a meeting, and how the meeting stands against the clock."""

from dataclasses import dataclass
from datetime import date, datetime, time

import pytest

from models import codes
from models.marks import ItemKind, ItemState
from models.rules.clocks import (
    TimedItem,
    agenda_length,
    forecast,
    minutes_between,
    minutes_late,
    time_left,
)
from models.rules.timetable import due_dates, next_step, returns_due

MEETING = date(2026, 11, 12)
END = datetime(2026, 11, 12, 12, 30)


@dataclass(frozen=True)
class Step:
    label: str
    working_days: int | None


def item(number: int, kind: ItemKind, minutes: int, **more: object) -> TimedItem:
    return TimedItem(number, kind, minutes, **more)  # type: ignore[arg-type]


def test_steps_fall_on_working_days_around_the_meeting_in_order() -> None:
    steps = (Step("Minutes", 10), Step("Deadline", -10), Step("Chase", None), Step("Meeting", 0))
    due = due_dates(MEETING, steps, today=date(2026, 11, 11))
    assert [(one.label, one.due, one.standing) for one in due] == [
        ("Deadline", date(2026, 10, 29), "13 days ago"),
        ("Meeting", MEETING, "in 1 day"),
        ("Minutes", date(2026, 11, 26), "in 15 days"),
    ]
    upcoming = next_step(due, date(2026, 11, 11))
    assert upcoming is not None
    assert upcoming.label == "Meeting"


def test_the_shipped_timetable_reads_as_steps() -> None:
    rows = codes.rows_of("timetable", codes.TimetableStep)
    due = due_dates(MEETING, rows, MEETING)
    assert due[0].label == "Referral deadline"
    assert any(step.standing == "today" for step in due)


def test_the_forecast_lays_out_what_is_left_and_names_what_is_at_risk() -> None:
    items = (
        item(1, ItemKind.NEW, 12, taken=15 * 60, state=ItemState.DISCUSSED),
        item(2, ItemKind.NEW, 12, taken=7 * 60, state=ItemState.OPEN),
        item(3, ItemKind.REVIEW, 6, state=ItemState.PARKED),
        item(4, ItemKind.REVIEW, 6),
        item(5, ItemKind.NEW, 12),
    )
    reading = forecast(items, datetime(2026, 11, 12, 12, 10), END)
    assert [one.id for one in reading.items] == [2, 4, 5, 3]
    assert reading.finish == datetime(2026, 11, 12, 12, 39)
    assert reading.minutes_over == 9
    assert reading.at_risk == (5, 3)
    assert reading.running_late == 3


def test_an_item_past_its_time_takes_no_negative_time() -> None:
    late = item(1, ItemKind.NEW, 12, taken=20 * 60, state=ItemState.OPEN)
    reading = forecast((late,), datetime(2026, 11, 12, 12, 0), END)
    assert reading.finish == datetime(2026, 11, 12, 12, 0)
    assert reading.minutes_over == -30
    assert reading.running_late == 8


def test_an_agenda_over_length_says_by_how_much_and_what_could_move() -> None:
    items = (
        item(1, ItemKind.NEW, 12),
        item(2, ItemKind.REVIEW, 6, risk_rank=3),
        item(3, ItemKind.REVIEW, 6, risk_rank=1),
        item(4, ItemKind.REVIEW, 6, risk_rank=1),
        item(5, ItemKind.NOTIFICATION, 0),
    )
    length = agenda_length(items, available=35, fixed=15)
    assert length.over == 10
    assert length.could_move == (4, 3)
    assert length.words == "Over by 10 minutes: 45 planned for 35. 2 items could move."
    fits = agenda_length(items, available=60, fixed=15)
    assert fits.could_move == ()
    assert fits.words == "45 of 60 minutes planned."


def test_new_and_urgent_items_never_are_proposed_to_wait() -> None:
    items = (item(1, ItemKind.NEW, 12), item(2, ItemKind.URGENT, 12))
    assert agenda_length(items, 5).words == (
        "Over by 19 minutes: 24 planned for 5. None of it can wait."
    )


def test_minutes_pass_as_clocks_go_back() -> None:
    before, after = datetime(2026, 10, 25, 0, 30), datetime(2026, 10, 25, 2, 30)
    assert minutes_between(before, after) == 180


@pytest.mark.parametrize(("today", "due"), [(9, 10), (10, 11), (11, 11), (12, 12), (20, 9)])
def test_returns_are_never_due_on_the_meetings_own_day_while_there_is_a_day_before(
    today: int, due: int
) -> None:
    assert returns_due(date(2026, 11, 12), date(2026, 11, today)) == date(2026, 11, due)


def test_no_day_after_the_meeting_and_no_day_off_is_proposed_for_returns() -> None:
    monday, sunday = date(2026, 11, 30), date(2026, 11, 29)
    assert returns_due(monday, sunday) is None
    assert returns_due(sunday, sunday) is None
    assert returns_due(sunday, date(2026, 11, 27)) == date(2026, 11, 27)
    assert returns_due(monday, date(2026, 11, 27)) == date(2026, 11, 27)


def test_returns_are_due_around_the_panels_own_closed_days() -> None:
    closed = {date(2026, 11, 10)}
    assert returns_due(date(2026, 11, 12), date(2026, 11, 2), closed) == date(2026, 11, 6)


@pytest.mark.parametrize(
    ("seconds", "planned", "told"),
    [
        (0, 12, ("of 12 min", "soft")),
        (599, 12, ("of 12 min", "soft")),
        (600, 12, ("2 min left", "accent")),
        (661, 12, ("1 min left", "accent")),
        (720, 12, ("0 min left", "accent")),
        (76, 1, ("just over 1 min", "medium")),
        (721, 12, ("just over 12 min", "medium")),
        (780, 12, ("1 min over 12", "medium")),
        (900, 12, ("3 min over 12", "medium")),
        (1, 2, ("of 2 min", "soft")),
        (600, 0, ("min", "soft")),
    ],
)
def test_a_clock_says_when_two_minutes_are_left_and_when_it_is_over(seconds, planned, told) -> None:
    assert time_left(seconds, planned) == told


def test_a_slot_is_late_by_the_minutes_until_its_item_is_likely_to_begin() -> None:
    slot = time(10, 40)
    assert minutes_late(slot, datetime(2026, 11, 12, 10, 55)) == 15
    assert minutes_late(slot, datetime(2026, 11, 12, 10, 30)) == -10
