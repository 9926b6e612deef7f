"""The chair's prompts in the room, and the points that are asked for as an item closes."""

from datetime import date

from PySide6.QtCore import Qt

from models.entities import PromptAnswer
from models.marks import ItemState, Sharing
from tests.ui.live.test_turning import CTRL, close_item, press, settle, state_of, turn

RETURN, ESCAPE, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space


def prompts(panel, reference="V1"):
    """Each prompt of an item and its state."""
    return {one.code: one.state for one in panel.item(reference).prompts}


def point(panel, code, reference="V1"):
    """A point of an item by its code."""
    return next(one for one in panel.item(reference).required if one.code == code)


def to_prompt(room, panel, qtbot, times=1):
    """Turn to the first child and to the next prompt, so many times."""
    turn(room, panel, "V1", qtbot)
    room.capture()
    for _ in range(times):
        press(room.window().focusWidget(), Qt.Key.Key_F3, qtbot)
    return room.room.sheet.list


def closing(room, panel, qtbot, reference="V1"):
    """Turn to an item and close it, so that its first open point is asked for."""
    turn(room, panel, reference, qtbot)
    room.capture()
    press(room.room.capture.line, RETURN, qtbot, CTRL)
    return room.room.ask


def to_disruption(room, panel, qtbot):
    """Close the first child's item as far as the question which measure is agreed."""
    ask = closing(room, panel, qtbot)
    answer(ask, "I want to go home", qtbot)
    assert "which measure" in ask.question.text()
    return ask


def answer(ask, words, qtbot, down=0):
    """Type an answer, go down to another way of keeping it, and keep it."""
    qtbot.keyClicks(ask.line, words)
    for _ in range(down):
        press(ask.line, Qt.Key.Key_Down, qtbot)
    press(ask.line, RETURN, qtbot)


# the sheet


def test_the_prompts_of_the_items_kind_stand_in_order_with_how_many_are_covered(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    sheet = room.room.sheet
    spoken = [line.spoken for line in sheet.list.lines.lines]
    assert spoken[0].startswith("Name, reference") and spoken[0].endswith("open, next")
    assert sheet.accessibleName() == "Prompts, covered 0 of 15"
    turn(room, panel, "O1", qtbot)
    assert sheet.accessibleName() == "Prompts, covered 0 of 9"


def test_one_key_goes_to_the_next_prompt_and_one_ticks_it(room, panel, qtbot):
    sheet = to_prompt(room, panel, qtbot)
    assert sheet.hasFocus() and sheet.current_key() == "child_ask"
    press(sheet, SPACE, qtbot)
    assert prompts(panel)["child_ask"] == "covered"
    assert sheet.current_key() == "child_update"
    assert room.room.sheet.heading.text() == "Prompts  covered 1 of 15"
    press(sheet, Qt.Key.Key_F3, qtbot)
    assert sheet.current_key() == "child_voice"
    press(sheet, ESCAPE, qtbot)
    assert room.room.capture.line.hasFocus()


def test_a_tick_is_taken_off_by_the_same_key_and_by_undo(room, window, panel, qtbot):
    sheet = to_prompt(room, panel, qtbot)
    press(sheet, SPACE, qtbot)
    sheet.go_to("child_ask")
    press(sheet, SPACE, qtbot)
    assert prompts(panel)["child_ask"] == ""
    window.undo()
    assert prompts(panel)["child_ask"] == "covered"


def test_what_is_recorded_covers_its_prompt(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    panel.workspace.conduct.write(panel.items["V1"], "voice", "I want to go home", None)
    heading = room.room.sheet.heading
    qtbot.waitUntil(lambda: heading.text() == "Prompts  covered 1 of 15")
    assert prompts(panel)["child_voice"] == "recorded"


def test_a_prompt_is_passed_over_with_a_reason(room, panel, qtbot):
    sheet = to_prompt(room, panel, qtbot, times=2)
    press(sheet, RETURN, qtbot)
    press(room.room.ask.line, RETURN, qtbot)
    assert room.room.ask.error.text()
    answer(room.room.ask, "Her social worker is not here", qtbot)
    assert prompts(panel)["child_update"] == "passed over"
    assert room.room.sheet.heading.text() == "Prompts  covered 0 of 15"


def test_a_hand_in_the_prompts_is_free_to_type_on_the_next_item(room, panel, qtbot):
    sheet = to_prompt(room, panel, qtbot)
    assert sheet.hasFocus()
    turn(room, panel, "V2", qtbot)
    assert room.room.capture.line.hasFocus()


def test_a_panels_own_words_for_a_prompt_are_used(room, panel, qtbot):
    panel.workspace.panel.change_code("prompts", "child_ask", "label", "Who, and why tonight")
    turn(room, panel, "V1", qtbot)
    assert room.room.sheet.list.lines.lines[0].words == "Who, and why tonight"
    panel.workspace.store.undo()


# the points


def test_closing_an_item_asks_for_the_first_open_point(room, panel, qtbot):
    ask = closing(room, panel, qtbot)
    assert not ask.isHidden() and ask.line.hasFocus()
    assert ask.question.text() == (
        "Before V1 A.R. closes, 1 of 5: the child's words, or why there are none"
    )
    assert state_of(panel, "V1") == ItemState.OPEN


def test_the_childs_words_are_kept_and_the_next_point_is_asked(room, panel, qtbot):
    ask = closing(room, panel, qtbot)
    answer(ask, "I want to go home", qtbot)
    assert panel.item("V1").voice == "I want to go home"
    assert "2 of 5: who tells the child" in ask.question.text()


def test_a_reason_for_no_voice_is_kept_as_that(room, panel, qtbot):
    answer(closing(room, panel, qtbot), "Not seen since Sunday", qtbot)
    item = panel.item("V1")
    assert (item.voice, item.voice_absent_reason) == (None, "Not seen since Sunday")


def test_all_points_answered_the_item_closes_by_itself(room, panel, qtbot):
    ask = closing(room, panel, qtbot)
    answer(ask, "I want to go home", qtbot)
    answer(ask, "baines", qtbot)
    answer(ask, "Her aunt must not know yet", qtbot)
    answer(ask, "kay", qtbot)
    answer(ask, "in six weeks", qtbot)
    item = panel.item("V1")
    assert [(one.whom, one.teller) for one in item.tellings] == [("child", "Kay Baines")]
    assert point(panel, "parents_told").reason == "Her aunt must not know yet"
    assert item.header.lead == "Kay Baines"
    assert item.returns_on == date(2026, 12, 24)
    assert item.row.state == ItemState.DISCUSSED
    assert ask.isHidden() and room.state.item_id == panel.items["V2"]


def test_escape_leaves_the_item_open(room, panel, qtbot):
    ask = closing(room, panel, qtbot)
    qtbot.keyClicks(ask.line, "I wa")
    press(ask.line, ESCAPE, qtbot)
    assert ask.isHidden() and room.room.capture.line.hasFocus()
    assert state_of(panel, "V1") == ItemState.OPEN
    assert room.state.item_id == panel.items["V1"]
    press(room.room.capture.line, RETURN, qtbot, CTRL)
    assert "the child's words" in ask.question.text()


def test_closed_without_answers_the_read_back_names_what_is_open(room, panel, qtbot):
    ask = closing(room, panel, qtbot)
    press(ask.line, RETURN, qtbot, CTRL)
    assert state_of(panel, "V1") == ItemState.DISCUSSED
    assert panel.item("V1").voice is None
    assert room.state.item_id == panel.items["V2"]
    room.read_back()
    lines = {line.key: line for line in room.room.read_back.list.lines.lines}
    assert "Child's voice" in lines[("open", panel.items["V1"])].soft


def test_the_same_keys_pressed_once_too_often_close_no_other_item(room, panel, qtbot):
    ask = closing(room, panel, qtbot)
    press(ask.line, RETURN, qtbot, CTRL)
    qtbot.waitUntil(lambda: state_of(panel, "V2") == ItemState.OPEN)
    for _ in range(2):
        press(room.room.capture.line, RETURN, qtbot, CTRL)
    assert state_of(panel, "V2") == ItemState.OPEN and ask.isHidden()
    settle(room)
    press(room.room.capture.line, RETURN, qtbot, CTRL)
    assert "Before V2" in ask.question.text()


def test_the_answer_names_target_lead_and_day_as_the_bar_does(room, panel, qtbot):
    register, subjects = panel.workspace.register, panel.subjects
    register.link(
        subjects["Aidan Ravenscroft"], "associates", subjects["Darren Pike"],
        confidence="confirmed", source="Return interview",
    )  # fmt: skip
    ask = to_disruption(room, panel, qtbot)
    qtbot.keyClicks(ask.line, "CAWN on Darren Pike, Jayden O'Brien, by 3 Dec")
    assert ask.found.lines.lines[0].words == "Agree: Child Abduction Warning Notice"
    assert "D.P." in ask.found.lines.lines[0].soft and "3 Dec" in ask.found.lines.lines[0].soft
    press(ask.line, RETURN, qtbot)
    [measure] = panel.item("V1").measures
    assert (measure.against, measure.lead) == ("Darren Pike", "Jayden O'Brien")
    assert measure.due_on == date(2026, 12, 3)


def test_a_measure_against_somebody_on_no_record_is_never_one_against_the_child(room, panel, qtbot):
    panel.workspace.conduct.confirm_mention(panel.items["V1"], panel.subjects["Darren Pike"], "Daz")
    ask = to_disruption(room, panel, qtbot)
    answer(ask, "closure notice at Station Road garage block, Police, by 3 Dec", qtbot)
    [measure] = panel.item("V1").measures
    assert measure.against is None and "Station Road garage block" in measure.conditions
    assert measure.due_on == date(2026, 12, 3)


def test_a_reason_that_names_a_measure_is_still_a_reason(room, panel, qtbot):
    ask = closing(room, panel, qtbot, "O1")
    answer(ask, "Not needed, police hold a CAWN already", qtbot)
    assert panel.item("O1").measures == ()
    assert point(panel, "disruption", "O1").reason == "Not needed, police hold a CAWN already"


def test_who_tells_the_child_by_when_and_what_is_kept_from_one_breath(room, panel, qtbot):
    ask = closing(room, panel, qtbot)
    answer(ask, "I want to go home", qtbot)
    ask.line.setText("Baines will tell him by Friday")
    assert ask.found.lines.lines[0].words == "Kay Baines tells the child by Friday 13 November 2026"
    ask.line.clear()
    answer(ask, "Baines will tell him by Friday", qtbot)
    answer(ask, "Ola Berg to ring mum once the search is over", qtbot)
    told = {one.whom: (one.teller, one.by_date, one.text) for one in panel.item("V1").tellings}
    assert told == {
        "child": ("Kay Baines", date(2026, 11, 13), None),
        "parents": ("Ola Berg", None, "to ring mum once the search is over"),
    }


def test_words_that_name_nobody_are_no_teller(room, panel, qtbot):
    ask = closing(room, panel, qtbot)
    answer(ask, "Missing at the time of the meeting", qtbot)
    answer(ask, "the social worker", qtbot)
    answer(ask, "Police ask us to wait until the search is done", qtbot)
    item = panel.item("V1")
    assert item.voice_absent_reason == "Missing at the time of the meeting"
    assert [(one.whom, one.teller) for one in item.tellings] == [("child", "the social worker")]
    assert point(panel, "parents_told").reason.startswith("Police ask us to wait")


def test_ctrl_enter_again_closes_the_item_and_loses_no_word(room, panel, qtbot):
    ask = closing(room, panel, qtbot)
    qtbot.keyClicks(ask.line, "I want to go home")
    press(ask.line, RETURN, qtbot, CTRL)
    assert panel.item("V1").voice == "I want to go home"
    assert state_of(panel, "V1") == ItemState.DISCUSSED
    assert ask.isHidden() and room.state.item_id == panel.items["V2"]


def test_turning_elsewhere_takes_the_question_away(room, panel, qtbot):
    ask = closing(room, panel, qtbot)
    press(ask.line, Qt.Key.Key_Down, qtbot, CTRL)
    assert ask.isHidden() and room.state.item_id == panel.items["V2"]
    assert state_of(panel, "V1") == ItemState.OPEN


def test_a_person_of_concern_asks_which_measure_or_why_none(room, panel, qtbot):
    ask = closing(room, panel, qtbot, "O1")
    assert "which measure, or why none" in ask.question.text()
    answer(ask, "CAWN", qtbot)
    assert len(panel.item("O1").measures) == 1
    assert "review date" in ask.question.text()


def test_a_measure_referred_to_is_the_reason_and_never_one_against_that_items_child(
    room, panel, qtbot
):
    ask = closing(room, panel, qtbot, "O1")
    answer(ask, "CAWN agreed under V1", qtbot)
    assert panel.item("O1").measures == ()
    assert point(panel, "disruption", "O1").reason == "CAWN agreed under V1"


def test_the_other_choice_beside_such_a_reason_is_against_the_items_person(room, panel, qtbot):
    answer(closing(room, panel, qtbot, "O1"), "CAWN agreed under V1", qtbot, down=1)
    [measure] = panel.item("O1").measures
    assert measure.against == "Darren Pike"


def test_a_measure_agreed_on_another_item_against_the_person_counts(room, panel, qtbot):
    conduct, person = panel.workspace.conduct, panel.subjects["Darren Pike"]
    made = conduct.disrupt(panel.items["V1"], "CAWN", against_id=person)
    assert point(panel, "disruption", "O1").stands
    ask = closing(room, panel, qtbot, "O1")
    assert "which measure" not in ask.question.text()
    panel.workspace.disruption.move_measure(made, "not pursued", what="No statement")
    assert not point(panel, "disruption", "O1").stands


def test_a_measure_that_a_reader_may_not_see_covers_nothing_for_them(room, panel):
    conduct, person = panel.workspace.conduct, panel.subjects["Darren Pike"]
    conduct.disrupt(panel.items["V1"], "CAWN", against_id=person, sharing=Sharing.CHAIR_ONLY)
    seen = panel.workspace.read_as(panel.workspace.room_reader(panel.meeting, None))
    [told] = [one for one in seen.item(panel.items["O1"]).required if one.code == "disruption"]
    assert not told.stands and point(panel, "disruption", "O1").stands


def test_a_reason_for_no_disruption_is_kept_with_the_item_and_undone(room, window, panel, qtbot):
    ask = closing(room, panel, qtbot, "O1")
    answer(ask, "He is in prison until May", qtbot)
    assert point(panel, "disruption", "O1").reason == "He is in prison until May"
    window.undo()
    assert not point(panel, "disruption", "O1").stands


def test_a_linked_place_asks_for_disruption_on_the_childs_item(room, panel, qtbot):
    register, subjects = panel.workspace.register, panel.subjects
    assert "disruption" not in [one.code for one in panel.item("V1").required]
    register.link(
        subjects["Aidan Ravenscroft"], "frequents", subjects["Skatepark"], confidence="confirmed",
        source="Return interview",
    )  # fmt: skip
    assert not point(panel, "disruption").stands


def test_a_name_confirmed_in_the_text_asks_for_it_too(room, panel):
    conduct, subjects = panel.workspace.conduct, panel.subjects
    conduct.confirm_mention(panel.items["V2"], subjects["Darren Pike"], "Daz")
    assert not point(panel, "disruption", "V2").stands


def test_county_lines_ask_for_the_nrm_and_radicalisation_does_not(room, panel):
    register, child = panel.workspace.register, panel.subjects["Aidan Ravenscroft"]
    register.add_exploitation(child, "Radicalisation", role_in_harm="harmed")
    assert "NRM" not in dict(panel.item("V1").points)
    register.add_exploitation(child, "County lines", role_in_harm="harmed")
    assert dict(panel.item("V1").points)["NRM"] is False


def test_what_is_said_of_the_nrm_is_kept_with_the_item(room, panel, qtbot):
    register, child = panel.workspace.register, panel.subjects["Aidan Ravenscroft"]
    register.add_exploitation(child, "County lines", role_in_harm="harmed")
    ask = closing(room, panel, qtbot)
    answer(ask, "Not seen", qtbot)
    answer(ask, "Yes: council refers by Friday", qtbot)
    assert panel.item("V1").nrm_considered == "Yes: council refers by Friday"


def test_an_item_looked_back_at_closes_without_questions(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    close_item(room)
    room.turn_to(panel.items["V1"])
    settle(room)
    room.finish_item()
    assert room.room.ask.isHidden()


def test_answers_of_points_are_rows_of_their_own(room, panel, qtbot):
    answer(closing(room, panel, qtbot, "O1"), "He is in prison", qtbot)
    with panel.workspace.store.reading() as session:
        rows = session.query(PromptAnswer).all()
        assert [(one.prompt, one.covered) for one in rows] == [("disruption", False)]
