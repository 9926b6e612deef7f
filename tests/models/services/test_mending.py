"""What is kept is mended, taken back and restored on the same record."""

from datetime import date

import pytest
from sqlalchemy import select

from models.entities import Decision, InformationLine
from models.errors import Conflict, Refusal
from models.marks import Information, Sharing
from models.rules.capture import read_line
from models.rules.capture.mending import (
    action_sentence,
    decision_sentence,
    measure_sentence,
    recommendation_sentence,
)
from tests.ui.live.room import hold, small_panel

VISIT = "action Baines to visit the family by 20 Nov"
CAWN = "disrupt CAWN on Darren Pike, police, by 20 Nov"
ADVICE = "rec review the placement by 24 Dec"


@pytest.fixture
def panel(clock):
    """A panel in the middle of its meeting."""
    made = small_panel(clock)
    hold(made)
    yield made
    made.workspace.close()


@pytest.fixture
def conduct(panel):
    return panel.workspace.conduct


def read(panel, sentence):
    context = panel.workspace.read.capture_context(panel.meeting, panel.items["V1"])
    (reading,) = read_line(sentence, context)
    return reading


def keep(panel, *sentences):
    for one in sentences:
        panel.workspace.conduct.keep_line(panel.items["V1"], read(panel, one))


def action(panel):
    (one,) = panel.item("V1").actions
    return one


def mend(panel, row, was, now, **seen):
    return panel.workspace.conduct.mend_entry(row.id, read(panel, was), read(panel, now), seen)


def states(panel, table, row_id):
    return panel.workspace.read.past_states(table, row_id)


def states_in_the_room(panel, table, row_id):
    room = panel.workspace.room_reader(panel.meeting, panel.items["V1"])
    return panel.workspace.read_as(room).past_states(table, row_id)


@pytest.mark.parametrize(
    "typed",
    [
        VISIT,
        "action chair only: O'Brien to check the car at Skatepark by Fri",
        "action check the car",
        "action not for the minutes: Kay Baines to ring the school by end of month",
    ],
)
def test_the_sentence_of_an_action_says_what_was_typed(panel, typed):
    keep(panel, typed)
    was, again = read(panel, typed), read(panel, action_sentence(action(panel)))
    for field in ("kind", "text", "owner", "agency", "due", "sharing", "subject"):
        assert getattr(again, field) == getattr(was, field), field


def test_the_sentences_of_the_others_are_read_as_their_kind(panel):
    keep(panel, CAWN, ADVICE, "decision remain on panel: risk is high")
    item = panel.item("V1")
    measure = read(panel, measure_sentence(item.measures[0]))
    assert measure.measure.code == item.measures[0].type_code
    assert (measure.subject.name, measure.due) == ("Darren Pike", date(2026, 11, 20))
    advice = read(panel, recommendation_sentence(item.recommendations[0]))
    assert (advice.text, advice.due) == ("Review the placement", date(2026, 12, 24))
    decision = read(panel, decision_sentence(item.decision))
    assert (decision.decision, decision.rationale) == ("Remain on panel", "Risk is high")


def test_a_wrong_owner_and_date_are_mended_on_the_same_action(panel):
    keep(panel, VISIT)
    before = action(panel)
    was = action_sentence(before)
    assert mend(panel, before, was, "action O'Brien: visit the family by 27 Nov")
    after = action(panel)
    assert (after.id, after.reference, after.text) == (before.id, before.reference, before.text)
    assert (after.owner, after.agency) == ("Jayden O'Brien", "Police")
    assert after.due_on == date(2026, 11, 27)
    panel.workspace.store.undo()
    assert action(panel) == before


def test_what_the_sentence_does_not_change_stays(panel, conduct):
    conduct.record_action(
        panel.items["V1"], "Visit.", owner="Somebody Else", success="Seen", due_words="soon"
    )
    one = action(panel)
    was = action_sentence(one)
    mend(panel, one, was, was.replace("soon", "by 20 Nov"))
    after = action(panel)
    assert (after.owner, after.success) == ("Somebody Else", "Seen")
    assert after.due_on == date(2026, 11, 20) and after.due_words is None


def test_nothing_changed_is_no_step(panel):
    keep(panel, VISIT)
    number = panel.workspace.store.last_operation
    was = action_sentence(action(panel))
    assert not mend(panel, action(panel), was, was)
    assert panel.workspace.store.last_operation == number


def test_another_kind_is_refused(panel):
    keep(panel, VISIT)
    with pytest.raises(Refusal, match="mends a kept action"):
        mend(panel, action(panel), action_sentence(action(panel)), "rec visit the family")


def test_what_moved_meanwhile_is_not_written_over(panel):
    keep(panel, VISIT)
    one = action(panel)
    was = action_sentence(one)
    mend(panel, one, was, was.replace("20 Nov", "23 Nov"))
    with pytest.raises(Conflict):
        mend(panel, one, was, was.replace("20 Nov", "27 Nov"), due_on=one.due_on)


def test_an_owner_with_a_conflict_is_refused(panel, conduct):
    keep(panel, "action O'Brien to visit the family by 20 Nov")
    conduct.declare(panel.meeting, panel.members["Kay Baines"], "Aunt", panel.items["V1"])
    was = action_sentence(action(panel))
    with pytest.raises(Refusal, match="takes no part"):
        mend(panel, action(panel), was, was.replace("Jayden O'Brien", "Kay Baines"))


def test_a_measure_mended_to_another_target_moves_to_its_plan(panel):
    subjects = panel.subjects
    panel.workspace.register.link(
        subjects["Aidan Ravenscroft"], "frequents", subjects["Skatepark"], confidence="confirmed"
    )
    keep(panel, CAWN)
    (one,) = panel.item("V1").measures
    was = measure_sentence(one)
    mend(panel, one, was, was.replace("Darren Pike", "Skatepark"))
    (after,) = panel.item("V1").measures
    assert (after.id, after.against) == (one.id, "Skatepark")
    assert after.plan_id != one.plan_id


def test_an_entry_is_taken_back_and_undo_brings_it_again(panel, conduct):
    keep(panel, VISIT, CAWN, ADVICE)
    item = panel.item("V1")
    for table, rows in (
        ("action", item.actions),
        ("measure", item.measures),
        ("recommendation", item.recommendations),
    ):
        conduct.take_back_entry(table, rows[0].id)
    gone = panel.item("V1")
    assert not (gone.actions or gone.measures or gone.recommendations)
    assert not panel.workspace.read.plans()
    for _ in range(3):
        panel.workspace.store.undo()
    back = panel.item("V1")
    assert (back.actions, back.measures) == (item.actions, item.measures)
    assert back.recommendations == item.recommendations


def test_an_action_followed_up_and_a_decision_are_not_taken_back(panel, conduct):
    keep(panel, VISIT)
    conduct.update_action(action(panel).id, "in progress", "Visited once")
    with pytest.raises(Refusal, match="followed up"):
        conduct.take_back_entry("action", action(panel).id)
    with pytest.raises(Refusal, match="stands until another"):
        conduct.take_back_entry("decision", 1)


def test_history_says_who_when_and_what_from_what(panel, clock):
    keep(panel, VISIT)
    one = action(panel)
    was = action_sentence(one)
    mend(panel, one, was, was.replace("20 Nov", "27 Nov"))
    latest, first = states(panel, "action", one.id)
    assert latest.now and not first.now
    assert (latest.who, latest.at) == ("Rita Choudhury", clock.now())
    (change,) = latest.changes
    assert (change.field, change.before) == ("by", "Fri 20 Nov 2026")
    assert change.after == "Fri 27 Nov 2026"


def test_an_earlier_state_is_restored_as_one_step(panel, conduct):
    keep(panel, VISIT)
    one = action(panel)
    mend(panel, one, action_sentence(one), "action O'Brien: see the family by 27 Nov")
    conduct.restore_entry("action", one.id, states(panel, "action", one.id)[-1].number)
    assert action(panel) == one
    panel.workspace.store.undo()
    assert action(panel).owner == "Jayden O'Brien"


def test_a_decision_is_restored_with_its_reason(panel, conduct):
    keep(panel, "decision remain on panel: risk is high", "decision refer NRM: first indicators")
    with panel.workspace.store.reading() as session:
        row_id = session.scalar(select(Decision.id))
    first = states(panel, "decision", row_id)[-1]
    conduct.restore_entry("decision", row_id, first.number)
    decision = panel.item("V1").decision
    assert (decision.code, decision.rationale) == ("REMAIN", "Risk is high")


def test_history_shows_nothing_that_the_reader_may_not_read_now(panel, conduct):
    item, police = panel.items["V1"], panel.agencies["Police"]
    line = conduct.say(
        item, police, "A source says.", information=Information.FACT, sharing=Sharing.CHAIR_ONLY
    )
    assert states_in_the_room(panel, "information_line", line) == ()
    conduct.change_line(line, text="Seen near the shops.", sharing="all panel")
    (only,) = states_in_the_room(panel, "information_line", line)
    assert only.now and "Seen near the shops." in {one.after for one in only.changes}
    assert "source" not in str(only)
    assert len(states(panel, "information_line", line)) == 2


def test_a_line_of_intelligence_is_so_no_longer_with_a_reason_alone(panel, conduct):
    item, police = panel.items["V1"], panel.agencies["Police"]
    line = conduct.say(item, police, "Seen by the shop.", information=Information.FACT)
    first = states(panel, "information_line", line)[-1]
    conduct.change_line(line, information="intelligence")
    for act in (
        lambda: conduct.change_line(line, information="fact"),
        lambda: conduct.change_line(line, information="opinion", text="Other", reason=" "),
        lambda: conduct.restore_entry("information_line", line, first.number),
    ):
        with pytest.raises(Refusal, match="Say why"):
            act()
    conduct.change_line(line, information="fact", reason="On the shop's camera")
    told = states(panel, "information_line", line)
    assert [(one.field, one.after) for one in told[0].changes] == [
        ("kind", "fact"),
        ("because", "On the shop's camera"),
    ]
    verified = told[0].number
    conduct.change_line(line, information="intelligence")
    conduct.restore_entry("information_line", line, verified)
    with panel.workspace.store.reading() as session:
        kept = session.get(InformationLine, line)
        assert (kept.information, kept.kind_reason) == ("fact", "On the shop's camera")


def test_an_owner_given_afterwards_brings_the_agency(panel):
    keep(panel, VISIT)
    before = action(panel)
    mend_owner = panel.workspace.actions.change
    mend_owner(before.id, "owner_name", "Rita Choudhury", before.owner)
    (now,) = panel.item("V1").actions
    assert (now.owner_id, now.agency) == (
        panel.members["Rita Choudhury"],
        "Children's social care",
    )


def test_a_name_that_two_members_bear_is_nobodys_until_one_is_chosen(panel, conduct):
    panel.workspace.panel.add_member("Kay Baines", panel.agencies["Police"])
    conduct.record_action(panel.items["V1"], "Visit", owner="Kay Baines")
    assert (action(panel).owner_id, action(panel).agency) == (None, None)


def test_an_hour_added_to_a_sentence_is_kept_and_read_again_as_it_stands(panel):
    keep(panel, VISIT)
    row = action(panel)
    sentence = action_sentence(row)
    assert mend(panel, row, sentence, f"{sentence} at 4pm", text=row.text)
    kept = action(panel)
    assert (kept.text, kept.due_on) == (f"{row.text} (at 4pm)", row.due_on)
    again = read(panel, action_sentence(kept))
    assert (again.text, again.due) == (kept.text, kept.due_on)


def test_an_owner_on_no_list_is_nobody_who_owned_it_before(panel):
    keep(panel, VISIT)
    before = action(panel)
    change = panel.workspace.actions.change
    change(before.id, "owner_name", "Rita Choudhury", before.owner)
    change(before.id, "owner_name", "The boxing club", "Rita Choudhury")
    (now,) = panel.item("V1").actions
    assert (now.owner_id, now.owner) == (None, "The boxing club")


def test_an_owner_is_a_member_however_capitals_and_accents_are_written(panel):
    member = panel.workspace.panel.add_member("Órla Éames", panel.agencies["Police"], "Officer")
    keep(panel, VISIT)
    before = action(panel)
    panel.workspace.actions.change(before.id, "owner_name", "órla eames", before.owner)
    (now,) = panel.item("V1").actions
    assert (now.owner_id, now.owner) == (member, "Órla Éames")
