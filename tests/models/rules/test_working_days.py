"""Working days of England and Wales, as deadlines count them."""

from datetime import date

import pytest
from holidays import country_holidays
from hypothesis import given
from hypothesis import strategies as st

from models.rules import working_days
from models.rules.working_days import (
    add_working_days,
    is_working_day,
    last_working_day_before,
    next_working_day,
    working_days_between,
)

DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 12, 25),
        date(2026, 12, 28),  # Boxing Day in lieu
        date(2026, 4, 3),
        date(2026, 4, 6),
        date(2026, 8, 31),
        date(2026, 11, 14),
        date(2026, 11, 15),
    ],
)
def test_no_one_works_on_weekends_and_bank_holidays(day: date) -> None:
    assert not is_working_day(day)


def test_a_panel_may_close_further_days() -> None:
    assert is_working_day(date(2026, 12, 29))
    assert not is_working_day(date(2026, 12, 29), closed={date(2026, 12, 29)})


@pytest.mark.parametrize(
    ("start", "count", "expected"),
    [
        (date(2026, 11, 12), 0, date(2026, 11, 12)),
        (date(2026, 11, 12), 1, date(2026, 11, 13)),
        (date(2026, 11, 12), 2, date(2026, 11, 16)),
        (date(2026, 11, 12), -10, date(2026, 10, 29)),
        (date(2026, 12, 24), 1, date(2026, 12, 29)),
        (date(2026, 12, 29), -1, date(2026, 12, 24)),
        (date(2026, 11, 14), 1, date(2026, 11, 16)),
    ],
)
def test_working_days_are_counted_over_weekends_and_holidays(
    start: date, count: int, expected: date
) -> None:
    assert add_working_days(start, count) == expected


def test_a_saturday_moves_to_monday_and_a_monday_stays() -> None:
    assert next_working_day(date(2026, 11, 14)) == date(2026, 11, 16)
    assert next_working_day(date(2026, 11, 16)) == date(2026, 11, 16)
    assert last_working_day_before(date(2026, 11, 16)) == date(2026, 11, 13)


@given(DAYS, st.integers(1, 40))
def test_counting_forth_and_between_agree(start: date, count: int) -> None:
    end = add_working_days(start, count)
    assert is_working_day(end)
    assert working_days_between(start, end) == count


@given(DAYS, DAYS)
def test_between_changes_sign_with_the_order_of_two_working_days(one: date, other: date) -> None:
    one, other = next_working_day(one), next_working_day(other)
    assert working_days_between(one, other) == -working_days_between(other, one)


@pytest.mark.parametrize("year", range(2010, 2043))
def test_listed_and_reckoned_bank_holidays_are_the_same(year: int) -> None:
    reckoned = country_holidays("GB", subdiv="ENG", years=[year])
    assert working_days.bank_holidays(year) == {day for day in reckoned if day.year == year}
