"""What the room shows in the place of names and homes."""

from collections.abc import Iterator

import pytest

from models.clock import SetClock
from models.entities import Address
from tests.models.services.rooms import RunningRoom, running_room


@pytest.fixture
def room(clock: SetClock) -> Iterator[RunningRoom]:
    made = running_room(clock)
    yield made
    made.workspace.close()


def test_where_a_child_lives_stays_off_the_wall_and_a_place_of_concern_does_not(
    room: RunningRoom,
) -> None:
    register = room.workspace.register
    person = register.add_person("Dale Cutler")
    register.add_place("Mill Parade", address="6 Mill Parade", postcode="HB1 1QQ")
    with room.workspace.store.work("home", "Homes") as session:
        session.add(Address(subject_id=room.child, text="14 Orchard Street", postcode="HB7 1AA"))
        session.add(Address(subject_id=person, text="22 Dock Road"))
    shown = room.workspace.read.everybody().masked(
        "Visit 14 Orchard St, HB7 1AA, then 22 Dock Road and 6 Mill Parade, HB1 1QQ"
    )
    assert shown == (
        "Visit (home address), (home postcode), then 22 Dock Road and 6 Mill Parade, HB1 1QQ"
    )
