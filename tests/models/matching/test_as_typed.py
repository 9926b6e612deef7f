"""Names as case systems and hands type them are compared as what they say."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.matching.keys import keys_of
from models.matching.likeness import compare_names
from models.matching.parts import name_parts
from models.matching.weighing import Facts, weigh


@pytest.mark.parametrize(
    ("typed", "first", "surname"),
    [
        ("MOSS Tyler James", ("tyler", "james"), "moss"),
        ("DE SOUZA Maria", ("maria",), "de souza"),
        ("Tyler James MOSS", ("tyler", "james"), "moss"),
        ("TJ Moss", ("tj",), "moss"),
        ("Mc Allister Connor", ("connor",), "mcallister"),
        ("Mckenzie Taylor", ("mckenzie",), "taylor"),
        ("Megan O Brien", ("megan",), "obrien"),
        ("Megan O Smith", ("megan", "o"), "smith"),
        ("Nguyen Thi Linh", ("linh", "thi"), "nguyen"),
        ("Mr Wong Ka Ho", ("ka", "ho"), "wong"),
        ("Mei Chen", ("mei",), "chen"),
        ("Keira Sutc1iffe", ("keira",), "sutcliffe"),
        ("lsla Marsh", ("isla",), "marsh"),
        ("Llew Marsh", ("llew",), "marsh"),
        ("Mr Martin Ward Snr", ("martin", "elder"), "ward"),
        ("Mark Senior", ("mark",), "senior"),
        ("Unborn Baby Clarke", (), "clarke"),
        ("Baby D", ("baby",), "d"),
    ],
)
def test_the_parts_of_a_name_are_told_however_it_was_typed(
    typed: str, first: tuple[str, ...], surname: str
) -> None:
    parts = name_parts(typed)
    assert (parts.first, parts.surname) == (first, surname)


@pytest.mark.parametrize("nobody", ["Unknown male", "Unknown", "Name not given", "Unknown Girl 2"])
def test_two_of_whom_nobody_knows_the_name_are_not_of_one_name(nobody: str) -> None:
    assert compare_names(nobody, nobody).weight == 0


def test_father_and_son_of_one_name_are_two() -> None:
    found = compare_names("Martin Ward Snr", "Martin Ward Jnr")
    assert found.another
    assert not found.equal
    assert compare_names("Martin Ward", "Martin Ward Jnr").weight > 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Samuel Oluwaseun Fashola", "Seun Fashola"),
        ("Joseph Uchenna Ibe", "Uche Ibe"),
        ("Oluwatobi Adeyemi", "Toby Adeyemi"),
        ("Malgorzata Kowalczyk", "Margaret Kowalczyk"),
        ("Rosanna Joyce", "Rosie Joyce"),
    ],
)
def test_who_goes_by_a_second_name_or_a_short_one_may_be_the_same(one: str, other: str) -> None:
    found = compare_names(one, other)
    assert not found.another
    assert found.weight > 8


def test_a_second_name_that_many_bear_makes_nobody_the_same() -> None:
    assert compare_names("Ashraful Syed Ullah", "Sayed Tanveer Ullah").weight < 5


def test_a_name_shows_by_itself_that_its_surname_comes_first() -> None:
    shown = compare_names("Wrobel Tomek", "Tomek Wrobel")
    hidden = compare_names("Wrobel Zbroja", "Zbroja Wrobel")
    assert shown.weight > hidden.weight


def test_a_boy_and_a_girl_of_one_name_with_two_births_are_held_apart() -> None:
    girl = Facts(("Kiran Patel",), None, "NM9 2DD", "Female")
    boy = Facts(("Kiran Patel",), None, "NM9 2DD", "Male")
    held = weigh(girl, boy).within(1000)
    assert held.most is not None
    assert "perhaps two of one name" in held.why
    assert weigh(girl, girl).within(1000).most is None


def test_two_written_surname_first_may_be_brother_and_sister() -> None:
    one = Facts(("Caldararu Ciprian",), None, "NM31 6XR", None)
    other = Facts(("Caldararu Madalina",), None, "NM31 6XR", None)
    assert weigh(one, other).within(1000).most is not None


@given(st.text(st.sampled_from("aKy0 17,.'-ñ😀Snr"), max_size=12))
def test_whatever_is_typed_has_keys_and_a_surname_where_it_has_a_word(typed: str) -> None:
    parts = name_parts(typed)
    assert not parts.first or parts.surname
    assert isinstance(keys_of(Facts((typed,), birth_date=date(2010, 1, 2))), set)


@pytest.mark.parametrize("typed", ["YK17 C", "AB12 C", "12, Lee", "1 2 Snr"])
def test_a_mark_half_typed_is_compared_as_a_name_like_any_other(typed: str) -> None:
    assert name_parts(typed).surname
