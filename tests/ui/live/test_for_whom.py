"""A line that may be meant for some only waits once, in the bar and in the agency round."""

import pytest
from PySide6.QtCore import Qt

from models.marks import Sharing
from tests.ui.live.test_capturing import type_line
from tests.ui.live.test_turning import press, turn

LINE = "n treat as highly delicate: his mentor was arrested"
RETURN, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def asked(room, panel, qtbot):
    """The bar of V1 with a line that Enter was pressed for once."""
    turn(room, panel, "V1", qtbot)
    type_line(room, LINE, qtbot)
    press(room.room.capture.line, RETURN, qtbot)
    return room.room.capture


def kept(panel):
    """The lines of V1 that say it, as the signed-in person reads them."""
    return [one for one in panel.item("V1").lines if "mentor" in one.text]


def told(panel):
    return {one.text for one in panel.item("V1").lines}


def test_a_chip_asks_while_it_is_typed(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    type_line(room, LINE, qtbot)
    assert "For whom: perhaps restricted?" in room.room.capture.chips.words()
    assert room.room.capture.whom.isHidden()


def test_what_a_line_tells_of_is_named_in_the_question(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    type_line(room, "n mum has cancer", qtbot)
    capture = room.room.capture
    assert "For whom: perhaps restricted, somebody else's health?" in capture.chips.words()
    press(capture.line, RETURN, qtbot)
    assert capture.whom.text().startswith("Somebody else's health? Enter again")
    assert not any("cancer" in text for text in told(panel))


def test_the_first_enter_keeps_nothing_and_says_which_key_does_what(asked, panel):
    assert kept(panel) == []
    assert asked.line.text() == LINE
    assert asked.line.hasFocus()
    assert not asked.whom.isHidden()
    assert "Enter again: all here may read it" in asked.whom.text()


def test_enter_again_keeps_it_for_all_and_undo_takes_it_back(asked, panel, qtbot):
    press(asked.line, RETURN, qtbot)
    [line] = kept(panel)
    assert line.sharing == Sharing.ALL_PANEL
    assert asked.line.text() == ""
    assert asked.whom.isHidden()
    panel.workspace.store.undo()
    assert kept(panel) == []


@pytest.mark.parametrize(
    ("held", "sharing"), [(SHIFT, Sharing.CHAIR_ONLY), (ALT, Sharing.NOT_MINUTED)]
)
def test_another_enter_shares_it_with_fewer(asked, panel, qtbot, held, sharing):
    press(asked.line, RETURN, qtbot, held)
    [line] = kept(panel)
    assert line.sharing == sharing
    assert asked.line.text() == ""


def test_only_what_was_asked_about_is_shared_with_fewer(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    type_line(room, f"a O'Brien to check the address by next Fri; {LINE}", qtbot)
    press(room.room.capture.line, RETURN, qtbot)
    press(room.room.capture.line, RETURN, qtbot, SHIFT)
    assert len(panel.item("V1").actions) == 1
    assert [one.sharing for one in kept(panel)] == [Sharing.CHAIR_ONLY]


def test_escape_takes_the_question_away_and_leaves_the_line(asked, panel, qtbot):
    press(asked.line, ESCAPE, qtbot)
    assert asked.whom.isHidden()
    assert asked.line.text() == LINE
    press(asked.line, RETURN, qtbot)
    assert kept(panel) == []


def test_a_line_changed_after_the_question_is_asked_again_or_says_for_whom(asked, panel, qtbot):
    qtbot.keyClicks(asked.line, " on Monday")
    assert asked.whom.isHidden()
    press(asked.line, RETURN, qtbot)
    assert kept(panel) == []
    qtbot.keyClicks(asked.line, ", all panel")
    press(asked.line, RETURN, qtbot)
    assert [one.sharing for one in kept(panel)] == [Sharing.ALL_PANEL]


@pytest.mark.parametrize("key", [RETURN, Qt.Key.Key_Enter])
def test_a_new_line_typed_behind_a_line_that_is_held_stands_apart(asked, panel, qtbot, key):
    qtbot.keyClicks(asked.line, "voice: I want to stay")
    assert asked.line.text() == f"{LINE}; voice: I want to stay"
    press(asked.line, key, qtbot)
    assert kept(panel) == []
    assert not asked.whom.isHidden()
    press(asked.line, RETURN, qtbot, SHIFT)
    [line] = kept(panel)
    assert line.sharing == Sharing.CHAIR_ONLY
    assert line.text.endswith("his mentor was arrested")
    assert panel.item("V1").voice == "I want to stay"


@pytest.mark.parametrize(
    ("said", "sharing"),
    [
        ("chair only", Sharing.CHAIR_ONLY),
        ("chair", Sharing.CHAIR_ONLY),
        ("police", Sharing.NAMED_AGENCIES),
        ("all panel", Sharing.ALL_PANEL),
    ],
)
def test_what_says_for_whom_belongs_to_the_line_that_is_held(asked, panel, qtbot, said, sharing):
    qtbot.keyClicks(asked.line, said)
    press(asked.line, RETURN, qtbot)
    [line] = kept(panel)
    assert (line.text.endswith("was arrested"), line.sharing) == (True, sharing)
    assert asked.line.text() == ""


def test_a_new_line_taken_back_leaves_the_one_held_as_it_was(asked, panel, qtbot):
    qtbot.keyClicks(asked.line, "a")
    for _ in "; a":
        press(asked.line, Qt.Key.Key_Backspace, qtbot)
    assert asked.line.text() == LINE
    press(asked.line, RETURN, qtbot)
    assert not asked.whom.isHidden()


def test_a_line_held_as_the_item_is_left_waits_there_and_is_in_its_draft(asked, room, panel, qtbot):
    item = panel.item("V1").row
    draft = f"capture.{room.state.meeting.id}.{item.id}"
    assert panel.workspace.store.draft(draft) == LINE
    turn(room, panel, "V2", qtbot)
    assert asked.line.text() == ""
    assert asked.whom.isHidden()
    turn(room, panel, "V1", qtbot)
    assert asked.line.text() == LINE
    press(asked.line, RETURN, qtbot)
    assert kept(panel) == []
    press(asked.line, RETURN, qtbot, SHIFT)
    assert [one.sharing for one in kept(panel)] == [Sharing.CHAIR_ONLY]


def test_shift_and_enter_do_nothing_where_nothing_is_asked(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    type_line(room, "n seen near the skatepark", qtbot)
    press(room.room.capture.line, RETURN, qtbot, SHIFT)
    assert room.room.capture.line.text() == "n seen near the skatepark"


def test_a_line_of_the_agency_round_waits_once_as_well(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    bar = room.room.item.agencies.bar
    bar.add(panel.agencies["Police"], "Police")
    bar.text.setText("off the record: his mentor was arrested")
    press(bar.text, RETURN, qtbot)
    assert kept(panel) == []
    assert "all the panel may read it" in bar.error.text()
    while bar.sharing.value() != Sharing.CHAIR_ONLY:
        press(bar.text, Qt.Key.Key_Up, qtbot)
    press(bar.text, RETURN, qtbot)
    assert [one.sharing for one in kept(panel)] == [Sharing.CHAIR_ONLY]


@pytest.fixture
def asked_in_round(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    bar = room.room.item.agencies.bar
    bar.add(panel.agencies["Police"], "Police")
    bar.text.setText("off the record: his mentor was arrested")
    press(bar.text, RETURN, qtbot)
    return bar


def test_a_line_typed_behind_one_held_in_the_round_is_a_line_of_its_own(
    asked_in_round, panel, qtbot
):
    qtbot.keyClicks(asked_in_round.text, "seen at the park on Monday")
    assert not asked_in_round.error.text()
    press(asked_in_round.text, RETURN, qtbot)
    assert kept(panel) == []
    press(asked_in_round.text, RETURN, qtbot)
    assert {"off the record: his mentor was arrested", "seen at the park on Monday"} <= told(panel)


@pytest.mark.parametrize(
    ("said", "sharing"),
    [("chair only", Sharing.CHAIR_ONLY), ("police", Sharing.NAMED_AGENCIES)],
)
def test_what_says_for_whom_in_the_round_marks_the_line_held(
    asked_in_round, panel, qtbot, said, sharing
):
    qtbot.keyClicks(asked_in_round.text, said)
    press(asked_in_round.text, RETURN, qtbot)
    [line] = kept(panel)
    assert (line.text, line.sharing) == ("off the record: his mentor was arrested", sharing)


def test_a_line_typed_behind_one_that_is_mended_in_the_round_stands_apart(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    bar = room.room.item.agencies.bar
    panel.workspace.conduct.say(
        panel.item("V1").row.id, panel.agencies["Police"], "seen by the shop"
    )
    room.state.refresh()
    bar.mend(next(one for one in panel.item("V1").lines if one.text == "seen by the shop"))
    bar.text.setText("off the record: his mentor was arrested")
    press(bar.text, RETURN, qtbot)
    qtbot.keyClicks(bar.text, "a new phone")
    press(bar.text, RETURN, qtbot)
    press(bar.text, RETURN, qtbot)
    assert {"off the record: his mentor was arrested", "a new phone"} <= told(panel)
    assert "seen by the shop" not in told(panel)
