"""As an item opens, one quiet question about an interest; F2 settles it for good."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.live.test_turning import press, turn

F2, RETURN = Qt.Key.Key_F2, Qt.Key.Key_Return


def head(room):
    """What the item's head says beside its facts."""
    return room.room.item.head.standing.text()


@pytest.fixture
def led(room, panel, qtbot):
    """The room at an item whose lead professional chairs."""
    rita = panel.members["Rita Choudhury"]
    panel.workspace.conduct.set_chair(panel.meeting, rita)
    panel.workspace.register.change(
        panel.subjects["Aidan Ravenscroft"], "lead_name", "Rita Choudhury", None
    )
    room.state.refresh()
    turn(room, panel, "V1", qtbot)
    return room


@pytest.fixture
def named(room, panel, qtbot):
    """The room at an item to whose child somebody is linked who is called like a member."""
    person = panel.workspace.register.add_person("Kay Baines")
    panel.workspace.register.link(
        person, "family", panel.subjects["Aidan Ravenscroft"], confidence="confirmed", source="R"
    )
    room.state.refresh()
    turn(room, panel, "V1", qtbot)
    return room


def test_whoever_has_the_surname_of_the_child_is_asked_once(room, panel, qtbot):
    child = panel.workspace.register.add_child("Jess Baines")
    item = panel.workspace.conduct.add_item(panel.meeting, child)
    panel.items["V3"] = item
    room.state.refresh()
    turn(room, panel, "V3", qtbot)
    assert head(room).startswith("Kay Baines: is there an interest")
    press(room.room.capture.line, F2, qtbot)
    press(room.room.ask.line, RETURN, qtbot)
    assert "Kay Baines" not in head(room)


def test_a_chair_who_leads_the_case_is_pointed_out(led):
    assert "Rita Choudhury chairs and is the lead professional" in head(led)
    assert "does somebody else take the chair?" in head(led)


def test_f2_names_who_takes_the_chair(led, panel, qtbot):
    press(led.room.capture.line, F2, qtbot)
    ask = led.room.ask
    assert ask.question.text() == "Who takes the chair for this item?"
    qtbot.keyClicks(ask.line, "kay")
    press(ask.line, RETURN, qtbot)
    assert "chairs" not in head(led)
    turn(led, panel, "V2", qtbot)
    turn(led, panel, "V1", qtbot)
    assert "chairs" not in head(led)


def test_the_chair_may_stay_and_is_not_asked_again(led, qtbot):
    press(led.room.capture.line, F2, qtbot)
    press(led.room.ask.line, RETURN, qtbot)
    qtbot.wait(5)
    assert "chairs" not in head(led)


def test_a_namesake_is_asked_without_saying_of_whom(named, panel):
    assert "Kay Baines: is there an interest to declare in this item?" in head(named)
    assert "family" not in head(named)


def test_f2_declares_and_they_leave(named, panel, qtbot):
    press(named.room.capture.line, F2, qtbot)
    qtbot.keyClicks(named.room.ask.line, "Cousin")
    press(named.room.ask.line, RETURN, qtbot)
    assert "Kay Baines leaves for this item" in head(named)
    assert "is there an interest" not in head(named)


def test_f2_and_enter_is_no_interest(named, window, panel, qtbot):
    press(named.room.capture.line, F2, qtbot)
    press(named.room.ask.line, RETURN, qtbot)
    qtbot.wait(5)
    assert head(named) == ""
    assert panel.workspace.read.declarations(panel.meeting) == ()
    press(named.room.capture.line, F2, qtbot)
    assert window.status.message.text() == "Nobody is pointed out for this item."


def test_what_another_window_settled_is_not_asked_here(named, panel, qtbot):
    panel.workspace.conduct.no_interest(panel.items["V1"], panel.members["Kay Baines"])
    qtbot.waitUntil(lambda: head(named) == "")
