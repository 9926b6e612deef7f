"""What is kept for matching says what the records say, after every change and its undoing."""

from collections.abc import Iterator

import pytest
from sqlalchemy import text

from models.clock import SetClock
from models.queries.matching import possible_matches
from models.storage.check import check, rebuild
from tests.models.services.rooms import RunningRoom, running_room


@pytest.fixture
def room(clock: SetClock) -> Iterator[RunningRoom]:
    made = running_room(clock)
    yield made
    made.workspace.close()


def found(room: RunningRoom, name: str) -> list[int]:
    workspace = room.workspace
    with workspace.store.reading() as session:
        return [one.subject_id for one in possible_matches(session, workspace.reader(), name)]


def test_each_change_and_its_undoing_is_followed(room: RunningRoom) -> None:
    workspace, register = room.workspace, room.workspace.register
    for change in (
        lambda: register.add_alias(room.child, "Ace Walker", "nickname"),
        lambda: register.change(room.child, "name", "Robin Ash", seen="Robin Ashdown"),
        lambda: register.change(room.child, "postcode", "NM1 1AA", seen=None),
        lambda: register.add_place("Canal Basin", address="Wharf Road"),
        lambda: register.add_vehicle("AB12 CDE"),
        workspace.store.undo,
        workspace.store.undo,
        workspace.store.undo,
        workspace.store.undo,
        workspace.store.redo,
        lambda: register.add_child("Tia Oakes"),
    ):
        change()
        assert check(workspace.store).sound


def test_another_name_finds_until_it_is_taken_back(room: RunningRoom) -> None:
    workspace = room.workspace
    workspace.register.add_alias(room.child, "Ace Walker", "nickname")
    assert found(room, "Ace Walker")[:1] == [room.child]
    workspace.store.undo()
    assert room.child not in found(room, "Ace Walker")
    workspace.store.redo()
    assert found(room, "Ace Walker")[:1] == [room.child]


def test_what_is_missing_is_noticed_and_made_again(room: RunningRoom) -> None:
    store = room.workspace.store
    with store.work("sly", "Sly") as session:
        session.execute(text("DELETE FROM match_key"))
    assert any("matching" in one for one in check(store).problems)
    rebuild(store)
    assert check(store).sound
