"""Whom a surname means that a member and a child bear, and what stands where either may be."""

import pytest

from models.rules.name_parts import parts_of, spoken
from models.rules.spoken_of import NOT_SURE, SpokenOf

BELLA, MAX, TYRELL = spoken("Bella Fairhurst"), spoken("Max Hartley"), spoken("Tyrell Quayle")
MASK = SpokenOf(parts_of((BELLA, MAX, TYRELL)), surnames_borne=frozenset({"fairhurst", "hartley"}))


@pytest.mark.parametrize(
    "said",
    [
        "Nan to have him for Christmas, Fairhurst to sort by 18/12",
        "Fairhurst says he has settled in well",
        "Social care: Fairhurst has offered six sessions",
        "Fairhurst to check with school",
        "He was well. DC Fairhurst rang",
    ],
)
def test_a_member_stays_by_the_surname_where_the_words_tell_of_their_work(said: str) -> None:
    assert MASK.about(TYRELL).masked(said) == said


@pytest.mark.parametrize(
    "said", ["Hartley no interest", "n social care: Hartley has offered six sessions"]
)
def test_so_does_one_in_the_item_of_a_child_of_that_surname(said: str) -> None:
    assert MASK.about(MAX).masked(said) == said


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("seen with Fairhurst", f"seen with F. {NOT_SURE}"),
        ("From Fairhurst: all well", f"From F. {NOT_SURE}: all well"),
        ("Fairhurst to check her phone", f"F. {NOT_SURE} to check her phone"),
        ("Fairhurst to be seen", f"F. {NOT_SURE} to be seen"),
    ],
)
def test_of_another_child_a_surname_that_may_be_either_is_a_letter_in_doubt(
    said: str, told: str
) -> None:
    assert MASK.about(TYRELL).masked(said) == told


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Hartley missing again", "M.H. missing again"),
        ("Hartley to be seen", "M.H. to be seen"),
        ("Hartley says he was there", f"H. {NOT_SURE} says he was there"),
        ("Told by Hartley", f"Told by H. {NOT_SURE}"),
    ],
)
def test_within_the_childs_own_item_what_is_told_of_them_is_theirs(said: str, told: str) -> None:
    assert MASK.about(MAX).masked(said) == told


def test_a_surname_that_no_member_bears_is_the_childs() -> None:
    assert MASK.masked("Quayle to sort it") == "T.Q. to sort it"
