"""A line of the capture bar turns the room, at Enter and never before."""

import pytest
from PySide6.QtCore import Qt

from models.marks import ItemState
from tests.ui.live.test_capturing import type_line
from tests.ui.live.test_turning import press, state_of, turn
from ui.live.state import CLOSING


def enter(room, text, qtbot):
    """Type a line and keep it."""
    type_line(room, text, qtbot)
    press(room.room.capture.line, Qt.Key.Key_Return, qtbot)


def test_what_a_line_would_do_is_a_tag_until_enter(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    type_line(room, "skip to O1", qtbot)
    assert "Timing: go to O1" in room.room.capture.chips.words()
    assert room.state.item_id == panel.items["V1"]
    press(room.room.capture.line, Qt.Key.Key_Return, qtbot)
    assert room.state.item_id == panel.items["O1"]
    assert room.room.capture.line.text() == ""
    assert state_of(panel, "V1") == ItemState.OPEN


@pytest.mark.parametrize("said", ["next item", "ok next child please", "moving on"])
def test_the_next_item_is_the_next_still_to_come(room, panel, qtbot, said):
    panel.workspace.conduct.defer(panel.items["V2"], "No report")
    turn(room, panel, "V1", qtbot)
    enter(room, said, qtbot)
    assert room.state.item_id == panel.items["O1"]


def test_after_the_last_item_comes_the_read_back(room, panel, qtbot):
    for reference in ("V1", "V2"):
        panel.workspace.conduct.defer(panel.items[reference], "No report")
    turn(room, panel, "O1", qtbot)
    enter(room, "next item", qtbot)
    assert room.state.place == CLOSING


def test_an_item_is_deferred_with_its_reason_and_that_can_be_taken_back(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    enter(room, "defer V2 to next time no update from school", qtbot)
    assert state_of(panel, "V2") == ItemState.DEFERRED
    assert panel.item("V2").row.deferred_reason == "No update from school"
    assert room.state.item_id == panel.items["V1"]
    panel.workspace.store.undo()
    assert state_of(panel, "V2") == ItemState.PLANNED


def test_an_item_deferred_without_a_reason_is_asked_why(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    enter(room, "defer V2", qtbot)
    assert state_of(panel, "V2") == ItemState.PLANNED
    assert not room.room.ask.isHidden()


def test_an_item_that_was_discussed_is_put_off_by_no_line(room, panel, qtbot):
    panel.workspace.conduct.open_item(panel.items["V2"])
    panel.workspace.conduct.finish_item(panel.items["V2"])
    turn(room, panel, "V1", qtbot)
    enter(room, "defer V2, no report", qtbot)
    assert state_of(panel, "V2") == ItemState.DISCUSSED


def test_an_item_is_parked_and_another_taken_next(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    enter(room, "take O1 next", qtbot)
    enter(room, "park this one", qtbot)
    assert state_of(panel, "V1") == ItemState.PARKED
    assert room.state.item_id == panel.items["O1"]


def test_what_stands_before_it_in_the_line_is_kept_at_the_item_in_hand(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    enter(room, "risk high; next item", qtbot)
    assert panel.item("V1").risk.after == "High"
    assert panel.item("V2").risk is None
    assert room.state.item_id == panel.items["V2"]


def test_nothing_typed_behind_it_is_kept_at_either_item(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    enter(room, "next item; risk high", qtbot)
    assert room.state.item_id == panel.items["V1"]
    assert room.room.capture.line.text() == "next item; risk high"
    assert panel.item("V1").risk is None


def test_the_room_stays_where_a_decision_still_asks_for_something(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    enter(room, "dec close: risk reduced because the plan is working; next item", qtbot)
    assert room.state.item_id == panel.items["V1"]
    assert room.room.capture.line.text().endswith("next item")


def test_the_room_turns_from_the_opening_too(room, panel, qtbot):
    enter(room, "go to V2", qtbot)
    assert room.state.item_id == panel.items["V2"]
