"""Two assessments side by side, across versions of a scheme too."""

import pytest

from models.records.assessing import Given
from models.rules.assessment_comparison import alike, compared
from models.rules.scheme_form import WAYS, Question


def _asks(*labels: str) -> tuple[Question, ...]:
    return tuple(Question(one.lower(), one, "Home", WAYS["suspected"]) for one in labels)


def _says(**answers: str) -> list[Given]:
    return [Given(code, code.title(), answer) for code, answer in answers.items()]


CASES = [
    ({"debt": "present"}, {"debt": "present"}, "Yes", "Yes", ""),
    ({"debt": "absent"}, {"debt": "present"}, "No", "Yes", "now there"),
    ({"debt": "present"}, {"debt": "absent"}, "Yes", "No", "no longer there"),
    ({"debt": "absent"}, {"debt": "suspected"}, "No", "Suspected", "changed"),
    ({}, {"debt": "present"}, "not answered", "Yes", "now there"),
    ({"debt": "present"}, {}, "Yes", "not answered", "not answered again"),
    ({"debt": "present"}, {"debt": "suspected"}, "Yes", "Suspected", "changed"),
]


@pytest.mark.parametrize(("before", "now", "earlier", "later", "change"), CASES)
def test_an_indicator_tells_what_changed(before, now, earlier, later, change) -> None:
    form = _asks("Debt", "Gang")
    (found,) = compared(_says(**before), _says(**now), form, form)
    assert (found.earlier, found.later, found.change) == (earlier, later, change)


@pytest.mark.parametrize("form", [(Question("debt", "Debt", "", WAYS["tick"]),), ()])
def test_a_tick_that_is_not_set_again_says_nothing_of_a_risk_gone(form) -> None:
    (found,) = compared(_says(debt="present"), [], form, form)
    assert found.change == "not answered again"


def test_an_answer_that_was_taken_back_says_nothing_of_a_risk_gone() -> None:
    form = _asks("Debt")
    (found,) = compared(_says(debt="present"), _says(debt="not answered"), form, form)
    assert found.change == "not answered again"
    (found,) = compared(_says(debt="not answered"), _says(debt="not answered"), form, form)
    assert found.change == ""


def test_a_risk_of_which_nothing_is_known_has_not_gone() -> None:
    form = _asks("Debt")
    (found,) = compared(_says(debt="present"), _says(debt="unknown"), form, form)
    assert found.change == "changed"


def test_a_version_that_asks_otherwise_says_so_rather_than_risk_gone() -> None:
    found = compared(
        _says(debt="present", gang="present"), _says(debt="present", sims="present"),
        _asks("Debt", "Gang"), _asks("Debt", "Sims"),
    )  # fmt: skip
    assert [(one.label, one.change) for one in found] == [
        ("Debt", ""), ("Sims", "new in this version"), ("Gang", "not in the later version"),
    ]  # fmt: skip
    assert (found[1].earlier, found[2].later) == ("not asked", "not asked")


def test_papers_without_a_form_compare_by_their_words() -> None:
    one, other = Given(None, "Goes  Missing", "present"), Given(None, "goes missing", "not ticked")
    (found,) = compared([one], [other])
    assert (found.earlier, found.later, found.change) == (
        "present", "not ticked", "no longer there",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("rfm", "rfm v2027", True),
        ("rfm", "seraf", False),
        (None, None, False),
        ("rfm", None, False),
    ],
)
def test_versions_of_a_scheme_are_alike(one, other, same) -> None:
    assert alike(one, other) is same
