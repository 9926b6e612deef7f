"""An answer is awaited from the day on which a sheet went, never from the meeting."""

from datetime import date, datetime

import pytest

from models.clock import SetClock
from models.marks import Role
from models.services.signed_in import Person
from models.workspace import Workspace
from tests.models.services.rooms import RunningRoom, running_room, send_sheet


@pytest.fixture
def room(clock: SetClock) -> RunningRoom:
    made = running_room(clock)
    made.workspace.register.change(made.child, "lead_name", "Kim Yates", None)
    made.workspace.conduct.recommend(made.child_item, "Offer mentoring", by_date=date(2026, 11, 23))
    made.workspace.conduct.finish_item(made.child_item)
    made.workspace.conduct.not_reached(made.meeting)
    made.workspace.conduct.close(made.meeting)
    return made


def on(room: RunningRoom, month: int, day: int) -> None:
    room.workspace.store.clock.set(datetime(2026, month, day, 9))


def printed(room: RunningRoom) -> date | None:
    return room.workspace.read.extract_papers(room.child_item).reply_by


def row(room: RunningRoom):
    return room.workspace.read.recommendations()[0]


def today(room: RunningRoom) -> str:
    return "\n".join(f"{one.text} {one.detail}" for one in room.workspace.read.today())


def test_before_its_sheet_went_nothing_is_late_and_today_says_that_it_waits(
    room: RunningRoom,
) -> None:
    on(room, 12, 29)
    assert not row(room).overdue
    assert (row(room).standing, row(room).reply_by) == ("not sent yet", None)
    assert "1 recommendation of Thu 12 Nov 2026 not sent yet" in today(room)
    assert "answer in time" not in today(room) and "no answer" not in today(room)


def test_what_a_sheet_asks_is_what_is_awaited(room: RunningRoom) -> None:
    on(room, 11, 30)
    asked = printed(room)
    assert asked == date(2026, 12, 14)
    send_sheet(room)
    assert (row(room).reply_by, row(room).sent_on) == (asked, date(2026, 11, 30))
    assert "not sent yet" not in today(room)
    on(room, 12, 14)
    assert not row(room).overdue
    on(room, 12, 15)
    assert row(room).standing == "no answer yet, overdue"
    assert "1 recommendation without an answer in time" in today(room)


def test_a_sheet_never_asks_for_a_day_that_is_past(room: RunningRoom) -> None:
    on(room, 11, 16)
    send_sheet(room)
    on(room, 11, 20)
    assert printed(room) == date(2026, 11, 30)
    on(room, 12, 3)
    assert printed(room) == date(2026, 12, 17)
    send_sheet(room)
    assert row(room).reply_by == date(2026, 12, 17)
    assert row(room).sent_on == date(2026, 11, 16)


def test_what_did_not_go_or_was_recalled_is_not_awaited(room: RunningRoom) -> None:
    send_sheet(room, done=False)
    assert row(room).sent_on is None
    version = room.workspace.minutes.draft(room.meeting)
    chair = Workspace(room.workspace.store, Person(None, "Sam Lee", Role.CHAIR)).minutes
    chair.approve(version)
    send_sheet(room)
    assert row(room).sent_on
    room.workspace.minutes.recall(version, "Sent to the wrong worker")
    assert (row(room).sent_on, row(room).reply_by) == (None, None)
    on(room, 12, 29)
    assert not row(room).overdue
    assert row(room).standing == "recalled on 12 Nov 2026, to be sent again"
    assert "1 recommendation of Thu 12 Nov 2026 recalled correct the minutes" in today(room)
    assert "not sent yet" not in today(room)


def test_a_recalled_sheet_that_goes_again_is_awaited_again(room: RunningRoom) -> None:
    recalled(room)
    on(room, 11, 30)
    send_sheet(room)
    assert (row(room).standing, row(room).recalled_on) == ("issued", None)
    assert "nothing is awaited" not in today(room)


def test_what_was_accepted_is_not_chased_while_its_sheet_is_recalled(room: RunningRoom) -> None:
    recalled(room, settled="accepted")
    on(room, 12, 29)
    assert not row(room).overdue
    told = "accepted; recalled on 12 Nov 2026, to be sent again"
    assert row(room).standing == told
    assert "not in the plan" not in today(room) and "1 recommendation of" in today(room)
    send_sheet(room)
    assert row(room).standing == "accepted, not in the plan in time"


def test_words_that_are_put_right_after_a_recall_are_another_version(room: RunningRoom) -> None:
    version = recalled(room)
    room.workspace.minutes.correct(version, "The worker's name")
    room.workspace.recommendations.reword(row(room).id, "Offer a mentor")
    assert row(room).version == 2


@pytest.mark.parametrize("settled", ["rejected", "in plan"])
def test_what_is_settled_says_too_that_its_sheet_was_recalled(
    room: RunningRoom, settled: str
) -> None:
    version = recalled(room, settled=settled)
    told = "in the plan" if settled == "in plan" else settled
    assert row(room).standing == f"{told}; recalled on 12 Nov 2026, to be sent again"
    assert "1 recommendation of Thu 12 Nov 2026 recalled" in today(room)
    room.workspace.minutes.correct(version, "The worker's name")
    send_sheet(room)
    assert (row(room).standing, row(room).status) == (told, settled)


def recalled(room: RunningRoom, *, settled: str = "") -> int:
    """The version of the minutes that were issued with a sheet and recalled."""
    version = room.workspace.minutes.draft(room.meeting)
    Workspace(room.workspace.store, Person(None, "Sam Lee", Role.CHAIR)).minutes.approve(version)
    send_sheet(room)
    care, one = room.workspace.recommendations, row(room).id
    if settled == "in plan":
        care.in_plan(one, date(2026, 11, 12), "Section 4")
    elif settled:
        care.reply(one, settled, reason="No place")
    room.workspace.minutes.recall(version, "Sent to the wrong worker")
    return version


def test_accepted_is_answered_and_late_only_past_its_own_day(room: RunningRoom) -> None:
    on(room, 11, 16)
    send_sheet(room)
    room.workspace.recommendations.reply(row(room).id, "accepted")
    on(room, 11, 23)
    assert row(room).standing == "accepted"
    on(room, 12, 29)
    assert row(room).standing == "accepted, not in the plan in time"
    assert "without an answer" not in today(room)
    assert printed(room) is None


def test_the_day_that_a_plan_gives_is_the_day_from_which_it_is_late(room: RunningRoom) -> None:
    on(room, 11, 16)
    send_sheet(room)
    reply = room.workspace.recommendations.reply
    reply(row(room).id, "accepted", plan_by=date(2026, 12, 7))
    told = "accepted, to be in the plan by 7 Dec (asked for 23 Nov)"
    on(room, 12, 7)
    assert (row(room).standing, row(room).overdue) == (told, False)
    assert row(room).by_date == date(2026, 11, 23)
    assert "not in the plan" not in today(room)
    on(room, 12, 8)
    assert row(room).standing == "accepted, not in the plan by 7 Dec (asked for 23 Nov)"
    assert "1 accepted recommendation not in the plan in time" in today(room)
    assert "not in the plan for 1 working day" in today(room)
    reply(row(room).id, "rejected", reason="No place")
    assert (row(room).plan_by, row(room).standing) == (None, "rejected")


def test_a_plans_own_day_goes_with_the_answer_to_words_that_are_no_longer_asked(
    room: RunningRoom,
) -> None:
    send_sheet(room)
    room.workspace.recommendations.reply(row(room).id, "accepted", plan_by=date(2026, 12, 7))
    room.workspace.recommendations.reword(row(room).id, "Offer a mentor")
    assert row(room).plan_by is None
    assert "to be in the plan by 7 Dec 2026" in (row(room).earlier_answers or "")


def test_a_sheet_of_an_earlier_version_is_recalled_while_the_newer_one_is_awaited(
    room: RunningRoom,
) -> None:
    minutes = room.workspace.minutes
    chair = Workspace(room.workspace.store, Person(None, "Sam Lee", Role.CHAIR)).minutes
    version = minutes.draft(room.meeting)
    chair.approve(version)
    send_sheet(room)
    chair.approve(minutes.correct(version, "The worker's name"))
    on(room, 11, 16)
    send_sheet(room)
    old, new = room.workspace.read.issues(room.meeting)
    minutes.recall_documents([old.id], "The old worker has it")
    assert (row(room).standing, row(room).recalled_on) == ("issued", None)
    minutes.recall_documents([new.id], "So has this one")
    assert row(room).standing == "recalled on 16 Nov 2026, to be sent again"
