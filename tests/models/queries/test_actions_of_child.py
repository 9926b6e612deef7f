"""A child's page has the actions about the child, and those of the child's items about others."""

from collections.abc import Iterator

import pytest

from models.clock import SetClock
from tests.models.services.rooms import RunningRoom, running_room


@pytest.fixture
def room(clock: SetClock) -> Iterator[RunningRoom]:
    made = running_room(clock)
    yield made
    made.workspace.close()


def test_an_action_of_the_childs_item_about_somebody_else_is_there_and_no_others(
    room: RunningRoom,
) -> None:
    conduct = room.workspace.conduct
    conduct.record_action(room.child_item, "See Robin", owner_id=room.manager)
    conduct.record_action(
        room.child_item, "Visit him", owner_id=room.detective, subject_id=room.person
    )
    conduct.record_action(room.person_item, "Warn him", owner_id=room.detective)
    conduct.record_action(
        room.person_item, "Tell Robin", owner_id=room.manager, subject_id=room.child
    )
    told = {one.text: one.subject_id for one in room.workspace.read.actions_of_child(room.child)}
    assert told == {"See Robin": room.child, "Visit him": room.person, "Tell Robin": room.child}
