"""What many records need is asked once, until it changes; a unit of work asks anew."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from models.clock import SetClock
from models.entities import AgendaItem
from models.queries.running_order import references
from tests.models.services.rooms import RunningRoom, running_room


@pytest.fixture
def room(clock: SetClock) -> Iterator[RunningRoom]:
    made = running_room(clock)
    yield made
    made.workspace.close()


@pytest.fixture
def asked() -> Iterator[list[str]]:
    """The statements that were run."""
    statements: list[str] = []

    def hear(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        statements.append(statement)

    event.listen(Engine, "before_cursor_execute", hear)
    yield statements
    event.remove(Engine, "before_cursor_execute", hear)


def test_a_reading_asks_once_and_the_next_only_what_has_changed(
    room: RunningRoom, asked: list[str]
) -> None:
    for _ in range(2):
        with room.workspace.store.reading() as session:
            first = references(session, room.meeting)
            assert references(session, room.meeting) == first
            assert references(session, room.meeting + 1) == {}
        assert sum("agenda_item.section" in one for one in asked) == 2
    room.workspace.conduct.say(room.child_item, room.police, "Seen near the bus station.")
    asked.clear()
    with room.workspace.store.reading() as session:
        assert references(session, room.meeting) == first
    assert not asked
    room.workspace.agenda.remove(room.person_item, "Not tonight")
    with room.workspace.store.reading() as session:
        assert room.person_item not in references(session, room.meeting)


def test_a_unit_of_work_sees_what_it_changed(room: RunningRoom) -> None:
    with room.workspace.store.work("move", "Move an item") as session:
        assert references(session, room.meeting)[room.person_item] == "O1"
        item = session.get_one(AgendaItem, room.person_item)
        item.section, item.number = "V", 2
        session.flush()
        assert references(session, room.meeting)[room.person_item] == "V2"


def test_an_item_asks_nothing_twice(room: RunningRoom, asked: list[str]) -> None:
    room.item()
    assert asked and len(asked) == len(set(asked))


def test_a_kept_line_has_an_item_ask_for_its_lines_alone(
    room: RunningRoom, asked: list[str]
) -> None:
    room.item()
    room.workspace.conduct.say(room.child_item, room.police, "Seen near the bus station.")
    asked.clear()
    assert room.item().lines[-1].text == "Seen near the bus station."
    told = [one for one in asked if "FROM information_line" in one]
    assert len(told) == 1 and len(asked) < 8


def test_what_is_late_by_the_hour_is_told_by_the_hour(room: RunningRoom) -> None:
    workspace = room.workspace
    clock = workspace.store.clock
    assert isinstance(clock, SetClock)
    gone = clock.now() - timedelta(hours=80)
    back = clock.now() - timedelta(hours=71)
    workspace.register.add_episode(room.child, reported_at=gone, returned_at=back)
    assert room.item().header.interviews_late == 0
    clock.move(timedelta(hours=2))
    assert room.item().header.interviews_late == 1
