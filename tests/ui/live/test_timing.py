"""When a meeting is likely to end, counted from when it truly began."""

from dataclasses import replace
from datetime import datetime

from ui.live.timing import forecast_of


def over(page, started, now):
    """Minutes over, of a meeting planned from 09:30 to 10:00 on 12 November, 36 of them asked."""
    meeting = replace(page.state.meeting, started_at=started)
    return forecast_of(meeting, page.state.facts.order, now).minutes_over


def test_on_its_own_day_it_is_to_end_by_the_clock(page):
    began = datetime(2026, 11, 12, 9, 40)
    asked = sum(row.planned_minutes for row in page.state.facts.order)
    assert over(page, began, began) == asked - 20


def test_on_another_day_it_has_its_planned_length_from_when_it_began(page):
    began = datetime(2026, 11, 14, 19, 0)
    asked = sum(row.planned_minutes for row in page.state.facts.order)
    assert over(page, began, began) == asked - 30


def test_past_midnight_it_goes_on(page):
    began = datetime(2026, 11, 14, 23, 50)
    asked = sum(row.planned_minutes for row in page.state.facts.order)
    assert over(page, began, datetime(2026, 11, 15, 0, 10)) == asked - 10


def test_taken_up_again_the_next_day_it_is_to_end_at_the_same_time(page):
    began, now = datetime(2026, 11, 12, 9, 30), datetime(2026, 11, 13, 9, 30)
    asked = sum(row.planned_minutes for row in page.state.facts.order)
    assert over(page, began, now) == asked - 30
