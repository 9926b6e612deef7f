"""Names of people in the forms that papers and lines give them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.names import (
    could_be_same,
    initials,
    name_key,
    nicknames_in,
    other_names_in,
    parse_name,
)


@pytest.mark.parametrize(
    ("written", "first", "surname"),
    [
        ("RAVENSCROFT, Aidan", ("Aidan",), "Ravenscroft"),
        ("Aidan Ravenscroft", ("Aidan",), "Ravenscroft"),
        ("O'BRIEN, Freya", ("Freya",), "O'Brien"),
        ("MCDONALD, Ann Marie", ("Ann", "Marie"), "McDonald"),
        ("Anneke van der Berg", ("Anneke",), "van der Berg"),
        ("SMITH-JONES, Jo", ("Jo",), "Smith-Jones"),
        ("Dr Kai Dobson", ("Kai",), "Dobson"),
        ("DI Khan", (), "Khan"),
        ("Wesley (Wes) Onuoha", ("Wesley",), "Onuoha"),
        ("Cher", (), "Cher"),
        ("", (), ""),
    ],
)
def test_a_name_is_read_from_either_order(
    written: str, first: tuple[str, ...], surname: str
) -> None:
    name = parse_name(written)
    assert (name.first, name.surname) == (first, surname)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Aidan Ravenscroft", "A.R."),
        ("Dee-Leigh Jones", "D-L.J."),
        ("RAVENSCROFT, Aidan", "A.R."),
        ("Ann Marie Smith", "A.M.S."),
        ("Freya O'Brien", "F.O."),
        ("Élodie Ward", "É.W."),
    ],
)
def test_the_room_sees_initials(name: str, shown: str) -> None:
    assert initials(name) == shown


def test_one_name_has_one_key_however_written() -> None:
    forms = (
        "Aidan Ravenscroft",
        "RAVENSCROFT, Aidan",
        "aidan  ravenscroft",
        "Mr Aidan Ravenscroft",
    )
    assert len({name_key(form) for form in forms}) == 1
    assert name_key("Freya O’Brien") == name_key("O'BRIEN, Freya")
    assert name_key("Zoë Ward") == name_key("Zoe Ward")


def test_an_initial_could_be_the_child_but_is_not_the_same_name() -> None:
    assert could_be_same("A. Ravenscroft", "Aidan Ravenscroft")
    assert name_key("A. Ravenscroft") != name_key("Aidan Ravenscroft")
    assert not could_be_same("B. Ravenscroft", "Aidan Ravenscroft")
    assert not could_be_same("Aidan Ravenscroft", "Aidan Ravens")


@given(st.text(max_size=40))
def test_no_text_upsets_the_reading_of_a_name(text: str) -> None:
    initials(text)
    name_key(text)


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ('CJ, "Lil Ans"', {"CJ", "Lil Ans"}),
        ('Jazzy" / Jaz', {"Jazzy", "Jaz"}),
        ("Macky aka Mac; Big D", {"Macky", "Mac", "Big D"}),
        ("MARSH, Lee", {"MARSH, Lee"}),
        ("O'Brien", {"O'Brien"}),
        ("N/A", set()),
        ("none known", {"none known"}),
    ],
)
def test_each_other_name_is_one_of_its_own(said: str, names: set[str]) -> None:
    assert set(other_names_in(said)) == names


def test_what_stands_in_quotes_within_a_name_is_another_name() -> None:
    assert nicknames_in('Oluwaseun "Seun" Adeyemi') == ("Seun",)
    assert nicknames_in("Reece O'Brien") == ()
