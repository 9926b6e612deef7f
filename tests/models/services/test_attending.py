"""Who is in the room: late, gone, back, and out for an item, with times that minutes can print."""

from datetime import date, datetime, time

import pytest
from sqlalchemy import select

from exports.opening_minutes import attended
from models.clock import SetClock
from models.entities import MeetingEvent
from models.errors import Refusal
from models.queries import audiences
from models.records.attending import Absence
from models.records.meeting import AttendanceRow
from models.rules.capture import read_line
from tests.models.services.rooms import RunningRoom, running_room


@pytest.fixture
def room(clock: SetClock) -> RunningRoom:
    return running_room(clock)


def nurse(room: RunningRoom) -> AttendanceRow:
    rows = room.workspace.read.attendance(room.meeting)
    return next(one for one in rows if one.member_id == room.nurse)


def happened(room: RunningRoom, *kinds: str) -> list[tuple[str, int | None, int | None]]:
    with room.workspace.store.reading() as session:
        rows = session.execute(
            select(MeetingEvent.kind, MeetingEvent.member_id, MeetingEvent.item_id)
            .where(MeetingEvent.kind.in_(kinds))
            .order_by(MeetingEvent.id)
        )
        return [(kind, member, item) for kind, member, item in rows]


def at(clock: SetClock, hour: int, minute: int) -> None:
    clock.set(datetime(2026, 11, 12, hour, minute))


def test_whoever_comes_back_counts_at_once(room: RunningRoom, clock: SetClock) -> None:
    conduct = room.workspace.conduct
    at(clock, 10, 40)
    conduct.leave(nurse(room).id)
    assert room.health not in room.workspace.room_reader(room.meeting).agency_ids
    at(clock, 11, 5)
    conduct.attend(room.meeting, room.nurse, "P")
    assert nurse(room).left is None
    assert room.health in room.workspace.room_reader(room.meeting).agency_ids


def test_the_minutes_say_when_they_left_and_returned(room: RunningRoom, clock: SetClock) -> None:
    conduct = room.workspace.conduct
    at(clock, 10, 40)
    conduct.leave(nurse(room).id)
    conduct.attend(room.meeting, room.nurse, "P", arrived=time(11, 5))
    at(clock, 12, 0)
    conduct.leave(nurse(room).id)
    assert attended(nurse(room), room.workspace.read.meeting(room.meeting).started_at) == (
        "Present, left 10:40, returned 11:05, left 12:00"
    )


def test_coming_back_is_one_step_to_undo(room: RunningRoom, clock: SetClock) -> None:
    at(clock, 10, 40)
    room.workspace.conduct.leave(nurse(room).id)
    room.workspace.conduct.attend(room.meeting, room.nurse, "P")
    room.workspace.store.undo()
    assert nurse(room).left == time(10, 40)
    assert happened(room, "left", "returned") == [("left", room.nurse, None)]


def test_whoever_comes_late_for_the_first_time_has_arrived_then(
    room: RunningRoom, clock: SetClock
) -> None:
    conduct = room.workspace.conduct
    conduct.attend(room.meeting, room.nurse, "X")
    at(clock, 10, 50)
    row = room.workspace.panel.add_member("Ada Finch", room.health, "Matron")
    conduct.attend(room.meeting, row, "P")
    late = room.workspace.read.attendance(room.meeting)[-1]
    assert attended(late, datetime(2026, 11, 12, 9, 0)) == "Present, arrived 10:50"
    assert room.health in room.workspace.room_reader(room.meeting).agency_ids


def test_a_guest_who_comes_back_counts_as_well(room: RunningRoom, clock: SetClock) -> None:
    conduct = room.workspace.conduct
    guest = conduct.attend_guest(room.meeting, "Mo Hale", "P")
    at(clock, 10, 40)
    conduct.leave(guest)
    at(clock, 11, 5)
    conduct.attend_guest(room.meeting, "Mo Hale", "P")
    row = room.workspace.read.attendance(room.meeting)[-1]
    assert row.left is None
    assert row.absences == (Absence(time(10, 40), time(11, 5)),)
    assert room.workspace.room_reader(room.meeting).agency_ids == ()


def test_a_code_mended_after_the_close_does_not_bring_anybody_back(
    room: RunningRoom, clock: SetClock
) -> None:
    at(clock, 10, 40)
    room.workspace.conduct.leave(nurse(room).id)
    room.workspace.conduct.close(room.meeting)
    room.workspace.conduct.attend(room.meeting, room.nurse, "R")
    assert nurse(room).left == time(10, 40)


def test_whoever_is_marked_as_conflicted_is_in_the_room_for_the_other_items(
    room: RunningRoom,
) -> None:
    room.workspace.conduct.attend(room.meeting, room.nurse, "C")
    assert room.health in room.workspace.room_reader(room.meeting, room.child_item).agency_ids


def test_a_conflicted_member_leaves_as_the_item_opens_and_returns_as_it_ends(
    room: RunningRoom, clock: SetClock
) -> None:
    conduct = room.workspace.conduct
    conduct.declare(room.meeting, room.nurse, "Neighbour", room.person_item)
    at(clock, 10, 40)
    for _ in range(3):
        conduct.open_item(room.person_item)
    at(clock, 11, 5)
    conduct.finish_item(room.person_item)
    conduct.open_item(room.child_item)
    assert happened(room, "left for item", "returned") == [
        ("left for item", room.nurse, room.person_item),
        ("returned", room.nurse, room.person_item),
    ]


def test_turning_to_another_item_or_putting_it_aside_brings_them_back(
    room: RunningRoom, clock: SetClock
) -> None:
    conduct = room.workspace.conduct
    conduct.declare(room.meeting, room.nurse, "Neighbour", room.person_item)
    for away in (
        lambda: conduct.open_item(room.child_item),
        lambda: conduct.park(room.person_item),
        lambda: conduct.defer(room.person_item, "No time"),
        lambda: conduct.close(room.meeting),
    ):
        conduct.open_item(room.person_item)
        assert happened(room, "left for item", "returned")[-1][0] == "left for item"
        away()
        assert happened(room, "left for item", "returned")[-1][0] == "returned"


def test_a_pause_leaves_them_outside(room: RunningRoom) -> None:
    conduct = room.workspace.conduct
    conduct.declare(room.meeting, room.nurse, "Neighbour", room.person_item)
    conduct.open_item(room.person_item)
    conduct.pause_clock(room.person_item)
    conduct.run_clock(room.person_item)
    assert len(happened(room, "left for item", "returned")) == 1


def test_whoever_declares_while_the_item_is_on_leaves_now_and_undo_takes_both_back(
    room: RunningRoom,
) -> None:
    room.workspace.conduct.declare(room.meeting, room.nurse, "Neighbour", room.child_item)
    assert happened(room, "left for item") == [("left for item", room.nurse, room.child_item)]
    room.workspace.store.undo()
    assert happened(room, "left for item") == []


@pytest.mark.parametrize(
    ("line", "named", "words"),
    [
        ("declare {nurse}, neighbour", "child_item", "steps out for this item"),
        ("declare {nurse}: neighbour, to O1", "person_item", "steps out for O1"),
        ("declare {nurse}: neighbour, whole meeting", None, "for the whole meeting"),
    ],
)
def test_an_interest_is_kept_in_the_item_that_the_line_names(
    room: RunningRoom, line: str, named: str | None, words: str
) -> None:
    read, line = room.workspace.read, line.format(nurse=nurse(room).name)
    context = read.capture_context(room.meeting, room.child_item)
    (reading,) = read_line(line, context)
    assert words in room.workspace.conduct.keep_line(room.child_item, reading)
    (kept,) = read.declarations(room.meeting)
    assert (kept.item_id, kept.interest) == (named and getattr(room, named), "Neighbour")


@pytest.mark.parametrize("line", ["{nurse} stepped out", "{nurse} stepping out to take a call"])
def test_whoever_steps_out_of_the_room_has_left_it_and_declared_nothing(
    room: RunningRoom, clock: SetClock, line: str
) -> None:
    at(clock, 10, 40)
    heard(room, line.format(nurse=nurse(room).name))
    assert nurse(room).left == time(10, 40)
    assert room.workspace.read.declarations(room.meeting) == ()
    at(clock, 10, 50)
    heard(room, f"{nurse(room).name} back in")
    assert nurse(room).absences == (Absence(time(10, 40), time(10, 50)),)


def test_whoever_declared_an_interest_and_steps_out_has_no_second_one(room: RunningRoom) -> None:
    conduct, read = room.workspace.conduct, room.workspace.read
    conduct.declare(room.meeting, room.nurse, "Neighbour", room.child_item)
    context = read.capture_context(room.meeting, room.child_item)
    (reading,) = read_line(f"{nurse(room).name} stepped out", context)
    conduct.keep_line(room.child_item, reading)
    assert [one.interest for one in read.declarations(room.meeting)] == ["Neighbour"]
    assert nurse(room).left is None


def test_finishing_the_item_undone_leaves_them_outside(room: RunningRoom) -> None:
    conduct = room.workspace.conduct
    conduct.declare(room.meeting, room.nurse, "Neighbour", room.child_item)
    conduct.finish_item(room.child_item)
    room.workspace.store.undo()
    assert happened(room, "left for item", "returned")[-1][0] == "left for item"


def test_whoever_is_not_here_leaves_for_nothing(room: RunningRoom) -> None:
    conduct = room.workspace.conduct
    conduct.declare(room.meeting, room.nurse, "Neighbour", room.person_item)
    conduct.leave(nurse(room).id)
    conduct.open_item(room.person_item)
    assert happened(room, "left for item") == []


def test_an_interest_of_an_earlier_meeting_is_kept_in_the_record_as_well(
    room: RunningRoom, clock: SetClock
) -> None:
    conduct = room.workspace.conduct
    conduct.declare(room.meeting, room.nurse, "Neighbour", room.child_item)
    conduct.close(room.meeting)
    clock.set(datetime(2026, 12, 10, 9, 30))
    meeting = room.workspace.agenda.plan_meeting(date(2026, 12, 10))
    item = room.workspace.agenda.add(meeting, room.child)
    conduct.start(meeting)
    conduct.attend(meeting, room.nurse, "P")
    conduct.open_item(item)
    assert happened(room, "left for item")[-1] == ("left for item", room.nurse, item)


def test_the_papers_say_who_stepped_out_and_when(room: RunningRoom, clock: SetClock) -> None:
    conduct = room.workspace.conduct
    conduct.declare(room.meeting, room.nurse, "Neighbour", room.person_item)
    at(clock, 10, 40)
    conduct.open_item(room.person_item)
    at(clock, 11, 5)
    conduct.close(room.meeting)
    papers = room.workspace.read_as(audiences.body(clock.now())).meeting_papers(room.meeting)
    assert papers.declarations[0].stepped_out == (Absence(time(10, 40), time(11, 5)),)
    item = next(one for one in papers.items if one.row.id == room.person_item)
    assert item.stepped_out == (("Ann Patel", (Absence(time(10, 40), time(11, 5)),)),)


@pytest.mark.parametrize("names", ["set_chair", "set_minute_taker"])
def test_whoever_is_named_for_the_meeting_is_listed_and_not_taken_as_here(room, names) -> None:
    """Also who is no core member; that they came, somebody says."""
    workspace, meeting = room.workspace, room.meeting
    guest = workspace.panel.add_member("Vera Linden", None, "Independent chair")
    before = workspace.read.attendance(meeting)
    assert "Vera Linden" not in {one.name for one in before}
    getattr(workspace.conduct, names)(meeting, guest)
    workspace.conduct.set_chair(meeting, guest)
    added = workspace.read.attendance(meeting)[-1]
    assert len(workspace.read.attendance(meeting)) == len(before) + 1, "both offices, one row"
    assert (added.name, added.code, added.core) == ("Vera Linden", None, False)
    workspace.conduct.attend(meeting, guest, "P")
    assert workspace.read.attendance(meeting)[-1].code == "P"
    assert len(workspace.read.attendance(meeting)) == len(before) + 1


def test_a_chair_of_whom_nothing_was_taken_may_be_in_the_room(room) -> None:
    """What their agency may not read is not shown, until it is noted that they did not come."""
    workspace, meeting = room.workspace, room.meeting
    school = workspace.panel.add_agency("Education")
    head = workspace.panel.add_member("Vera Linden", school, "Head of inclusion")
    assert school not in workspace.room_reader(meeting).agency_ids
    workspace.conduct.set_chair(meeting, head)
    assert school in workspace.room_reader(meeting).agency_ids
    workspace.conduct.attend(meeting, head, "N")
    assert school not in workspace.room_reader(meeting).agency_ids


def heard(room: RunningRoom, line: str) -> list[str]:
    """Keep a line of the capture bar, whole."""
    context = room.workspace.read.capture_context(room.meeting, room.child_item)
    keep = room.workspace.conduct.keep_line
    return [keep(room.child_item, reading) for reading in read_line(line, context)]


def deputy(room: RunningRoom) -> AttendanceRow:
    rows = room.workspace.read.attendance(room.meeting)
    return next(one for one in rows if one.name == "Sam Poole")


@pytest.mark.parametrize(
    "line", ["att Sam Poole left", "Sam Poole left at 10.40", "att Poole left"]
)
def test_a_deputy_of_the_list_leaves_and_is_back_as_deputy(
    room: RunningRoom, clock: SetClock, line: str
) -> None:
    room.workspace.conduct.deputise(room.meeting, room.nurse, name="Sam Poole")
    agency = deputy(room).agency_id
    at(clock, 10, 40)
    assert heard(room, line) == ["Sam Poole left"]
    assert deputy(room).left == time(10, 40)
    heard(room, "att Sam Poole back 10.50")
    assert (deputy(room).left, deputy(room).code, deputy(room).agency_id) == (None, "D", agency)


def test_one_line_keeps_the_leaving_and_the_coming_back(room: RunningRoom, clock: SetClock) -> None:
    at(clock, 11, 0)
    name = nurse(room).name
    heard(room, f"att {name} left at 10.35, back 10.40")
    assert nurse(room).left is None
    assert nurse(room).absences == (Absence(time(10, 35), time(10, 40)),)


def test_nobody_leaves_before_they_came_or_the_meeting_began(
    room: RunningRoom, clock: SetClock
) -> None:
    at(clock, 11, 0)
    name = nurse(room).name
    with pytest.raises(Refusal, match=r"They came at 09:30: give a later time\."):
        heard(room, f"att {name} left 09:20")
    heard(room, f"att {name} left 10.30")
    with pytest.raises(Refusal, match=r"They left at 10:30: give a later time\."):
        heard(room, f"att {name} back 10.20")
    assert nurse(room).left == time(10, 30)


def test_whoever_left_may_be_back_within_the_minute(room: RunningRoom, clock: SetClock) -> None:
    clock.set(datetime.combine(clock.today(), time(10, 40, 30)))
    name = nurse(room).name
    heard(room, f"{name} left")
    heard(room, f"att {name} back 10.40")
    assert nurse(room).left is None


def test_the_tags_show_the_time(room: RunningRoom) -> None:
    context = room.workspace.read.capture_context(room.meeting, room.child_item)
    (reading,) = read_line(f"att {nurse(room).name} left 10.35", context)
    assert ("at", "10:35") in [(one.label, one.value) for one in reading.chips]


def test_a_guest_with_the_agency_in_the_name_is_one_guest() -> None:
    room = running_room(SetClock(datetime(2026, 11, 12, 14, 5)))
    work = room.workspace
    work.agenda.invite(room.child_item, name="Rosa Diaz, Northmoor Academy")
    work.conduct.attend_guest(room.meeting, "Rosa Diaz", "P")
    work.conduct.attend_guest(room.meeting, "Rosa Diaz (Northmoor Academy)", "R")
    work.agenda.invite(room.child_item, name="rosa diaz")
    guests = [one for one in work.read.attendance(room.meeting) if one.member_id is None]
    assert [(one.code, one.guest_of) for one in guests] == [("R", frozenset({room.child_item}))]
    assert len(work.read.invitations(room.meeting)) == 1
    work.close()


def test_who_is_invited_by_the_name_of_a_member_is_that_member() -> None:
    room = running_room(SetClock(datetime(2026, 11, 12, 14, 5)))
    work = room.workspace
    for name in ("Ann Patel", "Ann Patel (Health)", "Ann Patel, Northmoor Academy"):
        work.agenda.invite(room.child_item, name=name)
    told = [(one.name, one.agency) for one in work.read.invitations(room.meeting)]
    assert told == [("Ann Patel", "Health"), ("Ann Patel, Northmoor Academy", None)]
    work.close()


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("att Patel here for V1", "Ann Patel"),
        ("att Diaz here for V1", "Rosa Diaz, Northmoor Academy"),
        ("att Rosa Diaz here for V1", "Rosa Diaz, Northmoor Academy"),
        ("att Jo Marsh here for V1", "Jo Marsh"),
        ("att Jo Marsh (Youth club) remote for V1", "Jo Marsh, Youth club"),
    ],
)
def test_who_is_here_for_an_item_is_its_guest_known_or_new(line: str, who: str) -> None:
    room = running_room(SetClock(datetime(2026, 11, 12, 14, 5)))
    work = room.workspace
    work.agenda.invite(room.child_item, name="Rosa Diaz, Northmoor Academy")
    (reading,) = read_line(line, work.read.capture_context(room.meeting, None))
    work.conduct.keep_outside(room.meeting, reading)
    found = next(one for one in work.read.attendance(room.meeting) if one.name == who)
    assert found.code == "I" and found.guest_of == {room.child_item}
    work.close()


def test_who_is_taken_by_the_name_of_a_member_attends_as_that_member() -> None:
    room = running_room(SetClock(datetime(2026, 11, 12, 14, 5)))
    work = room.workspace
    midwife = work.panel.add_member("Rosa Diaz", room.health, "Midwife")
    work.conduct.attend_guest(room.meeting, "rosa diaz", "I", item_id=room.child_item)
    work.conduct.deputise(room.meeting, room.nurse, name="Rosa Diaz (Health)")
    (found,) = [one for one in work.read.attendance(room.meeting) if "Diaz" in one.name]
    assert (found.member_id, found.agency_id) == (midwife, room.health)
    assert (found.code, found.guest_of) == ("D", {room.child_item})
    with pytest.raises(Refusal, match="their own deputy"):
        work.conduct.deputise(room.meeting, room.nurse, name="Ann Patel")
    work.close()


def test_a_guest_of_one_item_who_is_named_like_a_member_is_in_the_room_for_that_one() -> None:
    room = running_room(SetClock(datetime(2026, 11, 12, 14, 5)))
    work = room.workspace
    work.panel.add_member("Rosa Diaz", None, "Independent advocate")
    work.conduct.attend_guest(room.meeting, "Rosa Diaz", "I", item_id=room.child_item)
    work.conduct.attend_guest(room.meeting, "Ann Patel", "I", room.police, item_id=room.child_item)
    told = [
        (one.name, one.agency, one.guest_of)
        for one in work.read.attendance(room.meeting)
        if one.code == "I"
    ]
    only = frozenset({room.child_item})
    assert told == [("Rosa Diaz", None, only), ("Ann Patel", "Police", only)]
    work.close()
