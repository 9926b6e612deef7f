"""Immediate risk where nobody can miss it: the item's head, the right column, the read-back."""

from PySide6.QtCore import Qt

from tests.ui.live.test_capturing import type_line
from tests.ui.live.test_turning import press, turn
from ui.live.ledger import Entry
from ui.live.state import CLOSING


def test_it_stands_in_the_items_head_and_at_the_right_by_initials(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    _say(room, "urg Aidan Ravenscroft not seen since 18:00", qtbot)
    (first, *_) = room.room.item.head.tags.words()
    assert first == "Immediate risk: A.R. not seen since 18:00"
    heading, entry, *_ = room.room.agreed.list.lines.lines
    assert heading.words == "Immediate risk  1"
    assert isinstance(entry, Entry)
    assert (entry.words, entry.amber) == (first, "nobody told yet")


def test_of_another_child_it_is_shown_on_that_childs_item(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    _say(room, "urg Lola Yarrow not seen since 18:00", qtbot)
    assert "Immediate" not in " ".join(room.room.item.head.tags.words())
    turn(room, panel, "V2", qtbot)
    assert room.room.item.head.tags.words()[0].startswith("Immediate risk: L.Y. not seen")


def test_what_not_all_may_read_is_shown_only_when_revealed(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    _say(room, "urg police only Aidan Ravenscroft not seen since 18:00", qtbot)
    assert "Immediate" not in " ".join(room.room.item.head.tags.words())
    room.state.reveal(True)
    assert room.room.item.head.tags.words()[0].startswith("Immediate risk: Aidan")


def test_it_is_read_back_first_with_its_item_and_what_is_still_to_be_done(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    _say(room, "urg Aidan Ravenscroft not seen since 18:00", qtbot)
    room.state.show(CLOSING)
    heading, entry, *_ = room.room.read_back.list.lines.lines
    assert heading.words == "Immediate risk  1"
    assert entry.words == "Immediate risk: A.R. not seen since 18:00"
    assert entry.soft.startswith("V1") and entry.amber == "nobody told yet"


def _say(room, line, qtbot):
    type_line(room, line, qtbot)
    press(room.room.capture.line, Qt.Key.Key_Return, qtbot)
    qtbot.wait(5)
