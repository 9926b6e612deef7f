"""An action, a recommendation or a measure mended in two windows: both texts, and whose to keep."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from models.rules.capture import read_line
from models.rules.entry_fields import FIELDS

ENTER = Qt.Key.Key_Return
SAID = {
    "action": ("action Baines to visit the family by 20 Nov", "the family", "home", "school"),
    "recommendation": ("rec Add a weekly check-in at school", "check-in", "lesson", "meal"),
    "measure": ("d CAWN on Pike by 20 Nov, Police", "20 Nov", "24 Nov", "27 Nov"),
}
ROWS = {"action": "actions", "recommendation": "recommendations", "measure": "measures"}


def the_row(panel, table):
    (row,) = getattr(panel.item("V1"), ROWS[table])
    return row


def _seen(row, table):
    return {name: getattr(row, name) for name in FIELDS[table] if hasattr(row, name)}


@pytest.fixture(params=sorted(SAID))
def mended(request, panel, room):
    """An entry of each kind in the bar, another text typed over it, and changed elsewhere."""
    table, (words, old, other, new) = request.param, SAID[request.param]
    room.turn_to(panel.items["V1"])
    room.reveal()
    line = room.room.capture.line
    line.setFocus()
    QTest.keyClicks(line, words)
    QTest.keyClick(line, ENTER)
    room.room.mending.open((table, the_row(panel, table).id))
    first, context = line.text(), room.state.context
    elsewhere, mine = first.replace(old, other), first.replace(old, new)
    was, now = read_line(first, context)[0], read_line(elsewhere, context)[0]
    row = the_row(panel, table)
    panel.workspace.conduct.mend_entry(row.id, was, now, _seen(row, table))
    line.setText(mine)
    QTest.keyClick(line, ENTER)
    return table, elsewhere, mine, line


def test_both_texts_stand_side_by_side_and_mine_may_be_kept(panel, room, mended):
    table, _, _, line = mended
    bar = room.room.capture.conflict
    assert bar.asked and bar.bar.hasFocus()
    before = the_row(panel, table)
    QTest.keyClick(line, ENTER)
    assert the_row(panel, table) == before
    bar.bar._take_mine()
    assert not bar.asked and line.text() == ""
    assert the_row(panel, table) != before


def test_theirs_may_be_taken_and_mended_further(panel, room, mended):
    table, elsewhere, _, line = mended
    before = the_row(panel, table)
    room.room.capture.conflict.bar._take_theirs()
    assert line.hasFocus()
    QTest.keyClick(line, ENTER)
    assert the_row(panel, table) == before
    assert room.window().status.message.text() == "Nothing was changed"
