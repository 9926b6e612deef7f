"""A full name tells by itself who is meant only where hardly anybody else can bear it."""

import pytest

from models.matching.rare_names import is_rare


def nobody(_word: str) -> int:
    return 0


@pytest.mark.parametrize(
    "name", ["Weslea Onuoha", "Craig Stobbart", "Darren Pike", "Jo Smythe-Ovett"]
)
def test_who_has_a_rare_part_of_a_name_is_told_by_it(name):
    assert is_rare(name, nobody, 60)


@pytest.mark.parametrize(
    "name", ["Lee Smith", "Ryan Taylor", "Mohammed Khan", "SMITH, David", "Michael O'Brien"]
)
def test_a_name_of_two_common_parts_tells_nobody(name):
    assert not is_rare(name, nobody, 60)


def test_a_part_of_a_name_tells_nobody():
    assert not is_rare("Onuoha", nobody, 60)


def test_a_name_that_many_on_record_bear_is_not_rare_here():
    borne = {"pike": 40, "darren": 30}
    assert not is_rare("Darren Pike", lambda word: borne.get(word, 0), 60)
