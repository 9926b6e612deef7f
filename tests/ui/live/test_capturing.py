"""The capture bar in the room: understood before Enter, kept by Enter, nothing lost."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt

from models.marks import ItemKind
from tests.ui.live.test_turning import press, turn
from ui.live.completing import completions
from ui.live.understood import tags_of


def type_line(room, text, qtbot):
    """Type a line and have it read."""
    room.capture()
    room.room.capture.line.clear()
    qtbot.keyClicks(room.room.capture.line, text)
    room.room.capture.understand()


def test_ctrl_space_goes_to_the_bar_from_anywhere(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    room.step_to("0")
    editor = room.room.item.presentation.first_field()
    press(editor, Qt.Key.Key_Space, qtbot, Qt.KeyboardModifier.ControlModifier)
    assert room.room.capture.line.hasFocus()


def test_a_line_shows_kind_owner_and_day_before_enter(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    type_line(room, "action O'Brien to check the address by next Fri", qtbot)
    words = room.room.capture.chips.words()
    assert "Action" in words
    assert any("Jayden O'Brien" in word for word in words)
    assert any("20 Nov" in word for word in words)
    assert panel.item("V1").actions == ()


def test_the_owners_agency_is_said_by_its_first_words_where_it_is_long(room, panel, qtbot):
    long = "Westmorland and Furness Council Children's Services Exploitation Team"
    panel.workspace.panel.change_agency(panel.agencies["Health"], name=long)
    turn(room, panel, "V1", qtbot)
    type_line(room, "action Baines to visit by Fri", qtbot)
    assert "Owner: Kay Baines (Westmorland and Furness …)" in room.room.capture.chips.words()


def test_enter_keeps_and_empties_the_bar(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    type_line(room, "action O'Brien to check the address by next Fri", qtbot)
    press(room.room.capture.line, Qt.Key.Key_Return, qtbot)
    [action] = panel.item("V1").actions
    assert action.owner == "Jayden O'Brien"
    assert room.room.capture.line.text() == ""
    assert "Check the address" in [one.words for one in room.room.agreed.list.lines.lines]


def test_what_is_weak_is_said_beside_and_never_blocks(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    type_line(room, "action monitor the situation", qtbot)
    words = room.room.capture.chips.words()
    assert "No named owner." in words
    press(room.room.capture.line, Qt.Key.Key_Return, qtbot)
    assert len(panel.item("V1").actions) == 1


def test_names_are_initials_on_the_chips_of_a_shared_screen(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    type_line(room, "disrupt CAWN on Darren Pike by 20 Nov", qtbot)
    assert not any("Pike" in word for word in room.room.capture.chips.words())
    assert any("D.P. (O1)" in word for word in room.room.capture.chips.words())


def test_who_on_record_an_unknown_name_may_be_is_said_beside_the_line(room, panel, qtbot):
    panel.workspace.register.add_person("Vanessa Thorpe")
    turn(room, panel, "V1", qtbot)
    type_line(room, "link associates with Vanesa Thorpe", qtbot)
    room.room.capture.say_known()
    words = room.room.capture.chips.words()
    assert any(word.startswith("On record: V.T.") for word in words)
    assert not any("Thorpe" in word for word in words if word.startswith("On record"))


def test_whom_a_note_names_is_said_by_initials_with_where_else_tonight(room, panel, qtbot):
    panel.workspace.register.add_person("Vanessa Thorpe", aliases=("Ness",))
    turn(room, panel, "V1", qtbot)
    type_line(room, "n Police: seen with Darren Pike and Ness at Skatepark", qtbot)
    room.room.capture.say_known()
    (said,) = [word for word in room.room.capture.chips.words() if word.startswith("Names")]
    assert said == "Names on record: D.P. (O1), V.T., Skatepark"
    panel.workspace.store.undo()
    type_line(room, "n Police: nobody was seen", qtbot)
    room.room.capture.say_known()
    assert not any(word.startswith("Names") for word in room.room.capture.chips.words())


def test_two_entries_on_one_line_are_both_kept(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    type_line(room, "risk high; dec remain on panel, review 24 Dec", qtbot)
    press(room.room.capture.line, Qt.Key.Key_Return, qtbot)
    item = panel.item("V1")
    assert item.risk.after == "High"
    assert item.decision.label == "Remain on panel"
    assert item.decision.review_on.isoformat() == "2026-12-24"


def test_closing_by_the_bar_goes_to_the_step_and_asks_for_the_second_person(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    type_line(room, "dec close: risk reduced because the plan is working", qtbot)
    press(room.room.capture.line, Qt.Key.Key_Return, qtbot)
    assert panel.item("V1").decision is None
    step = room.room.item.decision
    assert room.room.item.step == 4
    assert step.decision.value() == "CLOSE_REDUCED"
    assert not step.second.isHidden()


def test_a_closing_typed_in_the_bar_leaves_it_once_the_second_person_is_named(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    type_line(
        room, "dec close: risk reduced because the plan works, review 24 Dec; risk low", qtbot
    )
    press(room.room.capture.line, Qt.Key.Key_Return, qtbot)
    assert "second person" in room.room.capture.error.text()
    assert room.room.capture.line.text() == "dec close: risk reduced because the plan works"
    assert panel.item("V1").risk.after == "Low"
    step = room.room.item.decision
    step.second.set_value("Kay Baines")
    step.second.changed.emit("Kay Baines")
    item = panel.item("V1")
    assert (item.decision.code, item.decision.second_person) == ("CLOSE_REDUCED", "Kay Baines")
    assert item.returns_on.isoformat() == "2026-12-24"
    assert (room.room.capture.line.text(), room.room.capture.error.text()) == ("", "")


def test_a_half_typed_line_waits_at_its_own_item(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    type_line(room, "action find out where he sle", qtbot)
    turn(room, panel, "V2", qtbot)
    assert room.room.capture.line.text() == ""
    turn(room, panel, "V1", qtbot)
    assert room.room.capture.line.text() == "action find out where he sle"


def test_a_half_typed_line_is_there_after_a_stop(room, panel, qtbot):
    from ui.live.capture_bar import CaptureBar

    turn(room, panel, "V1", qtbot)
    type_line(room, "action find out", qtbot)
    room.room.capture.half.note()
    again = CaptureBar(room.desk, room.state)
    qtbot.addWidget(again)
    again.follow(panel.items["V1"])
    again.half.recall()
    assert again.line.text() == "action find out"


@pytest.mark.parametrize(
    "words", ["chair only: mum is the source, she rang", "police only: a Baines to fit a camera"]
)
def test_restricted_words_half_typed_wait_unseen_after_a_stop_until_f4(room, panel, qtbot, words):
    from ui.live.capture_bar import CaptureBar

    turn(room, panel, "V1", qtbot)
    type_line(room, words, qtbot)
    room.room.capture.half.note()
    for _stop in range(2):
        again = CaptureBar(room.desk, room.state)
        qtbot.addWidget(again)
        again.follow(panel.items["V1"])
        again.half.recall()
        again.half.note()
    assert (again.line.text(), again.half.aside) == ("", (words,))
    assert words[12:] not in again.aside.text() and "F4" in again.aside.text()
    press(again.line, Qt.Key.Key_Up, qtbot)
    assert again.line.text() == ""
    again.half.note()
    assert words in panel.workspace.store.draft(again.half.key)
    room.state.reveal(True)
    assert (again.line.text(), again.half.aside) == (words, ())


def test_escape_clears_and_forgets_the_draft(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    type_line(room, "action find out", qtbot)
    room.room.capture.half.note()
    press(room.room.capture.line, Qt.Key.Key_Escape, qtbot)
    assert room.room.capture.line.text() == ""
    assert panel.workspace.store.draft(room.room.capture.half.key) is None


def test_what_escape_cleared_comes_back_by_up_at_its_own_item_and_says_so(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    bar = room.room.capture
    type_line(room, "action find out; school to ring mum", qtbot)
    press(bar.line, Qt.Key.Key_Escape, qtbot)
    assert bar.hint.text() == "Cleared · ↑ brings it back"
    turn(room, panel, "V2", qtbot)
    press(bar.line, Qt.Key.Key_Up, qtbot)
    assert (bar.line.text(), bar.hint.text()[:11]) == ("", "Enter keeps")
    turn(room, panel, "V1", qtbot)
    press(bar.line, Qt.Key.Key_Up, qtbot)
    assert bar.line.text() == "action find out; school to ring mum"
    type_line(room, "note", qtbot)
    press(bar.line, Qt.Key.Key_Up, qtbot)
    assert bar.line.text() == "note"


def test_what_is_said_of_a_refused_line_is_not_said_at_another_item(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    bar = room.room.capture
    type_line(room, "dec defer V2 - sw not here", qtbot)
    press(bar.line, Qt.Key.Key_Return, qtbot)
    assert bar.hint.text().startswith("Mend it")
    turn(room, panel, "V2", qtbot)
    assert bar.hint.text().startswith("Enter keeps")


def test_a_line_taken_out_by_hand_leaves_no_draft(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    type_line(room, "action find out", qtbot)
    half = room.room.capture.half
    half.note()
    assert panel.workspace.store.draft(half.key) == "action find out"
    room.room.capture.line.clear()
    half.note()
    assert panel.workspace.store.draft(half.key) is None


def test_tab_completes_an_owner(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    type_line(room, "action O'B", qtbot)
    press(room.room.capture.line, Qt.Key.Key_Tab, qtbot)
    assert room.room.capture.line.text() == "action Jayden O'Brien "
    assert room.room.capture.line.hasFocus()


def test_tab_tells_the_room_no_name_that_begins_so(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    type_line(room, "action visit Dar", qtbot)
    press(room.room.capture.line, Qt.Key.Key_Tab, qtbot)
    assert room.room.capture.line.text() == "action visit D.P. "
    room.reveal()
    type_line(room, "action visit Dar", qtbot)
    press(room.room.capture.line, Qt.Key.Key_Tab, qtbot)
    assert room.room.capture.line.text() == "action visit Darren Pike "


def test_completion_offers_kinds_first_and_decisions_for_a_decision(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    context = room.state.context
    assert completions("dis", context) == ("disrupt ",)
    assert "dec Remain on panel " in completions("dec rem", context)
    assert completions("action zzz", context) == ()


def test_attendance_can_be_typed_at_the_opening(room, panel, qtbot):
    type_line(room, "att Varley remote", qtbot)
    press(room.room.capture.line, Qt.Key.Key_Return, qtbot)
    rows = {one.name: one.code for one in panel.workspace.read.attendance(panel.meeting)}
    assert rows["Ines Varley"] == "R"


@pytest.mark.parametrize("place", [None, "V1"])
def test_a_deputy_who_is_no_member_is_typed_with_their_time(place, room, panel, qtbot):
    if place:
        turn(room, panel, place, qtbot)
    type_line(room, "att Tom Radley for Ines Varley at 10.15", qtbot)
    assert "Attendance: Deputy" in room.room.capture.chips.words()
    press(room.room.capture.line, Qt.Key.Key_Return, qtbot)
    assert (room.room.capture.line.text(), room.room.capture.error.text()) == ("", "")
    rows = {one.name: one for one in panel.workspace.read.attendance(panel.meeting)}
    assert (rows["Tom Radley"].code, rows["Tom Radley"].arrived) == ("D", time(10, 15))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("urg not seen since 18:00", "stands here already"),
        ("d CAWN on Pike by 3 Dec", "agreed on this item already"),
        ("a nobody to ring dad by 3 Dec", "Already open as"),
    ],
)
def test_what_stands_on_the_item_is_said_before_it_is_kept_again(line, told, room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    bar = room.room.capture
    for again in (False, True):
        type_line(room, line, qtbot)
        assert any(told in words for one in bar.readings for words in one.warnings) is again
        press(bar.line, Qt.Key.Key_Return, qtbot)
        assert (bar.line.text(), bar.error.text()) == ("", "")


def test_an_interest_that_names_its_item_is_taken_at_the_opening(room, panel, qtbot):
    type_line(room, "declare Kay Baines lives next door to V2", qtbot)
    press(room.room.capture.line, Qt.Key.Key_Return, qtbot)
    assert (room.room.capture.line.text(), room.room.capture.error.text()) == ("", "")
    [declared] = panel.workspace.read.declarations(panel.meeting)
    assert (declared.member, declared.item_reference) == ("Kay Baines", "V2")


def test_an_interest_that_names_no_item_asks_for_it_at_the_opening(room, panel, qtbot):
    type_line(room, "declare Kay Baines lives next door", qtbot)
    press(room.room.capture.line, Qt.Key.Key_Return, qtbot)
    assert "Name the item" in room.room.capture.error.text()
    assert panel.workspace.read.declarations(panel.meeting) == ()


def test_everyone_not_taken_yet_is_typed_present(page, panel, qtbot):
    panel.workspace.conduct.start(panel.meeting)
    panel.workspace.conduct.attend(panel.meeting, panel.members["Ines Varley"], "A")
    page.state.refresh()
    type_line(page, "att everyone present", qtbot)
    assert page.room.capture.readings[0].warnings == ()
    press(page.room.capture.line, Qt.Key.Key_Return, qtbot)
    rows = [one.code for one in panel.workspace.read.attendance(panel.meeting)]
    assert sorted(rows) == ["A", "P", "P", "P"]


def test_everyone_present_takes_in_nobody_whose_items_were_taken_off(page, panel, qtbot):
    workspace = panel.workspace
    guest = workspace.panel.add_member("Kian Varley", panel.agencies["Police"])
    workspace.agenda.invite(panel.items["V2"], guest)
    workspace.agenda.remove(panel.items["V2"], "Not ready")
    workspace.conduct.start(panel.meeting)
    page.state.refresh()
    type_line(page, "att everyone present", qtbot)
    press(page.room.capture.line, Qt.Key.Key_Return, qtbot)
    here = [one.name for one in workspace.read.attendance(panel.meeting)]
    assert "Kay Baines" in here and "Kian Varley" not in here


def test_who_is_here_for_an_item_by_its_number_is_admitted_to_that_item(room, panel, qtbot):
    type_line(room, "att Kay here for V1", qtbot)
    press(room.room.capture.line, Qt.Key.Key_Return, qtbot)
    rows = panel.workspace.read.attendance(panel.meeting)
    (kay,) = [one for one in rows if one.name == "Kay Baines"]
    assert (kay.code, kay.guest_of) == ("I", {panel.items["V1"]})


def test_who_is_expected_later_is_said_not_to_be_kept(room, panel, qtbot):
    type_line(room, "att Ines Varley late, expected 10.15", qtbot)
    assert "is not kept" in room.room.capture.readings[0].warnings[0]
    press(room.room.capture.line, Qt.Key.Key_Return, qtbot)
    assert "is not kept" in room.room.capture.error.text()


def test_an_action_at_the_opening_asks_for_an_item_and_stays_in_the_bar(room, qtbot):
    type_line(room, "action O'Brien to ring", qtbot)
    press(room.room.capture.line, Qt.Key.Key_Return, qtbot)
    assert room.room.capture.line.text() == "action O'Brien to ring"
    assert "item" in room.room.capture.error.text()


def test_what_was_kept_stands_in_the_status_line(room, window, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    type_line(room, "action O'Brien to check the address by next Fri", qtbot)
    press(room.room.capture.line, Qt.Key.Key_Return, qtbot)
    qtbot.wait(5)
    assert window.status.message.text() == "Action kept"
    type_line(room, "a O'Brien to visit by Fri; Baines to ring by 1 Dec; risk high", qtbot)
    press(room.room.capture.line, Qt.Key.Key_Return, qtbot)
    assert window.status.message.text() == "2 actions kept · Risk: High"


def test_an_immediate_risk_stands_until_it_is_seen_to(room, window, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    type_line(room, "urg Aidan Ravenscroft not seen since 18:00", qtbot)
    press(room.room.capture.line, Qt.Key.Key_Return, qtbot)
    type_line(room, "action O'Brien to check the address by next Fri", qtbot)
    press(room.room.capture.line, Qt.Key.Key_Return, qtbot)
    turn(room, panel, "V2", qtbot)
    said = window.status.message
    assert said.text().startswith("Immediate risk kept: tell MASH or the police now")
    assert said.property("look") == "high"
    press(room.room.capture.line, Qt.Key.Key_Escape, qtbot)
    assert said.text() == ""


def test_an_immediate_risk_that_somebody_was_told_of_stands_no_longer(room, window, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    type_line(room, "urg Aidan Ravenscroft not seen since 18:00", qtbot)
    press(room.room.capture.line, Qt.Key.Key_Return, qtbot)
    type_line(room, "urg Aidan Ravenscroft is not to be found, police told 10:40", qtbot)
    press(room.room.capture.line, Qt.Key.Key_Return, qtbot)
    assert "Police told at 10:40" in window.status.message.text()
    assert "tell MASH" not in window.status.message.text()
    assert "Ravenscroft" not in window.status.message.text()


def test_a_due_date_on_a_day_off_is_warned_of_and_tab_takes_the_next_working_day(
    room, panel, qtbot
):
    turn(room, panel, "V1", qtbot)
    type_line(room, "rec offer mentoring by Saturday", qtbot)
    said = "Sat 14 Nov 2026 is at a weekend: next working day Mon 16 Nov 2026."
    assert said in room.room.capture.chips.words()
    press(room.room.capture.line, Qt.Key.Key_Tab, qtbot)
    assert room.room.capture.line.text() == "rec offer mentoring by 16 Nov 2026 "
    room.room.capture.understand()
    assert said not in room.room.capture.chips.words()


def test_a_form_offers_the_next_working_day_for_a_closed_one(room, panel, qtbot):
    panel.workspace.panel.set("closed_days", "2026-12-24")
    turn(room, panel, "V1", qtbot)
    due = room.room.item.agreed.recommendation.due
    due.line.setText("24 Dec")
    assert "a closed day; + takes Tue 29 Dec" in due.reading.text()
    qtbot.keyClicks(due.line, "+")
    assert due.value() == date(2026, 12, 29)
    panel.workspace.store.undo()


def test_an_immediate_risk_is_red_before_it_is_kept(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    type_line(room, "urg not seen since 18:00", qtbot)
    tags = tags_of(room.room.capture.readings, room.state)
    assert ("Urgent", "high") in tags


def test_news_of_another_childs_action_shows_of_whom_it_is_and_what_before_enter(
    room, panel, qtbot
):
    panel.workspace.conduct.record_action(
        None, "Visit Lola Yarrow at her school", owner_id=panel.members["Kay Baines"],
        subject_id=panel.subjects["Lola Yarrow"],
    )  # fmt: skip
    room.state.refresh()
    turn(room, panel, "V1", qtbot)
    type_line(room, "done A001", qtbot)
    said = [words for words, _tint in tags_of(room.room.capture.readings, room.state)]
    assert "Action: A001 of L.Y., “Visit L.Y. at her school”" in said
    assert not [words for words in said if words.startswith("About:")]


def test_an_immediate_risk_of_a_first_name_that_nobody_here_bears_is_asked_about(
    room, panel, qtbot
):
    turn(room, panel, "V1", qtbot)
    bar = room.room.capture
    for line, asked in (("urg tyler not seen since 6pm", True), ("urg aidan not seen", False)):
        bar.line.clear()
        type_line(room, line, qtbot)
        tags = bar.known.strangers(bar.readings)
        said = " ".join(words for words, _tint in tags)
        assert ("“Tyler” is nobody of this meeting" in said) is asked


def test_people_of_the_same_initials_are_told_of_in_plain_words(room, panel, qtbot):
    for name in ("Lee Mash", "Lee Marsh"):
        other = panel.workspace.register.add_person(name)
        panel.workspace.agenda.add(room.state.meeting.id, other, kind=ItemKind.NEW)
    room.state.refresh({"agenda_item", "subject"})
    turn(room, panel, "V1", qtbot)
    type_line(room, "n Police: seen with Lee", qtbot)
    said = "2 people are L.M.: F4 shows their names, the whole name says which is meant."
    assert said in room.room.capture.chips.words()


def test_another_child_in_what_goes_into_a_childs_file_is_warned_of(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    type_line(room, "for the file: Aidan Ravenscroft was seen with Lola Yarrow", qtbot)
    room.room.capture.say_known()
    warned = "Another child is named in what goes into this child's file: L.Y."
    assert warned in room.room.capture.chips.words()
    press(room.room.capture.line, Qt.Key.Key_Return, qtbot)
    assert "Lola" in panel.item("V1").for_file
    for line in ("n seen with Lola Yarrow", "for the file: seen with Darren Pike"):
        type_line(room, line, qtbot)
        room.room.capture.say_known()
        assert not any("Another child" in word for word in room.room.capture.chips.words())
