"""Which agency was heard on which item: nothing of it that the reader may not see."""

from collections.abc import Iterator

import pytest

from models.clock import SetClock
from models.marks import Role, Sharing, Turn
from models.services.signed_in import Person
from models.workspace import Workspace
from tests.models.services.rooms import RunningRoom, running_room


@pytest.fixture
def room(clock: SetClock) -> Iterator[RunningRoom]:
    made = running_room(clock)
    yield made
    made.workspace.close()


def parts(workspace: Workspace, meeting: int) -> dict[str, dict[str, str]]:
    found = workspace.read.contributions(meeting)
    references = [reference for _id, reference in found.items]
    return {one.agency: dict(zip(references, one.parts, strict=True)) for one in found.agencies}


def test_a_turn_a_line_and_silence_stand_by_agency_and_item(room: RunningRoom) -> None:
    conduct = room.workspace.conduct
    conduct.turn(room.child_item, room.police, Turn.NOTHING)
    conduct.say(room.child_item, room.health, "Missed a clinic.")
    found = parts(room.workspace, room.meeting)
    assert found["Police"] == {"V1": "nothing new", "O1": "to come"}
    assert found["Health"] == {"V1": "said", "O1": "to come"}
    assert found["Children's social care"] == {"V1": "not heard", "O1": "to come"}


def test_a_line_that_the_reader_may_not_see_tells_nothing(room: RunningRoom) -> None:
    conduct = room.workspace.conduct
    conduct.say(room.child_item, room.police, "For the chair.", sharing=Sharing.CHAIR_ONLY)
    nurse = Person(None, "Ann Patel", Role.MEMBER, room.nurse, room.health)
    reader = Workspace(room.workspace.store, nurse)
    assert parts(reader, room.meeting)["Police"]["V1"] == "not heard"
    assert parts(room.workspace, room.meeting)["Police"]["V1"] == "said"


def test_an_item_of_which_the_reader_may_not_know_is_not_there(room: RunningRoom) -> None:
    conduct = room.workspace.conduct
    conduct.turn(room.child_item, room.police, Turn.SAID)
    conduct.declare(room.meeting, room.nurse, "Neighbour", room.child_item)
    nurse = Person(None, "Ann Patel", Role.MEMBER, room.nurse, room.health)
    found = Workspace(room.workspace.store, nurse).read.contributions(room.meeting)
    assert [reference for _id, reference in found.items] == ["O1"]
