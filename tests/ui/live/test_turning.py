"""Turning through the running order: one item at a time, nothing lost, no dialogue."""

from datetime import timedelta

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication

from models.marks import ItemState, MeetingState
from ui.live.state import CLOSING, OPENING
from ui.live.turning import OPENS_MS

CTRL = Qt.KeyboardModifier.ControlModifier


def state_of(panel, reference):
    return panel.item(reference).row.state


def turn(room, panel, reference, qtbot):
    """Turn to an item and wait until it is open."""
    room.turn_to(panel.items[reference])
    qtbot.waitUntil(lambda: state_of(panel, reference) == ItemState.OPEN)
    room.state.catch_up()


def press(widget, key, qtbot, held=Qt.KeyboardModifier.NoModifier):
    """Press a key where the hand is."""
    qtbot.keyClick(widget, key, held)


def place_of(page, part):
    """Where a part of the page stands, whatever it stands in."""
    return QRect(part.mapTo(page, QPoint()), part.size())


def settle(room):
    """Let the second pass in which a closed item's keys close no other."""
    room.settling.stop()


def close_item(room):
    """Close the item in hand, its open points left open."""
    settle(room)
    room.finish_item()
    if room.points.asking:
        room.finish_item()


def test_the_page_waits_at_the_opening(page):
    assert page.state.place == OPENING
    assert not page.room.start.isHidden()


def test_f5_starts_the_meeting(page, panel, qtbot):
    press(page.room.capture.line, Qt.Key.Key_F5, qtbot)
    assert panel.workspace.read.meeting(panel.meeting).state == MeetingState.RUNNING
    assert page.room.start.isHidden()


def test_ctrl_down_goes_from_the_opening_over_the_actions_to_the_first_item(room, panel, qtbot):
    room.capture()
    for _ in range(2):
        press(room.room.capture.line, Qt.Key.Key_Down, qtbot, CTRL)
    assert room.state.item_id == panel.items["V1"]
    qtbot.waitUntil(lambda: state_of(panel, "V1") == ItemState.OPEN)
    assert panel.item("V1").row.clock_started is not None


def test_items_only_passed_by_are_not_opened(room, panel, qtbot):
    room.turn_to(panel.items["V1"])
    room.next_item()
    room.next_item()
    qtbot.waitUntil(lambda: state_of(panel, "O1") == ItemState.OPEN)
    assert state_of(panel, "V1") == ItemState.PLANNED
    assert state_of(panel, "V2") == ItemState.PLANNED


def test_an_item_turned_to_by_mistake_does_not_pass_for_discussed(room, panel, qtbot):
    turn(room, panel, "V2", qtbot)
    turn(room, panel, "V1", qtbot)
    assert state_of(panel, "V2") == ItemState.OPEN


def test_each_item_is_found_at_the_step_where_it_was_left(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    room.step_to("4")
    room.room.item.decision.rationale.editor.setFocus()
    turn(room, panel, "V2", qtbot)
    assert room.room.item.step == 1
    room.turn_to(panel.items["V1"])
    assert room.room.item.step == 4


def test_an_item_left_early_without_a_decision_stays_open(room, panel, clock, qtbot):
    turn(room, panel, "V1", qtbot)
    clock.move(timedelta(minutes=2))
    turn(room, panel, "V2", qtbot)
    assert state_of(panel, "V1") == ItemState.OPEN


def test_an_item_left_after_its_discussion_is_discussed(room, panel, clock, qtbot):
    turn(room, panel, "V1", qtbot)
    clock.move(timedelta(minutes=11))
    turn(room, panel, "V2", qtbot)
    assert state_of(panel, "V1") == ItemState.DISCUSSED
    assert panel.item("V1").row.seconds == 660


def test_an_item_opened_while_the_one_before_was_taken_up_again_stays_to_come(
    room, window, panel, clock, qtbot
):
    turn(room, panel, "V1", qtbot)
    clock.move(timedelta(minutes=11))
    close_item(room)
    qtbot.waitUntil(lambda: state_of(panel, "V2") == ItemState.OPEN)
    window.undo()
    qtbot.wait(1)
    turn(room, panel, "V1", qtbot)
    assert state_of(panel, "V2") == ItemState.OPEN
    close_item(room)
    assert room.state.item_id == panel.items["V2"]


def test_the_next_is_the_first_still_open_or_to_come_then_those_passed_by(room, panel, qtbot):
    turn(room, panel, "V2", qtbot)
    turn(room, panel, "V1", qtbot)
    close_item(room)
    assert room.state.item_id == panel.items["V2"]
    turn(room, panel, "O1", qtbot)
    close_item(room)
    assert room.state.item_id == panel.items["V2"]


def test_a_new_item_opens_with_the_hand_in_the_bar_wherever_it_was(room, panel, qtbot):
    bar = room.room.capture.line
    turn(room, panel, "V1", qtbot)
    room.step_to("1")
    room.capture()
    close_item(room)
    assert bar.hasFocus()
    room.step_to("1")
    room.next_item()
    assert bar.hasFocus() and room.state.item_id == panel.items["O1"]


def test_a_new_item_shows_its_agencies_from_the_first(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    agencies = room.room.item.agencies.list
    agencies.go_to(agencies.lines.lines[-1].key)
    room.next_item()
    assert agencies.current_key() is None and agencies.verticalScrollBar().value() == 0


def test_the_clock_pauses_and_runs_by_f5(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    press(room.room.capture.line, Qt.Key.Key_F5, qtbot)
    assert panel.item("V1").row.clock_started is None
    assert "paused" in room.room.item.head.clock.words
    press(room.room.capture.line, Qt.Key.Key_F5, qtbot)
    assert panel.item("V1").row.clock_started is not None


def test_ctrl_enter_closes_the_item_and_goes_on(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    room.capture()
    press(room.room.capture.line, Qt.Key.Key_Return, qtbot, CTRL)
    press(room.room.ask.line, Qt.Key.Key_Return, qtbot, CTRL)
    assert state_of(panel, "V1") == ItemState.DISCUSSED
    assert room.state.item_id == panel.items["V2"]


def test_after_the_last_item_comes_the_read_back(room, panel, qtbot):
    for reference in ("V1", "V2", "O1"):
        turn(room, panel, reference, qtbot)
        close_item(room)
    assert room.state.place == CLOSING


def test_deferring_asks_for_the_reason_in_place(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    room.capture()
    press(room.room.capture.line, Qt.Key.Key_D, qtbot, CTRL)
    ask = room.room.ask
    assert not ask.isHidden()
    assert QApplication.activeModalWidget() is None
    press(ask.line, Qt.Key.Key_Return, qtbot)
    assert "reason" in ask.error.text()
    qtbot.keyClicks(ask.line, "Social worker is ill")
    press(ask.line, Qt.Key.Key_Return, qtbot)
    assert ask.isHidden()
    assert panel.item("V1").row.deferred_reason == "Social worker is ill"
    assert room.state.item_id == panel.items["V2"]


def test_looking_at_a_deferred_item_does_not_take_it_up_again(room, panel, qtbot):
    panel.workspace.conduct.defer(panel.items["V1"], "Not ready")
    room.turn_to(panel.items["V1"])
    qtbot.wait(2 * OPENS_MS)
    assert state_of(panel, "V1") == ItemState.DEFERRED
    room.start_or_pause()
    assert state_of(panel, "V1") == ItemState.OPEN


def test_parking_comes_back_after_what_is_planned(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    room.park_item()
    assert state_of(panel, "V1") == ItemState.PARKED
    for reference in ("V2", "O1"):
        qtbot.waitUntil(lambda wanted=reference: state_of(panel, wanted) == ItemState.OPEN)
        close_item(room)
    assert room.state.item_id == panel.items["V1"]


def test_ctrl_g_goes_to_an_item_by_its_initials(room, panel, qtbot):
    room.capture()
    press(room.room.capture.line, Qt.Key.Key_G, qtbot, CTRL)
    qtbot.keyClicks(room.room.ask.line, "ly")
    press(room.room.ask.line, Qt.Key.Key_Return, qtbot)
    assert room.state.item_id == panel.items["V2"]


def test_an_item_is_brought_forward_from_the_running_order(room, panel):
    room.room.order.list.setFocus()
    room.room.order.list.go_to(panel.items["V2"])
    room.bring_forward()
    assert [row.initials for row in room.state.facts.order][:2] == ["L.Y.", "A.R."]


def test_a_place_nobody_planned_is_added_by_name(room, qtbot):
    room.add_item()
    qtbot.keyClicks(room.room.ask.line, "skate")
    press(room.room.ask.line, Qt.Key.Key_Return, qtbot)
    assert "L1" in [row.reference for row in room.state.facts.order]


def test_a_matter_without_a_record_is_added_by_its_title(room, qtbot):
    room._reading_ahead.blockSignals(True)
    room.add_item()
    qtbot.keyClicks(room.room.ask.line, "Vapes as payment")
    press(room.room.ask.line, Qt.Key.Key_Return, qtbot)
    assert "Vapes as payment" in [row.label for row in room.state.facts.order]


def test_after_an_item_is_put_aside_what_is_typed_on_is_words(room, panel, window, qtbot):
    turn(room, panel, "V1", qtbot)
    room.step_to("1")
    assert window.focusWidget().accessibleName() == "Agency round"
    room.park_item()
    qtbot.keyClicks(window.focusWidget(), "nas at five")
    assert room.room.capture.line.text() == "nas at five"


def test_a_child_on_no_record_is_added_as_a_child_and_shown_by_initials(room, panel, qtbot):
    room.add_item()
    qtbot.keyClicks(room.room.ask.line, "Mia-Rose Tansley")
    press(room.room.ask.line, Qt.Key.Key_Return, qtbot)
    row = next(one for one in room.state.facts.order if one.label == "Mia-Rose Tansley")
    assert (row.subject_kind, room.state.shown_name(row)) == ("child", row.initials)
    assert room.state.masked("Mia-Rose Tansley rang") == f"{row.initials} rang"
    panel.workspace.store.undo()
    assert "Mia-Rose Tansley" not in [one.name for one in panel.workspace.read.children()]


def test_ctrl_2_is_a_step_here_and_no_page(room, window, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    room.capture()
    press(room.room.capture.line, Qt.Key.Key_4, qtbot, CTRL)
    assert window.page is room
    assert room.room.item.step == 3
    press(room.room.item.risk.after.lineEdit(), Qt.Key.Key_2, qtbot, CTRL)
    assert room.room.item.step == 1


def is_at_hand(room, panel, reference):
    number = panel.workspace.store.last_operation
    return room.state.ahead.has(panel.items[reference], number)


def at_hand(room, panel, reference, qtbot):
    qtbot.waitUntil(lambda: is_at_hand(room, panel, reference))


def test_an_item_read_ahead_is_shown_without_reading_again(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    at_hand(room, panel, "V2", qtbot)
    room.state.show(panel.items["V2"])
    assert room.state.item.header.initials == "L.Y."


def test_finishing_an_item_leaves_the_next_at_hand_with_its_state_as_it_is_now(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    at_hand(room, panel, "V2", qtbot)
    panel.workspace.conduct.park(panel.items["V2"])
    close_item(room)
    assert is_at_hand(room, panel, "V2") and room.state.item_id != panel.items["V2"]
    room.state.show(panel.items["V2"])
    assert room.state.item.row.state == ItemState.PARKED


def test_an_item_added_leaves_nothing_at_hand_that_does_not_know_of_it(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    at_hand(room, panel, "V2", qtbot)
    before = room.state.ahead.record(panel.items["V2"])
    room.add_item()
    qtbot.keyClicks(room.room.ask.line, "Vapes as payment")
    press(room.room.ask.line, Qt.Key.Key_Return, qtbot)
    read_again = is_at_hand(room, panel, "V2")
    assert not read_again or room.state.ahead.record(panel.items["V2"]) is not before


def test_what_is_kept_meanwhile_is_never_hidden_by_what_was_read_ahead(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    at_hand(room, panel, "V2", qtbot)
    panel.workspace.conduct.record_action(panel.items["V2"], "Visit the school")
    room.state.show(panel.items["V2"])
    assert [one.text for one in room.state.item.actions] == ["Visit the school"]


def test_after_a_stop_the_room_opens_where_it_was(room, panel, qtbot):
    from ui.live.state import RoomState

    turn(room, panel, "V2", qtbot)
    again = RoomState(panel.workspace)
    again.open_meeting()
    assert again.item_id == panel.items["V2"]
    assert again.running


def test_a_running_meeting_waits_half_an_hour_before_it_locks(room, page):
    assert room.idle_minutes(10) == 30


def test_undo_leaves_the_turn_and_takes_back_what_was_kept(room, window, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    panel.workspace.conduct.record_action(panel.items["V1"], "Visit the address")
    turn(room, panel, "V2", qtbot)
    window.undo()
    assert state_of(panel, "V2") == ItemState.OPEN
    assert panel.workspace.read.item(panel.items["V1"]).actions == ()
