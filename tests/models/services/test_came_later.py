"""Who came on the agenda after agencies were asked: they were not asked about that one."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import docx
import pytest
from sqlalchemy import null, select

from exports import issue_before, returns_told
from models.clock import SetClock
from models.entities import AgencyReturn
from models.services.sending import answered
from tests.exports import reading
from tests.models.services.rooms import HELD, RunningRoom, running_room

NEXT = HELD + timedelta(days=28)
OF_ONE = "not asked about this one"


@pytest.fixture
def room(clock: SetClock) -> Iterator[RunningRoom]:
    """A coming meeting about one child of which all three agencies were asked and have answered."""
    made = running_room(clock)
    made.meeting = made.workspace.agenda.plan_meeting(NEXT)
    made.child_item = made.workspace.agenda.add(made.meeting, made.child)
    agencies = (made.police, made.health, made.council)
    made.workspace.agenda.request(made.meeting, agencies, NEXT - timedelta(days=5))
    with made.workspace.store.work("answer", "Answer") as session:
        for one in session.scalars(
            select(AgencyReturn).where(AgencyReturn.meeting_id == made.meeting)
        ):
            one.received_at, one.nothing_known = clock.now(), True
    yield made
    made.workspace.close()


def added(room: RunningRoom) -> int:
    child = room.workspace.register.add_child("Ivy Byrne", birth_date=date(2010, 5, 6))
    return room.workspace.agenda.add(room.meeting, child)


def states(room: RunningRoom, item: int) -> set[str]:
    return {one.return_state for one in room.workspace.read.item(item).rounds}


def points(room: RunningRoom, item: int) -> list[str]:
    rows = room.workspace.read.readiness(room.meeting)
    return [words for one in rows if one.item_id == item for words, stands in one.points]


def test_the_item_says_that_agencies_were_not_asked_about_it(room: RunningRoom) -> None:
    later = added(room)
    assert "3 agencies not asked about this one" in points(room, later)
    assert not any(OF_ONE in one for one in points(room, room.child_item))
    assert not any("Nothing known" in one for one in points(room, later))


def test_in_the_room_they_are_not_said_to_have_returned_nothing(room: RunningRoom) -> None:
    later = added(room)
    assert states(room, later) == {OF_ONE}
    assert states(room, room.child_item) == {"nothing known"}


def test_minutes_say_whom_they_were_not_asked_about(room: RunningRoom) -> None:
    added(room)
    told = returns_told.told(room.workspace.read.returns(room.meeting), NEXT)
    assert told.endswith(
        "Not asked about V2, which came later: Police, Health and Children's social care."
    )
    room.workspace.agenda.remove(room.child_item, "Moved away")
    alone = returns_told.told(room.workspace.read.returns(room.meeting), NEXT)
    assert alone.startswith("Not asked about V1") and "known to" not in alone


def test_a_request_asks_about_that_one_alone_and_then_they_were_asked(
    room: RunningRoom, tmp_path: Path
) -> None:
    later, due = added(room), NEXT - timedelta(days=5)
    room.workspace.agenda.request(room.meeting, (room.police,), due)
    issue_before.write_before_meeting(
        room.workspace, room.meeting, tmp_path, kinds=["requests"], reason="Known to all"
    )
    asked = reading.text(docx.Document(str(tmp_path / "requests" / "police.docx")))
    assert "Ivy Byrne" in asked and "Robin Ashdown" not in asked
    assert not any(OF_ONE in one for one in points(room, later))
    assert states(room, later) == {"no return"}
    assert states(room, room.child_item) == {"nothing known"}
    told = returns_told.told(room.workspace.read.returns(room.meeting), NEXT)
    assert "No return about V2, which came later: Police" in told


def test_returns_in_a_file_of_before_are_about_what_stood_on_the_agenda(room: RunningRoom) -> None:
    with room.workspace.store.work("unasked", "Returns that nobody asked for") as session:
        for one in session.scalars(
            select(AgencyReturn).where(AgencyReturn.meeting_id == room.meeting)
        ):
            one.requested_on, one.about = None, null()
    later = added(room)
    assert states(room, later) == {OF_ONE}
    assert states(room, room.child_item) == {"nothing known"}


def test_returns_that_came_before_any_item_are_about_none_more_than_another(
    room: RunningRoom,
) -> None:
    room.workspace.agenda.remove(room.child_item, "Moved away")
    with room.workspace.store.work("unasked", "Returns that nobody asked for") as session:
        for one in session.scalars(
            select(AgencyReturn).where(AgencyReturn.meeting_id == room.meeting)
        ):
            one.requested_on, one.about = None, ()
            answered(session, one)
    first = added(room)
    child = room.workspace.register.add_child("Ola Finch", birth_date=date(2011, 5, 6))
    second = room.workspace.agenda.add(room.meeting, child)
    assert states(room, first) == states(room, second) == {"nothing known"}
