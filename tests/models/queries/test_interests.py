"""A conflict of interest stands whenever its subject returns, until it is said to have ended."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from models.clock import SetClock
from models.entities import PersonOfConcern
from models.marks import Role
from models.queries.matching import possible_matches
from models.queries.readers import person
from models.records.meeting import DeclarationRow
from tests.models.services.rooms import HELD, RunningRoom, running_room


@pytest.fixture
def room(clock: SetClock) -> Iterator[RunningRoom]:
    made = running_room(clock)
    made.workspace.conduct.declare(made.meeting, made.detective, "Neighbour", made.child_item)
    yield made
    made.workspace.close()


def _returns(room: RunningRoom, subject: int) -> int:
    """Close the meeting; the subject is on the next one's agenda. Gives that meeting."""
    workspace, following = room.workspace, HELD + timedelta(days=42)
    workspace.conduct.close(room.meeting, following)
    later = workspace.read.meeting_on(following)
    assert later is not None
    workspace.agenda.add(later.id, subject)
    return later.id


def _declared(room: RunningRoom, meeting: int) -> list[DeclarationRow]:
    return list(room.workspace.read.declarations(meeting))


def test_who_declared_it_for_a_child_leaves_when_the_child_returns(room: RunningRoom) -> None:
    later = _returns(room, room.child)
    (one,) = _declared(room, later)
    assert (one.member, one.item_reference, one.declared_on) == ("Jane Khan", "V1", HELD)
    (item,) = room.workspace.read.running_order(later)
    context = room.workspace.read.capture_context(later, item.id)
    assert [person.name for person in context.people if person.conflicted] == ["Jane Khan"]


def test_it_does_not_stand_for_anyone_else(room: RunningRoom) -> None:
    assert _declared(room, _returns(room, room.person)) == []


def test_a_child_on_the_agenda_as_a_person_of_concern_is_that_child(room: RunningRoom) -> None:
    workspace = room.workspace
    with workspace.store.work("child_first", "The person is that child") as session:
        session.get_one(PersonOfConcern, room.person).child_id = room.child
    later = _returns(room, room.person)
    assert [one.member for one in _declared(room, later)] == ["Jane Khan"]


def test_what_is_declared_again_is_said_once(room: RunningRoom) -> None:
    later = _returns(room, room.child)
    (item,) = room.workspace.read.running_order(later)
    room.workspace.conduct.declare(later, room.detective, "Still a neighbour", item.id)
    assert [one.interest for one in _declared(room, later)] == ["Still a neighbour"]


def test_it_ends_from_the_day_it_is_taken_back_and_the_first_record_keeps_it(
    room: RunningRoom, clock: SetClock
) -> None:
    later = _returns(room, room.child)
    clock.move(timedelta(days=42))
    (one,) = _declared(room, later)
    room.workspace.conduct.withdraw_declaration(one.id)
    assert _declared(room, later) == []
    assert [row.interest for row in _declared(room, room.meeting)] == ["Neighbour"]
    room.workspace.store.undo()
    assert len(_declared(room, later)) == 1


def test_a_slip_of_tonight_is_gone_when_taken_back(room: RunningRoom) -> None:
    (one,) = _declared(room, room.meeting)
    room.workspace.conduct.withdraw_declaration(one.id)
    assert _declared(room, room.meeting) == []


def test_a_record_joined_to_a_declared_child_is_that_child_to_whoever_declared_it(
    room: RunningRoom,
) -> None:
    workspace = room.workspace
    twin = workspace.register.add_child("Robyn Ashdown")
    workspace.register.same(room.child, twin, "Two spellings")
    with workspace.store.reading() as session:
        reader = person(session, workspace.reader().now, Role.CHAIR, "Jane Khan", room.detective)
        assert {room.child, twin} <= reader.conflicted_subjects
        assert possible_matches(session, reader, "Robyn Ashdown") == ()
