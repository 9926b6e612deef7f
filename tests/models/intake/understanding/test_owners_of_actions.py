"""Who an action log says is to do it: a person, with the agency said beside, and nothing else."""

import pytest

from models.intake.understanding.value_people import owner_of
from models.intake.understanding.values import read_value


@pytest.mark.parametrize(
    ("written", "owner", "agency"),
    [
        ("Police (DS Karl Webb)", "Karl Webb", "Police"),
        ("Leah Moss (YJS)", "Leah Moss", "YJS"),
        ("Yvonne Clegg / Adults duty", "Yvonne Clegg", "Adults duty"),
        ("Lanternlight – Bethan S", "Bethan S", "Lanternlight"),
        ("Leah (Haven House)", "Leah", "Haven House"),
        ("SW Team 2 – R Castellan", "R Castellan", "SW Team 2"),
        ("Parks, M Dhaliwal", "M Dhaliwal", "Parks"),
        ("Housing Options Team: Dee Arkle", "Dee Arkle", "Housing Options Team"),
        ("Youth Justice Service / Col Farrow", "Col Farrow", "Youth Justice Service"),
        ("Northmoor Licensing", None, "Northmoor Licensing"),
    ],
)
def test_the_agency_beside_a_name_is_whose_the_action_is(
    written: str, owner: str | None, agency: str
) -> None:
    told = {one.name: one.value for one in owner_of("owner", written, 2026)}
    assert (told.get("owner"), told.get("agency")) == (owner, agency)


@pytest.mark.parametrize(
    "written", ["Gary Pinnock (TBC)", "Gary Pinnock - tba", "Gary Pinnock (team manager)"]
)
def test_what_is_no_agency_is_said_beside_the_name_and_makes_none(written: str) -> None:
    (told,) = owner_of("owner", written, 2026)
    assert told.value == "Gary Pinnock"
    assert told.note.endswith("is said beside the name")


@pytest.mark.parametrize(
    ("written", "lead"),
    [
        ("UASC team", "UASC team"),
        ("MASH duty", "MASH duty"),
        ("CIN Team 3", "CIN Team 3"),
        ("YJS", "YJS"),
        ("Safeguarding Team 2 – R Castellan", "R Castellan"),
        ("CSC, Ruth Castellan", "Ruth Castellan"),
        ("Castellan, Ruth", "Ruth Castellan"),
        ("CASTELLAN Ruth", "Ruth Castellan"),
    ],
)
def test_a_team_that_has_the_child_stays_as_written_and_is_nobodys_name(
    written: str, lead: str
) -> None:
    assert read_value("tracker", "lead", written, 2026)[0].value == lead


def test_another_person_beside_an_owner_is_no_agency() -> None:
    (told,) = owner_of("owner", "Amy Shore / Joel Wyn", 2026)
    assert (told.value, told.note) == ("Amy Shore", "“Joel Wyn” is said beside the name")
