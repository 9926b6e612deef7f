"""A reading asks once what many of its records need; a unit of work asks anew."""

from collections.abc import Iterator

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


def test_a_reading_asks_once_and_the_next_reading_again(
    room: RunningRoom, asked: list[str]
) -> None:
    for readings in (1, 2):
        with room.workspace.store.reading() as session:
            first = references(session, room.meeting)
            assert references(session, room.meeting) == first
            assert references(session, room.meeting + 1) == {}
        assert sum("agenda_item.section" in one for one in asked) == 2 * readings


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
