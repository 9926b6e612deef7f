"""Items keep their references, and actions are found, however many there are."""

import pytest

from models.clock import SetClock
from models.queries import actions as actions_queries
from models.queries import running_order as order
from tests.models.services.rooms import RunningRoom, running_room


@pytest.fixture
def room(clock: SetClock) -> RunningRoom:
    return running_room(clock)


@pytest.mark.parametrize("many", [500, 0])
def test_an_items_reference_skips_what_was_taken_off(
    room: RunningRoom, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    monkeypatch.setattr(order, "MANY", many)
    add = room.workspace.agenda.add
    gone, last = [
        add(room.meeting, room.workspace.register.add_child(name)) for name in ("Wren", "Finch")
    ]
    room.workspace.agenda.remove(gone)
    with room.workspace.store.reading() as session:
        found = order.item_references(session, {room.child_item, gone, last, None})
        whole = order.references(session, room.meeting)
    assert (found[room.child_item], found[last]) == ("V1", "V2")
    assert gone not in found
    assert found.items() <= whole.items()


@pytest.mark.parametrize("many", [500, 0])
def test_open_actions_leave_out_the_finished_and_say_what_was_told(
    room: RunningRoom, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    monkeypatch.setattr(actions_queries, "MANY", many)
    conduct = room.workspace.conduct
    done, under_way = [
        conduct.record_action(room.child_item, text, owner_id=room.nurse)
        for text in ("Call school", "See parents")
    ]
    conduct.update_action(done, "complete", "Called", evidence="Note of the call")
    conduct.update_action(under_way, "in progress", "Visit planned")
    rows = room.workspace.read.actions(open_only=True)
    assert [(row.id, row.last_update, row.item_reference) for row in rows] == [
        (under_way, "Visit planned", "V1")
    ]
