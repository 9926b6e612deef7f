"""Actions and disagreements climb their ladders; a done action says what it changed."""

from datetime import date, datetime, timedelta

import pytest

from models.clock import SetClock
from models.errors import Refusal
from models.rules.day_words import in_words
from models.rules.repeats import repeat_words
from models.rules.working_days import add_working_days
from tests.models.services.rooms import RunningRoom, running_room


@pytest.fixture
def room(clock: SetClock) -> RunningRoom:
    return running_room(clock)


def later(room: RunningRoom, days: int) -> None:
    clock = room.workspace.store.clock
    assert isinstance(clock, SetClock)
    clock.set(datetime.combine(clock.today() + timedelta(days=days), datetime.min.time()))


def offers(room: RunningRoom, act: str):
    return [one for one in room.workspace.read.today() if one.offer and one.offer.act == act]


@pytest.fixture
def action(room: RunningRoom) -> int:
    conduct = room.workspace.conduct
    due = room.workspace.store.clock.today() + timedelta(days=28)
    return conduct.record_action(
        room.child_item, "Serve a warning", owner_id=room.detective, due_on=due
    )


def test_late_actions_are_proposed_agency_by_agency_up_to_the_strategic_group(room, action) -> None:
    assert not offers(room, "chase_actions")
    later(room, 26)
    (line,) = offers(room, "chase_actions")
    assert line.text == "Police: A001, due soon" and line.offer.code == "reminder"
    later(room, 4)
    (line,) = offers(room, "chase_actions")
    assert line.offer.code == "owner"
    room.workspace.chasing.actions(line.offer.ids, line.offer.code)
    assert not offers(room, "chase_actions")
    later(room, 10)
    assert offers(room, "chase_actions")[0].offer.code == "manager"
    room.workspace.actions.update(action, "complete", text="Served", changed="He stays away")
    assert not offers(room, "chase_actions")


def test_whoever_said_it_is_done_is_asked_no_more_until_that_is_judged(room, action) -> None:
    def claims() -> list[str]:
        return [one.text for one in room.workspace.read.today() if "to be confirmed" in one.text]

    later(room, 35)
    assert offers(room, "chase_actions") and not claims()
    room.workspace.actions.update(action, "in progress", text="Done 12 Dec, see the log")
    assert not offers(room, "chase_actions")
    assert claims() == ["Police: A001, said to be done, to be confirmed"]
    room.workspace.actions.update(action, "in progress", reason="Nobody was served")
    assert offers(room, "chase_actions") and not claims()
    room.workspace.actions.update(action, "in progress", text="Done now")
    room.workspace.actions.update(action, "complete", text="Served", changed="He stays away")
    assert not offers(room, "chase_actions") and not claims()


def test_an_old_action_without_an_agency_says_so_and_since_when_it_is_late(room) -> None:
    due = room.workspace.store.clock.today() + timedelta(days=1)
    for text in ("Ring the school", "Ask the landlord"):
        room.workspace.conduct.record_action(room.child_item, text, owner="Kit Quill", due_on=due)
    later(room, 5)
    (line,) = offers(room, "chase_actions")
    assert line.text == "Without an agency: A001, A002, 2 working days late"
    later(room, 200)
    (line,) = offers(room, "chase_actions")
    assert line.text == "Without an agency: A001, A002, late since Fri 13 Nov 2026"


def test_each_action_of_a_line_says_how_late_it_is_itself(room) -> None:
    today = room.workspace.store.clock.today()
    for text, days in (("Ring the school", 1), ("Ask the landlord", 4)):
        room.workspace.conduct.record_action(
            room.child_item, text, owner="Kit Quill", due_on=today + timedelta(days=days)
        )
    later(room, 8)
    (line,) = offers(room, "chase_actions")
    told = "Without an agency: A001, 5 working days late; A002, 4 working days late"
    assert line.text == told
    listed = {one.reference: one.standing for one in room.workspace.read.actions(open_only=True)}
    assert listed["A001"] == "overdue by 5 working days"


def test_an_action_late_at_two_meetings_goes_to_the_strategic_group(room, action) -> None:
    chasing = room.workspace.chasing
    later(room, 60)
    chasing.actions((action,), "chair")
    later(room, 1)
    assert not offers(room, "chase_actions")
    for _ in range(2):
        room.workspace.actions.update(action, "carried")
    assert offers(room, "chase_actions")[0].offer.code == "strategic"


def test_meetings_held_since_an_action_was_due_bring_it_to_the_strategic_group(
    room, action
) -> None:
    workspace = room.workspace
    workspace.conduct.close(room.meeting)
    later(room, 60)
    workspace.chasing.actions((action,), "chair")
    for _ in range(2):
        assert not offers(room, "chase_actions")
        meeting = workspace.agenda.plan_meeting(workspace.store.clock.today() + timedelta(days=7))
        later(room, 7)
        workspace.conduct.start(meeting)
        workspace.conduct.close(meeting)
    assert offers(room, "chase_actions")[0].offer.code == "strategic"


def test_a_new_day_that_was_agreed_begins_the_ladder_anew(room, action) -> None:
    workspace = room.workspace
    later(room, 60)
    workspace.chasing.actions((action,), "chair")
    later(room, 1)
    day = workspace.store.clock.today() + timedelta(days=14)
    workspace.actions.update(action, "carried", new_due=day)
    assert not offers(room, "chase_actions")
    later(room, 13)
    assert offers(room, "chase_actions")[0].offer.code == "reminder"
    later(room, 4)
    assert offers(room, "chase_actions")[0].offer.code == "owner"


def test_the_step_names_the_contact_that_the_agency_gave(room, action) -> None:
    workspace = room.workspace
    workspace.panel.change_agency(room.police, escalation_contact="Supt Khan")
    later(room, 36)
    workspace.chasing.actions((action,), "owner")
    later(room, 10)
    assert offers(room, "chase_actions")[0].detail == "next: Supt Khan, Police"


def test_a_form_asks_what_a_done_action_changed_and_the_bar_keeps_it_apart(room, action) -> None:
    actions = room.workspace.actions
    with pytest.raises(Refusal) as refused:
        actions.update(action, "complete", text="Served on Monday", changed=" ")
    assert refused.value.field == "changed"
    room.workspace.conduct.update_action(
        action, "complete", "Served on Monday; changed: he stays away from the house"
    )
    (row,) = room.workspace.read.actions()
    assert row.changed == "he stays away from the house"
    assert row.last_update == "Served on Monday"


def line_day(room, working_days: int) -> date:
    """The day so many working days from today."""
    return add_working_days(room.workspace.store.clock.today(), working_days)


def test_a_disagreement_opens_its_ladder_with_a_date_until_it_is_settled(room) -> None:
    conduct = room.workspace.conduct
    conduct.decide(room.child_item, "REMAIN", "The risk stands", dissent="Health disagrees")
    later(room, 1)
    (line,) = offers(room, "chase_dissents")
    assert line.text == "Disagreement on R.A. open for 1 working day"
    assert line.due_on == line_day(room, 0) and line.urgency == "high"
    assert "Health disagrees" not in str(line)
    room.workspace.chasing.dissents(line.offer.ids, line.offer.code)
    (line,) = offers(room, "settle_dissents")
    assert line.due_on == line_day(room, 2) and line.urgency == "medium"
    assert line.detail == f"next: safeguarding leads, by {in_words(line.due_on)}"
    room.workspace.chasing.settle_dissents(line.offer.ids)
    assert not offers(room, "settle_dissents") and not offers(room, "chase_dissents")
    room.workspace.store.undo()
    assert offers(room, "settle_dissents")


def test_a_held_referral_comes_back_to_today_on_its_day(room) -> None:
    referrals = room.workspace.referrals
    day = room.workspace.store.clock.today() + timedelta(days=3)
    one = referrals.add(room.child, received_on=room.workspace.store.clock.today())
    referrals.hold(one, "School's view is missing", day)

    def shown() -> bool:
        return any("Chase what is missing" in line.text for line in room.workspace.read.today())

    assert not shown()
    later(room, 3)
    assert shown()


@pytest.mark.parametrize(
    ("before", "last", "words"),
    [
        ([], None, ""),
        ([date(2026, 5, 1)], None, "Second time in 12 months"),
        (
            [date(2026, 5, 1), date(2026, 8, 1)],
            (2, 5),
            "Third time in 12 months; last time 2 of 5 actions done",
        ),
        ([date(2026, 8, 1)], (1, 1), "Second time in 12 months; last time 1 of 1 action done"),
        (
            [date(2024, 3, 1)],
            (0, 0),
            "Referred before, in March 2024; last time no action was agreed",
        ),
    ],
)
def test_a_repeat_is_told_in_words(before, last, words) -> None:
    assert repeat_words(date(2026, 11, 12), before, last) == words


def test_the_triage_card_says_how_often_and_what_was_done(room, action) -> None:
    workspace = room.workspace
    workspace.referrals.add(room.child, received_on=date(2026, 10, 1))
    workspace.conduct.decide(room.child_item, "REMAIN", "The risk stands")
    workspace.conduct.finish_item(room.child_item)
    workspace.conduct.not_reached(room.meeting)
    workspace.conduct.close(room.meeting)
    again = workspace.referrals.add(room.child, received_on=workspace.store.clock.today())
    card = workspace.read.referral(again)
    assert card.repeats == "Second time in 12 months; last time 0 of 1 action done"


def test_which_came_before_goes_by_its_day_not_by_when_it_was_entered(room, action) -> None:
    workspace = room.workspace
    add, read = workspace.referrals.add, workspace.read.referral
    later = add(room.child, received_on=date(2026, 11, 2))
    earlier = add(room.child, received_on=date(2026, 10, 20))
    assert read(earlier).repeats == ""
    assert read(later).repeats == "Second time in 12 months"


def test_what_was_agreed_at_its_own_meeting_is_not_of_the_time_before(room, action) -> None:
    workspace = room.workspace
    first, again = (
        workspace.referrals.add(room.child, received_on=date(2026, 10, day)) for day in (1, 20)
    )
    workspace.conduct.decide(room.child_item, "REMAIN", "The risk stands")
    workspace.conduct.finish_item(room.child_item)
    workspace.conduct.not_reached(room.meeting)
    workspace.conduct.close(room.meeting)
    assert workspace.read.referral(first).repeats == ""
    assert workspace.read.referral(again).repeats == "Second time in 12 months"


def test_a_record_folded_into_another_counts_with_it(room) -> None:
    workspace = room.workspace
    other = workspace.register.add_child("Aidan Raven")
    workspace.referrals.add(other, received_on=date(2026, 10, 1))
    again = workspace.referrals.add(room.child, received_on=date(2026, 10, 20))
    assert workspace.read.referral(again).repeats == ""
    workspace.register.same(room.child, other, "One birth certificate")
    assert workspace.read.referral(again).repeats == "Second time in 12 months"
