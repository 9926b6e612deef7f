"""The panel display shows whole rows only, at any size, and says how many entries have no room."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.live.test_turning import turn

SIZES = ((640, 400), (800, 600), (1000, 643), (1024, 768), (1366, 768), (1920, 1080))
AGREED = 14


@pytest.fixture
def display(room, panel, qtbot):
    """The display of V1 with more agreed than has room, and an action in many words."""
    for number in range(AGREED):
        words = f"Ring the school about week {number} " + "and the bus home " * (number % 4)
        panel.workspace.conduct.record_action(
            panel.items["V1"], words, owner_id=panel.members["Kay Baines"]
        )
    turn(room, panel, "V1", qtbot)
    room.panel_display()
    room.let_out()
    return room.display.shown


def painted(ledger):
    """The entries that are shown, whole or taller than the list; and the others."""
    lines, height = ledger.lines, ledger.viewport().height()
    places = [(one, ledger.visualRect(lines.index(row))) for row, one in enumerate(lines.lines)]
    whole = [
        (one, at) for one, at in places
        if at.top() >= 0 and at.bottom() < height
        or at.height() >= height and at.bottom() >= 0 and at.top() < height
    ]  # fmt: skip
    hidden = [one for one, at in places if (one, at) not in whole and not one.heading]
    return [one for one, _ in whole], hidden


def ink_in(ledger, rect):
    """Whether anything is painted there."""
    picture = ledger.viewport().grab(rect).toImage()
    colours = {picture.pixel(x, y) for x in range(0, picture.width(), 2)
               for y in range(picture.height())}  # fmt: skip
    return len(colours) > 1


@pytest.mark.parametrize("size", SIZES)
def test_no_row_is_cut_and_the_rest_is_counted(display, size):
    display.resize(*size)
    QTest.qWait(1)
    ledger = display.agreed
    for at in (0, 37, ledger.verticalScrollBar().maximum()):
        ledger.verticalScrollBar().setValue(at)
        QTest.qWait(1)
        _shown, hidden = painted(ledger)
        counted = [int(word) for word in display.left_out.text().split() if word.isdigit()]
        assert sum(counted) == len(hidden)
        cut = [one for one in map(ledger.visualRect, map(ledger.lines.index,
               range(ledger.lines.rowCount()))) if ledger.is_cut(one)]  # fmt: skip
        for place in cut:
            seen = place.intersected(ledger.viewport().rect())
            assert seen.isEmpty() or not ink_in(ledger, seen)


def test_what_has_room_says_nothing(display, panel, room):
    display.resize(1920, 1080)
    room.previous_item()
    QTest.qWait(1)
    assert display.left_out.text().strip() == ""
    assert display.left_out.isVisible()


def test_its_pages_turn_without_leaving_an_entry_out(display, qtbot):
    display.resize(1024, 600)
    QTest.qWait(1)
    ledger = display.agreed
    ledger.verticalScrollBar().setValue(0)
    seen = []
    for _ in range(AGREED):
        seen += [one.key for one in painted(ledger)[0]]
        qtbot.keyClick(display, Qt.Key.Key_PageDown)
        display.turn_page(1)
    assert {one.key for one in ledger.lines.lines} <= set(seen)
    for _ in range(AGREED):
        display.turn_page(-1)
    assert ledger.verticalScrollBar().value() == 0


def test_the_heading_over_it_is_that_of_the_first_row_in_sight(display, panel):
    panel.workspace.conduct.recommend(panel.items["V1"], "A weekly check-in", to_plan="CP")
    display.state.refresh()
    display.resize(1000, 643)
    QTest.qWait(1)
    ledger, headings = display.agreed, set()
    bar = ledger.verticalScrollBar()
    for at in range(0, bar.maximum() + 1, 7):
        bar.setValue(at)
        first = painted(ledger)[0][0]
        rows = ledger.lines.lines
        over = next(one for one in rows[rows.index(first) :: -1] if one.heading)
        headings.add(over.words)
        assert display.under.text() == ("" if over is first else over.words)
    assert len(headings) > 1
