"""A panel writes its own scheme; what somebody was assessed by keeps its meaning."""

from datetime import date

import pytest

from models import codes
from models.errors import Refusal
from models.records.assessing import Entered, Given
from models.rules.scheme_form import questions

TODAY = date(2026, 11, 12)


@pytest.fixture
def own(panel):
    code = panel.schemes.make("Northmoor matrix")
    panel.schemes.add_indicators(code, "Missing", ["Missing overnight", "Late home"])
    panel.schemes.change(code, "kind", "count")
    panel.schemes.change(code, "levels", "Low: 0 to 1\nHigh: 2 or more")
    return code


def assess(panel, code, *answers, level=None):
    child = panel.register.add_child("Robin Ashdown")
    given = tuple(Given(*one) for one in answers)
    return panel.register.assess(
        child, Entered(scheme_code=code, assessed_on=TODAY, author="Sam Price", given=given,
                       judgement=level)
    ), child  # fmt: skip


def test_a_scheme_of_the_panel_s_own_asks_weighs_and_bands(panel, own) -> None:
    panel.schemes.change_indicator(own, "missing_overnight", "weight", 2)
    _, child = assess(panel, own, ("missing_overnight", "Missing overnight", "present"))
    made = panel.read.child(child).assessments[0]
    assert (made.score, made.level) == (2, "High")


def test_each_change_is_one_step_back(panel, own) -> None:
    panel.schemes.move_indicator(own, "late_home", -1)
    panel.schemes.change_indicator(own, "late_home", "group", "Home")
    panel.schemes.drop_indicator(own, "missing_overnight")
    assert [one.label for one in codes.scheme(own).indicators] == ["Late home"]
    for _ in range(3):
        panel.store.undo()
    assert [one.label for one in codes.scheme(own).indicators] == ["Missing overnight", "Late home"]


REFUSED = [
    ("levels", "Low: 0 to 4\nHigh: 4 or more", "overlap"),
    ("levels", "Low: 0 to 3\nHigh: 6 or more", "no level holds 4 to 5"),
    ("levels", "Low: 0 to 3\nLow: 4 or more", "two levels"),
    ("levels", "Low: 0 or more\nHigh: 9 or more", "overlap"),
    ("levels", "Low: 3 to 1", "ends before"),
    ("points", "Missing 5", "not understood"),
    ("kind", "magic", "how it is counted"),
    ("answers", "magic", "how an indicator"),
    ("suspected", "-1", "whole number"),
    ("validity", "for ever", "period"),
    ("label", " ", "empty"),
    ("label", "SERAF", "already"),
]


@pytest.mark.parametrize(("field", "value", "words"), REFUSED)
def test_what_does_not_fit_is_refused_in_plain_words(panel, own, field, value, words) -> None:
    before = codes.scheme(own)
    with pytest.raises(Refusal, match=words):
        panel.schemes.change(own, field, value)
    assert codes.scheme(own) == before


def test_a_shipped_scheme_is_copied_with_the_bank_s_indicators_and_stays(panel) -> None:
    made = panel.schemes.copy("rfm", "Northmoor RFM")
    copy, before = codes.scheme(made), codes.scheme("rfm")
    assert [one.label for one in copy.indicators] == [one.label for one in codes.indicators()]
    assert copy.levels == before.levels
    asked = questions(copy)
    assert {one.code for one in asked if one.protective} >= {"trusted_adult"}
    with pytest.raises(Refusal, match="copy it"):
        panel.schemes.change("rfm", "levels", "Low: 0 or more")


def test_a_scheme_in_use_stands_still_and_its_next_version_begins_on_a_day(panel, own) -> None:
    made, child = assess(panel, own, ("late_home", "Late home", "present"))
    with pytest.raises(Refusal, match="One assessment was made by this version"):
        panel.schemes.drop_indicator(own, "late_home")
    with pytest.raises(Refusal, match="new version"):
        panel.panel.change_code("schemes", own, "levels", "Low: 0 or more")
    panel.schemes.change(own, "validity", "6 weeks")
    later = panel.schemes.new_version(own, "2027", date(2027, 1, 4))
    panel.schemes.drop_indicator(later, "late_home")
    rows = {one.id: one.standing for one in panel.read.scheme_book()}
    assert rows[own] == "in use until 3 Jan 2027"
    assert rows[later] == "begins 4 Jan 2027"
    assert later not in {one.code for one in codes.schemes()}
    assert panel.read.child(child).assessments[0].indicators == ("Late home",)
    with pytest.raises(Refusal, match="today or later"):
        panel.schemes.new_version(own, "2026", date(2026, 1, 1))


def test_a_scheme_out_of_use_is_not_offered_and_may_be_used_again(panel, own) -> None:
    panel.schemes.retire(own, date(2026, 11, 11))
    assert own not in {one.code for one in codes.schemes()}
    panel.schemes.take_up(own)
    assert own in {one.code for one in codes.schemes()}


def test_as_what_levels_count_may_be_said_of_schemes_shipped_and_used(panel, own) -> None:
    panel.schemes.change(own, "levels", "Amber\nRed")
    _, child = assess(panel, own, ("late_home", "Late home", "present"), level="Red")
    assert [one.risk_band for one in panel.read.tracker((child,))] == [""]
    panel.schemes.change_bands(own, "Amber = medium\nRed = high")
    assert [one.risk_band for one in panel.read.tracker((child,))] == ["high"]
    panel.schemes.change_bands("city", "C = high")
    assert codes.scheme("city").level("C").band == "high"
    assert codes.scheme("city").levels[0].label == "A"
    panel.store.undo()
    assert codes.scheme("city").level("C").band == ""
