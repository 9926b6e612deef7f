"""A district is the same however a list writes it, and some words are no district."""

import pytest

from models.rules.districts import by_key, district_key, is_no_district


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Saltmarsh & Dene", "SALTMARSH AND DENE"),
        ("Saltmarsh+Dene", "Saltmarsh & Dene "),
        ("St. Osyth's", "saint osyths"),
        ("Barrow-in-Furness", "Barrow in Furness"),
    ],
)
def test_two_ways_of_writing_one_district_are_one(one: str, other: str) -> None:
    assert district_key(one) == district_key(other)


def test_two_districts_of_like_names_stay_two() -> None:
    assert district_key("North Dene") != district_key("North and Dene")
    assert len(by_key(["Sandwell", "Standwell", "St Andwell"])) == 3


@pytest.mark.parametrize(
    "words", [None, "", "-", "N/K", "n/a", "TBC", "OOA", "OOA - placed in Kent", "Out of county"]
)
def test_words_that_name_no_district_of_ours(words: str | None) -> None:
    assert is_no_district(words)


@pytest.mark.parametrize("words", ["Oadby", "Outwood", "Nonesuch", "Kent", "Placeford"])
def test_a_district_that_begins_like_them_is_one(words: str) -> None:
    assert not is_no_district(words)


def test_a_district_stands_as_it_is_first_written() -> None:
    assert by_key(["Dene & Marsh", "dene and marsh"]) == {"dene and marsh": "Dene & Marsh"}
