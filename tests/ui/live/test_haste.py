"""A sentence typed where letters act: it is taken as words, and nothing of it has changed."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

from models.marks import Turn
from tests.ui.live.test_opening_and_closing import codes_of, stand_on
from tests.ui.live.test_turning import turn

PLAIN = Qt.KeyboardModifier.NoModifier


def typed(widget, words, every, start=10_000):
    """Type as a hand does, a key every so many milliseconds, wherever the focus goes."""
    for at, sign in enumerate(words):
        key = Qt.Key(ord(sign.upper()))
        event = QKeyEvent(QEvent.Type.KeyPress, key, PLAIN, sign)
        event.setTimestamp(start + at * every)
        QCoreApplication.sendEvent(widget.window().focusWidget(), event)


def heard(panel):
    """The turns of the first child's agencies."""
    return [one.turn for one in panel.item("V1").rounds if one.turn]


@pytest.fixture
def agencies(room, panel, qtbot):
    """The agency round of the first child, the hand in it."""
    turn(room, panel, "V1", qtbot)
    room.step_to("1")
    return room.room.item.agencies.list


def test_a_sentence_typed_into_the_agencies_goes_on_in_the_bar(room, panel, agencies):
    typed(agencies, "nurse saw him", every=120)
    assert room.room.capture.line.text() == "nurse saw him"
    assert room.room.capture.line.hasFocus()
    assert heard(panel) == []


def test_a_letter_with_a_space_after_it_is_a_word(room, panel, agencies):
    typed(agencies, "n p", every=140)
    assert room.room.capture.line.text() == "n p"
    assert heard(panel) == []


def test_letters_that_are_meant_act_at_once(room, panel, agencies):
    typed(agencies, "n", every=0)
    assert heard(panel) == [Turn.NOTHING]
    typed(agencies, "h", every=0, start=10_500)
    typed(agencies, "n", every=0, start=11_000)
    assert heard(panel) == [Turn.NOTHING, Turn.NOTHING]
    assert room.room.capture.line.text() == ""


def test_one_letter_for_one_after_another_is_no_word(page, panel, qtbot):
    rows = stand_on(page, panel, "Rita Choudhury")
    rows.step(-9)
    typed(rows, "ppp", every=100)
    assert sum(1 for code in codes_of(panel).values() if code == "P") == 3


def test_a_sentence_typed_into_the_attendance_marks_nobody(page, panel, qtbot):
    rows = stand_on(page, panel, "Rita Choudhury")
    typed(rows, "police said nothing", every=110)
    assert set(codes_of(panel).values()) == {None}
    assert page.room.capture.line.text() == "police said nothing"


@pytest.fixture
def action(room, panel):
    """An open action at the earlier actions, the hand on it."""
    child = panel.subjects["Aidan Ravenscroft"]
    panel.workspace.conduct.record_action(None, "Ring the aunt", subject_id=child)
    room.state.refresh()
    room.turn_to("actions")
    found = room.room.log.review.list
    found.setFocus()
    found.go_to(panel.workspace.read.actions()[0].id)
    return found


def test_a_sentence_whose_first_letter_asks_is_no_answer(room, panel, action):
    typed(action, "nurse saw him", every=120)
    assert room.room.ask.isHidden()
    assert room.room.capture.line.text() == "nurse saw him"
    assert panel.workspace.read.actions()[0].status != "not done"


def test_an_answer_begun_once_the_question_is_read_stays_one(room, action):
    typed(action, "n", every=0)
    typed(action, "nobody asked", every=120, start=10_500)
    assert room.room.ask.line.text() == "nobody asked"
    assert room.room.capture.line.text() == ""


def test_a_key_struck_within_a_sentence_takes_nothing_of_it(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    room.capture()
    typed(room, "nurse sa", every=120)
    room.defer_item()
    assert room.room.ask.line.hasFocus()
    typed(room, "w him", every=120, start=10_960)
    assert room.room.ask.isHidden()
    assert room.room.capture.line.text() == "nurse saw him"


def test_a_question_asked_after_a_pause_is_answered_as_fast_as_one_likes(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    room.capture()
    typed(room, "nurse", every=120)
    room.defer_item()
    typed(room, "no time", every=60, start=11_500)
    assert room.room.ask.line.text() == "no time"
    assert room.room.capture.line.text() == "nurse"


def test_a_sentence_typed_with_the_hand_on_a_button_stands_in_the_bar(page, panel, qtbot):
    buttons = page.findChildren(QPushButton)
    button = next(one for one in buttons if one.text() == "Read aloud")
    button.setFocus()
    typed(button, "police said nothing", every=110)
    assert page.room.capture.line.text() == "police said nothing"
    assert page.room.capture.line.hasFocus()
