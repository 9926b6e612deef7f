"""What Enter refused is lost nowhere and joins nothing; lines of agencies wait for their own."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.live.test_capturing import type_line
from tests.ui.live.test_turning import press, turn
from ui.live.capture_bar import REFUSED
from ui.live.lent_line import HINT
from ui.live.understood import tags_of

CLOSE = "dec close: risk reduced because the plan works"
VAGUE = "rev new year"


@pytest.fixture
def bar(room, panel, qtbot):
    """The capture bar at the first item."""
    turn(room, panel, "V1", qtbot)
    return room.room.capture


def enter(room, line, qtbot):
    type_line(room, line, qtbot)
    press(room.room.capture.line, Qt.Key.Key_Return, qtbot)


def test_what_is_typed_behind_a_refused_line_is_a_line_of_its_own(bar, room, panel, qtbot):
    enter(room, VAGUE, qtbot)
    assert bar.line.text() == VAGUE
    qtbot.keyClicks(bar.line, "n for the family a new flat")
    assert bar.line.text() == "n for the family a new flat"
    assert VAGUE in bar.aside.text()
    assert not bar.aside.isHidden()
    press(bar.line, Qt.Key.Key_Return, qtbot)
    assert "For the family a new flat" in [one.text for one in panel.item("V1").lines]
    assert bar.line.text() == ""
    press(bar.line, Qt.Key.Key_Up, qtbot)
    assert (bar.line.text(), bar.aside.isHidden()) == (VAGUE, True)


def test_a_stop_or_a_space_behind_a_refused_line_mends_it(bar, room, panel, qtbot):
    enter(room, "rev", qtbot)
    qtbot.keyClicks(bar.line, " 24 Dec")
    assert bar.line.text() == "rev 24 Dec"
    press(bar.line, Qt.Key.Key_Return, qtbot)
    assert panel.item("V1").returns_on.isoformat() == "2026-12-24"
    assert bar.aside.isHidden()


def test_the_foot_does_not_say_of_a_refused_line_what_was_kept_before(bar, room, qtbot):
    said = []
    enter(room, "n second phone seen", qtbot)
    room.desk.notice.said.connect(lambda words, _kind: said.append(words))
    enter(room, VAGUE, qtbot)
    assert said[-1:] == [""]


def test_lines_set_aside_wait_at_their_item_and_outlive_a_stop(bar, room, panel, qtbot):
    from ui.live.capture_bar import CaptureBar

    enter(room, VAGUE, qtbot)
    qtbot.keyClicks(bar.line, "action find out")
    bar.half.note()
    turn(room, panel, "V2", qtbot)
    assert bar.aside.isHidden()
    turn(room, panel, "V1", qtbot)
    assert (bar.line.text(), bar.half.aside) == ("action find out", (VAGUE,))
    again = CaptureBar(room.desk, room.state)
    qtbot.addWidget(again)
    again.follow(panel.items["V1"])
    again.half.recall()
    assert (again.line.text(), again.half.aside) == ("action find out", (VAGUE,))


def test_restored_words_are_understood_before_a_key_is_pressed(bar, room, panel, qtbot):
    from ui.live.capture_bar import CaptureBar

    type_line(room, "rev 24 Dec", qtbot)
    bar.half.note()
    again = CaptureBar(room.desk, room.state)
    qtbot.addWidget(again)
    again.follow(panel.items["V1"])
    again.half.recall()
    qtbot.waitUntil(lambda: "Review" in again.chips.words(), timeout=1000)


def test_a_decision_that_lets_go_says_what_it_lacks_before_enter(bar, room, qtbot):
    type_line(room, "dec close", qtbot)
    words = [text for text, _ in tags_of(bar.readings, room.state)]
    assert any(one.startswith("Second person: still to say") for one in words)
    assert "Reason: still to say" in words
    type_line(room, f"{CLOSE}, agreed by Kay Baines", qtbot)
    words = [text for text, _ in tags_of(bar.readings, room.state)]
    assert not any("still to say" in one for one in words)


def test_lines_typed_after_a_closing_without_second_person_are_kept(bar, room, panel, qtbot):
    enter(room, CLOSE, qtbot)
    assert bar.line.hasFocus()
    assert "Ctrl+5" in bar.error.text()
    for line in ("n second phone seen", "urg not seen since 18:00, police told 10:40"):
        qtbot.keyClicks(room.window().focusWidget(), line)
        press(room.window().focusWidget(), Qt.Key.Key_Return, qtbot)
    item = panel.item("V1")
    assert [one.text for one in item.lines if one.text.startswith("Second")]
    assert len(panel.workspace.read.urgent_lines(panel.meeting)) == 1
    assert bar.half.aside == (CLOSE,)
    room.step_to("4")
    step = room.room.item.decision
    assert step.second.isAncestorOf(room.window().focusWidget())
    step.second.set_value("Kay Baines")
    step.second.changed.emit("Kay Baines")
    assert panel.item("V1").decision.code == "CLOSE_REDUCED"
    assert bar.half.aside == ()


def test_shift_enter_says_what_it_is_for(bar, room, qtbot):
    said = []
    room.desk.notice.said.connect(lambda words, _kind: said.append(words))
    press(bar.line, Qt.Key.Key_Return, qtbot, Qt.KeyboardModifier.ShiftModifier)
    assert any("chair only" in one for one in said)


def test_a_line_half_typed_for_an_agency_waits_while_another_speaks(bar, room, panel, qtbot):
    rounds = room.room.item.agencies
    police, health = (("agency", panel.agencies[one]) for one in ("Police", "Health"))
    rounds.add_line(police)
    qtbot.keyClicks(rounds.bar.text, "Seen near the par")
    room.capture()
    room.step_to("1")
    rounds.add_line(health)
    assert rounds.bar.text.text() == ""
    qtbot.keyClicks(rounds.bar.text, "No new attendances")
    press(rounds.bar.text, Qt.Key.Key_Return, qtbot)
    rounds.add_line(police)
    assert rounds.bar.text.text() == "Seen near the par"
    press(rounds.bar.text, Qt.Key.Key_Return, qtbot)
    assert {one.text for one in panel.item("V1").lines} >= {
        "Seen near the par", "No new attendances"
    }  # fmt: skip


def test_every_half_typed_line_outlives_a_stop(bar, room, panel, qtbot):
    from ui.live.line_bar import LineBar

    rounds = room.room.item.agencies
    police, health = (("agency", panel.agencies[one]) for one in ("Police", "Health"))
    for key, words in ((police, "Seen near the par"), (health, "No new att")):
        rounds.add_line(key)
        qtbot.keyClicks(rounds.bar.text, words)
    rounds.bar.half.note()
    again = LineBar(room.desk, room.state)
    qtbot.addWidget(again)
    again.recall()
    assert again.text.text() == "No new att"
    again.add(panel.agencies["Police"], "Police")
    assert again.text.text() == "Seen near the par"


def test_a_line_brought_back_is_mended_and_the_hint_does_not_say_that_it_waits(bar, room, qtbot):
    enter(room, VAGUE, qtbot)
    qtbot.keyClicks(bar.line, "rev next spring")
    press(bar.line, Qt.Key.Key_Return, qtbot)
    assert bar.hint.text() == REFUSED
    press(bar.line, Qt.Key.Key_Up, qtbot)
    assert (bar.line.text(), bar.half.aside) == (VAGUE, ("rev next spring",))
    assert bar.hint.text() == HINT


def test_a_kept_line_does_not_come_back_beside_what_waits(bar, room, panel, qtbot):
    enter(room, VAGUE, qtbot)
    qtbot.keyClicks(bar.line, "n second phone seen")
    bar.half.note()
    press(bar.line, Qt.Key.Key_Return, qtbot)
    assert panel.workspace.store.draft(bar.half.key) == f"{VAGUE}\n"


def test_a_decision_kept_at_one_item_takes_no_line_from_another(bar, room, panel, qtbot):
    panel.workspace.conduct.decide(
        panel.items["V2"], "CLOSE_REDUCED", "the plan works", second_person="Kay Baines"
    )
    enter(room, CLOSE, qtbot)
    turn(room, panel, "V2", qtbot)
    type_line(room, CLOSE, qtbot)
    room.state.refresh()
    assert bar.line.text() == CLOSE
    turn(room, panel, "V1", qtbot)
    assert bar.line.text() == CLOSE
