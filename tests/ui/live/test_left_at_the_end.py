"""What the read-back names unasked: what the meeting lacks, what waits, what is open."""

import pytest
from PySide6.QtCore import Qt

from models.marks import Sharing
from tests.ui.live.test_capturing import type_line
from tests.ui.live.test_read_back_apart import read
from tests.ui.live.test_turning import press, turn

F7, RETURN = Qt.Key.Key_F7, Qt.Key.Key_Return
SHIFT = Qt.KeyboardModifier.ShiftModifier
WISH = "Best mum hears nothing of this."


@pytest.fixture
def said(room):
    words = []
    room.desk.notice.said.connect(lambda text, _kind: words.append(text))
    return words


@pytest.fixture
def analysis(room, panel, qtbot):
    """The analysis of V1, with a wish typed that it is not for everybody, and left."""
    turn(room, panel, "V1", qtbot)
    room.step_to("2")
    field = room.room.item.steps[2].fields["analysis"]
    field.editor.setFocus()
    qtbot.keyClicks(field.editor, WISH)
    assert not field.autosave.keep()
    assert field.whom.isHidden()  # nothing is asked under the hand that types
    room.capture()
    return field


def test_the_read_back_names_what_the_meeting_lacks_and_closing_asks_with_it(room, panel):
    room.read_back()
    assert "Nobody is named as chair." in read(room)
    assert "The opening statement was never read out." in read(room)
    end = room.room.read_back
    assert "Nobody is named as chair." in end.close_it.question.text()
    conduct = panel.workspace.conduct
    conduct.set_chair(panel.meeting, panel.members["Rita Choudhury"])
    conduct.set_minute_taker(panel.meeting, panel.members["Kay Baines"])
    conduct.read_script(panel.meeting, "Rita Choudhury")
    room.state.refresh()
    assert "The meeting itself" not in read(room)
    assert end.close_it.question.text() == "Close it now?"


def test_f7_says_which_item_is_still_open_and_whom_to_call_back(room, panel, qtbot, said):
    turn(room, panel, "V1", qtbot)
    panel.workspace.conduct.declare(
        panel.meeting, panel.members["Kay Baines"], "Neighbour", panel.items["V1"]
    )
    room.state.refresh()
    press(room.room.capture.line, F7, qtbot)
    assert said[-1].startswith("V1 is still open. Call Kay Baines back")


def test_open_points_that_not_everyone_may_hear_of_are_counted(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    conduct = panel.workspace.conduct
    conduct.decide(panel.items["V1"], "REMAIN", "Not settled yet")
    conduct.finish_item(panel.items["V1"])
    conduct.declare(panel.meeting, panel.members["Kay Baines"], "Neighbour", panel.items["V1"])
    room.state.refresh()
    room.read_back()
    assert "open points: not everyone here may hear of it: F4 shows what" in read(room)
    assert "Who tells the parents" not in read(room)
    room.reveal()
    assert "Who tells the parents" in read(room)


def test_a_text_for_some_only_is_asked_about_and_not_kept(analysis, panel, room):
    assert "Perhaps not for everybody" in analysis.whom.text()
    assert not analysis.whom.isHidden()
    assert panel.item("V1").analysis is None
    room.read_back()
    assert "a text waits there, typed and not kept" in read(room)


def test_enter_in_the_text_keeps_it_for_all(analysis, panel, qtbot):
    analysis.editor.setFocus()
    press(analysis.editor, RETURN, qtbot)
    assert panel.item("V1").analysis == WISH
    assert analysis.whom.isHidden()


def test_leaving_it_again_answers_nothing(analysis, panel, room):
    analysis.editor.setFocus()
    room.capture()
    assert panel.item("V1").analysis is None
    assert not analysis.whom.isHidden()


def test_shift_and_enter_make_it_a_line_for_the_chair(analysis, panel, qtbot):
    press(analysis.editor, RETURN, qtbot, SHIFT)
    assert panel.item("V1").analysis is None
    assert analysis.text == ""
    [line] = [one for one in panel.item("V1").lines if WISH in one.text]
    assert (line.text, line.sharing) == (f"Analysis: {WISH}", Sharing.CHAIR_ONLY)


def test_another_letter_takes_the_question_away_and_a_plain_text_is_kept(analysis, panel):
    analysis.editor.setPlainText("The pattern is evenings at the skatepark.")
    assert analysis.whom.isHidden()
    assert analysis.autosave.keep()
    assert panel.item("V1").analysis == "The pattern is evenings at the skatepark."


def test_what_stood_in_a_text_already_is_not_asked_about_again(room, panel, qtbot):
    panel.workspace.conduct.write(panel.items["V1"], "analysis", WISH, None)
    turn(room, panel, "V1", qtbot)
    room.step_to("2")
    field = room.room.item.steps[2].fields["analysis"]
    field.editor.setPlainText(f"{WISH} The pattern is evenings.")
    assert field.autosave.keep()


def test_the_reason_of_a_decision_waits_as_well(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    room.step_to("4")
    step = room.room.item.decision
    step.decision.set_value("REMAIN")
    step.rationale.editor.setPlainText(WISH)
    step.rationale.autosave.keep()
    step._settle()
    assert panel.item("V1").decision is None
    assert "who may read the reason" in step.standing.text()


def test_a_decision_of_the_bar_with_such_a_reason_waits_once(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    bar = room.room.capture
    type_line(room, "dec remain, best mum hears nothing of this", qtbot)
    press(bar.line, RETURN, qtbot)
    assert panel.item("V1").decision is None
    assert not bar.whom.isHidden()
    press(bar.line, RETURN, qtbot, SHIFT)
    assert panel.item("V1").decision is None
    assert "minuted for the whole panel" in bar.error.text()
    press(bar.line, RETURN, qtbot)
    press(bar.line, RETURN, qtbot)
    assert panel.item("V1").decision.code == "REMAIN"


@pytest.mark.parametrize(("line", "remarked"), [("dec close", True), ("dec remain", False)])
def test_a_close_right_after_the_risk_rose_is_remarked_while_it_is_typed(
    room, panel, qtbot, line, remarked
):
    turn(room, panel, "V1", qtbot)
    panel.workspace.conduct.judge_risk(panel.items["V1"], "High", before="Medium")
    room.state.refresh()
    type_line(room, line, qtbot)
    said = " ".join(room.room.capture.chips.words())
    assert ("judged to rise" in said) == remarked


def test_so_is_one_of_the_line_that_raises_it(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    type_line(room, "risk up to high; dec close", qtbot)
    assert "judged to rise" in " ".join(room.room.capture.chips.words())
