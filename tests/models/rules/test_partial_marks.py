"""Registration marks of which only a part was seen."""

import pytest

from models.matching.alike_places import NOTHING
from models.matching.alike_things import alike
from models.matching.belongings import mark_level
from models.rules.partial_marks import fits, is_partial, mark_key, partial_marks, shown_mark


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        ("NK19 C?K", "NK19 CUK", True),
        ("NK19CUK", "nk19 c*k", True),
        ("NK19...", "NK19 CUK", True),
        ("NK19 …", "NK19CUK", True),
        ("NK19 C?K", "NK19 CUL", False),
        ("NK19 C?K", "NK19 C?K", False),
        ("NK19 C?", "NK19 CUK", True),
        ("K1…", "K123 ABC", False),
        ("NK19 CUK", "NK19 CUK", False),
    ],
)
def test_what_was_seen_of_a_mark_fits_whole_ones(one: str, other: str, fit: bool) -> None:
    assert fits(mark_key(one), mark_key(other)) is fit


def test_marks_seen_in_part_are_found_in_a_text() -> None:
    said = "A grey van, NK19 C?K or NK19... was seen on the A12? Later AB12 CDE, in 2019."
    assert list(partial_marks(said)) == ["NK19 C?K", "NK19..."]
    assert not is_partial(mark_key("AB12 CDE?"))


@pytest.mark.parametrize(
    ("mine", "level"),
    [
        ("NK19CUK", "same"),
        ("NK19C?K", "most"),
        ("NK19…", "part"),
        ("NK19CUL", "slip"),
        ("AB12…", "other"),
    ],
)
def test_a_part_of_a_mark_counts_by_how_much_was_seen(mine: str, level: str) -> None:
    assert mark_level({mine}, {"NK19CUK"}) == level


def test_two_vehicles_of_which_one_was_seen_in_part_are_possible_and_never_likely() -> None:
    weight, why = alike("vehicle", ("NK19 C?K", "NK19C?K"), ("NK19 CUK", "NK19CUK"))
    assert 6.0 <= weight < 12.0
    assert why == "part of the mark (NK19C?K in NK19CUK)"


@pytest.mark.parametrize(
    ("said", "marks"),
    [
        ("Reg starts YK17", ["YK17…"]),
        ("A grey Golf; first part of the plate YK17, two males.", ["YK17…"]),
        ("Seen in a van, partial YK17", ["YK17…"]),
        ("Partial plate: yk17", ["YK17…"]),
        ("YK17 (partial), silver", ["YK17…"]),
        ("The registration began with YK17 C.", ["YK17C…"]),
        ("The plate ended in 7CUK", ["…7CUK"]),
        ("part of the reg was K123", ["…K123…"]),
        ("The first part of the A614 was closed; the car ended on the A614", []),
        ("Partial registration YK17 ABC; reg YK17", []),
        ("Part of NM12 was searched, partial postcode NM12", []),
    ],
)
def test_a_part_of_a_mark_is_told_in_words(said: str, marks: list[str]) -> None:
    found = list(partial_marks(said))
    assert list(map(shown_mark, found)) == marks
    assert all(one in said for one in found)


@pytest.mark.parametrize(
    ("said", "whole", "fit"),
    [
        ("reg starts YK17", "YK17 ABC", True),
        ("reg starts YK17", "AB17 YKA", False),
        ("plate ending 7CUK", "NK17 CUK", True),
        ("part reg K123", "K123 BCD", True),
    ],
)
def test_a_mark_told_in_words_fits_whole_ones(said: str, whole: str, fit: bool) -> None:
    assert fits(mark_key(said), mark_key(whole)) is fit


def test_the_same_part_of_two_marks_is_a_part_and_no_mark() -> None:
    assert mark_level({"YK17…"}, {"YK17…"}) == "part"
    weight, why = alike("vehicle", ("YK17…", "YK17…"), ("YK17…", "YK17…"))
    assert 6.0 <= weight < 12.0
    assert why == "the same part of a mark (YK17…)"


def test_two_vehicles_described_alike_are_not_one_by_that() -> None:
    assert alike("vehicle", ("silver Astra",), ("silver Astra",)) == NOTHING
