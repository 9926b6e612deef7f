"""Words that people shorten within the names of roles, agencies and places."""

from dataclasses import replace

import pytest

from models.marks import SubjectKind
from models.rules.capture import AgencyRef, SubjectRef
from tests.models.rules.capture.room import AGENCIES, PEOPLE, ROOM, read

GARAGES = SubjectRef(50, "Station Road garage block", SubjectKind.PLACE)
ROOM_WITH = replace(ROOM, subjects=(*ROOM.subjects, GARAGES))
EVERYONE = replace(ROOM, people=tuple(replace(person, present=True) for person in PEOPLE))


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("a YJS ops mgr to confirm", "Kian Varley"),
        ("a intel analyst to map the group", "Jayden Yates"),
        ("a det insp to brief patrols", "Daisy Yates"),
        ("a team mgr adols to sign it off", "Owen Baines"),
        ("a team mgr, adolescents to sign it off", "Owen Baines"),
        ("a lic enf offr to visit the shop", "Kian Iqbal"),
        ("a licensing offr to visit the shop", "Kian Iqbal"),
        ("a YJS mgr to visit the shop", "Kian Varley"),
        ("a sw finley j to visit", "Finley Jankowski"),
        ("a SW Ibrahim to visit", "Ibrahim Choudhury"),
        ("a DI Daisy Yates to visit", "Daisy Yates"),
    ],
)
def test_a_role_is_found_by_its_words_shortened(line: str, owner: str) -> None:
    found = read(line, EVERYONE).owner
    assert found is not None
    assert found.name == owner


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("n soc care: visited", "Children's social care"),
        ("n childrens soc care: visited", "Children's social care"),
        ("n yth justice svc: breached", "Youth justice service"),
        ("n ed safeg: attended", "Education safeguarding"),
        ("n lic: inspected", "Licensing"),
    ],
)
def test_an_agency_is_found_by_its_words_shortened(line: str, agency: str) -> None:
    found = read(line).agency
    assert found is not None
    assert found.name == agency


@pytest.mark.parametrize(
    "words", ["station rd garage block", "Station Rd garages", "station road garages"]
)
def test_a_place_is_found_by_its_street_shortened(words: str) -> None:
    found = read(f"a Fairhurst to check the tenancy at {words} by Fri", ROOM_WITH).subject
    assert found == GARAGES


def test_a_short_word_alone_is_only_itself() -> None:
    street = SubjectRef(51, "Stefan Todd", SubjectKind.PERSON)
    room = replace(ROOM, subjects=(*ROOM.subjects, street))
    assert read("a Fairhurst to check on ST by Fri", room).subject == street
    assert read("a Fairhurst to check the street by Fri", room).subject == ROOM.subject


@pytest.mark.parametrize(
    "line",
    ["d environmental health visit to the skatepark", "d env health visit to the skatepark",
     "d British Transport Police patrols at the interchange"],
)  # fmt: skip
def test_an_agency_that_has_no_seat_is_not_the_one_within_its_name(line: str) -> None:
    assert read(line).agency is None


def test_with_a_seat_of_its_own_it_is_itself() -> None:
    council = AgencyRef(9, "Environmental health")
    room = replace(ROOM, agencies=(*AGENCIES, council))
    assert read("d environmental health visit to the skatepark", room).agency == council
