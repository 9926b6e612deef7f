"""A name typed that nobody has brings who is called nearly so, with why."""

import pytest

from models.matching.near_names import near_names

MEMBERS = ("Kian Baines", "Ann Patel", "Nora Whitlock", "Noreen Whitlock")


@pytest.mark.parametrize(
    ("typed", "name", "why"),
    [
        ("Kian Bains", "Kian Baines", "one letter apart"),
        ("Baines Kian", "Kian Baines", "another order"),
        ("Anne Patel", "Ann Patel", "first name"),
        ("Banes", "Kian Baines", "near the surname"),
    ],
)
def test_who_is_called_nearly_so_is_told_with_why(typed: str, name: str, why: str) -> None:
    (found, *_) = near_names(typed, MEMBERS)
    assert found.name == name
    assert why in found.why


@pytest.mark.parametrize("typed", ["Kian Baines", "kian baines", "Ben Dunn", "the school", ""])
def test_nobody_is_told_of_a_name_that_is_somebodys_or_like_none(typed: str) -> None:
    assert near_names(typed, MEMBERS) == []
