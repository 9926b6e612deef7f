"""A review is held when its subject comes to a meeting, by whatever way it came there."""

from collections.abc import Iterator
from datetime import date

import pytest

from models.clock import SetClock
from tests.models.services.rooms import RunningRoom, running_room

DUE, LATER = date(2026, 12, 10), date(2027, 1, 7)


@pytest.fixture
def room(clock: SetClock) -> Iterator[RunningRoom]:
    made = running_room(clock)
    made.workspace.conduct.review_on(made.child_item, DUE)
    yield made
    made.workspace.close()


def _proposed(room: RunningRoom, meeting: int) -> list[str]:
    pool = room.workspace.read.pool(meeting)
    return [one.why for one in pool if one.subject_id == room.child and "due" in one.why]


def test_a_child_added_by_hand_is_not_proposed_for_review_again(room: RunningRoom) -> None:
    agenda = room.workspace.agenda
    meeting, after = agenda.plan_meeting(DUE), agenda.plan_meeting(LATER)
    assert _proposed(room, meeting) and _proposed(room, after)
    agenda.add(meeting, room.child)
    assert _proposed(room, after) == []


def test_a_child_taken_off_the_agenda_is_due_again(room: RunningRoom) -> None:
    agenda = room.workspace.agenda
    meeting = agenda.plan_meeting(DUE)
    item = agenda.add(meeting, room.child)
    agenda.remove(item)
    assert _proposed(room, meeting)


def test_a_review_due_after_the_meeting_stays_due(room: RunningRoom) -> None:
    agenda = room.workspace.agenda
    earlier, meeting = agenda.plan_meeting(date(2026, 12, 3)), agenda.plan_meeting(DUE)
    agenda.add(earlier, room.child)
    assert _proposed(room, meeting)
