"""What the room shows after a change, its undo and its redo is what a room read anew shows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.ui.live.test_turning import turn
from ui.live.state import CLOSING, OPENING
from ui.widgets.row_list import RowList
from ui.widgets.tag import Tag

LINES = (
    "action Baines to visit the family by 20 Nov",
    "rec the plan names a trusted adult by 1 Dec",
    "disrupt cawn on O1, police, by 20 Nov",
    "urg not seen since 18:00",
    "risk high",
    "dec remain on panel, the risk has not changed",
    "review 24 Dec",
    "note police: seen near the bus station",
    "link associates with V2",
    "declare Baines: neighbour of the family",
    "att Baines left",
)


def seen(room):
    """Every word that stands in sight: labels, tags and the lines of lists."""
    said = [one.text() for one in room.findChildren(QLabel) if one.isVisible()]
    said += [one.text() for one in room.findChildren(Tag) if one.isVisible()]
    for one in room.findChildren(RowList):
        if one.isVisible() and one is not room.room.ask.found:
            said += [line.spoken for line in one.lines.lines]
    return said


def shown(room, qtbot):
    """Wait until the room shows what stands."""
    qtbot.waitUntil(lambda: not room.state.behind)
    return seen(room)


def as_read_anew(room):
    """The same, once everything was read again."""
    room.state.ahead.forget()
    room.state.item = None
    room.state.refresh()
    QTest.qWait(1)
    return seen(room)


def keep(room, line):
    bar = room.room.capture.line
    bar.setFocus()
    bar.setText(line)
    for _ in range(2):  # what is asked about first is answered by Enter again
        QTest.keyClick(bar, Qt.Key.Key_Return)
    QTest.qWait(1)


@pytest.mark.parametrize("line", LINES)
def test_a_line_kept_undone_and_done_again_leaves_no_count_behind(room, panel, qtbot, line):
    turn(room, panel, "V1", qtbot)
    keep(room, line)
    assert panel.workspace.store.undo_label
    assert shown(room, qtbot) == as_read_anew(room)
    for step in (panel.workspace.store.undo, panel.workspace.store.redo):
        step()
        assert shown(room, qtbot) == as_read_anew(room)


@pytest.mark.parametrize("place", [OPENING, CLOSING])
def test_so_it_is_at_the_opening_and_at_the_read_back(room, panel, qtbot, place):
    turn(room, panel, "V1", qtbot)
    for line in LINES[:5]:
        keep(room, line)
    room.turn_to(place)
    QTest.qWait(1)
    for step in (
        panel.workspace.store.undo,
        panel.workspace.store.undo,
        panel.workspace.store.redo,
    ):
        step()
        assert shown(room, qtbot) == as_read_anew(room)


def test_a_mended_action_leaves_no_count_behind(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    keep(room, LINES[0])
    room.agreed()
    room.room.agreed.list.go_to(("action", panel.item("V1").actions[0].id))
    QTest.keyClick(room.room.agreed.list, Qt.Key.Key_Return)
    bar = room.room.capture.line
    bar.setText(bar.text().replace("20 Nov", "27 Nov"))
    QTest.keyClick(bar, Qt.Key.Key_Return)
    QTest.qWait(1)
    assert "27 Nov" in " ".join(seen(room))
    assert shown(room, qtbot) == as_read_anew(room)
