"""How often an issue asks the file does not hang on how many are on the agenda."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event
from sqlalchemy.engine import Engine

from exports import issue
from models.clock import SetClock
from models.marks import Information, Sharing
from tests.models.services.rooms import RunningRoom, running_room

OF_ANY_ISSUE = 300
FOR_EACH_CHILD = 0


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements that are run meanwhile."""
    statements: list[str] = []

    def hear(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        statements.append(statement)

    event.listen(Engine, "before_cursor_execute", hear)
    try:
        yield statements
    finally:
        event.remove(Engine, "before_cursor_execute", hear)


def asked(room: RunningRoom) -> int:
    with counted() as statements:
        issue.documents(room.workspace, room.meeting)
    return len(statements)


def discuss_another(room: RunningRoom, number: int) -> None:
    """Another child with something of everything said, agreed and kept from some."""
    workspace, conduct = room.workspace, room.workspace.conduct
    child = workspace.register.add_child(f"Sky Merrin{chr(97 + number)}", lead_name="Kian Baines")
    workspace.register.link(room.person, "exploits", child, confidence="suspected", source="Said")
    item = workspace.agenda.add(room.meeting, child)
    conduct.open_item(item)
    conduct.say(item, room.police, "Seen near the park")
    conduct.say(
        item,
        room.police,
        "Seen in a car",
        information=Information.INTELLIGENCE,
        sharing=Sharing.NAMED_AGENCIES,
        shared_with=(room.health,),
    )
    conduct.decide(item, "REMAIN", "Risk continues")
    conduct.recommend(item, "Add a weekly check-in", to_plan="CP")
    conduct.record_action(item, "Meet weekly", owner_id=room.manager)
    conduct.tell(item, "child", "Kian Baines", None, "What was agreed")


def test_many_children_are_read_in_as_many_statements_as_few(clock: SetClock) -> None:
    room = running_room(clock)
    for number in range(1):
        discuss_another(room, number)
    few = asked(room)
    for number in range(1, 5):
        discuss_another(room, number)
    many = asked(room)
    room.workspace.close()
    assert many - few <= 4 * FOR_EACH_CHILD
    assert many <= OF_ANY_ISSUE
