"""3x5x2 as people say it: a digit and two letters, alone or beside the words of a line."""

import pytest

from models.rules.grading import GRADED_HERE, Grading, grading_within, read_grading


@pytest.mark.parametrize(
    ("typed", "letters", "conditions"),
    [
        ("2BP", "2BP", None),
        ("b2p", "2BP", None),
        ("1 a p", "1AP", None),
        ("graded 3EC: not to the family", "3EC", "not to the family"),
        ("2CC police only", "2CC", "police only"),
    ],
)
def test_a_grading_is_read_in_either_order(typed, letters, conditions) -> None:
    found = read_grading(typed)
    assert found is not None
    assert (found.letters, found.conditions) == (letters, conditions)


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("E41", True),
        ("he sells from home, b22", True),
        ("seen on the A13", False),
        ("car on A12", False),
        ("graded 2B", True),
    ],
)
def test_a_road_is_no_grading_that_was_not_read(line, meant) -> None:
    assert bool(GRADED_HERE.search(line)) is meant


@pytest.mark.parametrize("typed", ["", "2B", "4BP", "2FP", "2BX", "BP2 or so", "second phone"])
def test_what_is_no_grading_is_none(typed) -> None:
    assert read_grading(typed) is None


@pytest.mark.parametrize(
    "line",
    ["B2P: a second phone", "2BP a second phone", "(2BP) a second phone", "a second phone, 2bp",
     "a second phone (graded B2P)"],
)  # fmt: skip
def test_a_grading_beside_a_line_is_taken_out_of_it(line) -> None:
    assert grading_within(line) == ("a second phone", Grading("2", "B", "P"))


@pytest.mark.parametrize("line", ["Seen in A2C block of flats", "2BP", "He lives at 2BPlace"])
def test_such_signs_within_a_line_are_words(line) -> None:
    assert grading_within(line) == (line, None)


def test_the_letters_are_told_in_words() -> None:
    assert Grading("2", "B", "P").words == (
        "Untested · Known indirectly but corroborated · Sharing permitted"
    )
