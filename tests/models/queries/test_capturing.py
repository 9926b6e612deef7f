"""What a line typed in the room is read against."""

import pytest

from models.clock import SetClock
from tests.models.services.rooms import running_room


@pytest.mark.parametrize(
    ("gender", "called"),
    [("male", "he"), ("F", "she"), ("Trans boy or man", "he"), ("non_binary", ""), (None, "")],
)
def test_what_the_child_is_called_is_known_where_the_record_tells(
    clock: SetClock, gender: str | None, called: str
) -> None:
    room = running_room(clock)
    if gender:
        room.workspace.register.change(room.child, "gender", gender, None)
    context = room.workspace.read.capture_context(room.meeting, room.child_item)
    assert context.subject is not None
    assert context.subject.called == called
