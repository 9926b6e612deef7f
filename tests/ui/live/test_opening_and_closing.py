"""The opening and the read-back: who is here, what was read, what is still open at the end."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from exports.audience import Audiences
from exports.kept_words import parts_of
from exports.making import making_of
from exports.minutes import compose
from models.marks import ItemState, MeetingState, Sharing
from tests.ui.live.test_turning import press, turn


def codes_of(panel):
    """How each member attends."""
    return {one.name: one.code for one in panel.workspace.read.attendance(panel.meeting)}


def stand_on(page, panel, name):
    """Stand on a member's row."""
    rows = page.room.opening.attendance.list
    rows.setFocus()
    rows.go_to(("member", panel.members[name]))
    return rows


def test_the_statement_is_noted_as_read_with_reader_and_time(page, panel, qtbot):
    qtbot.mouseClick(page.room.opening.script.read, Qt.MouseButton.LeftButton)
    meeting = panel.workspace.read.meeting(panel.meeting)
    assert meeting.script_read_by == "Rita Choudhury"
    assert "✓" in [line.mark for line in page.room.order.list.lines.lines if line.key == "opening"]


def test_what_the_minutes_say_was_read_was_shown_to_be_read(page, panel, qtbot):
    """In the words of the panel, which stay as they were read, and are told once they change."""
    work, script = panel.workspace, page.room.opening.script
    work.panel.set_wording("confidentiality", "Nothing leaves the room.")
    page.state.refresh()
    qtbot.mouseClick(script.read, Qt.MouseButton.LeftButton)
    shown = {one.text() for one in script.words.values() if one.isVisibleTo(script)}
    parts = parts_of(compose(making_of(Audiences(work, panel.meeting)).papers))
    (printed,) = [one.lines for one in parts if one.lines and one.lines[0].startswith("Read by")]
    read, basis = printed[1:]
    assert read == "Nothing leaves the room." and read in shown
    assert basis.startswith("Lawful basis: ")
    work.panel.set_wording("confidentiality", "Tell nobody.")
    page.state.refresh()
    assert "changed since" in script.accessibleName()


def test_read_just_before_the_start_the_statement_keeps_its_own_time(page, panel, clock, qtbot):
    read_at = panel.workspace.store.clock.now()
    qtbot.mouseClick(page.room.opening.script.read, Qt.MouseButton.LeftButton)
    panel.workspace.conduct.set_chair(panel.meeting, panel.members["Kay Baines"])
    clock.move(timedelta(minutes=6))
    panel.workspace.conduct.start(panel.meeting)
    meeting = panel.workspace.read.meeting(panel.meeting)
    assert (meeting.script_read_by, meeting.script_read_at) == ("Kay Baines", read_at)
    assert meeting.started_at == read_at + timedelta(minutes=6)


def test_asked_again_the_next_day_the_record_of_reading_stays(page, panel, clock, qtbot):
    script = page.room.opening.script
    qtbot.mouseClick(script.read, Qt.MouseButton.LeftButton)
    before = panel.workspace.read.meeting(panel.meeting).script_read_at
    clock.move(timedelta(days=1))
    qtbot.mouseClick(script.read, Qt.MouseButton.LeftButton)
    assert panel.workspace.read.meeting(panel.meeting).script_read_at == before


def test_whoever_is_signed_in_and_no_member_takes_the_minutes_and_is_kept(page, panel, qtbot):
    holding = page.room.opening.holding
    name = panel.workspace.person.name
    panel.workspace.panel.change_member(panel.members["Rita Choudhury"], name="Rita Shah")
    page.state.refresh()
    qtbot.keyClicks(holding.minute_taker.lineEdit(), name[:6])
    qtbot.keyClick(holding.minute_taker.lineEdit(), Qt.Key.Key_Return)
    press(page.room.capture.line, Qt.Key.Key_F5, qtbot)
    assert panel.workspace.read.meeting(panel.meeting).minute_taker == name
    assert holding.minute_taker.currentText().startswith(name)
    taker = next(one for one in panel.workspace.read.members() if one.name == name)
    assert (taker.agency, taker.core) == (None, False)


def test_chair_and_minute_taker_are_named_by_a_part_of_their_name(page, panel, qtbot):
    holding = page.room.opening.holding
    qtbot.keyClicks(holding.chair.lineEdit(), "baines")
    qtbot.keyClick(holding.chair.lineEdit(), Qt.Key.Key_Return)
    qtbot.keyClicks(holding.minute_taker.lineEdit(), "rita")
    qtbot.keyClick(holding.minute_taker.lineEdit(), Qt.Key.Key_Return)
    meeting = panel.workspace.read.meeting(panel.meeting)
    assert (meeting.chair, meeting.minute_taker) == ("Kay Baines", "Rita Choudhury")


def test_a_letter_takes_attendance_and_goes_on_to_the_next(page, panel, qtbot):
    rows = stand_on(page, panel, "Rita Choudhury")
    press(rows, Qt.Key.Key_R, qtbot)
    assert codes_of(panel)["Rita Choudhury"] == "R"
    assert rows.current_key() != ("member", panel.members["Rita Choudhury"])


def test_every_code_has_its_letter(page, panel, qtbot):
    for letter in "PRANXIOC":
        rows = stand_on(page, panel, "Kay Baines")
        qtbot.keyClicks(rows, letter.lower())
        assert codes_of(panel)["Kay Baines"] == letter


@pytest.mark.parametrize("part", [1, 2, 3, 4, 5])
def test_every_part_of_the_opening_that_a_key_goes_to_is_in_sight(room, window, qtbot, part):
    window.resize(1366, 768)
    room.turn_to("opening")
    room.step_to(str(part - 1))
    qtbot.wait(1)
    assert not window.focusWidget().visibleRegion().isEmpty()


def ask_deputy(page, panel, qtbot, words):
    rows = stand_on(page, panel, "Ines Varley")
    press(rows, Qt.Key.Key_D, qtbot)
    assert page.room.ask.question.text() == "Who is here for Ines Varley?"
    qtbot.keyClicks(page.room.ask.line, words)
    press(page.room.ask.line, Qt.Key.Key_Return, qtbot)


def test_d_asks_who_is_here_for_a_member(page, panel, qtbot):
    ask_deputy(page, panel, qtbot, "Tom Radley")
    rows = panel.workspace.read.attendance(panel.meeting)
    deputy = next(one for one in rows if one.name == "Tom Radley")
    assert (deputy.code, deputy.deputy_for, deputy.agency) == ("D", "Ines Varley", "Education")
    assert codes_of(panel)["Ines Varley"] == "N"


def test_a_member_is_found_as_a_deputy_by_a_part_of_the_name(page, panel, qtbot):
    panel.workspace.panel.add_member("Tom Radley", panel.agencies["Education"])
    ask_deputy(page, panel, qtbot, "rad")
    rows = panel.workspace.read.attendance(panel.meeting)
    assert ("Tom Radley", "Ines Varley") in [(one.name, one.deputy_for) for one in rows]
    panel.workspace.store.undo()
    assert codes_of(panel)["Ines Varley"] is None


def test_a_deputy_who_is_not_named_is_taken_all_the_same(page, panel, qtbot):
    ask_deputy(page, panel, qtbot, "")
    assert codes_of(panel)["Ines Varley"] == "D"


def test_the_bar_records_a_deputy_for_a_member(page, panel, qtbot):
    panel.workspace.panel.add_member("Tom Radley", panel.agencies["Education"])
    page.state.refresh()
    bar = page.room.capture
    qtbot.keyClicks(bar.line, "att Tom Radley for Ines Varley")
    press(bar.line, Qt.Key.Key_Return, qtbot)
    rows = panel.workspace.read.attendance(panel.meeting)
    assert ("Tom Radley", "Ines Varley", "D") in [(r.name, r.deputy_for, r.code) for r in rows]
    assert not bar.error.text()


def test_one_key_takes_everyone_else_as_present(page, panel, qtbot):
    rows = stand_on(page, panel, "Ines Varley")
    press(rows, Qt.Key.Key_N, qtbot)
    press(rows, Qt.Key.Key_E, qtbot)
    assert sorted(codes_of(panel).values()) == ["N", "P", "P", "P"]


@pytest.mark.parametrize("code", ["A", "N"])
def test_who_is_not_here_after_all_has_no_time_of_arrival(room, panel, code):
    conduct, kay = panel.workspace.conduct, panel.members["Kay Baines"]

    def row():
        found = panel.workspace.read.attendance(panel.meeting)
        return next(one for one in found if one.name == "Kay Baines")

    assert row().arrived is not None
    conduct.attend(panel.meeting, kay, code)
    assert (row().code, row().arrived, row().left) == (code, None, None)
    conduct.attend(panel.meeting, kay, "P")
    assert row().arrived is not None


def test_quorum_is_live_in_words(page, panel, qtbot):
    assert "not met" in page.room.head.quorum.text()
    rows = stand_on(page, panel, "Ines Varley")
    press(rows, Qt.Key.Key_E, qtbot)
    assert page.room.head.quorum.text().startswith("Quorum ✓")
    assert page.room.head.present.text() == "4 present"


def test_a_guest_is_added_in_place(page, panel, qtbot):
    rows = stand_on(page, panel, "Kay Baines")
    qtbot.keyClicks(rows, "+")
    qtbot.keyClicks(page.room.ask.line, "Ola Berg")
    press(page.room.ask.line, Qt.Key.Key_Return, qtbot)
    assert codes_of(panel)["Ola Berg"] == "P"


def test_a_member_with_an_interest_steps_out_of_the_item(page, panel, qtbot):
    card = page.room.opening.declarations
    card.member.set_value(panel.members["Kay Baines"])
    card.item.set_value(panel.items["V2"])
    card.interest.setText("Neighbour")
    press(card.interest, Qt.Key.Key_Return, qtbot)
    [declared] = panel.workspace.read.declarations(panel.meeting)
    assert (declared.member, declared.item_reference) == ("Kay Baines", "V2")


def test_the_last_minutes_are_agreed_with_corrections(page, panel, qtbot):
    card = page.room.opening.minutes
    card.corrections.setText("Item 2: the date is 3 October")
    card.corrections.setModified(True)
    press(card.corrections, Qt.Key.Key_Return, qtbot)
    meeting = panel.workspace.read.meeting(panel.meeting)
    assert meeting.previous_minutes_agreed is True
    assert meeting.previous_minutes_corrections == "Item 2: the date is 3 October"


def test_actions_of_this_meeting_are_read_back_by_agency(room, panel, qtbot):
    for owner in ("Kay Baines", "Jayden O'Brien"):
        panel.workspace.conduct.record_action(
            panel.items["V1"], f"Visit, {owner}", owner_id=panel.members[owner]
        )
    room.read_back()
    words = [line.words for line in room.room.read_back.list.lines.lines]
    assert words.index("Health") < words.index("Visit, Kay Baines") < words.index("Police")


def test_an_action_that_not_everyone_may_hear_is_counted_and_not_read_back(room, panel, qtbot):
    panel.workspace.conduct.record_action(
        panel.items["V1"],
        "Research the hire car",
        owner_id=panel.members["Jayden O'Brien"],
        sharing=Sharing.CHAIR_ONLY,
    )
    room.read_back()
    words = " ".join(line.words for line in room.room.read_back.list.lines.lines)
    assert "hire car" not in words
    assert "1 more action is not read aloud" in words


def test_what_is_due_on_a_day_off_is_named_but_not_what_not_everyone_may_hear(room, panel, qtbot):
    saturday, item = date(2026, 12, 5), panel.items["V1"]
    record = panel.workspace.conduct.record_action
    record(item, "Visit", due_on=saturday)
    record(item, "Research", due_on=saturday, sharing=Sharing.CHAIR_ONLY)
    panel.workspace.conduct.review_on(item, date(2026, 12, 25))
    room.read_back()
    lines = room.room.read_back.list.lines.lines
    at = [line.words for line in lines].index("On days off  2")
    review, visit = lines[at + 1 : at + 3]
    assert review.words == "Review of V1" and "bank holiday" in review.soft
    assert visit.words == "A001" and "Mon 7 Dec 2026" in visit.soft


def test_items_without_a_decision_and_not_reached_are_named(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    room.read_back()
    words = [line.words for line in room.room.read_back.list.lines.lines]
    assert "Without a decision  1" in words
    assert "Not reached  2" in words


def test_closing_names_what_was_not_reached_and_says_where_the_list_is_made(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    for reference in ("V1", "V2", "O1"):
        panel.workspace.conduct.hold(panel.items[reference], member_id=panel.members["Kay Baines"])
    room.state.refresh()
    room.read_back()
    room.room.read_back.next.line.setText("10 December")
    room.room.read_back.close_it.ask()
    room.room.read_back.close_it.yes.click()
    meeting = panel.workspace.read.meeting(panel.meeting)
    assert meeting.state == MeetingState.CLOSED
    assert meeting.next_meeting_on.isoformat() == "2026-12-10"
    assert panel.item("V2").row.state == ItemState.NOT_REACHED
    end = room.room.read_back
    assert "action list" in end.done.text.text()
    assert "The next meeting is on Thursday 10 December 2026." in end.done.text.text()
    assert end.end.isHidden()
    panel.workspace.store.undo()
    room.state.refresh()
    assert end.end.isVisible() and end.done.isHidden()


def test_the_next_day_named_at_the_read_back_outlives_a_look_elsewhere(room, panel, qtbot):
    room.read_back()
    end = room.room.read_back
    end.next.setFocus()
    qtbot.keyClicks(end.next.line, "10 December")
    end.next.line.editingFinished.emit()
    room.turn_to("opening")
    room.read_back()
    assert end.next.value().isoformat() == "2026-12-10"
    assert panel.workspace.read.meeting(panel.meeting).next_meeting_on.isoformat() == "2026-12-10"


def test_a_meeting_of_another_day_starts_only_once_that_is_said(page, panel, clock, qtbot):
    clock.move(timedelta(days=-3))
    page.state.refresh()
    page.start_or_pause()
    ask = page.room.ask
    assert "not for today" in ask.question.text()
    assert panel.workspace.read.meeting(panel.meeting).state == MeetingState.PLANNED
    qtbot.keyClick(ask.line, Qt.Key.Key_Escape)
    assert panel.workspace.read.meeting(panel.meeting).state == MeetingState.PLANNED
    page.start_or_pause()
    qtbot.keyClick(ask.line, Qt.Key.Key_Return)
    assert panel.workspace.read.meeting(panel.meeting).state == MeetingState.RUNNING


def test_a_refused_close_changes_nothing(page, panel, qtbot):
    page.room.read_back.close_meeting()
    assert panel.workspace.read.meeting(panel.meeting).state == MeetingState.PLANNED


def test_the_finish_is_forecast_and_an_overrun_is_said(room, panel, clock):
    assert room.room.head.forecast.text().startswith("Finish forecast")
    clock.move(timedelta(minutes=20))
    room.room.tick()
    assert "min over" in room.room.head.forecast.text()


def test_where_the_meeting_itself_is_taken_back_the_room_goes_to_another(page, panel, qtbot):
    day = panel.workspace.store.clock.today() + timedelta(days=28)
    page.state.open_meeting(panel.workspace.agenda.build(day))
    panel.workspace.store.undo()
    page.state.refresh()
    assert page.state.meeting.id == panel.meeting


def test_the_statement_shows_what_is_in_force_and_says_where_that_was_changed_since(
    page, panel, qtbot
):
    script = page.room.opening.script
    qtbot.mouseClick(script.read, Qt.MouseButton.LeftButton)
    panel.workspace.panel.set_wording("language_reminder", "Mind your words.")
    page.state.refresh()
    assert script.words["language_reminder"].text() == "Mind your words."
    assert "changed since" in script.accessibleName()
    qtbot.mouseClick(script.read, Qt.MouseButton.LeftButton)
    assert "changed since" not in script.accessibleName()


def test_a_closed_meeting_shows_the_words_that_were_read_there(page, panel, qtbot):
    panel.workspace.conduct.start(panel.meeting)
    qtbot.mouseClick(page.room.opening.script.read, Qt.MouseButton.LeftButton)
    panel.workspace.conduct.close(panel.meeting)
    panel.workspace.panel.set_wording("language_reminder", "Mind your words.")
    page.state.refresh()
    assert "exploited" in page.room.opening.script.words["language_reminder"].text()


def test_the_opening_of_a_closed_meeting_is_gone_to_by_its_place(page, panel):
    panel.workspace.conduct.start(panel.meeting)
    panel.workspace.conduct.close(panel.meeting)
    page.show_record(panel.meeting)
    page.show_record((panel.meeting, "opening"))
    assert page.state.place == "opening"
