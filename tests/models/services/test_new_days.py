"""What a meeting agreed and is past due before its papers went gets a new day, as one step."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from models.clock import SetClock
from models.errors import Refusal
from models.marks import Role
from models.rules.set_days import passed
from models.services.signed_in import Person
from models.workspace import Workspace
from tests.models.services.rooms import HELD, RunningRoom, running_room

AGREED_FOR, NEW = HELD + timedelta(days=5), HELD + timedelta(days=40)


@pytest.fixture
def room(clock: SetClock) -> Iterator[RunningRoom]:
    """A meeting held a fortnight ago; what it agreed for that week was due before today."""
    made = running_room(clock)
    conduct = made.workspace.conduct
    conduct.recommend(made.child_item, "See her weekly", by_date=AGREED_FOR)
    conduct.record_action(made.child_item, "Visit home", agency_id=made.police, due_on=AGREED_FOR)
    conduct.record_action(made.child_item, "Map the area", agency_id=made.health, due_on=NEW)
    conduct.finish_item(made.child_item)
    conduct.close(made.meeting)
    clock.move(timedelta(days=14))
    yield made
    made.workspace.close()


def test_before_approval_all_that_is_past_due_is_agreed_for_the_new_day(room: RunningRoom) -> None:
    told = room.workspace.minutes.set_new_days(room.meeting, NEW)
    assert told == "2 have a new day, 22 Dec 2026."
    assert _days(room) == [NEW, NEW, NEW]
    assert [one.carried_count for one in room.item().actions] == [0, 0]
    room.workspace.store.undo()
    assert _days(room) == [AGREED_FOR, AGREED_FOR, NEW]


def test_once_approved_a_correction_says_the_new_day_of_what_is_recommended(
    room: RunningRoom,
) -> None:
    minutes = room.workspace.minutes
    chair = Workspace(room.workspace.store, Person(None, "Sam Lee", Role.CHAIR))
    chair.minutes.approve(minutes.draft(room.meeting))
    told = minutes.set_new_days(room.meeting, NEW)
    assert told.endswith("the chair approves it before they go.")
    latest = room.workspace.read.minutes(room.meeting)[0]
    assert (latest.number, latest.state) == (2, "draft")
    assert "R001 (V1) by 22 Dec 2026, in place of 17 Nov 2026" in (latest.corrections or "")
    assert _days(room) == [NEW, NEW, NEW]
    assert [one.carried_count for one in room.item().actions] == [1, 0]


def test_a_day_that_has_passed_too_is_refused_and_so_is_nothing_to_mend(room: RunningRoom) -> None:
    minutes = room.workspace.minutes
    with pytest.raises(Refusal, match="passed too"):
        minutes.set_new_days(room.meeting, HELD)
    minutes.set_new_days(room.meeting, NEW)
    with pytest.raises(Refusal, match="Nothing"):
        minutes.set_new_days(room.meeting, NEW)


def test_what_is_finished_or_answered_is_not_said_to_go_out_past_due(room: RunningRoom) -> None:
    assert _passed(room) == ("A001 (V1), due 17 Nov 2026", "R001 (V1), due 17 Nov 2026")
    item = room.item()
    room.workspace.actions.update(item.actions[0].id, "complete", text="Seen", changed="She talks")
    room.workspace.recommendations.reply(item.recommendations[0].id, "accepted")
    assert _passed(room) == ()


def _days(room: RunningRoom) -> list[date | None]:
    item = room.item()
    asked = [one.by_date for one in item.recommendations]
    return [*asked, *(one.due_on for one in item.actions)]


def _passed(room: RunningRoom) -> tuple[str, ...]:
    item = room.item()
    return passed(item.actions, item.recommendations, room.workspace.store.clock.today())


def test_of_minutes_that_were_recalled_a_correction_says_the_new_day_too(room: RunningRoom) -> None:
    minutes = room.workspace.minutes
    chair = Workspace(room.workspace.store, Person(None, "Sam Lee", Role.CHAIR))
    version = minutes.draft(room.meeting)
    chair.minutes.approve(version)
    minutes.recall(version, "Sent to the wrong worker")
    assert minutes.set_new_days(room.meeting, NEW).endswith("approves it before they go.")
    latest = room.workspace.read.minutes(room.meeting)
    assert [(one.number, one.state) for one in latest] == [(2, "draft"), (1, "recalled")]
    assert [one.carried_count for one in room.item().actions] == [1, 0]
