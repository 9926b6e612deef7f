"""Who an action log says is to do it: a person, with the agency said beside, and nothing else."""

import pytest

from models.intake.understanding.value_people import owner_of


@pytest.mark.parametrize(
    ("written", "owner", "agency"),
    [
        ("Police (DS Karl Webb)", "Karl Webb", "Police"),
        ("Leah Moss (YJS)", "Leah Moss", "YJS"),
        ("Yvonne Clegg / Adults duty", "Yvonne Clegg", "Adults duty"),
        ("Lanternlight – Bethan S", "Bethan S", "Lanternlight"),
        ("Leah (Haven House)", "Leah", "Haven House"),
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
