"""Missing episodes, return interviews, strategy meetings and the NRM as a person keeps them."""

from datetime import date, datetime, timedelta

import pytest

from models.errors import Conflict, Refusal
from models.records.clocks import MISSING

NOW = datetime(2026, 11, 12, 9, 30)


@pytest.fixture
def workspace(panel):
    return panel


@pytest.fixture
def child(workspace):
    return workspace.register.add_child("Ivy Ashdown", plan="CiN plan")


def episode(workspace, child, hours=30):
    back = NOW - timedelta(hours=hours)
    return workspace.register.add_episode(
        child, reported_at=back - timedelta(hours=6), returned_at=back
    )


def the(workspace, child):
    return workspace.read.child(child).episodes[0]


def test_an_episode_is_mended_field_by_field_and_undone(workspace, child):
    mend, one = workspace.register.mend_episode, episode(workspace, child)
    mend(one, "found_by", "Officers", None)
    mend(one, "kind", "absent", "missing")
    mend(one, "prevention_check", True, None)
    assert the(workspace, child).values["found_by"] == "Officers"
    with pytest.raises(Conflict):
        mend(one, "found_by", "Her aunt", None)
    for field, value in (("reported_at", None), ("returned_at", NOW + timedelta(hours=1)),
                         ("returned_at", NOW - timedelta(days=9)), ("kind", "somewhere"),
                         ("strategy_reason", "no")):  # fmt: skip
        with pytest.raises(Refusal) as refused:
            mend(one, field, value, the(workspace, child).values.get(field))
        assert refused.value.field == field
    workspace.store.undo()
    assert the(workspace, child).values["prevention_check"] is None


def test_an_interview_is_offered_declined_and_held_after_all(workspace, child):
    mend, one = workspace.register.mend_interview, episode(workspace, child)
    mend(one, "offered_at", NOW - timedelta(hours=20), None)
    assert the(workspace, child).clock == "42 h left of 72 h, offered, no answer yet"
    mend(one, "declined_reason", "Child declined", None)
    assert (the(workspace, child).stage, the(workspace, child).interview["accepted"]) == (
        "declined", False,
    )  # fmt: skip
    mend(one, "conducted_at", NOW - timedelta(hours=2), None)
    held = the(workspace, child)
    assert (held.clock, held.interview["accepted"]) == ("held after 28 h", True)
    assert held.interview["declined_reason"] is None
    with pytest.raises(Refusal) as refused:
        mend(one, "conducted_at", NOW - timedelta(days=5), NOW - timedelta(hours=2))
    assert refused.value.field == "conducted_at"


def test_what_was_learned_is_offered_as_links_and_gone_through(workspace, child):
    one = episode(workspace, child)
    place = workspace.register.add_place("Beck Street skatepark")
    with pytest.raises(Refusal):
        workspace.register.gone_through(one)
    workspace.register.mend_interview(one, "learned", "She was at Beck Street skatepark.", None)
    (offer,) = workspace.read.mentions(child)
    assert (offer.subject_id, offer.where) == (place, "Return interview")
    workspace.register.link_mention(*offer.key, (child, "frequents", place), "Return interview")
    assert workspace.read.mentions(child) == ()
    workspace.register.gone_through(one)
    assert the(workspace, child).interview["gone_through_on"] == NOW.date()


def test_an_episode_entered_by_mistake_goes_with_its_interview_and_comes_back(workspace, child):
    one = episode(workspace, child)
    workspace.register.add_interview(one, conducted_at=NOW - timedelta(hours=1))
    workspace.register.remove_episode(one)
    assert workspace.read.child(child).episodes == ()
    workspace.store.undo()
    assert the(workspace, child).interview_done_at is not None


def test_three_episodes_propose_a_strategy_meeting_until_it_is_held_or_not_needed(workspace, child):
    register, read = workspace.register, workspace.read
    for hours in (900, 400, 30):
        last = episode(workspace, child, hours)
    (found,) = read.strategy_proposals(child)
    assert (found.episodes, found.days, found.episode_id) == (3, 90, last)
    with pytest.raises(Refusal):
        register.no_strategy(last, " ")
    register.no_strategy(last, "Discussed at the core group on Tuesday")
    assert read.strategy_proposals() == ()
    last = episode(workspace, child, 5)
    assert read.strategy_proposals()[0].episodes == 4
    register.strategy_held(last, NOW.date())
    assert read.strategy_proposals() == ()
    workspace.store.undo()
    workspace.panel.set("strategy_episodes", "5")
    assert read.strategy_proposals() == ()


def test_the_nrm_goes_step_by_step_and_the_childs_line_follows(workspace, child):
    register, read = workspace.register, workspace.read

    def stands():
        return read.child(child).row.nrm

    with pytest.raises(Refusal) as refused:
        register.add_nrm(child, to_refer=False)
    assert refused.value.field == "reason"
    one = register.add_nrm(child, to_refer=True, first_responder="Tarn High School")
    assert stands() == "To be referred"
    (row,) = read.nrm_of(child)
    assert row.warning.startswith("Tarn High School is no first responder")
    register.mend_nrm(one, "first_responder", "Police", "Tarn High School")
    register.mend_nrm(one, "referred_on", date(2026, 11, 2), None)
    (row,) = read.nrm_of(child)
    assert row.warning.startswith("Referred on Mon 2 Nov 2026, before")
    register.mend_nrm(one, "considered_on", date(2026, 11, 2), row.considered_on)
    register.mend_nrm(one, "deciding_body", "sca", None)
    (row,) = read.nrm_of(child)
    assert (row.due, row.overdue, row.warning) == (date(2026, 11, 9), True, "")
    assert stands() == "Referred, awaiting decision"
    with pytest.raises(Refusal):
        register.mend_nrm(one, "reasonable_grounds_on", date(2026, 11, 1), None)
    with pytest.raises(Refusal):
        register.mend_nrm(one, "reasonable_grounds", "perhaps", None)
    register.mend_nrm(one, "reasonable_grounds", "positive", None)
    assert stands() == "Positive reasonable grounds"
    with pytest.raises(Conflict):
        register.mend_nrm(one, "reference", "NRM 2", "NRM 1")
    register.remove_nrm(one)
    assert stands() is None
    workspace.store.undo()
    assert stands() == "Positive reasonable grounds"


def test_a_referral_to_be_decided_keeps_its_clock_when_the_nrm_is_considered_again(
    workspace, child
):
    register, read = workspace.register, workspace.read
    first = register.add_nrm(child, to_refer=True, referred_on=date(2026, 11, 2))
    register.mend_nrm(first, "deciding_body", "sca", None)
    register.add_nrm(child, to_refer=True)
    assert [one.awaited for one in read.nrm_of(child)] == [
        "Referral to be made", "Reasonable grounds decision",
    ]  # fmt: skip
    assert ("NRM", first) in [one.key for one in read.clocks()]
    words = [words for words, _ in read.child(child).flags]
    assert "NRM referral to be made since 12 Nov" in words
    assert any(one.startswith("NRM decision") for one in words)


def test_every_clock_stands_on_one_board_what_is_over_first(workspace, child):
    register = workspace.register
    register.set_status(child, date(2026, 11, 1), plan="CiN plan")
    register.add_assessment(child, assessed_on=date(2026, 10, 15), level="Medium")
    late = episode(workspace, child, 80)
    episode(workspace, child, 10)
    register.add_episode(child, reported_at=NOW - timedelta(hours=3))
    one = register.add_nrm(child, to_refer=True)
    register.mend_nrm(one, "referred_on", date(2026, 11, 10), None)
    register.mend_nrm(one, "deciding_body", "sca", None)
    found = [(row.kind, row.words, row.urgency) for row in workspace.read.clocks()]
    assert found == [
        ("Missing now", "missing for 3 h", "high"),
        ("Return interview", "8 h over 72 h, not offered yet", "high"),
        ("Risk assessment", "3 days left", "medium"),
        ("Strategy meeting", "proposed: missing 3 times", "medium"),
        ("Return interview", "62 h left of 72 h, not offered yet", "plain"),
        ("NRM", "5 days left, aimed at by Tue 17 Nov 2026", "plain"),
    ]
    assert workspace.read.clocks()[1].key == ("Return interview", late)


def test_who_is_missing_stays_on_the_board_however_long(workspace, child):
    register, read = workspace.register, workspace.read
    before = register.add_episode(child, reported_at=NOW - timedelta(days=300))
    one = register.add_episode(child, reported_at=NOW - timedelta(days=120))
    board = [(row.key[1], row.words, row.urgency) for row in read.clocks() if row.key[0] == MISSING]
    assert board == [(one, "no return recorded for 120 days", "medium")]
    (line,) = [line for line in read.today() if line.goes_to == "clocks"]
    assert line.text == "1 child without a return recorded for over four weeks"
    register.change_episode(one, returned_at=NOW - timedelta(days=118))
    assert not [row for row in read.clocks() if row.key[0] == MISSING]
    assert before in [episode.id for episode in read.child(child).episodes]


def test_a_later_episode_under_another_record_of_the_child_says_that_it_was_back(workspace, child):
    register, read = workspace.register, workspace.read
    register.add_episode(child, reported_at=NOW - timedelta(days=40))
    other = register.add_child("Ivy Ashdowne")
    episode(workspace, other, 80)
    assert [row.child_id for row in read.clocks() if row.key[0] == MISSING] == [child]
    register.same(child, other, "One child")
    assert not [row for row in read.clocks() if row.key[0] == MISSING]


def test_more_children_than_are_named_are_counted_on_today(workspace):
    for number in range(7):
        one = workspace.register.add_child(f"Child {number}")
        workspace.register.add_episode(one, reported_at=NOW - timedelta(days=number + 1))
    said = [line.text for line in workspace.read.today()]
    assert sum(text.startswith("Missing, no return recorded") for text in said) == 5
    assert "2 children missing besides" in said


def test_more_strategy_meetings_than_are_named_are_counted_on_today(workspace):
    for number in range(7):
        one = workspace.register.add_child(f"Child {number}")
        for hours in (400, 200, 80):
            episode(workspace, one, hours)
    said = [line.text for line in workspace.read.today()]
    assert sum(text.startswith("Strategy meeting proposed: ") for text in said) == 5
    assert "Strategy meetings proposed: 2 more" in said


def test_whom_nobody_told_is_named_the_oldest_first_and_the_rest_counted(workspace, child):
    conduct, clock = workspace.conduct, workspace.store.clock
    meeting = workspace.agenda.plan_meeting(NOW.date())
    item = workspace.agenda.add(meeting, child)
    conduct.start(meeting)
    for number in range(7):
        day = NOW.date() + timedelta(days=7 - number)
        conduct.tell(item, f"aunt {number}", "Kay Baines", day, "What was agreed")
    clock.move(timedelta(days=30))
    said = [line.text for line in workspace.read.today() if line.text.startswith("Not told yet")]
    assert said == [
        *(f"Not told yet, aunt {number}: I.A." for number in (6, 5, 4, 3, 2)),
        "Not told yet, of children: 2 more",
    ]


def test_what_presses_of_them_is_on_today(workspace, child):
    episode(workspace, child, 400)
    episode(workspace, child, 80)
    workspace.register.add_episode(child, reported_at=NOW - timedelta(hours=3))
    one = workspace.register.add_nrm(child, to_refer=True)
    workspace.register.mend_nrm(one, "referred_on", date(2026, 11, 2), None)
    workspace.register.mend_nrm(one, "deciding_body", "sca", None)
    said = [(line.text, line.goes_to) for line in workspace.read.today()]
    for line in (
        ("Return interview, 8 h over 72 h, not offered yet: I.A.", "episodes"),
        ("NRM, reasonable grounds decision overdue: I.A.", "nrm"),
        ("Missing, no return recorded: I.A.", "philomena"),
        ("Strategy meeting proposed: I.A.", "episodes"),
    ):
        assert line in said


def test_interviews_long_overdue_are_on_today_as_on_the_clocks(workspace, child):
    for days in (41, 87, 100):
        episode(workspace, child, days * 24)
    said = [line.text for line in workspace.read.today() if "Return interview" in line.text]
    assert said == [
        "Return interview, 84 days over 72 h, not offered yet: I.A.",
        "Return interview, 38 days over 72 h, not offered yet: I.A.",
    ]
    owed = [row for row in workspace.read.clocks() if row.section == "episodes" and row.due]
    assert len(owed) == 2
    for days in (50, 55, 60, 65):
        episode(workspace, child, days * 24)
    said = [line.text for line in workspace.read.today() if "Return interview" in line.text]
    assert len(said) == 6 and said[-1] == "Return interviews long overdue: 1 more"


def test_a_child_with_two_records_is_called_by_the_one_that_stands(workspace, child):
    other = workspace.register.add_child("Ashdown Ivy Rose")
    back = episode(workspace, other, 80)
    episode(workspace, child, 80)
    workspace.register.same(child, other, "One birth certificate")
    (line,) = [one for one in workspace.read.today() if "Return interview" in one.text]
    assert (line.text[-5:], line.target_id) == (" I.A.", child)
    workspace.register.add_interview(back, declined_reason="She would not talk")
    assert not [one for one in workspace.read.today() if "Return interview" in one.text]


def test_a_referral_of_a_joined_record_is_called_by_the_record_that_stands(workspace, child):
    other = workspace.register.add_child("Rose Ivy")
    day = NOW.date()
    workspace.referrals.add(other, received_on=day, immediate_risk=True)
    held = workspace.referrals.add(other, received_on=day, immediate_risk=False)
    workspace.referrals.hold(held, "The school's word", day)
    workspace.register.same(child, other, "One birth certificate")
    said = [line.text for line in workspace.read.today()]
    assert not [text for text in said if "R.I." in text]
    for start in ("Triage I.A.", "I.A.: ", "Chase what is missing: I.A."):
        assert [text for text in said if text.startswith(start)], start


def test_a_decision_that_a_paper_tells_of_is_put_to_its_referral(workspace):
    def told(status, day):
        paper = f"Tracker {day}\nName,Date of birth,NRM status\nIvy Ashdown,02/04/2011,{status}\n"
        workspace.papers.keep(workspace.papers.preview([(f"{day}.csv", paper.encode())]))

    register, read = workspace.register, workspace.read
    child = register.add_child("Ivy Ashdown", birth_date=date(2011, 4, 2))
    one = register.add_nrm(child, to_refer=True)
    register.mend_nrm(one, "referred_on", date(2026, 11, 10), None)
    told("RG positive", "12/11/2026")
    (row,) = read.nrm_of(child)
    assert (row.reasonable_grounds, row.stage) == ("Positive", "rg positive")


def test_who_was_told_and_when_is_kept_after_the_meeting(workspace, child):
    register, read, conduct = workspace.register, workspace.read, workspace.conduct
    meeting = workspace.agenda.plan_meeting(NOW.date())
    item = workspace.agenda.add(meeting, child)
    conduct.start(meeting)
    conduct.tell(item, "child", "Kay Baines", date(2026, 11, 13), "What was agreed")
    parents = conduct.tell(item, "mother", "Kay Baines", date(2026, 11, 13), "not to be told yet")
    conduct.close(meeting)
    clock = workspace.store.clock
    clock.move(timedelta(days=2))
    board = [(one.words, one.detail, one.section) for one in read.clocks()
             if one.kind == "To be told"]  # fmt: skip
    assert board == [("1 day over", "child, by Kay Baines", "agreed")]
    assert ("Not told yet, child: I.A.", "agreed") in [
        (line.text, line.goes_to) for line in read.today()
    ]
    told, mother = read.tellings_of(child)
    assert (told.told_on, mother.id, mother.not_told) == (None, parents, True)
    for day in (date(2026, 11, 11), date(2026, 11, 20)):
        with pytest.raises(Refusal) as refused:
            register.told(told.id, day)
        assert refused.value.field == "told_on"
    register.told(told.id, date(2026, 11, 13))
    assert read.tellings_of(child)[0].told_on == date(2026, 11, 13)
    assert not [one for one in read.clocks() if one.kind == "To be told"]
    register.told(told.id, None)
    assert read.tellings_of(child)[0].told_on is None


def test_an_episode_entered_twice_is_one_child_missing_and_none_once_back(workspace, child):
    register, read, gone = workspace.register, workspace.read, NOW - timedelta(hours=9)
    register.add_episode(child, reported_at=gone)
    other = register.add_child("Ivy Ashdowne")
    register.add_episode(other, reported_at=gone)
    register.same(child, other, "Same day of birth")
    assert [row.child_id for row in read.clocks() if row.key[0] == MISSING] == [child]
    again = register.add_child("Bea Poe")
    for _ in range(2):
        back = register.add_episode(again, reported_at=gone)
    assert {row.child_id for row in read.clocks() if row.key[0] == MISSING} == {child, again}
    assert len([row for row in read.clocks() if row.key[0] == MISSING]) == 2
    register.change_episode(back, returned_at=NOW - timedelta(hours=1))
    assert [row.child_id for row in read.clocks() if row.key[0] == MISSING] == [child]
