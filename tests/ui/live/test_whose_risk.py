"""An immediate risk stands on a child, and on the display, once it is known whose it is."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.live.test_capturing import type_line
from tests.ui.live.test_turning import press, turn

LINE = "urg tyler not seen since 6pm"
RETURN = Qt.Key.Key_Return


@pytest.fixture
def asked(room, panel, qtbot):
    """The bar of V1 with a risk of somebody whom nobody here knows, Enter pressed once."""
    turn(room, panel, "V1", qtbot)
    room.panel_display()
    room.let_out()
    type_line(room, LINE, qtbot)
    press(room.room.capture.line, RETURN, qtbot)
    return room.room.capture


def urgent(panel, reference):
    return [one.text for one in panel.item(reference).urgent]


def test_it_stands_on_nobody_and_not_on_the_display_until_it_is_answered(asked, room, panel):
    assert "“Tyler” is nobody of this meeting: whose risk is it?" in asked.whom.text()
    assert "tell MASH or the police" in asked.whom.text()
    assert "it is of V1" in asked.whom.text()
    assert urgent(panel, "V1") == []
    assert panel.workspace.read.urgent_lines(panel.meeting) == ()
    assert "seen since" not in room.display.shown.spoken
    assert asked.line.text() == LINE


def test_he_or_she_is_whoever_the_item_is_of(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    type_line(room, "urg he says he will jump", qtbot)
    press(room.room.capture.line, RETURN, qtbot)
    assert urgent(panel, "V1") == ["Immediate risk: He says he will jump"]


def test_a_name_on_no_list_is_asked_about_by_what_it_does(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    type_line(room, "urg Zebedee says he will jump", qtbot)
    press(room.room.capture.line, RETURN, qtbot)
    assert "“Zebedee” is nobody of this meeting" in room.room.capture.whom.text()
    assert urgent(panel, "V1") == []


def test_it_waits_in_its_draft_and_at_the_read_back(asked, room, panel):
    draft = f"capture.{room.state.meeting.id}.{panel.items['V1']}"
    assert panel.workspace.store.draft(draft) == LINE
    room.read_back()
    said = " ".join(line.spoken for line in room.room.read_back.list.lines.lines)
    assert "a line waits in its capture bar" in said
    assert "seen since" not in room.display.shown.spoken


def test_enter_again_says_that_it_is_of_the_item(asked, room, panel, qtbot):
    press(asked.line, RETURN, qtbot)
    assert urgent(panel, "V1") == ["Immediate risk: Tyler not seen since 6pm"]
    assert "seen since" in room.display.shown.spoken


@pytest.mark.parametrize("typed", [", V2", " V2", "V2", "Lola Yarrow"])
def test_whoever_is_named_behind_it_is_the_answer(asked, panel, qtbot, typed):
    qtbot.keyClicks(asked.line, typed)
    press(asked.line, RETURN, qtbot)
    assert urgent(panel, "V1") == []
    assert len(urgent(panel, "V2")) == 1
    assert asked.line.text() == ""


def test_more_that_names_nobody_here_is_no_answer(asked, panel, qtbot):
    qtbot.keyClicks(asked.line, ", at the bus station")
    press(asked.line, RETURN, qtbot)
    assert urgent(panel, "V1") == []
    assert not asked.whom.isHidden()


def test_a_line_of_its_own_behind_it_is_kept_with_it(asked, panel, qtbot):
    qtbot.keyClicks(asked.line, "n Health: attended A&E")
    press(asked.line, RETURN, qtbot)
    assert urgent(panel, "V1") == []
    press(asked.line, RETURN, qtbot)
    assert len(urgent(panel, "V1")) == 1


def test_the_keys_for_fewer_readers_say_nothing_of_whose_it_is(asked, panel, qtbot):
    press(asked.line, RETURN, qtbot, Qt.KeyboardModifier.ShiftModifier)
    assert urgent(panel, "V1") == []
    assert not asked.whom.isHidden()


def test_what_enter_does_is_said_of_the_child_on_whom_it_then_stands(room, panel, qtbot):
    turn(room, panel, "V2", qtbot)
    bar = room.room.capture
    type_line(room, "urg tyler is with aidan at the bus station", qtbot)
    press(bar.line, RETURN, qtbot)
    assert "Enter again: it is of V1 ·" in bar.whom.text()
    press(bar.line, RETURN, qtbot)
    assert (len(urgent(panel, "V1")), urgent(panel, "V2")) == (1, [])


def test_a_question_that_was_left_is_asked_again_of_the_line(asked, panel, qtbot):
    press(asked.line, Qt.Key.Key_Escape, qtbot)
    qtbot.keyClicks(asked.line, " with Lola")
    press(asked.line, RETURN, qtbot)
    assert panel.workspace.read.urgent_lines(panel.meeting) == ()
    assert "Enter again: it is of V2 ·" in asked.whom.text()


def test_a_question_left_at_one_item_is_asked_at_another(asked, room, panel, qtbot):
    turn(room, panel, "V2", qtbot)
    type_line(room, f"{LINE} with Aidan", qtbot)
    press(asked.line, RETURN, qtbot)
    assert panel.workspace.read.urgent_lines(panel.meeting) == ()


@pytest.mark.parametrize("line", ["urg aidan not seen", "urg not seen since 6pm", "urg V2 missing"])
def test_a_risk_that_says_whose_it_is_or_names_nobody_is_kept_at_once(room, panel, qtbot, line):
    turn(room, panel, "V1", qtbot)
    type_line(room, line, qtbot)
    press(room.room.capture.line, RETURN, qtbot)
    assert len(panel.workspace.read.urgent_lines(panel.meeting)) == 1


def test_of_two_who_go_by_one_name_it_is_asked_which(room, panel, qtbot):
    for name in ("Skye Marsh", "Skye Dunn"):
        other = panel.workspace.register.add_child(name)
        panel.workspace.agenda.add(panel.meeting, other)
    room.state.refresh({"agenda_item", "subject"})
    turn(room, panel, "V1", qtbot)
    type_line(room, "urg Skye not seen since 6pm", qtbot)
    press(room.room.capture.line, RETURN, qtbot)
    assert room.room.capture.whom.text().startswith("Whose risk is it?")
    assert panel.workspace.read.urgent_lines(panel.meeting) == ()
