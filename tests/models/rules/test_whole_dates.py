"""A field for a date takes a date alone."""

from datetime import date

import pytest

from models.rules.dates import beside_day, beside_reading, day_behind, spoken_date

TODAY = date(2026, 11, 12)


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("12 Nov 2026Kian Baines", "2026Kian Baines"),
        ("12 Nov 2026 Kian Baines", "Kian Baines"),
        ("Kian, 3 December", "Kian"),
        ("by 3 December", ""),
        ("on Thursday 3 December 2026", ""),
        ("the 3rd of December", ""),
        ("3 Dec at 14:30", ""),
        ("3/12/26", ""),
        ("next Fri", ""),
        ("Friday afternoon", ""),
        ("in 6 weeks", ""),
        ("in six weeks at the latest", ""),
        ("before Christmas", ""),
        ("next meeting", ""),
    ],
)
def test_what_stands_beside_a_day_is_found(text: str, beside: str) -> None:
    found = spoken_date(text, TODAY, date(2026, 12, 10))
    assert found.value is not None
    assert beside_reading(text, found) == beside


@pytest.mark.parametrize(
    ("rest", "beside"),
    [
        ("Thursday ,", ""),
        ("at 09:30", ""),
        ("T09:30:00Z", ""),
        ("2230", ""),
        ("Kian at 9pm", "Kian"),
    ],
)
def test_a_weekday_and_a_time_belong_to_a_day(rest: str, beside: str) -> None:
    assert beside_day(rest) == beside


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("Friday after school", "after school"),
        ("Fri event at the park", "event at the park"),
        ("Sat eve", ""),
        ("yesterday aft", ""),
    ],
)
def test_what_follows_a_day_that_was_is_no_part_of_one(text: str, beside: str) -> None:
    was = day_behind(text, TODAY)
    assert was is not None and was.rest.strip() == beside
