"""An agency is known by what the field calls its kind, whatever its own name is."""

from dataclasses import replace

import pytest

from models.rules.capture import AgencyRef, read_line
from models.rules.capture.agencies import agency_book
from tests.models.rules.capture.room import ROOM

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


@pytest.mark.parametrize(("short", "typed"), [
    ("KP", "kp: attended twice"), ("KP", "KP to ring mum"), ("RHT", "rht to ring mum"),
    ("R.H.T.", "RHT: attended twice"), ("The Trust", "The Trust: attended twice"),
    ("The Trust", "Trust to ring mum"),
])  # fmt: skip
def test_the_panels_own_short_name_is_known_like_any_other(short, typed):
    own = AgencyRef(9, "Kestrel House", (short,))
    assert named(typed, (*AGENCIES, own)) == [9]


@pytest.mark.parametrize(("short", "typed"), [
    ("AT", "seen at the park"), ("AT", "At the park"), ("The Trust", "she does not trust him"),
])  # fmt: skip
def test_a_short_name_that_is_a_word_too_is_not_heard_in_a_sentence(short, typed):
    assert named(typed, (*AGENCIES, AgencyRef(9, "Kestrel House", (short,)))) == []


@pytest.mark.parametrize("line", [
    "a KP to visit the home by Friday", "kp to ring mum by Friday", "disrupt closure order, KP",
])  # fmt: skip
def test_it_owns_what_it_is_asked_for(line):
    own = AgencyRef(900, "Kestrel House", ("KP",))
    (reading,) = read_line(line, replace(ROOM, agencies=(*ROOM.agencies, own)))
    assert reading.agency == own
