"""Before the meeting closes each item not reached has its day, and somebody who holds it."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from models.marks import MeetingState, Until
from tests.ui.live.test_turning import press, turn


@pytest.fixture
def end(room, panel, qtbot):
    """The read-back of a meeting that has reached and decided V1 alone."""
    turn(room, panel, "V1", qtbot)
    panel.workspace.conduct.decide(panel.items["V1"], "REMAIN", "Not settled yet")
    panel.workspace.conduct.finish_item(panel.items["V1"])
    room.state.refresh()
    room.read_back()
    return room.room.read_back


@pytest.fixture
def said(room):
    """What the window's one mouth says."""
    words = []
    room.desk.notice.said.connect(lambda text, _kind: words.append(text))
    return words


def stand_on(end, panel, reference):
    """Stand on the line of an item not reached."""
    end.list.setFocus()
    end.list.go_to(("Not reached", panel.items[reference]))


def told(end, panel, reference):
    """The second line of an item not reached."""
    entry = end.list.entry(("Not reached", panel.items[reference]))
    return " · ".join(part for part in (entry.soft, entry.amber) if part)


def answer(room, qtbot, words):
    """Answer what the bar asks."""
    qtbot.keyClicks(room.room.ask.line, words)
    press(room.room.ask.line, Qt.Key.Key_Return, qtbot)


def test_an_item_not_reached_comes_first_next_time_unless_something_else_is_said(end, panel):
    assert told(end, panel, "V2") == ("first at the next meeting · nobody holds it until then")
    assert end.hint.isVisible()


def test_a_letter_and_a_day_set_an_extraordinary_meeting(end, room, panel, qtbot):
    stand_on(end, panel, "V2")
    qtbot.keyClicks(end.list, "x")
    answer(room, qtbot, "19 November")
    assert "extraordinary meeting on Thu 19 Nov 2026" in told(end, panel, "V2")
    stand_on(end, panel, "V2")
    qtbot.keyClicks(end.list, "n")
    assert told(end, panel, "V2").startswith("first at the next meeting")


def test_an_extraordinary_meeting_is_not_proposed_as_the_next(end, room, panel):
    workspace = panel.workspace
    workspace.conduct.settle(panel.items["V2"], Until.EXTRAORDINARY, on=date(2026, 11, 19))
    workspace.agenda.plan_meeting(date(2026, 11, 19))
    workspace.agenda.plan_meeting(date(2026, 12, 3))
    room.state.refresh()
    assert end.next.value() == date(2026, 12, 3)


@pytest.mark.parametrize("key", [("Key_F7", "NoModifier"), ("Key_E", "ControlModifier")])
def test_a_key_leads_from_the_capture_bar_to_the_list_of_the_read_back(end, room, qtbot, key):
    pressed, held = getattr(Qt.Key, key[0]), getattr(Qt.KeyboardModifier, key[1])
    room.capture()
    press(room.room.capture.line, pressed, qtbot, held)
    assert end.list.hasFocus()


def test_a_day_that_is_none_asks_again(end, room, panel, qtbot):
    stand_on(end, panel, "V2")
    qtbot.keyClicks(end.list, "x")
    answer(room, qtbot, "soon")
    assert room.room.ask.isVisible() and "19 November" in room.room.ask.error.text()


def test_a_letter_and_an_agency_set_a_single_agency_check(end, room, panel, qtbot):
    stand_on(end, panel, "O1")
    qtbot.keyClicks(end.list, "a")
    answer(room, qtbot, "pol")
    assert told(end, panel, "O1").startswith("single-agency check by Police")


def test_who_holds_it_is_a_member_by_a_part_of_the_name_or_somebody_by_name(
    end, room, panel, qtbot
):
    for words, held in (("bai", "Kay Baines"), ("Duty social worker", "Duty social worker")):
        stand_on(end, panel, "O1")
        qtbot.keyClicks(end.list, "h")
        answer(room, qtbot, words)
        assert told(end, panel, "O1").endswith(f"{held} holds it until then")


def test_somebody_on_record_who_is_named_so_is_shown_by_initials(end, panel):
    panel.workspace.conduct.hold(panel.items["O1"], name="mother of Lola Yarrow")
    end.state.refresh()
    assert told(end, panel, "O1").endswith("mother of L.Y. holds it until then")


def test_whoever_steps_out_for_an_item_is_not_offered_to_hold_it(end, room, panel, qtbot):
    panel.workspace.conduct.declare(
        panel.meeting, panel.members["Kay Baines"], "Neighbour", panel.items["O1"]
    )
    room.state.refresh()
    stand_on(end, panel, "O1")
    qtbot.keyClicks(end.list, "h")
    words = [line.words for line in room.room.ask.found.lines.lines]
    assert "Kay Baines" not in words and "Rita Choudhury" in words


def test_what_is_agreed_is_not_read_again_for_it_but_after_any_other_change(
    end, room, panel, qtbot
):
    stand_on(end, panel, "V2")
    read = end._found
    qtbot.keyClicks(end.list, "n")
    assert end._found is read and "first at the next" in told(end, panel, "V2")
    panel.workspace.conduct.record_action(panel.items["V1"], "Visit the school")
    room.state.refresh()
    assert "Visit the school" in [line.words for line in end.list.lines.lines]


def close(end):
    """Ask to close, twice as always."""
    end.close_it.ask()
    end.close_it.yes.click()


def state_of(panel):
    return panel.workspace.read.meeting(panel.meeting).state


def test_closing_says_once_what_nobody_holds_and_goes_on_all_the_same(end, room, panel, qtbot):
    close(end)
    ask = room.room.ask
    assert ask.question.text() == "Nobody holds V2 and O1 until the next meeting."
    assert state_of(panel) == MeetingState.RUNNING
    press(ask.line, Qt.Key.Key_Down, qtbot)
    press(ask.line, Qt.Key.Key_Return, qtbot)
    assert state_of(panel) == MeetingState.CLOSED
    free = [one.text for one in panel.workspace.read.today() if "Nobody holds" in one.text]
    assert free == [f"Nobody holds {one} until the next meeting" for one in ("V2 L.Y.", "O1 D.P.")]


def test_closing_asks_who_holds_the_first_where_that_is_wanted(end, room, panel, qtbot):
    close(end)
    press(room.room.ask.line, Qt.Key.Key_Return, qtbot)
    assert "Who holds V2" in room.room.ask.question.text()
    answer(room, qtbot, "bai")
    assert panel.item("V2").row.until.holder == "Kay Baines"
    assert state_of(panel) == MeetingState.RUNNING


def test_a_name_typed_at_that_question_is_taken_and_the_close_goes_on(end, room, panel, qtbot):
    close(end)
    answer(room, qtbot, "bai")
    assert panel.item("V2").row.until.holder == "Kay Baines"
    assert room.room.ask.question.text() == "Nobody holds O1 until the next meeting."
    assert room.room.ask.line.text() == "" and state_of(panel) == MeetingState.RUNNING
    answer(room, qtbot, "Duty social worker")
    assert panel.item("O1").row.until.holder == "Duty social worker"
    assert state_of(panel) == MeetingState.CLOSED


def test_the_words_of_that_way_close_all_the_same(end, room, panel, qtbot):
    close(end)
    answer(room, qtbot, "close all")
    assert panel.item("V2").row.until.holder is None
    assert state_of(panel) == MeetingState.CLOSED


def test_escape_at_that_question_closes_nothing(end, room, panel, qtbot):
    close(end)
    press(room.room.ask.line, Qt.Key.Key_Escape, qtbot)
    assert state_of(panel) == MeetingState.RUNNING and room.room.ask.isHidden()


def test_a_meeting_whose_items_are_held_closes_at_once(end, panel, qtbot):
    for reference in ("V2", "O1"):
        panel.workspace.conduct.hold(panel.items[reference], name="Duty social worker")
    end.state.refresh()
    close(end)
    assert state_of(panel) == MeetingState.CLOSED


def test_after_the_close_one_key_writes_the_action_list(
    end, room, said, panel, qtbot, tmp_path, monkeypatch
):
    panel.workspace.conduct.record_action(panel.items["V1"], "Visit the school")
    for reference in ("V2", "O1"):
        panel.workspace.conduct.hold(panel.items[reference], name="Duty social worker")
    room.state.refresh()
    room.write_actions()
    assert "once the meeting is closed" in said[-1]
    monkeypatch.setattr(
        type(room.desk.dialogues), "choose_folder", lambda *_args: tmp_path, raising=False
    )
    close(end)
    assert end.write.hasFocus()
    press(end.write, Qt.Key.Key_Return, qtbot)
    assert [one.name for one in tmp_path.iterdir()] == ["actions.docx"]


# without a decision


@pytest.fixture
def undecided(room, panel, qtbot):
    """The read-back of a meeting that has spoken of all three and decided nothing on V1."""
    conduct = panel.workspace.conduct
    for reference in ("V1", "V2", "O1"):
        conduct.open_item(panel.items[reference])
        conduct.write(panel.items[reference], "analysis", "Seen twice", None)
        if reference != "V1":
            conduct.decide(panel.items[reference], "REMAIN", "Not settled yet")
        conduct.finish_item(panel.items[reference])
    room.state.refresh()
    room.read_back()
    return room.room.read_back


def test_an_item_without_a_decision_gets_a_holder_by_the_same_letter(undecided, room, panel, qtbot):
    end, key = undecided, ("Without a decision", panel.items["V1"])
    assert end.hint.isVisible()
    end.list.setFocus()
    end.list.go_to(key)
    qtbot.keyClicks(end.list, "h")
    assert "Who holds V1" in room.room.ask.question.text()
    answer(room, qtbot, "bai")
    assert end.list.entry(key).soft == "Kay Baines holds it until then"
    end.list.go_to(key)
    qtbot.keyClicks(end.list, "x")
    answer(room, qtbot, "19 November")
    assert "extraordinary meeting" in end.list.entry(key).soft
    close(end)
    later = panel.workspace.read.meeting_on(date(2026, 11, 19))
    rows = panel.workspace.read.running_order(later.id)
    assert [row.label for row in rows] == ["Aidan Ravenscroft"]


def test_closing_and_today_name_what_nobody_decided_and_nobody_holds(undecided, room, panel, qtbot):
    close(undecided)
    assert room.room.ask.question.text() == "Nobody holds V1 until the next meeting."
    press(room.room.ask.line, Qt.Key.Key_Down, qtbot)
    press(room.room.ask.line, Qt.Key.Key_Return, qtbot)
    [free] = [one for one in panel.workspace.read.today() if "Nobody holds" in one.text]
    assert free.text.startswith("Nobody holds V1") and "no decision on" in free.detail


# splitting the meeting


def test_the_meeting_is_split_from_an_item_on(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    room.split()
    answer(room, qtbot, "V2")
    assert "V2 and O1" in room.room.ask.question.text()
    answer(room, qtbot, "19 November")
    later = panel.workspace.read.meeting_on(date(2026, 11, 19))
    rows = panel.workspace.read.running_order(later.id)
    assert [row.label for row in rows] == ["Lola Yarrow", "Darren Pike"]
    assert panel.item("V2").row.until.then == Until.CONTINUED
    room.read_back()
    entry = room.room.read_back.list.entry(("Deferred", panel.items["V2"]))
    assert (entry.soft, entry.amber) == ("Continued on Thu 19 Nov 2026", "")


def test_the_item_pointed_at_in_the_order_is_the_first_that_goes(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    order = room.room.order.list
    order.setFocus()
    order.go_to(panel.items["O1"])
    room.split()
    assert "with O1?" in room.room.ask.question.text()


def test_where_nothing_is_to_come_nothing_is_split(room, said, panel):
    for reference in ("V1", "V2", "O1"):
        panel.workspace.conduct.finish_item(panel.items[reference])
    room.state.refresh()
    room.split()
    assert room.room.ask.isHidden() and "still to come" in said[-1]
