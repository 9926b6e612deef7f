"""What a line may speak of follows every change, for each reader by themselves."""

from collections.abc import Iterator
from datetime import date

import pytest

from models.clock import SetClock
from models.marks import Sharing
from models.queries import spoken_actions as queries
from models.records.reader import Reader
from models.rules.capture.action_book import ActionBook
from tests.models.services.rooms import RunningRoom, running_room


@pytest.fixture
def room(clock: SetClock) -> Iterator[RunningRoom]:
    made = running_room(clock)
    yield made
    made.workspace.close()


def book(room: RunningRoom, reader: Reader) -> ActionBook:
    with room.workspace.store.reading() as session:
        found = queries.spoken_actions(session, reader)
        fresh = queries._read(session, reader)
    assert set(found.open_refs()) == set(fresh.open_refs())
    assert found.letters == fresh.letters
    return found


def test_each_reader_has_the_actions_that_they_may_see(room: RunningRoom) -> None:
    conduct, chair = room.workspace.conduct, room.workspace.reader()
    nurse = Reader(now=chair.now, agency_ids=(room.health,))
    assert set(book(room, nurse).open_refs()) == set(book(room, chair).open_refs()) == set()
    conduct.record_action(room.child_item, "Visit the address", due_on=date(2026, 11, 20))
    conduct.record_action(room.child_item, "Ask the source", sharing=Sharing.CHAIR_ONLY)
    assert {ref[:2] for ref in book(room, chair).open_refs()} == {"A0", "AX"}
    assert set(book(room, nurse).open_refs()) == {"A001"}
    away = Reader(now=chair.now, conflicted_subjects=frozenset({room.child}))
    assert set(book(room, away).open_refs()) == set()


def test_it_follows_what_is_done_shared_and_taken_back(room: RunningRoom) -> None:
    workspace, chair = room.workspace, room.workspace.reader()
    nurse = Reader(now=chair.now, agency_ids=(room.health,))
    action = workspace.conduct.record_action(room.child_item, "Visit the address")
    assert set(book(room, nurse).open_refs()) == {"A001"}
    workspace.actions.change(action, "sharing", Sharing.CHAIR_ONLY, seen=Sharing.ALL_PANEL)
    assert set(book(room, nurse).open_refs()) == set()
    workspace.store.undo()
    assert set(book(room, nurse).open_refs()) == {"A001"}
    workspace.conduct.update_action(action, "complete", "Seen")
    found = book(room, nurse)
    assert set(found.open_refs()) == set()
    done = found.numbered("A", 1)
    assert done is not None and done.finished
    workspace.store.undo()
    workspace.store.undo()
    assert book(room, nurse).numbered("A", 1) is None


def test_nothing_is_held_when_the_panel_is_locked(room: RunningRoom) -> None:
    book(room, room.workspace.reader())
    assert len(room.workspace.store.answers)
    room.workspace.lock()
    book(room, room.workspace.reader())
    assert not len(room.workspace.store.answers)


def test_whom_open_actions_are_about_is_known_as_far_as_the_reader_may(room: RunningRoom) -> None:
    workspace, chair = room.workspace, room.workspace.reader()
    workspace.conduct.record_action(
        room.child_item, "Visit", subject_id=room.person, sharing=Sharing.CHAIR_ONLY
    )
    member = Reader(now=chair.now, agency_ids=(room.health,))
    for _ in range(2):
        assert [one.name for one in workspace.read.subjects_of_actions()] == ["Darren Pike"]
        assert workspace.read_as(member).subjects_of_actions() == ()
