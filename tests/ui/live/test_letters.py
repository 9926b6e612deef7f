"""Letters act where the hand stands, and nowhere else."""

from PySide6.QtCore import Qt

from tests.ui.live.test_item_steps import line_named, stand_on
from tests.ui.live.test_turning import press, turn


def turns_of(panel):
    """Each agency's turn on the first item."""
    return {one.agency: one.turn for one in panel.item("V1").rounds}


def test_from_a_line_that_leaves_the_screen_the_hand_goes_to_its_agency(room, panel, qtbot):
    panel.workspace.panel.add_agency("Licensing", kind="licensing", core=True)
    turn(room, panel, "V1", qtbot)
    rounds = stand_on(room, panel, "skatepark")
    press(rounds, Qt.Key.Key_S, qtbot)
    assert line_named(panel.item("V1"), "skatepark").sharing == "chair only"
    assert rounds.current_key() == ("agency", panel.agencies["Police"])
    press(rounds, Qt.Key.Key_N, qtbot)
    assert {agency for agency, turn_ in turns_of(panel).items() if turn_} == {"Police"}


def test_that_it_left_the_screen_is_said(room, window, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    press(stand_on(room, panel, "skatepark"), Qt.Key.Key_S, qtbot)
    assert "off the screen" in window.status.message.text()
    assert "skatepark" not in window.status.message.text()


def test_no_letter_looks_for_a_row(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    rounds = stand_on(room, panel, "skatepark")
    before = rounds.current_key()
    for letters in ("c", "ed", "z"):
        qtbot.keyClicks(rounds, letters)
    assert rounds.current_key() == before


def test_a_letter_with_no_place_does_nothing_but_say_so(room, window, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    rounds = stand_on(room, panel, "skatepark")
    rounds.leave()
    for letter in (Qt.Key.Key_N, Qt.Key.Key_L, Qt.Key.Key_Space):
        press(rounds, letter, qtbot)
    assert not any(turns_of(panel).values())
    assert room.room.item.agencies.bar.isHidden()
    assert window.status.message.text().startswith("Stand on an agency")


def test_attendance_letters_look_for_nobody_either(room, window, panel, qtbot):
    rows = room.room.opening.attendance.list
    rows.setFocus()
    rows.leave()
    qtbot.keyClicks(rows, "k")
    press(rows, Qt.Key.Key_L, qtbot)
    assert rows.current_key() is None
    assert all(one.left is None for one in panel.workspace.read.attendance(panel.meeting))


def test_from_a_line_taken_back_the_hand_goes_to_its_agency(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    rounds = stand_on(room, panel, "hospital")
    press(rounds, Qt.Key.Key_Delete, qtbot)
    assert rounds.current_key() == ("agency", panel.agencies["Health"])
