"""A guest is one person, with or without where they come from beside the name."""

import pytest

from models.rules.guest_names import name_alone, same_guest


@pytest.mark.parametrize(
    "other",
    ["Rosa Diaz", "rosa diaz", "Rosa Diaz, Northmoor Academy", "Rosa Diaz (Northmoor Academy)",
     "Rosa Diaz - Northmoor Academy", "Rosa Diaz from Northmoor Academy"],
)  # fmt: skip
def test_one_guest_is_one_however_the_agency_is_written(other: str) -> None:
    assert same_guest("Rosa Diaz, Northmoor Academy", other)
    assert name_alone(other).lower() == "rosa diaz"


@pytest.mark.parametrize("other", ["Rosa Díaz-Hall", "Ross Diaz", "Rosa Diaz, Police"])
def test_two_guests_are_two(other: str) -> None:
    assert not same_guest("Rosa Diaz, Northmoor Academy", other)


@pytest.mark.parametrize("name", ["Mary-Jane O'Neil", "Ana de la Cruz", "Dr. S. Okoro"])
def test_a_name_is_not_cut_by_what_belongs_to_it(name: str) -> None:
    assert name_alone(name) == name
