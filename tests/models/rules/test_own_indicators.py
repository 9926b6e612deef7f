"""A panel words its own indicators: what is counted, on what conditions, read and kept."""

import pytest

from models.errors import Refusal
from models.records.own_indicators import Condition, OwnIndicator
from models.rules.own_indicators import NOUNS, defined, kept, meets, read_kept, read_where


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ()),
        ("plan is CLA", (Condition("plan", "is", "CLA"),)),
        ("Plan IS NOT CP and risk is High",
         (Condition("plan", "is not", "CP"), Condition("risk", "is", "High"))),
        ("missing episodes in 90 days is at least 3",
         (Condition("missing episodes in 90 days", "at least", "3"),)),
        ("ethnicity is White and Black Caribbean and age at most 15",
         (Condition("ethnicity", "is", "White and Black Caribbean"),
          Condition("age", "at most", "15"))),
        ("lead professional is not recorded", (Condition("lead professional", "is not recorded"),)),
        ("risk=High and age >= 14", (Condition("risk", "is", "High"),
                                     Condition("age", "at least", "14"))),
        ("plan != CP and age ≤ 15", (Condition("plan", "is not", "CP"),
                                     Condition("age", "at most", "15"))),
    ],
)  # fmt: skip
def test_conditions_are_read_as_they_are_said(text, found):
    assert read_where("children", text) == found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("shoe size is 7", "is not clear. There are:"),
        ("plan", "is not clear"),
        ("plan is", "a value is missing"),
        ("plan is recorded CLA", "no value goes there"),
        ("age at least 12 and shoe size at least 7", "“shoe size” is nothing to ask for"),
        ("plan is CLA and shoe size is 7", "“shoe size” is nothing to ask for"),
        ("age at least old", "is to end in a number"),
    ],
)
def test_what_is_not_clear_is_refused_with_what_there_is(text, words):
    with pytest.raises(Refusal, match=words):
        read_where("children", text)


FACTS = {"plan": "CLA", "age": 14, "on the panel": True, "type": ("County lines", "CSE"),
         "lead professional": None}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("plan is cla", True),
        ("plan is not CLA", False),
        ("plan is CP or CLA", True),
        ("plan is CP or plan is CLA", True),
        ("plan is CP or CIN", False),
        ("plan is not CP or CLA", False),
        ("plan is not CP or CIN", True),
        ("age at least 14", True),
        ("age at most 13", False),
        ("age is 14", True),
        ("on the panel is yes", True),
        ("on the panel is no", False),
        ("type is county lines", True),
        ("type is not county lines", False),
        ("lead professional is recorded", False),
        ("lead professional is not recorded", True),
        ("lead professional is not Ann Bell", False),
        ("plan is CLA and age at most 13", False),
    ],
)
def test_what_is_not_recorded_meets_no_condition_but_that(text, met):
    assert meets(FACTS, read_where("children", text)) is met


def test_indicators_are_kept_and_read_again():
    every = (
        OwnIndicator("Protected", "children", read_where("children", "plan is CP"), True),
        OwnIndicator("Long away", "episodes", read_where("episodes", "hours away at least 24")),
    )  # fmt: skip
    assert read_kept(kept(every)) == every
    assert read_kept("") == ()
    changed = kept(every).replace("hours away", "hours apart")
    assert read_kept(changed) == every[:1]


def test_a_definition_says_what_is_counted():
    share = OwnIndicator("x", "children", read_where("children", "plan is CLA"), True)
    assert defined(share) == (
        "Of children on the tracker on the last day, those whose plan is CLA."
    )
    assert defined(OwnIndicator("x", "actions")) == "Actions agreed in the quarter."


@pytest.mark.parametrize("noun", NOUNS, ids=lambda one: one.code)
def test_every_field_can_be_asked_for(noun):
    for field in noun.fields:
        assert read_where(noun.code, f"{field} is recorded") == (Condition(field, "is recorded"),)
