"""Earlier actions: each letter asks what it needs, shows it, and goes on to the next."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from models.queries import audiences
from tests.ui.live.test_capturing import type_line
from tests.ui.live.test_turning import press, turn

RETURN = Qt.Key.Key_Return
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def log(room, panel):
    """The room at the earlier actions: three of them, the hand on the first."""
    conduct = panel.workspace.conduct
    for at, words in enumerate(("Visit the school", "Ring the aunt", "Map the friends"), start=1):
        conduct.record_action(
            None,
            words,
            owner_id=panel.members["Kay Baines"],
            due_on=date(2026, 11, at),
            subject_id=panel.subjects["Aidan Ravenscroft"],
        )
    room.state.refresh()
    room.turn_to("actions")
    found = room.room.log.review.list
    found.setFocus()
    found.go_to(actions(panel)[0].id)
    return found


def actions(panel):
    """The actions, the earliest due first."""
    return panel.workspace.read.actions()


def tell(room, log, letter, words, qtbot):
    """Press a letter and answer what it asks."""
    qtbot.keyClicks(log, letter)
    asked = room.room.ask.question.text()
    qtbot.keyClicks(room.room.ask.line, words)
    press(room.room.ask.line, RETURN, qtbot)
    return asked


def stands_at(log):
    return log.lines.lines[log.currentIndex().row()].words


def test_progress_asks_for_its_words_and_shows_them(room, panel, log, qtbot):
    first = actions(panel)[0]
    assert tell(room, log, "p", "Three of five seen", qtbot) == f"{first.reference}: How far is it?"
    shown = log.entry(first.id)
    assert "Three of five seen" in shown.soft and shown.right == "in progress"
    assert stands_at(log) == "Ring the aunt"


def test_carrying_asks_for_the_new_day(room, panel, log, qtbot):
    first = actions(panel)[0]
    assert "which day" in tell(room, log, "f", "24 Dec", qtbot)
    carried = next(one for one in actions(panel) if one.id == first.id)
    assert (carried.due_on, carried.carried_count) == (date(2026, 12, 24), 1)
    assert "carried once" in log.entry(first.id).soft


def test_carrying_in_a_sentence_says_the_day_once(room, panel, log, qtbot):
    first = actions(panel)[0]
    tell(room, log, "p", "Three of five seen", qtbot)
    type_line(room, f"carry {first.reference} to 24 Dec", qtbot)
    press(room.room.capture.line, RETURN, qtbot)
    shown = log.entry(first.id).soft
    assert shown.endswith("Thu 24 Dec · A.R. · carried once · Three of five seen")
    type_line(room, f"{first.reference} carried to 31 Dec, the school was shut", qtbot)
    press(room.room.capture.line, RETURN, qtbot)
    assert "the school was shut" in log.entry(first.id).soft


def test_escalating_asks_to_whom(room, panel, log, qtbot):
    first = actions(panel)[0]
    qtbot.keyClicks(log, "e")
    press(room.room.ask.line, RETURN, qtbot)
    assert "to whom" in room.room.ask.error.text()
    qtbot.keyClicks(room.room.ask.line, "head of service")
    press(room.room.ask.line, RETURN, qtbot)
    shown = log.entry(first.id)
    assert "Escalated to head of service" in shown.soft and shown.right == "escalated"


@pytest.mark.parametrize(("letter", "words"), [("n", "Owner left"), ("c", "Letter of 3 Nov")])
def test_the_hand_goes_on_to_the_next_whatever_was_told(room, log, letter, words, qtbot):
    tell(room, log, letter, words, qtbot)
    assert stands_at(log) == "Ring the aunt"


def test_news_without_words_leaves_the_last_words_in_the_line(room, panel, log, qtbot):
    first = actions(panel)[0]
    tell(room, log, "p", "Three of five seen", qtbot)
    log.go_to(first.id)
    tell(room, log, "p", "", qtbot)
    assert "Three of five seen" in log.entry(first.id).soft


def test_what_is_done_outside_any_item_is_in_the_minutes_with_what_was_said(
    room, panel, log, qtbot
):
    first = actions(panel)[0]
    tell(room, log, "c", "Letter of 3 November", qtbot)
    everybody = audiences.body(panel.workspace.store.clock.now())
    papers = panel.workspace.read_as(everybody).meeting_papers(panel.meeting)
    [done] = [one for one in papers.earlier_actions if one.id == first.id]
    assert done.finished and done.last_update == "Letter of 3 November"


def test_the_bar_takes_an_update_outside_any_item(room, panel, log, qtbot):
    first = actions(panel)[0]
    bar = room.room.capture
    room.capture()
    qtbot.keyClicks(bar.line, f"u {first.reference} in progress, three of five seen")
    press(bar.line, RETURN, qtbot)
    assert bar.line.text() == "" and not bar.error.text()
    assert log.entry(first.id).right == "in progress"


def test_the_bar_says_why_it_takes_nothing_else_there(room, log, qtbot):
    bar = room.room.capture
    room.capture()
    qtbot.keyClicks(bar.line, "a Baines to visit by Friday")
    press(bar.line, RETURN, qtbot)
    assert "Turn to an item" in bar.error.text()


def test_the_letters_do_the_same_on_an_item(room, panel, log, qtbot):
    turn(room, panel, "V1", qtbot)
    room.step_to("5")
    review = room.room.item.agreed.review.list
    review.go_to(actions(panel)[0].id)
    tell(room, review, "p", "Half of it", qtbot)
    assert stands_at(review) == "Ring the aunt"


def test_ctrl_e_leads_from_the_bar_to_them(room, log, qtbot):
    room.capture()
    press(room.room.capture.line, Qt.Key.Key_E, qtbot, CTRL)
    assert log.hasFocus() and log.current_key() is not None
