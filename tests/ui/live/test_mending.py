"""What is agreed is walked by key, mended in the bar, taken back, and shown with its history."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from models.marks import Information, Sharing
from ui.autosave import DRAFT_MS

ENTER, ESCAPE, DELETE = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Delete


@pytest.fixture
def agreed(panel, room):
    """An action kept on V1, and the hand in the column where it stands."""
    room.turn_to(panel.items["V1"])
    say(room, "action Baines to visit the family by 20 Nov")
    room.agreed()
    room.room.agreed.list.go_to(("action", the_action(panel).id))
    return room.room.agreed.list


def say(room, words):
    line = room.room.capture.line
    line.setFocus()
    QTest.keyClicks(line, words)
    QTest.keyClick(line, ENTER)


def the_action(panel):
    (one,) = panel.item("V1").actions
    return one


def said(room):
    return room.window().status.message.text()


def found(room):
    return [one.words for one in room.room.ask.found.lines.lines]


def change(line, old, new):
    line.setText(line.text().replace(old, new))
    line.textEdited.emit(line.text())


def test_enter_puts_the_sentence_back_and_enter_keeps_the_change(panel, room, agreed):
    before = the_action(panel)
    QTest.keyClick(agreed, ENTER)
    line = room.room.capture.line
    assert line.text() == "action Kay Baines: Visit the family by 20 Nov 2026"
    assert line.hasFocus() and not line.selectedText()
    assert not any("Already open" in one for one in room.room.capture.readings[0].warnings)
    change(line, "20 Nov", "27 Nov")
    QTest.keyClick(line, ENTER)
    after = the_action(panel)
    assert (after.id, after.due_on) == (before.id, date(2026, 11, 27))
    assert line.text() == "" and said(room) == "Change kept"


def test_what_stood_in_the_bar_waits_while_an_entry_is_mended(room, agreed):
    line = room.room.capture.line
    line.setText("note Health: half a sen")
    agreed.setFocus()
    QTest.keyClick(agreed, ENTER)
    assert line.text().startswith("action Kay")
    QTest.keyClick(line, ESCAPE)
    assert line.text() == "note Health: half a sen"


def test_escape_leaves_the_entry_as_it_is(panel, room, agreed):
    before = the_action(panel)
    QTest.keyClick(agreed, ENTER)
    change(room.room.capture.line, "20 Nov", "27 Nov")
    QTest.keyClick(room.room.capture.line, ESCAPE)
    assert the_action(panel) == before
    room.room.mending.open(("action", before.id))
    assert "20 Nov" in room.room.capture.line.text()


def test_another_thing_in_the_sentence_is_refused_beside_it(panel, room, agreed):
    QTest.keyClick(agreed, ENTER)
    line = room.room.capture.line
    line.setText("rec visit the family")
    QTest.keyClick(line, ENTER)
    assert "mends a kept action" in room.room.capture.error.text()
    assert not panel.item("V1").recommendations


def test_turning_away_puts_the_mended_sentence_aside_with_its_entry(panel, room, agreed):
    key = ("action", the_action(panel).id)
    QTest.keyClick(agreed, ENTER)
    change(room.room.capture.line, "20 Nov", "27 Nov")
    room.turn_to(panel.items["V2"])
    assert room.room.capture.line.text() == ""
    room.turn_to(panel.items["V1"])
    assert room.room.capture.line.text() == ""
    room.room.mending.open(key)
    assert "27 Nov" in room.room.capture.line.text()


def test_an_entry_that_names_somebody_is_opened_only_where_it_is_revealed(panel, room, agreed):
    say(room, "action O'Brien to see Darren Pike by 20 Nov")
    key = next(e.key for e in agreed.lines.lines if "D.P." in e.words)
    room.room.mending.open(key)
    assert room.room.capture.line.text() == "" and "F4" in said(room)
    room.reveal()
    room.room.mending.open(key)
    assert "Darren Pike" in room.room.capture.line.text()
    room.reveal()
    assert room.room.capture.line.text() == ""


def test_half_mended_words_are_safe_when_the_program_is_killed(panel, room, agreed, qtbot):
    QTest.keyClick(agreed, ENTER)
    change(room.room.capture.line, "20 Nov", "27 Nov")
    qtbot.wait(DRAFT_MS + 150)
    drafts = panel.workspace.store.drafted()
    assert f"item.{panel.items['V1']}.mended" in drafts
    assert not any(one.startswith("capture.") for one in drafts)


def test_a_decision_is_mended_as_a_sentence_on_the_same_record(panel, room, agreed):
    say(room, "decision remain on panel: risk is high")
    room.room.mending.open("decision")
    line = room.room.capture.line
    assert line.text() == "decision Remain on panel: Risk is high"
    change(line, "high", "higher still")
    QTest.keyClick(line, ENTER)
    assert panel.item("V1").decision.rationale == "Risk is higher still"


def test_what_is_not_decided_yet_is_opened_in_its_step(room, agreed):
    room.room.mending.open("decision")
    assert room.room.item.step == 4


def test_del_takes_an_entry_back_and_undo_brings_it_again(panel, room, agreed):
    before = the_action(panel)
    QTest.keyClick(agreed, DELETE)
    assert not panel.item("V1").actions
    panel.workspace.store.undo()
    assert the_action(panel) == before


def test_h_shows_the_history_and_enter_restores_a_state(panel, room, agreed):
    before = the_action(panel)
    QTest.keyClick(agreed, ENTER)
    change(room.room.capture.line, "20 Nov", "27 Nov")
    QTest.keyClick(room.room.capture.line, ENTER)
    room.agreed()
    agreed.go_to(("action", before.id))
    QTest.keyClicks(agreed, "h")
    ask = room.room.ask
    assert not ask.isHidden()
    latest, first = found(room)
    assert "Rita Choudhury: by Fri 20 Nov 2026 → Fri 27 Nov 2026" in latest
    assert "what Visit the family" in first
    QTest.keyClick(ask.line, Qt.Key.Key_Down)
    QTest.keyClick(ask.line, ENTER)
    assert the_action(panel) == before and ask.isHidden()
    panel.workspace.store.undo()
    assert the_action(panel).due_on == date(2026, 11, 27)


def test_the_history_of_an_agencys_line_tells_the_room_only_what_it_may_read(panel, room, agreed):
    conduct, police = panel.workspace.conduct, panel.agencies["Police"]
    line = conduct.say(
        panel.items["V1"],
        police,
        "A source says so.",
        information=Information.FACT,
        sharing=Sharing.CHAIR_ONLY,
    )
    conduct.change_line(line, text="Seen with Darren Pike.", sharing="all panel")
    room.state.refresh()
    rounds = room.room.item.agencies
    room.step_to("1")
    rounds.list.go_to(("line", line))
    QTest.keyClicks(rounds.list, "v")
    (only,) = found(room)
    assert "Seen with D.P." in only and "source" not in only


def test_escape_goes_from_the_column_to_the_bar(room, agreed):
    QTest.keyClick(agreed, ESCAPE)
    assert room.room.capture.line.hasFocus()


def warned(room):
    return " ".join(words for one in room.room.capture.readings for words in one.warnings)


def test_an_action_that_is_mended_is_counted_once(panel, room, agreed):
    for number in range(5):
        say(room, f"action Baines to ring the school {number} by 20 Nov")
    room.room.capture.line.setText("action Baines to see the nurse by 20 Nov")
    room.room.capture.understand()
    assert "7 actions for one item" in warned(room)
    room.room.capture.line.clear()
    room.room.agreed.list.go_to(("action", panel.item("V1").actions[0].id))
    QTest.keyClick(room.room.agreed.list, ENTER)
    assert "6 actions for one item" in warned(room)
    assert "7 actions" not in warned(room)


def test_several_actions_in_one_breath_are_counted_one_by_one(panel, room, agreed):
    for number in range(3):
        say(room, f"action Baines to ring the school {number} by 20 Nov")
    line = "action Baines to see mum by Fri; action Baines to see dad by Fri"
    room.room.capture.line.setText(line)
    room.room.capture.understand()
    first, second = room.room.capture.readings
    assert not any("actions for one item" in words for words in first.warnings)
    assert any("6 actions for one item" in words for words in second.warnings)
