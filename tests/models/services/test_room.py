"""Everyone present as one reader, and what is journalled when something is revealed to them."""

from datetime import datetime, time, timedelta

import pytest
from sqlalchemy import select

from models.clock import SetClock
from models.entities import MeetingEvent
from models.errors import Refusal
from models.marks import Role
from models.services.signed_in import Person
from models.workspace import Workspace
from tests.models.services.rooms import HELD, RunningRoom, running_room


@pytest.fixture
def room(clock: SetClock) -> RunningRoom:
    return running_room(clock)


def test_a_meeting_that_runs_is_known_until_it_is_closed(room: RunningRoom) -> None:
    assert room.workspace.read.running_meeting() == room.meeting
    room.workspace.conduct.close(room.meeting)
    assert room.workspace.read.running_meeting() is None


def test_what_somebody_present_has_an_interest_in_stays_out_of_the_other_items(
    room: RunningRoom,
) -> None:
    conduct = room.workspace.conduct
    conduct.record_action(room.child_item, "Visit the boy at school")
    conduct.declare(room.meeting, room.detective, "Neighbour", room.child_item)
    elsewhere = room.workspace.read_as(room.workspace.room_reader(room.meeting, room.person_item))
    assert elsewhere.item(room.child_item) is None
    item = elsewhere.item(room.person_item)
    assert item is not None
    assert [link.other_label for link in item.links] == []
    read_back = room.workspace.read_as(room.workspace.room_reader(room.meeting))
    assert read_back.actions(meeting_id=room.meeting) == ()


def test_whoever_has_an_interest_steps_out_and_the_others_go_on(room: RunningRoom) -> None:
    conduct = room.workspace.conduct
    conduct.declare(room.meeting, room.detective, "Neighbour", room.child_item)
    reader = room.workspace.room_reader(room.meeting, room.child_item)
    assert room.police not in reader.agency_ids
    assert room.workspace.read_as(reader).item(room.child_item) is not None


def test_the_room_never_shows_what_the_signed_in_person_has_an_interest_in(
    room: RunningRoom,
) -> None:
    store = room.workspace.store
    room.workspace.conduct.declare(room.meeting, room.nurse, "Neighbour", room.child_item)
    room.workspace.conduct.attend(room.meeting, room.nurse, "A")
    theirs = Workspace(store, Person(None, "Ann Patel", Role.CHAIR, room.nurse))
    reader = theirs.room_reader(room.meeting)
    assert theirs.read_as(reader).item(room.child_item) is None


def test_a_reveal_is_journalled_and_is_no_step_to_take_back(room: RunningRoom) -> None:
    conduct, store = room.workspace.conduct, room.workspace.store
    conduct.record_action(room.child_item, "Visit the boy at school")
    before = store.undo_label
    conduct.reveal(room.meeting, "Actions")
    conduct.reveal(room.meeting, item_id=room.child_item)
    assert store.undo_label == before
    assert [row.label for row in room.workspace.read.log()[:2]] == [
        "Reveal an item",
        "Reveal the page Actions",
    ]
    with store.reading() as session:
        kept = session.execute(
            select(MeetingEvent.item_id, MeetingEvent.text).where(MeetingEvent.kind == "revealed")
        ).all()
    assert kept == [(None, "Actions"), (room.child_item, None)]
    store.undo()
    assert room.workspace.read.actions(meeting_id=room.meeting) == ()


def test_only_who_may_reveal_in_the_room_does(room: RunningRoom) -> None:
    member = Workspace(room.workspace.store, Person(None, "Jane Khan", Role.MEMBER, room.detective))
    with pytest.raises(Refusal):
        member.conduct.reveal(room.meeting, "Actions")


def test_a_core_member_for_whom_nothing_was_taken_counts_as_in_the_room(
    room: RunningRoom,
) -> None:
    health = room.workspace.panel.add_agency("Hospital trust")
    matron = room.workspace.panel.add_member("Ada Finch", health, "Matron", core=True)
    assert health in room.workspace.room_reader(room.meeting, room.child_item).agency_ids
    room.workspace.conduct.attend(room.meeting, matron, "A")
    assert health not in room.workspace.room_reader(room.meeting, room.child_item).agency_ids


def test_a_meeting_is_held_on_the_day_on_which_it_is_started(
    room: RunningRoom, clock: SetClock
) -> None:
    workspace = room.workspace
    workspace.conduct.close(room.meeting)
    later = workspace.agenda.plan_meeting(HELD + timedelta(days=30))
    clock.set(datetime.combine(HELD + timedelta(days=29), time(10)))
    workspace.conduct.start(later)
    assert workspace.read.meeting(later).held_on == HELD + timedelta(days=29)
    workspace.store.undo()
    assert workspace.read.meeting(later).held_on == HELD + timedelta(days=30)


def test_a_meeting_stays_on_its_day_where_another_stands_on_this_one(
    room: RunningRoom, clock: SetClock
) -> None:
    workspace = room.workspace
    workspace.conduct.close(room.meeting)
    later = workspace.agenda.plan_meeting(HELD + timedelta(days=1))
    workspace.conduct.start(later)
    assert workspace.read.meeting(later).held_on == HELD + timedelta(days=1)
