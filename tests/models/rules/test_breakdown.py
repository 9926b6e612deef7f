"""A report is told group by group, and the groups make up the whole."""

from datetime import date

import pytest

from models.records.reports import Listed, ReportTable
from models.rules.breakdown import ALL, NOT_KNOWN, by_group
from models.rules.indicators import Term, counted, middle, row, share, unknown

GROUPS = {1: "North", 2: "North", 3: "South"}
ORDER = ("South", "North", "West")


def table(*rows) -> ReportTable:
    return ReportTable("made", "Made", date(2026, 9, 30), ("Jul–Sep 2026",), rows, ())


def told(one, **given) -> dict:
    found = by_group(table(one), ["Children"], GROUPS.get, ORDER, **given)
    return dict(zip(found.columns, found.rows[0].values, strict=True))


@pytest.mark.parametrize(
    ("figure", "all_of_it", "south", "north"),
    [
        (counted([1, 1, 2, 3]), 4, 1, 3),
        (share([1, 3], [1, 2, 3], "nobody."), 66.7, 100.0, 50.0),
        (middle([2, 10, 4], [1, 2, 3], "nobody."), 4.0, 4.0, 6.0),
        (share([1], [1, 2], "nobody."), 50.0, None, 50.0),
    ],
)
def test_each_group_is_counted_as_the_whole_is(figure, all_of_it, south, north):
    found = told(row(Term("Children", "On the tracker", "Children."), [figure]))
    assert (found[ALL], found.get("South"), found["North"]) == (all_of_it, south, north)
    assert "West" not in found


def test_what_is_in_no_group_has_a_column_of_its_own():
    one = row(Term("Children", "On the tracker", "Children."), [counted([1, 9])])
    assert told(one) == {ALL: 2, "North": 1, NOT_KNOWN: 1}
    assert told(one, rest="Unallocated") == {ALL: 2, "North": 1, "Unallocated": 1}


def test_each_figure_keeps_the_children_behind_it():
    one = row(Term("Children", "On the tracker", "Children."), [counted([1, 1, 2, 3])])
    found = by_group(table(one), ["Children"], GROUPS.get, ORDER)
    assert found.rows[0].children == ((1, 2, 3), (3,), (1, 2))


def test_a_figure_that_cannot_be_told_is_told_of_no_group():
    known = row(Term("Children", "On the tracker", "Children."), [counted([1])])
    empty = row(Term("Children", "Days", "Days."), [unknown("no child was on the tracker.")])
    found = by_group(table(known, empty), ["Children"], GROUPS.get, ORDER)
    assert found.rows[1].values == (None, None)
    assert set(found.rows[1].why) == {"no child was on the tracker."}


def test_other_sections_and_rows_of_other_things_are_left_out():
    rows = (
        row(Term("Meetings", "Held", "Meetings."), [counted([1])]),
        row(Term("Children", "With a paper", "Papers."), [counted([Listed("minutes", 4, "x")])]),
        row(Term("Children", "On the tracker", "Children."), [counted([3])]),
    )
    found = by_group(
        table(*rows), ["Children"], GROUPS.get, ORDER, tells=lambda one: isinstance(one, int)
    )
    assert [one.label for one in found.rows] == ["On the tracker"]
