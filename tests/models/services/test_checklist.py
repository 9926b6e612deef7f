"""A referral's checklist follows its kind of exploitation; its gaps are asked of who would know."""

from datetime import date, datetime, timedelta

import pytest

from models.clock import SetClock
from models.errors import Refusal
from models.rules.checklist import groups_of, is_said, points_for
from tests.models.services.rooms import RunningRoom, running_room


@pytest.fixture
def room(clock: SetClock) -> RunningRoom:
    made = running_room(clock)
    made.workspace.register.add_exploitation(made.child, "County lines", role_in_harm="victim")
    for agency, kind in ((made.police, "police"), (made.health, "health")):
        made.workspace.panel.change_agency(agency, kind=kind)
    return made


@pytest.fixture
def referral(room: RunningRoom) -> int:
    return room.workspace.referrals.add(
        room.child,
        received_on=room.workspace.store.clock.today(),
        reason="Seen with a knife; owes money. Arrested in May.",
        ask="Disrupt the adults",
        immediate_risk=False,
    )


def points(room: RunningRoom, referral: int):
    return {row.code: row for row in room.workspace.read.referral(referral).checklist}


def test_each_kind_of_exploitation_has_points_of_its_own() -> None:
    criminal = {one.code for one in points_for(groups_of(["County lines"]))}
    sexual = {one.code for one in points_for(groups_of(["CSE"]))}
    assert "has_debt" in criminal and "has_sexual_health" not in criminal
    assert "has_sexual_health" in sexual and "has_debt" not in sexual
    assert criminal & sexual >= {"has_school", "has_family"}


def test_a_point_is_said_by_whole_words_only() -> None:
    (weapons,) = [one for one in points_for({"violence"}) if one.code == "has_weapons"]
    assert is_said(weapons, "found a Knife in his bag")
    assert not is_said(weapons, "penknifemaker")


def test_what_the_referral_says_is_no_gap_and_who_would_know_is_named(room, referral) -> None:
    found = points(room, referral)
    assert not found["has_weapons"].open and not found["has_arrests"].open
    assert found["has_travel"].open and found["has_travel"].agency == "Police"
    assert found["has_substance"].agency == "Health"


def test_gaps_are_asked_of_each_agency_by_a_day_shown_on_today_and_undone(room, referral) -> None:
    workspace = room.workspace
    count = workspace.chasing.ask_gaps(referral)
    assert count > 2 and points(room, referral)["has_travel"].asked == "Police"
    lines = [one for one in workspace.read.today() if one.text.startswith("Asked ")]
    assert {one.text.split(" about")[0] for one in lines} >= {"Asked Police", "Asked Health"}
    assert all(one.due_on is not None for one in lines)
    with pytest.raises(Refusal, match="Nothing is missing"):
        workspace.chasing.ask_gaps(referral)
    workspace.store.undo()
    assert not points(room, referral)["has_travel"].asked


def test_an_answer_ends_the_asking(room, referral) -> None:
    workspace = room.workspace
    workspace.chasing.ask_gaps(referral)
    for code, row in points(room, referral).items():
        if row.asked == "Police":
            workspace.referrals.answer(referral, code, "brought")
    texts = [one.text for one in workspace.read.today()]
    assert not any(text.startswith("Asked Police") for text in texts)
    assert any(text.startswith("Asked Health") for text in texts)


def test_an_urgent_referral_comes_first_at_a_meeting_of_the_next_working_day(
    room, referral
) -> None:
    workspace = room.workspace
    clock = workspace.store.clock
    assert isinstance(clock, SetClock)
    clock.set(datetime(2026, 12, 24, 16))
    meeting = workspace.referrals.meet_out_of_cycle(referral)
    assert workspace.read.meeting(meeting).held_on == date(2026, 12, 29)
    (row,) = workspace.read.running_order(meeting)
    assert (row.subject_id, row.kind) == (room.child, "urgent")
    assert workspace.read.referral(referral).row.state == "accepted"
    workspace.store.undo()
    assert workspace.read.meeting_on(date(2026, 12, 29)) is None
    assert workspace.read.referral(referral).row.state == "new"


def test_why_a_referral_is_turned_away_is_counted_by_a_code(room, referral) -> None:
    referrals = room.workspace.referrals
    with pytest.raises(Refusal, match="list"):
        referrals.decide(referral, "DECLINE", "No", "Jane Khan", "bad weather")
    referrals.decide(referral, "DECLINE", "Held by Channel", "Jane Khan", "elsewhere")
    assert room.workspace.read.referral(referral).reason_code == "elsewhere"
    referrals.reopen(referral, "New information")
    referrals.hold(referral, "Awaiting", room.workspace.store.clock.today() + timedelta(days=2))
    assert room.workspace.read.referral(referral).reason_code is None
