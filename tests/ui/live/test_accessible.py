"""The room as assistive technology finds it: every control has a name, a role and a way to it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.live.test_item_steps import stand_on
from tests.ui.live.test_turning import turn

PLACES = ("opening", "actions", *(f"step {n}" for n in range(1, 7)), "heard", "read-back")
ASKED = ("a question", "a new line", "a history", "the look-up")
"""What stands over the room for a while: the hand is in it, and Escape leaves it."""
STATES = (*PLACES, *ASKED)
MOST_TABS, FEWEST = 120, 4
ROLELESS = {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Window}


def bring(room, panel, state, qtbot):
    """Bring the room into one of its states."""
    if state == "opening":
        room.turn_to("opening")
    elif state == "actions":
        room.turn_to("actions")
    elif state == "read-back":
        room.read_back()
    elif state in ASKED:
        ask(room, panel, state, qtbot)
    else:
        turn(room, panel, "V1", qtbot)
        if state == "heard":
            room.show_heard()
        else:
            room.step_to(str(int(state[-1]) - 1))
    QApplication.processEvents()


def ask(room, panel, state, qtbot):
    """Let the room ask, or look up, with something to choose from."""
    turn(room, panel, "V1", qtbot)
    rounds = stand_on(room, panel, "skatepark")
    if state == "a question":
        room.asking.go_to(room.turn_to)
    elif state == "a new line":
        qtbot.keyClicks(rounds, "l")
    elif state == "a history":
        qtbot.keyClicks(rounds, "v")
    else:
        room.look_up()
        qtbot.keyClicks(room.window().focusWidget(), "pike")


def controls(page):
    """What may hold the focus now; a field stands for the line within it."""
    found = [one for one in page.findChildren(QWidget) if one.isVisible() and one.isEnabled()]
    able = [one for one in found if one.focusPolicy() != Qt.FocusPolicy.NoFocus]
    return [one for one in able if one.focusProxy() is None]


def spoken(widget):
    """Name and role of a control in the tree that assistive technology walks."""
    face = QAccessible.queryAccessibleInterface(widget)
    return (face.text(QAccessible.Text.Name), face.role()) if face else ("", None)


@pytest.mark.parametrize("state", STATES)
def test_every_control_has_a_name_and_a_role(room, panel, qtbot, state):
    bring(room, panel, state, qtbot)
    wanting, found = [], controls(room)
    assert len(found) >= FEWEST
    for one in found:
        name, role = spoken(one)
        if not name.strip() or role is None or role in ROLELESS:
            wanting.append((type(one).__name__, type(one.parent()).__name__, name, str(role)))
    assert wanting == []


def walk(window, start):
    """Every control that Tab comes to from there, until it comes round."""
    start.setFocus(Qt.FocusReason.TabFocusReason)
    reached = []
    for _ in range(MOST_TABS):
        here = window.focusWidget()
        if here in reached:
            break
        reached.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
    return reached


@pytest.mark.parametrize("state", STATES)
def test_tab_reaches_every_control(room, window, panel, qtbot, state):
    bring(room, panel, state, qtbot)
    reached = [one for one in walk(window, room.room.capture.line) if room.isAncestorOf(one)]
    tabbed = [one for one in controls(room) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(tabbed) >= FEWEST
    missed = [
        (type(one).__name__, one.accessibleName())
        for one in tabbed
        if not any(one is other or one.isAncestorOf(other) for other in reached)
    ]
    assert missed == []
