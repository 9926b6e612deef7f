"""The steps of an item: what is said, judged, decided and agreed, kept as it is left."""

import pytest
from PySide6.QtCore import Qt

from models.entities import AgendaItem, Referral, RiskJudgement
from models.marks import Information, Sharing
from tests.ui.live.test_turning import press, turn

RETURN = Qt.Key.Key_Return


def line_named(item, words):
    """A line of an item by part of its text."""
    return next(line for line in item.lines if words in line.text)


def stand_on(room, panel, words):
    """Stand on a line of the agency round."""
    rounds = room.room.item.agencies.list
    rounds.setFocus()
    rounds.go_to(("line", line_named(room.state.item, words).id))
    return rounds


def test_returns_stand_in_their_agencies_with_kind_and_whether_said(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    lines = room.room.item.agencies.list.lines.lines
    spoken = [line.spoken for line in lines]
    assert "Police, Jayden O'Brien, return in · not yet heard" in spoken
    assert "Fact, Seen near the skatepark with older males., not yet said" in spoken
    assert any(one.startswith("Education, apologies, information sent") for one in spoken)


def test_space_ticks_a_line_as_said_and_takes_the_tick_off(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    rounds = stand_on(room, panel, "skatepark")
    press(rounds, Qt.Key.Key_Space, qtbot)
    assert line_named(panel.item("V1"), "skatepark").said
    press(rounds, Qt.Key.Key_Space, qtbot)
    assert not line_named(panel.item("V1"), "skatepark").said


def test_n_is_nothing_new_for_the_agency_where_the_hand_stands(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    rounds = room.room.item.agencies.list
    rounds.setFocus()
    rounds.go_to(("agency", panel.agencies["Education"]))
    press(rounds, Qt.Key.Key_N, qtbot)
    turns = {one.agency: one.turn for one in panel.item("V1").rounds}
    assert turns["Education"] == "nothing new"


def test_a_line_is_added_with_its_kind_and_sharing(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    rounds = stand_on(room, panel, "skatepark")
    press(rounds, Qt.Key.Key_L, qtbot)
    bar = room.room.item.agencies.bar
    qtbot.keyClicks(bar.text, "Two calls from the interchange")
    bar.kind.set_value(Information.OPINION)
    press(bar.text, RETURN, qtbot)
    added = line_named(panel.item("V1"), "Two calls")
    assert (added.agency, added.information, added.sharing) == ("Police", "opinion", "all panel")
    assert bar.isHidden()


def test_a_line_for_named_agencies_names_them_as_people_write_them(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    rounds = stand_on(room, panel, "skatepark")
    press(rounds, RETURN, qtbot)
    bar = room.room.item.agencies.bar
    bar.sharing.set_value(Sharing.NAMED_AGENCIES)
    press(bar.text, RETURN, qtbot)
    assert "agencies" in bar.error.text()
    bar.agencies.setText("police and health")
    press(bar.text, RETURN, qtbot)
    kept = line_named(panel.item("V1"), "skatepark")
    assert kept.shared_with == ("Police", "Health")


def test_k_and_s_change_kind_and_sharing(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    rounds = stand_on(room, panel, "hospital")
    press(rounds, Qt.Key.Key_K, qtbot)
    assert line_named(panel.item("V1"), "hospital").information == "opinion"
    press(rounds, Qt.Key.Key_S, qtbot)
    assert line_named(panel.item("V1"), "hospital").sharing == "chair only"
    assert not any("hospital" in line.words for line in rounds.lines.lines)


def test_intelligence_becomes_a_fact_once_it_is_said_who_verified_it(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    rounds = stand_on(room, panel, "hospital")
    for _ in range(2):
        press(rounds, Qt.Key.Key_K, qtbot)
    assert line_named(panel.item("V1"), "hospital").information == "intelligence"
    press(rounds, Qt.Key.Key_K, qtbot)
    ask = room.room.ask
    assert ask.isVisible() and "who verified it" in ask.question.text()
    press(ask.line, RETURN, qtbot)
    assert "Say why" in ask.error.text()
    assert line_named(panel.item("V1"), "hospital").information == "intelligence"
    qtbot.keyClicks(ask.line, "The ward sister saw it")
    press(ask.line, RETURN, qtbot)
    assert ask.isHidden()
    assert line_named(panel.item("V1"), "hospital").information == "fact"


def test_a_kind_chosen_as_a_line_is_mended_is_asked_about_after_the_words(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    rounds = stand_on(room, panel, "hospital")
    for _ in range(2):
        press(rounds, Qt.Key.Key_K, qtbot)
    press(rounds, RETURN, qtbot)
    bar = room.room.item.agencies.bar
    bar.kind.set_value(Information.OPINION)
    bar.text.setText("In hospital on Monday.")
    press(bar.text, RETURN, qtbot)
    line = line_named(panel.item("V1"), "hospital")
    assert (line.text, line.information) == ("In hospital on Monday.", "intelligence")
    ask = room.room.ask
    assert ask.isVisible() and "opinion now" in ask.question.text()
    qtbot.keyClicks(ask.line, "Only the aunt thinks so")
    press(ask.line, RETURN, qtbot)
    assert line_named(panel.item("V1"), "hospital").information == "opinion"


def test_a_text_is_kept_when_the_room_turns_away(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    room.step_to("0")
    qtbot.keyClicks(room.room.item.presentation.first_field(), "Moved to a new school.")
    turn(room, panel, "V2", qtbot)
    assert panel.item("V1").presentation == "Moved to a new school."
    assert panel.item("V2").presentation is None
    room.step_to("0")
    assert room.room.item.presentation.first_field().toPlainText() == ""


def test_a_half_typed_text_is_there_after_a_stop(room, panel, qtbot):
    panel.workspace.store.keep_draft(f"item.{panel.items['V1']}.voice", "She said that")
    turn(room, panel, "V1", qtbot)
    room.step_to("0")
    voice = room.room.item.presentation.fields["voice"]
    assert voice.text == "She said that"
    assert panel.item("V1").voice is None


def test_a_text_changed_elsewhere_asks_whose_to_keep(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    room.step_to("2")
    analysis = room.room.item.analysis.fields["analysis"]
    qtbot.keyClicks(analysis.editor, "Mine")
    panel.workspace.conduct.write(panel.items["V1"], "analysis", "Theirs", None)
    qtbot.waitUntil(lambda: not analysis.bar.isHidden())
    assert panel.item("V1").analysis == "Theirs"
    analysis.bar.took_mine.emit()


def test_the_level_of_risk_is_kept_when_it_is_chosen_with_what_it_was(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    room.step_to("3")
    step = room.room.item.risk
    step.after.setEditText("High")
    step.after._settle()
    qtbot.keyClicks(step.rationale.editor, "Three episodes in a week.")
    step.flush()
    risk = panel.item("V1").risk
    assert (risk.after, risk.rationale) == ("High", "Three episodes in a week.")


def test_a_reason_without_its_level_waits_as_a_draft(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    room.step_to("3")
    qtbot.keyClicks(room.room.item.risk.rationale.editor, "Because")
    turn(room, panel, "V2", qtbot)
    turn(room, panel, "V1", qtbot)
    room.step_to("3")
    assert room.room.item.risk.rationale.text == "Because"


def choose(step, code):
    """Choose a decision as a person does."""
    step.decision.set_value(code)
    step._settle()


def test_a_plain_decision_is_kept_at_once(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    room.step_to("4")
    choose(room.room.item.decision, "REMAIN")
    assert panel.item("V1").decision.label == "Remain on panel"


def test_a_decision_kept_meanwhile_stands_in_its_step_though_the_hand_is_in_the_field(
    room, panel, qtbot
):
    turn(room, panel, "V1", qtbot)
    room.step_to("3")
    room.room.item.risk.after.setFocus()
    panel.workspace.conduct.decide(panel.items["V1"], "REMAIN", "Adults not yet disrupted")
    room.state.refresh({"decision"})
    step = room.room.item.decision
    room.step_to("4")
    step.decision.setFocus()
    assert step.decision.value() == "REMAIN"
    panel.workspace.conduct.decide(panel.items["V1"], "STEP_UP", "Adults not yet disrupted")
    room.state.refresh({"decision"})
    assert step.decision.value() == "STEP_UP"


def test_an_agency_that_has_said_its_part_has_said_what_it_returned(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    bar = room.room.capture
    qtbot.keyClicks(bar.line, "Police said")
    qtbot.keyClick(bar.line, Qt.Key.Key_Return)
    [police] = [one for one in panel.item("V1").rounds if one.agency == "Police"]
    said = {line.sharing: line.said for line in police.lines}
    assert said == {"all panel": True, "chair only": False}
    panel.workspace.store.undo()
    [police] = [one for one in panel.item("V1").rounds if one.agency == "Police"]
    assert not any(line.said for line in police.lines)


def test_an_owner_goes_by_the_whole_name_where_somebody_here_shares_the_surname(room, panel, qtbot):
    conduct, members = panel.workspace.conduct, panel.members
    other = panel.workspace.panel.add_member("Leah Baines", panel.agencies["Education"])
    turn(room, panel, "V1", qtbot)
    for owner in ("Kay Baines", "Jayden O'Brien"):
        conduct.record_action(panel.items["V1"], f"Visit, {owner}", owner_id=members[owner])
    conduct.attend(panel.meeting, other, "P")
    room.state.refresh()
    shown = [line.soft for line in room.room.agreed.list.lines.lines if "Visit" in line.words]
    assert shown == ["Kay Baines, Health", "O'Brien, Police"]


def test_the_head_keeps_its_reference_when_it_is_revealed(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    room.reveal()
    assert room.room.item.head.name.text() == "V1  Aidan Ravenscroft"


def test_steps_are_called_as_people_call_them(room, panel):
    write, store = panel.workspace.conduct.write, panel.workspace.store
    write(panel.items["V1"], "voice_absent_reason", "Not seen", None)
    assert store.undo_label == "Undo “Write why there is no child's voice”"
    write(panel.items["V1"], "for_file", "The panel heard of him", None)
    assert store.undo_label == "Undo “Write the line for the child's file”"


def test_who_left_for_an_item_is_called_back_as_it_ends(room, panel, qtbot):
    words = []
    room.desk.notice.said.connect(lambda text, _kind: words.append(text))
    kay = panel.members["Kay Baines"]
    panel.workspace.conduct.declare(panel.meeting, kay, "Neighbour", panel.items["V1"])
    room.state.refresh()
    turn(room, panel, "V1", qtbot)
    room.turn_to(panel.items["V2"])
    back = "Call Kay Baines back: the item they left for is over."
    assert words[-1] == back
    qtbot.waitUntil(lambda: panel.item("V2").row.state == "open")
    assert words[-1] == back


def test_arrows_only_look_at_decisions_until_enter(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    room.step_to("4")
    box = room.room.item.decision.decision
    for _ in range(3):
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.currentText() and panel.item("V1").decision is None
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert box.currentText() == ""
    for _ in range([box.itemData(at) for at in range(box.count())].index("REMAIN") + 1):
        qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert panel.item("V1").decision.code == "REMAIN"


def test_a_decision_looked_at_is_kept_on_leaving_the_field_and_undone_with_the_hand_in_it(
    room, window, panel, qtbot
):
    turn(room, panel, "V1", qtbot)
    room.step_to("4")
    step = room.room.item.decision
    choices = [step.decision.itemData(at) for at in range(step.decision.count())]
    for _ in range(choices.index("REMAIN") + 1):
        qtbot.keyClick(step.decision, Qt.Key.Key_Down)
    qtbot.keyClick(step.decision, Qt.Key.Key_Tab)
    assert panel.item("V1").decision.code == "REMAIN"
    step.decision.setFocus()
    qtbot.keyClick(step.decision, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.wait(1)
    assert panel.item("V1").decision is None
    assert step.decision.value() is None


def test_a_reason_that_was_only_begun_outlives_no_other_decision(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    bar, step = room.room.capture, room.room.item.decision
    bar.line.setText("dec close: risk reduced because the plan works")
    bar.keep()
    assert step.rationale.text == "The plan works"
    turn(room, panel, "V2", qtbot)
    turn(room, panel, "V1", qtbot)
    bar.line.setText("dec remain because the pattern continues")
    bar.keep()
    step.basis.setFocus()
    step.decision.setFocus()
    room.finish_item()
    kept = panel.item("V1").decision
    assert (kept.code, kept.rationale) == ("REMAIN", "The pattern continues")


def test_who_left_for_an_item_is_not_counted_as_in_the_room(room, panel, qtbot):
    kay, head = panel.members["Kay Baines"], room.room.head.present
    panel.workspace.conduct.declare(panel.meeting, kay, "Neighbour", panel.items["V1"])
    room.state.refresh()
    assert head.text() == "3 present"
    turn(room, panel, "V1", qtbot)
    assert head.text() == "2 present, 1 out"
    turn(room, panel, "V2", qtbot)
    assert head.text() == "3 present"


def test_who_declared_a_conflict_is_named_as_the_item_opens_and_takes_no_part(room, panel, qtbot):
    conduct, kay = panel.workspace.conduct, panel.members["Kay Baines"]
    conduct.declare(panel.meeting, kay, "Knows the family", panel.items["V1"])
    room.state.refresh({"declaration"})
    turn(room, panel, "V1", qtbot)
    assert "Kay Baines leaves for this item" in room.room.item.head.standing.text()
    bar = room.room.capture
    bar.line.setText("a Kay Baines to visit by Friday")
    bar.understand()
    assert any("takes no part" in warning for warning in bar.readings[0].warnings)
    bar.keep()
    assert not panel.item("V1").actions and "another owner" in bar.error.text()
    turn(room, panel, "V2", qtbot)
    assert "leaves" not in room.room.item.head.standing.text()


def test_a_level_said_in_the_bar_stands_in_its_step_beside_the_one_before(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    before = panel.item("V1").header.risk
    room.room.capture.line.setText("risk v high")
    room.room.capture.keep()
    room.state.catch_up()
    room.step_to("3")
    step = room.room.item.risk
    assert step.after.value() == panel.item("V1").risk.after
    assert step.before.text().startswith(f"Before: {before or 'no level known'}")


def test_what_the_child_says_in_the_referral_is_there_to_take_over(room, panel, qtbot):
    with panel.workspace.store.work("refer", "A referral") as session:
        made = Referral(
            subject_id=panel.subjects["Aidan Ravenscroft"],
            voice="Aidan says he is tired of running.",
            entered_at=panel.clock.now(),
        )
        session.add(made)
        session.flush()
        session.get_one(AgendaItem, panel.items["V1"]).referral_id = made.id
    turn(room, panel, "V1", qtbot)
    room.step_to("0")
    before = room.room.item.presentation.before
    assert before.words.text() == "In the referral: A.R. says he is tired of running."
    before.take.click()
    assert panel.item("V1").voice == "Aidan says he is tired of running."
    assert before.isHidden()


def test_a_closing_decision_waits_for_reason_and_second_person(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    room.step_to("4")
    step = room.room.item.decision
    choose(step, "CLOSE_REDUCED")
    assert "the reason and a second person" in step.standing.text()
    assert panel.item("V1").decision is None
    qtbot.keyClicks(step.rationale.editor, "Stable for six months, plan in place.")
    step.second.set_value("Kay Baines")
    step._settle()
    kept = panel.item("V1").decision
    assert (kept.code, kept.second_person) == ("CLOSE_REDUCED", "Kay Baines")


@pytest.mark.parametrize(("level", "remarked"), [("high", True), ("low", False)])
def test_closing_as_reduced_after_the_risk_rose_is_kept_with_a_remark(
    room, panel, qtbot, level, remarked
):
    told: list[str] = []
    room.room.capture.kept.connect(told.append)
    turn(room, panel, "V1", qtbot)
    panel.workspace.conduct.judge_risk(panel.items["V1"], level.capitalize())
    with panel.workspace.store.work("risk", "Risk before") as session:
        [row] = session.query(RiskJudgement).all()
        row.before, row.direction = "Medium", "increased" if remarked else "decreased"
    room.state.refresh()
    bar = room.room.capture
    bar.line.setText("dec close risk reduced because the plan works, agreed by Kay Baines")
    bar.keep()
    assert panel.item("V1").decision.code == "CLOSE_REDUCED"
    assert ("the risk was judged to rise, to high" in told[-1]) == remarked


def test_a_review_date_as_people_say_it(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    room.step_to("4")
    step = room.room.item.decision
    choose(step, "REMAIN")
    step.review.line.setText("in six weeks")
    step.review._settle()
    assert panel.item("V1").decision.review_on.isoformat() == "2026-12-24"


def test_who_tells_the_child_is_kept_and_ticked(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    room.step_to("4")
    child = room.room.item.decision.telling.parts[0]
    child.teller.set_value("Kay Baines")
    child.text.setText("That people are working to keep him safe")
    child.settle()
    assert panel.item("V1").tellings[0].teller == "Kay Baines"
    assert ("Who tells the child", True) in panel.item("V1").points


def test_whether_it_is_safe_to_write_is_kept_and_no_later_word_loses_it(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    room.step_to("4")
    child = room.room.item.decision.telling.parts[0]
    child.teller.set_value("Kay Baines")
    child.safe.set_value("yes")
    child.settle()
    assert panel.item("V1").tellings[0].safe_to_write is True
    child.text.setText("That people are working to keep him safe")
    child.settle()
    assert panel.item("V1").tellings[0].safe_to_write is True
    child.safe.set_value("no")
    child.settle()
    assert panel.item("V1").tellings[0].safe_to_write is False


def test_forms_agree_an_action_a_measure_and_a_recommendation(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    room.step_to("5")
    agreed = room.room.item.agreed
    agreed.action.text.setText("Visit the school")
    agreed.action.owner.set_value(panel.members["Kay Baines"])
    press(agreed.action.text, RETURN, qtbot)
    agreed.measure.measure.set_value("Child Abduction Warning Notice")
    press(agreed.measure.measure.lineEdit(), RETURN, qtbot)
    agreed.recommendation.text.setText("Weekly check-in at school")
    press(agreed.recommendation.text, RETURN, qtbot)
    item = panel.item("V1")
    assert item.actions[0].owner == "Kay Baines"
    assert "Abduction" in item.measures[0].name
    assert item.recommendations[0].text == "Weekly check-in at school"
    assert agreed.action.text.text() == ""


def test_an_owner_typed_by_name_is_the_member_and_of_that_agency(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    room.step_to("5")
    form = room.room.item.agreed.action
    form.text.setText("Visit the school")
    form.owner.setEditText("kay baines")
    press(form.text, RETURN, qtbot)
    (one,) = panel.item("V1").actions
    assert (one.owner, one.agency) == ("Kay Baines", "Health")
    assert one.owner_id == panel.members["Kay Baines"]


def test_nothing_typed_for_one_child_lands_on_the_next(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    room.step_to("5")
    agreed = room.room.item.agreed
    agreed.action.text.setText("Half an action")
    turn(room, panel, "V2", qtbot)
    assert agreed.action.text.text() == ""


def test_an_earlier_action_not_done_asks_why_in_place(room, panel, qtbot):
    action = panel.workspace.conduct.record_action(
        panel.items["V2"], "Ring the school", subject_id=panel.subjects["Aidan Ravenscroft"]
    )
    turn(room, panel, "V1", qtbot)
    room.step_to("5")
    review = room.room.item.agreed.review.list
    review.go_to(action)
    press(review, Qt.Key.Key_N, qtbot)
    qtbot.keyClicks(room.room.ask.line, "Nobody answered")
    press(room.room.ask.line, RETURN, qtbot)
    found = next(one for one in panel.workspace.read.actions() if one.id == action)
    assert (found.status, found.last_reason) == ("not done", "Nobody answered")


def test_before_you_close_ticks_off_what_stands(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    left = room.room.sheet.open
    assert "Child's voice" in left.accessibleName()
    panel.workspace.conduct.write(panel.items["V1"], "voice", "I want to go home", None)
    qtbot.waitUntil(lambda: "Child's voice" not in left.accessibleName())
