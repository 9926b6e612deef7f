"""Actions that not everyone may hear: counted, shown by F4 once whoever must has left."""

import pytest
from PySide6.QtCore import Qt

from models.marks import Sharing
from tests.ui.live.test_room_safe import words_of
from tests.ui.live.test_turning import press

F4 = Qt.Key.Key_F4


@pytest.fixture
def apart(room, panel):
    """The read-back of a meeting with three actions: for all, for the chair, with a conflict."""
    conduct, kay = panel.workspace.conduct, panel.members["Kay Baines"]
    conduct.record_action(panel.items["V2"], "Visit the school")
    conduct.record_action(panel.items["V2"], "Research the hire car", sharing=Sharing.CHAIR_ONLY)
    conduct.record_action(panel.items["V1"], "Ring Darren Pike's landlord")
    conduct.declare(panel.meeting, kay, "Neighbour", panel.items["V1"])
    room.state.refresh()
    room.read_back()
    return room


def read(room):
    """What stands in the read-back."""
    return " ".join(line.spoken for line in room.room.read_back.list.lines.lines)


def test_they_are_counted_and_who_leaves_first_is_named(apart):
    assert "2 more actions are not read aloud" in read(apart)
    assert "Kay Baines leaves the room first. F4 shows them to you." in read(apart)
    assert "hire car" not in read(apart) and "landlord" not in read(apart)


def test_f4_shows_them_before_the_others_and_the_log_says_so(apart, panel, qtbot):
    press(apart.room.read_back.list, F4, qtbot)
    said = read(apart)
    assert said.index("Not for everyone here  2") < said.index("Kay Baines leaves the room before")
    assert said.index("hire car") < said.index("Visit the school")
    assert said.count("landlord") == 1 and "Darren Pike" in said
    labels = [row.label for row in panel.workspace.read.log()]
    assert "Reveal the page Read-back" in labels


def test_the_display_and_the_running_order_stay_as_the_room_may_see_them(apart, qtbot):
    apart.panel_display()
    press(apart.room.read_back.list, F4, qtbot)
    shown = words_of(apart.display.shown)
    assert "Visit the school" in shown
    assert "hire car" not in shown and "landlord" not in shown
    assert "Ravenscroft" not in " ".join(one.spoken for one in apart.room.order.list.lines.lines)


@pytest.mark.parametrize("hide", ["f4", "turn", "blank", "lock"])
def test_they_are_hidden_again(apart, window, qtbot, hide):
    press(apart.room.read_back.list, F4, qtbot)
    if hide == "f4":
        apart.reveal()
    elif hide == "turn":
        apart.turn_to("opening")
        apart.read_back()
    elif hide == "blank":
        window.toggle_blank()
        window.toggle_blank()
    else:
        window.lock()
    assert not apart.state.revealed
    assert "hire car" not in read(apart) and "Pike" not in read(apart)


def test_once_they_have_left_their_actions_are_read_with_the_others(apart, panel, qtbot):
    apart.room.capture.line.setText("att Kay Baines left")
    apart.room.capture.keep()
    qtbot.waitUntil(lambda: "landlord" in read(apart))
    assert "1 more action is not read aloud" in read(apart)
    assert "leaves the room" not in read(apart)
    apart.room.capture.line.setText("att Kay Baines back")
    apart.room.capture.keep()
    qtbot.waitUntil(lambda: "landlord" not in read(apart))
