"""Texts of an item that name somebody are initials in the room, and are written on after F4."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.live.test_room_safe import words_of
from tests.ui.live.test_turning import press, turn
from tests.ui.seen import seen

ANALYSIS, DECISION = 2, 4


def written(room, panel, qtbot, text):
    turn(room, panel, "V1", qtbot)
    panel.workspace.conduct.write(panel.items["V1"], "analysis", text, "")
    room.state.refresh()
    room.step_to(str(ANALYSIS))
    return room.room.item.analysis.fields["analysis"]


def test_a_text_that_names_somebody_is_initials_and_cannot_be_typed_in(room, panel, qtbot):
    field = written(room, panel, qtbot, "Aidan was seen with Darren Pike.")
    assert "A.R. was seen with D.P." in seen(room)
    assert "Pike" not in seen(room) and "Aidan" not in seen(room)
    qtbot.keyClicks(QApplication.focusWidget(), "More")
    assert field.text == "Aidan was seen with Darren Pike."
    assert "F4 shows them" in words_of(room)


def test_a_text_that_names_nobody_is_written_on_at_once(room, panel, qtbot):
    field = written(room, panel, qtbot, "Seen at the station.")
    qtbot.keyClicks(QApplication.focusWidget(), "Again: ")
    assert field.text == "Again: Seen at the station."


def test_f4_gives_the_text_back_to_the_hand(room, panel, qtbot):
    field = written(room, panel, qtbot, "Aidan was seen.")
    press(QApplication.focusWidget(), Qt.Key.Key_F4, qtbot)
    assert field.editor.hasFocus() and "Aidan was seen." in seen(room)
    qtbot.keyClicks(field.editor, "Yes. ")
    press(field.editor, Qt.Key.Key_F4, qtbot)
    assert "Yes. A.R. was seen." in seen(room)
    assert panel.item("V1").analysis == "Yes. Aidan was seen."


def test_a_name_is_veiled_as_soon_as_the_hand_leaves_it_and_not_before(room, panel, qtbot):
    field = written(room, panel, qtbot, "Seen.")
    qtbot.keyClicks(field.editor, "With Darren Pike: ")
    room.state.refresh()
    assert "With Darren Pike: Seen." in seen(room)
    press(field.editor, Qt.Key.Key_Tab, qtbot)
    qtbot.waitUntil(lambda: "With D.P.: Seen." in seen(room))
    assert "Pike" not in seen(room)
    assert panel.item("V1").analysis == "With Darren Pike: Seen."


def test_what_is_told_to_the_child_is_veiled_too_and_kept_whole(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    conduct, item = panel.workspace.conduct, panel.items["V1"]
    conduct.tell(item, "child", "Jane Khan", None, "Aidan is not to see Pike", None)
    room.state.refresh()
    room.step_to(str(DECISION))
    form = room.room.item.decision.telling.parts[0]
    assert "A.R. is not to see D.P." in seen(room) and "Pike" not in seen(room)
    form.settle()
    assert panel.item("V1").tellings[0].text == "Aidan is not to see Pike"


def test_every_line_of_the_decision_is_veiled_once_the_hand_leaves_it(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    panel.workspace.conduct.decide(
        panel.items["V1"], "REMAIN", "Risk continues", legal_basis="Duty to Aidan and Darren Pike"
    )
    room.state.refresh({"decision"})
    room.step_to(str(DECISION))
    assert "Duty to A.R. and D.P." in seen(room) and "Pike" not in seen(room)


def test_a_form_half_filled_with_a_name_is_veiled_too(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    room.step_to("5")
    line = room.room.item.agreed.action.text
    line.setFocus()
    qtbot.keyClicks(line, "Visit Darren Pike")
    press(line, Qt.Key.Key_Tab, qtbot)
    qtbot.waitUntil(lambda: "Visit D.P." in seen(room))
    assert "Pike" not in seen(room)


def test_a_measure_in_ones_own_words_names_nobody_in_the_room(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    room.capture()
    room.room.capture.line.setText("d knock on the door of Darren Pike every night, by 3 Dec")
    room.room.capture.keep()
    assert panel.item("V1").measures
    assert "Pike" not in words_of(room)


def test_a_line_that_names_somebody_is_mended_after_f4(room, window, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    line = panel.workspace.conduct.say(panel.items["V1"], panel.agencies["Police"], "Pike is near")
    room.state.refresh()
    rounds = room.room.item.agencies
    keys = [one.key for one in rounds.list.lines.lines if rounds._line_of(one.key)]
    key = next(one for one in keys if rounds._line_of(one).id == line)
    rounds.mend(key)
    assert rounds.bar.isHidden() and "F4" in window.status.message.text()
    room.reveal()
    rounds.mend(key)
    assert rounds.bar.text.text() == "Pike is near"
    room.reveal()
    assert rounds.bar.isHidden() and "Pike" not in seen(room)
