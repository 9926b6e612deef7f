"""Immediate risk stands on the panel display too, and no meeting closes past one unasked."""

import pytest
from PySide6.QtCore import Qt

from models.marks import MeetingState
from tests.ui.live.test_capturing import type_line
from tests.ui.live.test_turning import press, turn


@pytest.fixture
def at_risk(room, panel, qtbot):
    """The room with an immediate risk on V1 of which nobody was told."""
    turn(room, panel, "V1", qtbot)
    keep(room, "urg not seen since 18:00", qtbot)
    return room


def keep(room, line, qtbot):
    """Type a line and press Enter."""
    type_line(room, line, qtbot)
    press(room.room.capture.line, Qt.Key.Key_Return, qtbot)


def state_of(panel):
    return panel.workspace.read.meeting(panel.meeting).state


def test_the_panel_display_shows_it_on_the_item_and_at_the_read_back(at_risk, panel):
    at_risk.panel_display()
    at_risk.let_out()
    display = at_risk.display.shown
    assert "Not seen since 18:00" in display.spoken and "nobody told yet" in display.spoken
    at_risk.read_back()
    assert "Immediate risk" in display.spoken and "V1" in display.spoken


def test_what_not_everyone_may_read_is_not_shown_there(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    keep(room, "urg police only: seen near the canal", qtbot)
    room.panel_display()
    room.let_out()
    assert "canal" not in room.display.shown.spoken
    room.read_back()
    assert "canal" not in room.display.shown.spoken


def test_closing_asks_who_was_told_and_stays_unless_told_to_close(at_risk, panel, qtbot):
    at_risk.read_back()
    at_risk.room.read_back.ask_to_close()
    assert at_risk.room.ask.question.text() == "Immediate risk, nobody told yet: V1."
    press(at_risk.room.ask.line, Qt.Key.Key_Return, qtbot)
    assert state_of(panel) == MeetingState.RUNNING and at_risk.room.ask.isHidden()


def test_closing_all_the_same_goes_on_to_who_holds_what_is_left(at_risk, panel, qtbot):
    at_risk.read_back()
    at_risk.room.read_back.ask_to_close()
    press(at_risk.room.ask.line, Qt.Key.Key_Down, qtbot)
    press(at_risk.room.ask.line, Qt.Key.Key_Return, qtbot)
    assert at_risk.room.ask.question.text().startswith("Nobody holds")


def test_today_leads_to_the_very_line_at_its_item(at_risk, panel, window):
    (line,) = (one for one in panel.workspace.read.today() if one.section == "Immediate risk")
    at_risk.read_back()
    window.go("today")
    window.go("meeting", (line.target_id, *line.place))
    assert at_risk.state.row.reference == "V1"
    entries = at_risk.room.agreed.list
    assert entries.hasFocus() and entries.current_key() == ("urgent", line.place[1])


def test_a_risk_of_a_child_without_an_item_is_stood_on_in_the_read_back(at_risk, panel):
    (line,) = panel.workspace.read.urgent_lines(panel.meeting)
    at_risk.show_record((panel.meeting, None, line.id))
    entries = at_risk.room.read_back.list
    assert entries.hasFocus() and entries.current_key() == ("urgent", line.id)


def test_several_leave_the_decision_and_the_actions_in_sight(at_risk, panel, qtbot):
    for words in (
        "urg texted that he will not see Christmas, told a worker whom he trusts at school",
        "urg police told: he was seen getting into a blue car at the retail park, ref 4471",
        "action Baines to visit the home by 20 Nov",
    ):
        keep(at_risk, words, qtbot)
    column = at_risk.room.agreed.list
    (action,) = panel.item("V1").actions
    place = column.visualRect(column.lines.index(column.lines.row_of(("action", action.id))))
    assert column.viewport().rect().contains(place)


def test_each_but_the_newest_says_in_its_line_that_nobody_was_told(at_risk, panel, qtbot):
    keep(at_risk, "urg police told: seen getting into a blue car", qtbot)
    newest, before = [one for one in at_risk.room.agreed.list.lines.lines if one.key[0] == "urgent"]
    assert "blue car" in newest.words and before.right == "not told"
    assert before.words == "Not seen since 18:00" and "nobody told yet" in before.spoken


@pytest.fixture
def kept_apart(at_risk, panel):
    """The read-back while Kay Baines, who declared an interest in V1, is in the room."""
    kay = panel.members["Kay Baines"]
    panel.workspace.conduct.declare(panel.meeting, kay, "Neighbour", panel.items["V1"])
    at_risk.state.refresh()
    at_risk.read_back()
    return at_risk


def test_what_not_everyone_may_hear_of_is_counted_at_the_read_back(kept_apart):
    said = " ".join(line.spoken for line in kept_apart.room.read_back.list.lines.lines)
    assert "Immediate risk  1" in said and "One is not read aloud" in said
    assert "nobody told yet" in said and "18:00" not in said
    kept_apart.reveal()
    said = " ".join(line.spoken for line in kept_apart.room.read_back.list.lines.lines)
    assert "18:00" in said and "not read aloud" not in said


def test_no_meeting_closes_past_one_that_not_everyone_may_hear_of(kept_apart, panel, qtbot):
    kept_apart.room.read_back.ask_to_close()
    asked = kept_apart.room.ask.question.text()
    assert "nobody told yet" in asked and "not everyone here" in asked and "V1" not in asked
    assert state_of(panel) == MeetingState.RUNNING
