"""Those whom a look-up asked for are known as they stand on record now."""

from collections.abc import Iterator

import pytest
from sqlalchemy import select

from models.clock import SetClock
from models.entities import Subject
from models.queries.ready import familiar
from models.queries.register_words import read_known
from tests.models.services.rooms import RunningRoom, running_room


@pytest.fixture
def room(clock: SetClock) -> Iterator[RunningRoom]:
    made = running_room(clock)
    yield made
    made.workspace.close()


def test_a_change_is_known_at_once_and_so_is_its_undoing(room: RunningRoom) -> None:
    workspace, register = room.workspace, room.workspace.register
    for change in (
        lambda: register.add_alias(room.child, "Ace", "nickname"),
        lambda: register.change(room.child, "name", "Robin Ash", seen="Robin Ashdown"),
        lambda: register.change(room.person, "name", "Darren Pyke", seen="Darren Pike"),
        workspace.store.undo,
        workspace.store.undo,
        workspace.store.undo,
        workspace.store.redo,
        lambda: register.add_child("Tia Oakes"),
    ):
        change()
        with workspace.store.reading() as session:
            fresh = read_known(session, session.scalars(select(Subject.id)))
            assert familiar(session, fresh) == fresh


def test_nobody_is_held_when_the_panel_is_locked(room: RunningRoom) -> None:
    workspace = room.workspace
    workspace.lock()
    with workspace.store.reading() as session:
        assert familiar(session, [room.child])
    assert not len(workspace.store.answers)
