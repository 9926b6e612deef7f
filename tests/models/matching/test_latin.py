"""Names of other scripts are found by how they are written in Latin letters."""

import pytest

from models.matching.keys import keys_of
from models.matching.latin import in_latin
from models.matching.likeness import compare_names
from models.matching.weighing import Facts


@pytest.mark.parametrize(
    ("written", "latin"),
    [
        ("Олег Петров", "Oleg Petrov"), ("Łukasz Żak", "Lukasz Zak"), ("王伟", "Wei Wang"),
        ("Siân O’Brien", "Siân O’Brien"), ("Oliver Marsh", "Oliver Marsh"),
        ("Müller", "Müller"),
    ],
)  # fmt: skip
def test_a_name_in_latin_letters(written: str, latin: str) -> None:
    assert in_latin(written) == latin


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Олег Петров", "Oleg Petrov"), ("Łukasz Kowalski", "Lukasz Kowalski"),
        ("Γιώργος Νικολάου", "Giorgos Nikolaou"), ("Мария Попеску", "Popescu, Maria"),
    ],
)  # fmt: skip
def test_the_same_name_in_two_scripts_is_near_and_shares_a_key(one: str, other: str) -> None:
    assert compare_names(one, other).weight > 8
    assert keys_of(Facts((one,))) & keys_of(Facts((other,)))
