"""Whoever comes back to a half-typed sentence types on at its end: no key replaces it."""

import pytest
from PySide6.QtTest import QTest

from tests.ui.live.test_turning import turn


@pytest.fixture
def first(room, panel, qtbot):
    """The room at its first item."""
    turn(room, panel, "V1", qtbot)
    return room


def bar(room, _panel):
    room.capture()
    return room.room.capture.line


def new_line(room, panel):
    room.room.item.agencies.add_line(("agency", panel.agencies["Police"]))
    return room.room.item.agencies.bar.text


def reason(room, _panel):
    room.defer_item()
    return room.room.ask.line



@pytest.mark.parametrize("come_to", [bar, new_line, reason])
def test_a_sentence_left_half_typed_is_typed_on(first, panel, come_to):
    QTest.keyClicks(come_to(first, panel), "seen near the ")
    first.room.item.agencies.list.setFocus()
    line = come_to(first, panel)
    QTest.keyClicks(first.window().focusWidget(), "park")
    assert line.text() == "seen near the park"


def test_a_form_come_back_to_by_its_step_is_typed_on(first):
    first.step_to("5")
    text = first.room.item.agreed.action.text
    QTest.keyClicks(text, "visit th")
    first.capture()
    first.step_to("4")
    first.step_to("5")
    assert first.window().focusWidget() is text
    QTest.keyClicks(text, "e flat")
    assert text.text() == "visit the flat"


def test_the_hand_goes_on_where_it_was_in_the_sentence(first, panel):
    line = bar(first, panel)
    QTest.keyClicks(line, "note mum came")
    line.setCursorPosition(5)
    first.room.item.agencies.list.setFocus()
    bar(first, panel)
    assert (line.cursorPosition(), line.selectedText()) == (5, "")
