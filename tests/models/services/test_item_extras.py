"""People, places and risk of an item; what is told of it, to whom, approved by whom."""

from collections.abc import Iterator
from datetime import date

import pytest

from models.clock import SetClock
from models.errors import Conflict, Refusal
from models.marks import Role
from models.services.signed_in import Person
from models.workspace import Workspace
from tests.models.services.rooms import HELD, RunningRoom, running_room


@pytest.fixture
def room(clock: SetClock) -> Iterator[RunningRoom]:
    made = running_room(clock)
    yield made
    made.workspace.close()


def test_three_columns_stand_beside_any_item(room: RunningRoom) -> None:
    extras = room.workspace.extras
    extras.write_column(room.person_item, "places", "The arcade, after school", None)
    with pytest.raises(Conflict):
        extras.write_column(room.person_item, "places", "The park", None)
    extras.write_column(room.person_item, "risk", "More children drawn in", None)
    found = room.item(room.person_item).columns
    assert found is not None
    assert (found.people, found.places) == (None, "The arcade, after school")
    assert room.item(room.child_item).columns is None
    papers = room.workspace.read.meeting_papers(room.meeting)
    assert [one.columns for one in papers.items if one.columns] == [found]
    with pytest.raises(Refusal, match="no column"):
        extras.write_column(room.person_item, "weather", "Fine", None)


def test_what_the_public_hears_is_approved_and_names_nobody(room: RunningRoom) -> None:
    extras = room.workspace.extras
    for what, to_whom, approved, match in (
        ("", "Schools", None, "what is told"),
        ("Lights will be mended", " ", None, "to whom"),
        ("Lights will be mended", "Residents", None, "approved"),
        ("Robin Ashdown is safe", "Residents", "Sam Lee", "public may not hear"),
    ):
        with pytest.raises(Refusal, match=match):
            extras.add_communication(
                room.person_item, what, to_whom, public=True, approved_by=approved
            )
    line = extras.add_communication(
        room.person_item, "Lights will be mended", "Residents", public=True,
        approved_by="Sam Lee", approved_on=HELD,
    )  # fmt: skip
    extras.add_communication(room.person_item, "Who to ring", "Schools")
    assert [one.public for one in room.item(room.person_item).communications] == [True, False]
    with pytest.raises(Refusal, match="approved"):
        extras.change_communication(line, "approved_by", None, "Sam Lee")
    extras.change_communication(line, "said_on", HELD, None)
    with pytest.raises(Refusal, match="stays on record"):
        extras.remove_communication(line)


@pytest.mark.parametrize(
    "told",
    ["Robin is safe", "The Ashdown boy", "R.A. is safe", "LCS 620625 is safe", "Ring 07700 900123",
     "The boy of 21 January 2011", "A boy of Riverbank College, aged 15"],
)  # fmt: skip
def test_the_public_hears_no_more_of_a_child_than_a_tier_without_names(
    room: RunningRoom, told: str
) -> None:
    register, extras = room.workspace.register, room.workspace.extras
    register.change(room.child, "system_id", "LCS620625", "LCS1")
    register.change(room.child, "school", "Riverbank College, Carlisle", None)
    register.change(room.child, "birth_date", date(2011, 1, 21), date(2011, 1, 2))
    with pytest.raises(Refusal, match="the public may not hear it") as refused:
        extras.add_communication(
            room.child_item, told, "Residents", public=True, approved_by="Sam Lee"
        )
    assert refused.value.field == "what"
    line = extras.add_communication(room.child_item, told, "The school")
    with pytest.raises(Refusal, match="the public may not hear it"):
        extras.change_communication(line, "public", True, False)


def test_what_the_chair_approved_stands(room: RunningRoom) -> None:
    workspace = room.workspace
    line = workspace.extras.add_communication(room.child_item, "Who to ring", "Schools")
    workspace.extras.write_column(room.child_item, "risk", "Known", None)
    workspace.conduct.decide(room.child_item, "NOTIFICATION", "Known")
    workspace.conduct.close(room.meeting)
    version = workspace.minutes.draft(room.meeting)
    workspace.minutes.to_chair(version)
    chair = Workspace(workspace.store, Person(None, "Chair", Role.CHAIR, room.manager))
    chair.minutes.approve(version)
    with pytest.raises(Refusal):
        workspace.extras.write_column(room.child_item, "risk", "Other", "Known")
    workspace.extras.change_communication(line, "said_on", HELD, None)


@pytest.mark.parametrize(
    ("told", "refused"),
    [
        ("Kay Dobson is safe", True),
        ("Dobson, Kay is safe", True),
        ("We thank Lee Marsh", True),
        ("We thank Sarah Dunmore for her help", True),
        ("Kay is the officer to ring", False),
        ("The Dobson road works are over", False),
        ("The Local Authority will mend the lights", False),
        ("Ring Jane Khan of the council", False),
        ("Ring Ann Patel of the council", True),
    ],
)
def test_of_whoever_has_no_tie_to_the_item_the_public_hears_no_whole_name(
    room: RunningRoom, told: str, refused: bool
) -> None:
    register, extras = room.workspace.register, room.workspace.extras
    kay = register.add_child("Kay Dobson")
    held_by = "Mother: Sarah Dunmore; Local Authority, Jane Khan"
    register.change(kay, "parental_responsibility", held_by, None)
    register.add_person("Lee Marsh")
    register.add_child("Ann Patel")
    extra = (room.child_item, told, "Residents")
    if refused:
        with pytest.raises(Refusal, match="the public may not hear it"):
            extras.add_communication(*extra, public=True, approved_by="Sam Lee")
    else:
        extras.add_communication(*extra, public=True, approved_by="Sam Lee")
