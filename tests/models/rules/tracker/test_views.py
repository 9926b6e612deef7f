"""Views of the tracker are kept whole, and read with distrust."""

from dataclasses import replace
from datetime import date

import pytest

from models.errors import Refusal
from models.records.tracker import Filter, View
from models.rules.tracker.columns import AT_FIRST
from models.rules.tracker.views import check_name, read, without_names, written

VIEW = View(
    "High risk, Eastmoor", ("name", "risk", "due_on"), {"name": 240}, "overdue", "kay",
    (Filter("district", ("Eastmoor",)), Filter("next_review", most=date(2026, 12, 1)),
     Filter("school", part="tarn"), Filter("missing_90_days", least=3, empty=True)),
    "risk", True,
)  # fmt: skip


def test_a_view_comes_back_as_it_was_kept():
    assert read(written([VIEW]), of_panel=False) == (VIEW,)


@pytest.mark.parametrize("text", ["", "no json", "{}", "[1, null]", '[{"name": 3}]'])
def test_a_damaged_setting_is_no_view_and_no_trouble(text):
    assert read(text, of_panel=True) == ()


def test_columns_nobody_knows_any_more_are_left_out():
    text = (
        '[{"name": "Old", "columns": ["gone"], "sort": "gone", "widths": {"gone": 9, "name": -4},'
        ' "filters": [{"column": "gone"}, {"column": "plan", "least": "not a day"}]}]'
    )
    (view,) = read(text, of_panel=False)
    assert view.columns == AT_FIRST
    assert (view.sort, view.widths, view.filters) == ("", {}, (Filter("plan"),))


@pytest.mark.parametrize(
    ("of_panel", "left"),
    [(True, ["district", "next_review", "missing_90_days"]),
     (False, ["district", "next_review", "school", "missing_90_days"])],
)  # fmt: skip
def test_a_view_keeps_nothing_that_tells_who_a_child_is(of_panel, left):
    named = (*VIEW.filters, Filter("name", part="ashdown"), Filter("postcode", part="NM1"))
    kept = without_names(replace(VIEW, filters=named, of_panel=of_panel))
    assert kept.words == ""
    assert [one.column for one in kept.filters] == left


@pytest.mark.parametrize("name", ["", "   ", "x" * 41])
def test_a_view_needs_a_short_name(name):
    with pytest.raises(Refusal) as refused:
        check_name(name)
    assert refused.value.field == "name"
