"""Whom a measure reaches: a mismatch is a sentence, and what nobody knows is not guessed."""

from datetime import date

import pytest

from models import codes
from models.marks import SubjectKind
from models.rules.measures import came_of, stands
from models.rules.plan_effect import effect, summary
from models.rules.reach import Reached, fits_child, mismatches
from tests.models.rules.reach_cases import CHILDREN, STANDINGS, TARGETS


def named(code: str) -> codes.MeasureType:
    found = codes.measure(code)
    assert found is not None
    return found


@pytest.mark.parametrize(("code", "kind", "fits"), TARGETS)
def test_a_measure_is_for_what_the_catalogue_says(code: str, kind: SubjectKind, fits: bool) -> None:
    said = mismatches(named(code), Reached("Slade", kind), ())
    assert bool(said) is not fits
    assert all(named(code).name in words for words in said)


@pytest.mark.parametrize(("code", "age", "in_care", "fits"), CHILDREN)
def test_a_child_is_reached_by_age_and_by_care(
    code: str, age: int | None, in_care: bool | None, fits: bool | None
) -> None:
    child = Reached("Ivy", SubjectKind.CHILD, age, in_care)
    assert fits_child(named(code), child) is fits
    assert bool(mismatches(named(code), None, [child])) is (fits is False)


def test_a_person_too_young_to_be_bound_is_said_and_an_unknown_age_is_not() -> None:
    def young(age: int | None) -> Reached:
        return Reached("Slade", SubjectKind.PERSON, age)

    assert mismatches(named("VG01"), young(13), ()) == (
        "Gang injunction binds a person from the age of 14: Slade is younger.",
    )
    assert mismatches(named("VG01"), young(14), ()) == ()
    assert mismatches(named("VG01"), young(None), ()) == ()


def test_nothing_is_said_of_no_target_or_a_theme() -> None:
    for one in codes.measures():
        assert mismatches(one, None, ()) == ()
        assert mismatches(one, Reached("Vapes", SubjectKind.THEME), ()) == ()


def test_every_measure_says_what_the_law_asks() -> None:
    for one in codes.measures():
        assert one.test and one.applicant and one.court and one.duration, one.code


@pytest.mark.parametrize(("status", "due", "until", "breaches", "found"), STANDINGS)
def test_the_register_files_a_measure_under_its_filters(status, due, until, breaches, found):
    assert stands(status, due, until, breaches, date(2026, 11, 12)) == found


def test_what_came_of_a_measure_is_its_reason_or_its_last_breach() -> None:
    assert came_of("not pursued", "No statement", None, None) == "No statement"
    day = date(2026, 11, 3)
    assert came_of("served", None, day, None, "Arrested") == "breached 3 Nov 2026: Arrested"
    told = came_of("served", None, day, "Seen with her.", "")
    assert told == "breached 3 Nov 2026: Seen with her; nothing done yet"
    assert came_of("served", "earlier reason", None, None) == ""


@pytest.mark.parametrize(
    ("before", "after", "direction", "words"),
    [
        ("High", "Medium", "decreased", "High → Medium, lower"),
        ("Medium", "Medium", "same", "Medium, unchanged"),
        ("Low", "High", "increased", "Low → High, higher"),
        (None, "High", None, "High now, not rated before the plan"),
        ("Tier 3", "Green", None, "Tier 3 → Green"),
        ("High", None, None, "not rated"),
    ],
)
def test_a_plans_effect_is_said_plainly(before, after, direction, words):
    assert effect(before, after, direction)[1] == words


def test_the_effect_on_all_is_counted() -> None:
    assert summary(("lower", "same", "lower", "")) == "2 lower, 1 unchanged, 1 not known"
