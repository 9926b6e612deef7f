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


def test_whoever_is_linked_in_mid_meeting_is_known_from_then_on(clock: SetClock) -> None:
    room = running_room(clock)
    register, read = room.workspace.register, room.workspace.read
    near, thing = register.add_person("Wes Quillfeather"), register.add_place("Odeon car park")

    def known() -> set[str]:
        return {one.name for one in read.capture_context(room.meeting, room.child_item).subjects}

    before = known()
    assert before.isdisjoint({"Wes Quillfeather", "Odeon car park"})
    register.link(near, "exploits", room.child)
    register.link(room.child, "frequents", thing)
    assert known() == before | {"Wes Quillfeather", "Odeon car park"}
    register.change(near, "name", "Wesley Quillfeather", seen="Wes Quillfeather")
    assert "Wesley Quillfeather" in known()
    room.workspace.store.undo()
    room.workspace.store.undo()
    assert known() == before | {"Wes Quillfeather"}
