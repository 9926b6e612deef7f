"""Items keep their references, and actions are found, however many there are."""

from datetime import date

import pytest

from models.clock import SetClock
from models.marks import Sharing
from models.queries import actions as actions_queries
from models.queries import running_order as order
from models.rules.capture import read_line
from models.rules.finding import reference_in
from tests.models.services.rooms import RunningRoom, running_room


@pytest.fixture
def room(clock: SetClock) -> RunningRoom:
    return running_room(clock)


@pytest.mark.parametrize("many", [500, 0])
@pytest.mark.parametrize(("running", "last_is"), [(True, "V3"), (False, "V2")])
def test_what_was_taken_off_leaves_a_gap_only_once_the_agenda_is_known_by_its_numbers(
    room: RunningRoom, monkeypatch: pytest.MonkeyPatch, many: int, running: bool, last_is: str
) -> None:
    monkeypatch.setattr(order, "MANY", many)
    agenda, register = room.workspace.agenda, room.workspace.register
    meeting = room.meeting if running else agenda.plan_meeting(date(2026, 12, 10))
    first = room.child_item if running else agenda.add(meeting, room.child)
    gone, last = [agenda.add(meeting, register.add_child(name)) for name in ("Wren", "Finch")]
    agenda.remove(gone)
    with room.workspace.store.reading() as session:
        found = order.item_references(session, {first, gone, last, None})
        whole = order.references(session, meeting)
    assert (found[first], found[last]) == (whole[first], whole[last]) == ("V1", last_is)
    assert gone not in found


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


def test_no_number_tells_of_an_action_that_is_not_for_all(room: RunningRoom) -> None:
    conduct = room.workspace.conduct
    for sharing in (Sharing.CHAIR_ONLY, Sharing.ALL_PANEL, Sharing.NOT_MINUTED, Sharing.ALL_PANEL):
        conduct.record_action(room.child_item, "Call school", sharing=sharing)
    rows = sorted(room.workspace.read.actions(), key=lambda row: row.id)
    hidden, first, apart, second = (row.reference for row in rows)
    assert (first, second) == ("A001", "A002")
    assert hidden.startswith("AX") and apart.startswith("AX") and hidden != apart
    assert reference_in(f" {hidden.lower()} ") == hidden
    context = room.workspace.read.capture_context(room.meeting)
    (told,) = read_line(f"{hidden} done, school called", context)
    assert (told.action and told.action.ref, told.status) == (hidden, "complete")
