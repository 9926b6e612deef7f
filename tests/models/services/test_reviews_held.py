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


def _own(room: RunningRoom, meeting: int, subject: int) -> list[str]:
    return [one.why for one in room.workspace.read.pool(meeting) if one.subject_id == subject]


def test_a_group_proposes_itself_by_its_own_day_of_review(room: RunningRoom) -> None:
    agenda, register = room.workspace.agenda, room.workspace.register
    group = register.add_group("Canal Boys")
    early, meeting, after = (agenda.plan_meeting(day) for day in (date(2026, 12, 3), DUE, LATER))
    register.assess_group(group, people="Friends", review_on=DUE)
    assert _own(room, early, group) == []
    assert _own(room, meeting, group) == ["Review of this group, due 10 December"]
    agenda.add(meeting, group)
    assert _own(room, meeting, group) == _own(room, after, group) == []
    register.assess_group(group, people="Friends still", review_on=LATER)
    assert _own(room, after, group) == ["Review of this group, due 7 January"]
    register.close(group, "They have all moved", "Ann Patel")
    assert _own(room, after, group) == []


def test_a_return_that_was_agreed_is_not_told_twice(room: RunningRoom) -> None:
    agenda, register = room.workspace.agenda, room.workspace.register
    place = register.add_place("Skatepark", review_on=date(2026, 11, 20))
    meeting, after = agenda.plan_meeting(DUE), agenda.plan_meeting(LATER)
    assert _own(room, meeting, place) == ["Review of this place, due 20 November"]
    item = agenda.add(meeting, place)
    room.workspace.conduct.review_on(item, LATER)
    assert room.workspace.read.place(place).review_on == LATER
    assert _own(room, after, place) == ["Review agreed by the panel, due 7 January"]


def test_the_day_that_the_panel_agrees_is_that_of_a_person_of_concern_too(
    room: RunningRoom,
) -> None:
    room.workspace.conduct.decide(room.person_item, "DISRUPTION_AGREED", review_on=DUE)
    assert room.workspace.read.person(room.person).review_on == DUE
