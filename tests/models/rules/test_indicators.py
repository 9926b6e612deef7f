"""What a performance figure is, what stands behind it, and what it says where it cannot be told."""

from datetime import date, datetime

import pytest

from models.records.reports import OVER_TIME, Listed, ReportTable
from models.rules.indicators import Term, children, counted, middle, row, share, with_its_kinds
from models.rules.performance import (
    in_time,
    long_on_panel,
    on_panel_since,
    open_on,
    referred_again,
    repeatedly,
    run_out,
)
from models.rules.quarters import quarters

DAY = date(2026, 11, 12)


@pytest.mark.parametrize(
    ("on", "own", "before"),
    [
        (DAY, (date(2026, 10, 1), DAY), (date(2026, 7, 1), date(2026, 9, 30))),
        (date(2026, 1, 1), (date(2026, 1, 1),) * 2, (date(2025, 10, 1), date(2025, 12, 31))),
        (date(2024, 3, 31), (date(2024, 1, 1), date(2024, 3, 31)),
         (date(2023, 10, 1), date(2023, 12, 31))),
    ],
)  # fmt: skip
def test_the_day_s_quarter_goes_up_to_the_day_and_the_one_before_is_whole(on, own, before):
    assert [(one.first, one.last) for one in quarters(on)] == [own, before]


def test_a_quarter_holds_its_days_to_the_last_minute():
    own, _ = quarters(DAY)
    assert own.holds(datetime(2026, 11, 12, 23, 59)) and own.holds(date(2026, 10, 1))
    assert not own.holds(date(2026, 11, 13)) and not own.holds(None)


def test_a_share_of_nothing_is_not_nought_but_says_why():
    told = share([], [], "no return is recorded.")
    assert told.value is None and told.why == "no return is recorded."
    assert share([], [1, 2], "").value == 0.0
    assert middle([], [], "none was done.").why == "none was done."
    assert middle([1, 2, 9, 10], [1, 2, 3, 3], "").value == 5.5


def test_nought_is_not_told_of_a_time_before_anything_was_recorded():
    noughts = row(Term("Actions", "Made", ""), [counted([]), counted([])])
    begun, never = (
        with_its_kinds(noughts, quarters(DAY), ("action",), {"action": day})
        for day in (date(2026, 11, 12), None)
    )
    assert begun.values == (0, None)
    assert begun.why[1] == "no action is on record by then."
    assert never.values == (None, None)


def test_whoever_counts_twice_is_listed_once():
    assert (counted([4, 4, 5]).value, counted([4, 4, 5]).children) == (3, (4, 5))
    assert children([4, 4, 5]).value == 2
    action = Listed("actions", 1, "A1, Police, no date")
    assert counted([action]).listed == (action,) and counted([action]).children == ()


def test_a_row_explains_what_it_counts_and_why_a_column_is_empty():
    term = Term("Missing", "% offered", "Of returns, those offered.", True)
    made = row(term, (share([1], [1], ""), share([], [], "no return is recorded.")))
    table = ReportTable("performance", "Performance", DAY, ("Oct", "Jul"), (made,), ())
    assert made.values == (100.0, None) and table.defined
    assert table.explained(made) == (
        "Of returns, those offered. Not told for Jul: no return is recorded."
    )


def test_many_empty_quarters_are_told_by_the_first_and_the_last():
    term = Term("Missing", "Episodes", "Reported.")
    empty = share([], [], "none is recorded.")
    quarters = ("Oct", "Jul", "Apr", "Jan")
    for cells, words in (
        ((share([1], [1], ""), empty, empty, empty), "from Jan to Jul"),
        ((empty, share([1], [1], ""), empty, empty), "for Oct, Apr, Jan"),
        ((empty,) * 4, "in any column"),
    ):
        made = row(term, cells)
        table = ReportTable("one", "One", DAY, quarters, (made,), (), across=OVER_TIME)
        assert table.explained(made) == f"Reported. Not told {words}: none is recorded."


@pytest.mark.parametrize(
    ("days", "again"),
    [
        ([date(2026, 1, 1), date(2027, 1, 1)], [False, True]),
        ([date(2026, 1, 1), date(2027, 1, 2)], [False, False]),
        ([None, date(2026, 1, 1), None, date(2026, 1, 2)], [False, False, False, True]),
    ],
)
def test_a_child_is_referred_again_within_365_days(days, again):
    assert referred_again(days) == again


@pytest.mark.parametrize(
    ("steps", "since", "long"),
    [
        ([(date(2026, 5, 13), True)], date(2026, 5, 13), True),
        ([(date(2026, 5, 14), True)], date(2026, 5, 14), False),
        ([(None, True), (date(2026, 11, 1), True)], date.min, True),
        ([(date(2026, 1, 1), True), (date(2026, 9, 1), False)], None, False),
        ([(None, True), (date(2026, 9, 1), False), (date(2026, 10, 1), True)],
         date(2026, 10, 1), False),
        ([(date(2026, 12, 1), True)], None, False),
    ],
)  # fmt: skip
def test_time_on_the_panel_is_counted_without_a_break(steps, since, long):
    assert on_panel_since(steps, DAY) == since
    assert long_on_panel(on_panel_since(steps, DAY), DAY) is long


def test_three_episodes_in_90_days_are_repeated():
    days = [datetime(2026, 8, 15, 1), datetime(2026, 9, 1), datetime(2026, 11, 12, 23)]
    assert repeatedly(days, DAY)
    assert not repeatedly([datetime(2026, 8, 14, 23), *days[1:]], DAY)


def test_72_hours_are_counted_from_the_return():
    back = datetime(2026, 11, 1, 12)
    assert in_time(back, datetime(2026, 11, 4, 12)) and not in_time(back, None)
    assert not in_time(back, datetime(2026, 11, 4, 12, 1))
    assert run_out(back, datetime(2026, 11, 4, 12, 1)) and not run_out(back, back)


@pytest.mark.parametrize(
    ("made", "finished", "stands"),
    [
        (DAY, None, True),
        (DAY, DAY, False),
        (date(2026, 1, 1), date(2026, 11, 13), True),
        (date(2026, 11, 13), None, False),
        (None, None, False),
    ],
)
def test_what_was_open_on_a_day(made, finished, stands):
    assert open_on(made, finished, DAY) is stands
