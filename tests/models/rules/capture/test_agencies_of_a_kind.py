"""An agency is known by what the field calls its kind, whatever its own name is."""

import pytest

from models.rules.capture import AgencyRef
from models.rules.capture.agencies import agency_book

NAMES = (
    ("Tarnshire Constabulary Exploitation and Missing Unit", "police"),
    ("NHS Tarnshire and North Wexcombe Integrated Care Board", "health"),
    ("Tarnshire Child and Adolescent Mental Health Service", "mental health"),
    ("Tarn Valley Homes Tenancy Support", "housing"),
    ("Holmeside Housing Options", "district"),
)
AGENCIES = tuple(AgencyRef(at, name, kind=kind) for at, (name, kind) in enumerate(NAMES, start=1))


def named(word, agencies=AGENCIES):
    """The ids of the agencies that a word names."""
    return [one.id for found in agency_book(agencies).all_in(word) for one in found.items]


@pytest.mark.parametrize(("word", "agency"), [
    ("police", 1), ("health", 2), ("mental health", 3), ("camhs", 3), ("housing", 4),
])  # fmt: skip
def test_the_word_of_a_kind_names_the_only_agency_of_that_kind(word, agency):
    assert named(word) == [agency]


def test_a_kind_that_two_agencies_are_of_names_neither_by_its_word_alone():
    second = AgencyRef(9, "Tarnshire General Hospital Trust", kind="health")
    assert 2 not in named("health", (*AGENCIES, second))


def test_an_agency_of_no_known_kind_is_known_by_its_name_as_before():
    assert named("health", (AgencyRef(1, "Health (ICB safeguarding)"),)) == [1]
