"""Why something is shared is said once for an item, else the panel's own ground holds."""

import pytest

from models.clock import SetClock
from models.errors import Refusal
from tests.models.services.rooms import RunningRoom, running_room


@pytest.fixture
def room(clock: SetClock) -> RunningRoom:
    return running_room(clock)


def test_the_panels_own_ground_holds_until_an_item_has_its_own(room: RunningRoom) -> None:
    workspace = room.workspace
    usual = workspace.read.ground(room.child_item)
    assert not usual.own and usual.basis.startswith("UK GDPR") and usual.necessity
    workspace.panel.set("sharing.necessity", "To keep children safe")
    assert workspace.read.ground(room.child_item).necessity == "To keep children safe"
    workspace.grounds.share_on(room.child_item, "Vital interests", "He is in danger today")
    ground = workspace.read.ground(room.child_item)
    assert ground.own and ground.words == (
        "Vital interests. Why it is needed: He is in danger today."
    )
    assert not workspace.read.ground(room.person_item).own
    workspace.store.undo()
    assert not workspace.read.ground(room.child_item).own


def test_one_agency_may_have_a_ground_of_its_own(room: RunningRoom) -> None:
    grounds, read = room.workspace.grounds, room.workspace.read
    grounds.share_on(room.child_item, "Public task")
    grounds.share_on(room.child_item, "Crime prevention", agency_id=room.police)
    assert read.ground(room.child_item, room.police).basis == "Crime prevention"
    assert read.ground(room.child_item, room.health).basis == "Public task"
    assert [one.agency_id for one in read.grounds(room.meeting)] == [None, room.police]
    grounds.share_on(room.child_item, "", agency_id=room.police)
    assert read.ground(room.child_item, room.police).basis == "Public task"


def test_a_necessity_without_a_basis_is_refused(room: RunningRoom) -> None:
    with pytest.raises(Refusal, match="lawful basis"):
        room.workspace.grounds.share_on(room.child_item, " ", "because")


def test_the_childs_file_is_told_the_ground(room: RunningRoom) -> None:
    room.workspace.grounds.share_on(room.child_item, "Vital interests", "He is in danger")
    papers = room.workspace.read.extract_papers(room.child_item)
    assert papers.ground == "Vital interests. Why it is needed: He is in danger."
