"""Who is pointed out as an item opens, and that nobody is asked twice."""

import pytest

from models.clock import SetClock
from models.entities import AgendaItem
from models.marks import Sharing
from models.queries import audiences
from models.records.attending import PointedOut
from tests.models.services.rooms import RunningRoom, running_room


@pytest.fixture
def room(clock: SetClock) -> RunningRoom:
    made = running_room(clock)
    made.workspace.conduct.set_chair(made.meeting, made.manager)
    return made


def pointed(room: RunningRoom) -> tuple[PointedOut, ...]:
    """Who is pointed out to the room for the child's item."""
    reader = room.workspace.room_reader(room.meeting, room.child_item)
    found = room.workspace.read_as(reader).item(room.child_item)
    assert found is not None
    return found.pointed_out


def leads(room: RunningRoom, name: str) -> None:
    room.workspace.register.change(room.child, "lead_name", name, None)


def linked(room: RunningRoom, name: str, **marks: object) -> None:
    person = room.workspace.register.add_person(name)
    room.workspace.register.link(
        person, "family", room.child, confidence="confirmed", source="Referral", **marks
    )


def test_nobody_is_pointed_out_where_nothing_is_known(room: RunningRoom) -> None:
    assert pointed(room) == ()


def test_the_chair_is_where_they_are_the_lead_professional(room: RunningRoom) -> None:
    leads(room, "Sam Lee, social worker")
    assert pointed(room) == (PointedOut(room.manager, "Sam Lee", "is the lead professional"),)


def test_a_lead_who_only_sits_there_is_not(room: RunningRoom) -> None:
    leads(room, "Jane Khan")
    assert pointed(room) == ()


def test_the_chair_is_where_they_made_the_referral(room: RunningRoom) -> None:
    referral = room.workspace.referrals.add(room.child, referrer_name="Sam Lee")
    with room.workspace.store.work("bring", "Bring a referral") as session:
        session.get_one(AgendaItem, room.child_item).referral_id = referral
    assert [one.why for one in pointed(room)] == ["made the referral"]


def test_a_namesake_of_somebody_linked_is(room: RunningRoom) -> None:
    linked(room, "Ann Patel")
    assert pointed(room) == (PointedOut(room.nurse, "Ann Patel", ""),)


def test_a_link_that_the_room_may_not_know_of_points_to_nobody(room: RunningRoom) -> None:
    linked(room, "Ann Patel", sharing=Sharing.CHAIR_ONLY)
    assert pointed(room) == ()


def test_whoever_has_left_is_not(room: RunningRoom) -> None:
    linked(room, "Ann Patel")
    rows = room.workspace.read.attendance(room.meeting)
    room.workspace.conduct.leave(next(one.id for one in rows if one.member_id == room.nurse))
    assert pointed(room) == ()


def test_declared_or_denied_nobody_is_asked_again_and_undo_asks(room: RunningRoom) -> None:
    conduct, undo = room.workspace.conduct, room.workspace.store.undo
    linked(room, "Ann Patel")
    conduct.no_interest(room.child_item, room.nurse)
    assert pointed(room) == ()
    undo()
    assert len(pointed(room)) == 1
    conduct.declare(room.meeting, room.nurse, "Cousin", room.child_item)
    assert pointed(room) == ()


def test_once_the_chair_is_settled_it_is_not_asked_again(room: RunningRoom) -> None:
    leads(room, "Sam Lee")
    room.workspace.conduct.take_chair(room.child_item, None)
    assert pointed(room) == ()


def test_the_papers_say_who_took_the_chair(room: RunningRoom, clock: SetClock) -> None:
    room.workspace.conduct.take_chair(room.child_item, room.detective)
    papers = room.workspace.read_as(audiences.body(clock.now())).meeting_papers(room.meeting)
    chairs = {one.row.id: one.chair for one in papers.items}
    assert chairs == {room.child_item: "Jane Khan", room.person_item: None}
