"""Names in a text become initials, also misspelt and turned round; other words stay."""

from dataclasses import replace

import pytest

from models.rules.bearers import name_mask

MASK = name_mask(
    [
        ("Weslea Onuoha", "Wezza"),
        ("Mark Hope",),
        ("Dee-Leigh Jones",),
        ("Ann Li",),
        ("Siân O'Brien",),
        ("Madonna",),
        ("Catherine Grace Smith-Jones",),
        ("Jan van der Berg",),
        ("Darren Pike", "Daz Pikey"),
    ]
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Weslea Onuoha was seen", "W.O. was seen"),
        ("seen with Wesley Onuoha.", "seen with W.O."),
        ("Onuoha, Wesley; and a friend", "W.O.; and a friend"),
        ("ONUOHA Weslea", "W.O."),
        ("weslea onuohah came", "W.O. came"),
        ("Dee-Leigh Jones and Sian OBrien", "D-L.J. and S.O."),
        ("Siân O’Brien's flat", "S.O.'s flat"),
        ("Weslee Onuohe and Early Help", "W.O. and Early Help"),
        ("Ann Li", "A.L."),
        ("Jan van der Berg’s flat", "J.V.D.B.’s flat"),
        ("van der Berg, Jan", "J.V.D.B."),
        ("Daz Pikey, Darren Pike", "D.P., D.P."),
    ],
)
def test_a_full_name_becomes_initials(text: str, shown: str) -> None:
    assert MASK.masked(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Wezza Onuoha", "W.O."),
        ("Wezzy Onuoha, Onuoha Wezza", "W.O., W.O."),
        ("Weslea (Wes) Onuoha", "W.O."),
        ("Weslea “Wes” Onuoha", "W.O."),
        ("Weslea Grace Onuoha", "W.O."),
        ("W. Onuoha or W Onuoha or Onuoha, W", "W.O. or W.O. or W.O."),
        ("Catherine Smith-Jones", "C.G.S-J."),
        ("Catherine Grace Smith Jones", "C.G.S-J."),
        ("Catherine G. Smith", "C.G.S-J."),
        ("Grace Smith-Jones", "C.G.S-J."),
        ("Katharine Smith-Jones", "C.G.S-J."),
        ("Smith-Jones, Catherine Grace", "C.G.S-J."),
        ("D. Pike", "D.P."),
    ],
)
def test_other_names_middle_names_and_initials_go_with_the_surname(text: str, shown: str) -> None:
    assert MASK.masked(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Tell Mr Onuoha today", "Tell Mr O. today"),
        ("Miss Smith-Jones and the Onuoha family", "Miss S. and the O. family"),
        ("PC Hope, Dr Pike and DI Jones", "PC Hope, Dr Pike and DI Jones"),
        ("mrs hope", "mrs hope"),
    ],
)
def test_a_family_is_known_by_its_surname_and_a_colleague_is_not(text: str, shown: str) -> None:
    assert MASK.masked(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee",
        "Mark the file, hope for the best",
        "Madonna",
        "Weslea. Onuoha",
        "Weslea and Onuoha",
        "Visit Onuoha today",
        "I hope so. A hope.",
        "Plate A001 Pike",
        "Grace, then Pike",
        "Police Pike, Health Jones",
        "",
    ],
)
def test_other_words_stay(text: str) -> None:
    assert MASK.masked(text) == text


def test_a_word_before_a_name_is_not_taken_with_it() -> None:
    for word in ("Mr", "PC", "Ask", "the", "Darren and", "Well,", "Police:"):
        assert MASK.masked(f"{word} Weslea Onuoha") == f"{word} W.O."


def test_names_beside_each_other_stay_two() -> None:
    assert MASK.masked("Weslea Onuoha Darren Pike, Hope Mark") == "W.O. D.P., M.H."


def test_a_colleague_before_an_agency_in_brackets_is_no_family() -> None:
    mask = replace(name_mask([("Kian Baines",)]), spared=frozenset({"owen baines"}))
    for text in ("Owen Baines (Children's social care)", "Told Owen Baines, children were there"):
        assert mask.masked(text) == text
    assert mask.masked("the Baines family") == "the B. family"


def test_one_letter_is_nobodys_surname() -> None:
    mask = name_mask([("Danny T",)])
    assert mask.masked("Refer T to NRM, T. D'Sousa") == "Refer T to NRM, T. D'Sousa"
    assert mask.masked("Seen with Danny T in town") == "Seen with D.T. in town"
