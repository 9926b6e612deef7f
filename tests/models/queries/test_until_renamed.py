"""What is told of many by their names is held while nobody of them is called otherwise."""

from collections.abc import Callable, Iterator

import pytest

from models.clock import SetClock
from models.queries.until_renamed import until_renamed
from tests.models.services.rooms import RunningRoom, running_room


@pytest.fixture
def room(clock: SetClock) -> Iterator[RunningRoom]:
    made = running_room(clock)
    yield made
    made.workspace.close()


def times_read(room: RunningRoom, *changes: Callable[[], object]) -> list[int]:
    """How often it was read after each of these changes."""
    read: list[int] = []
    counts = []
    for change in (lambda: None, *changes):
        change()
        with room.workspace.store.reading() as session:
            until_renamed(session, "told", frozenset({room.child}), lambda: read.append(1))
        counts.append(len(read))
    return counts


def test_it_is_read_again_when_one_of_them_has_another_name(room: RunningRoom) -> None:
    register, store = room.workspace.register, room.workspace.store
    assert times_read(
        room,
        lambda: register.add_place("Mill Parade"),
        lambda: register.add_alias(register.add_child("Tia Oakes"), "Tee", "nickname"),
        lambda: register.add_alias(room.child, "Ace", "nickname"),
        lambda: store.undo(),
        lambda: register.change(room.child, "name", "Robin Ash", seen="Robin Ashdown"),
    ) == [1, 1, 1, 2, 3, 4]


def test_it_is_read_again_when_it_is_asked_of_others(room: RunningRoom) -> None:
    with room.workspace.store.reading() as session:
        told = [
            until_renamed(session, "told", frozenset(ids), lambda n=number: n)
            for number, ids in enumerate(({1}, {1}, {1, 2}, {1}))
        ]
    assert told == [0, 0, 2, 3]
