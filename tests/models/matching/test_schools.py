"""A school said in fewer words is the same school, and is never counted against."""

import pytest

from models.matching.schools import compare_schools


def against(one: str, other: str) -> float:
    return sum(each.weight for each in compare_schools(one, other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hillcrest", "Hillcrest Academy"), ("Hillcrest School", "Hillcrest Academy"),
        ("Hillcrest High", "hillcrest"), ("St Mary’s", "St Marys Catholic Primary School"),
        ("Northmoor High School", "Northmoor High"), ("Hilcrest Academy", "Hillcrest Academy"),
    ],
)  # fmt: skip
def test_a_school_in_fewer_words_agrees(one: str, other: str) -> None:
    assert against(one, other) > 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hillcrest Academy", "Hillcrest High"), ("Hillcrest Primary", "Hillcrest High"),
        ("Academy", "Hillcrest"), ("Orchard Centre", "Orchard PRU"), ("NEET", "NEET"),
        ("Not in school", "Hillcrest"),
    ],
)  # fmt: skip
def test_what_does_not_tell_which_school_says_nothing(one: str, other: str) -> None:
    assert compare_schools(one, other) == []


def test_another_school_is_against() -> None:
    assert against("Hillcrest Academy", "Lowther Academy") < 0
