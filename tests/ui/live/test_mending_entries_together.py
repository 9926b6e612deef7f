"""An action, a recommendation or a measure mended in two windows: both texts, and whose to keep."""

from datetime import date

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
ACTION = ("action", SAID["action"][0])
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
    line = opened(panel, room, table, words)
    first = line.text()
    elsewhere, mine = first.replace(old, other), first.replace(old, new)
    change_elsewhere(panel, room, table, first, elsewhere)
    line.setText(mine)
    QTest.keyClick(line, ENTER)
    return table, elsewhere, mine, line


def opened(panel, room, table, words):
    """What was said, kept on V1 and back in the bar."""
    room.turn_to(panel.items["V1"])
    room.reveal()
    line = room.room.capture.line
    line.setFocus()
    QTest.keyClicks(line, words)
    QTest.keyClick(line, ENTER)
    room.room.mending.open((table, the_row(panel, table).id))
    return line


def change_elsewhere(panel, room, table, first, other):
    """Mend the entry as another window does."""
    was, now = (read_line(one, room.state.context)[0] for one in (first, other))
    row = the_row(panel, table)
    panel.workspace.conduct.mend_entry(row.id, was, now, _seen(row, table))


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


def test_mine_goes_over_theirs_only_where_it_was_changed_here(panel, room):
    line = opened(panel, room, *ACTION)
    first = line.text()
    theirs = first.replace("the family", "the home").replace("20 Nov", "24 Nov")
    change_elsewhere(panel, room, "action", first, theirs)
    line.setText(first.replace("the family", "the school"))
    QTest.keyClick(line, ENTER)
    room.room.capture.conflict.bar._take_mine()
    kept = the_row(panel, "action")
    assert (kept.text, kept.due_on) == ("Visit the school", date(2026, 11, 24))


def test_words_put_aside_ask_whose_to_keep_once_the_entry_was_changed_elsewhere(panel, room):
    line = opened(panel, room, *ACTION)
    first = line.text()
    line.setText(first.replace("the family", "the school"))
    room.turn_to(panel.items["V2"])
    change_elsewhere(panel, room, "action", first, first.replace("20 Nov", "24 Nov"))
    room.turn_to(panel.items["V1"])
    room.room.mending.open(("action", the_row(panel, "action").id))
    conflict = room.room.capture.conflict
    assert conflict.asked and "the school" in line.text()
    conflict.bar._take_mine()
    kept = the_row(panel, "action")
    assert (kept.text, kept.due_on) == ("Visit the school", date(2026, 11, 24))
