"""What is read of a subject since the panel last spoke of it, and who may read it."""

from collections.abc import Iterator
from datetime import date, datetime

import pytest

from models.clock import SetClock
from models.entities import Address, Assessment
from models.marks import Sharing
from models.records.reader import Reader, ReaderKind
from models.records.since import Assessed, Followed, Moved, SinceLast
from tests.models.services.rooms import RunningRoom, running_room

LAST = date(2026, 9, 24)


@pytest.fixture
def room(clock: SetClock) -> Iterator[RunningRoom]:
    made = running_room(clock)
    yield made
    made.workspace.close()


def spoken_of(room: RunningRoom, day: date = LAST) -> int:
    """An earlier meeting that spoke of the child; gives its item."""
    conduct, agenda = room.workspace.conduct, room.workspace.agenda
    meeting = agenda.plan_meeting(day)
    item = agenda.add(meeting, room.child)
    conduct.start(meeting)
    conduct.open_item(item)
    conduct.finish_item(item)
    conduct.close(meeting)
    return item


def since(room: RunningRoom, reader: Reader | None = None) -> SinceLast:
    """What changed about the child, as somebody reads it."""
    read = room.workspace.read_as(reader) if reader else room.workspace.read
    found = read.item(room.child_item)
    assert found is not None and found.since_last is not None
    return found.since_last


def missing(room: RunningRoom, *days: date) -> None:
    """A night missing from each of these days."""
    for day in days:
        room.workspace.register.add_episode(
            room.child,
            reported_at=datetime(day.year, day.month, day.day, 20),
            returned_at=datetime(day.year, day.month, day.day, 23),
        )


def test_a_child_never_spoken_of_is_told_of_for_ninety_days(room: RunningRoom) -> None:
    found = since(room)
    assert (found.discussed, found.since) == (None, date(2026, 8, 14))


def test_the_last_meeting_that_spoke_of_the_child_is_where_it_begins(room: RunningRoom) -> None:
    spoken_of(room, date(2026, 8, 27))
    spoken_of(room)
    missing(room, date(2026, 9, 1), date(2026, 10, 30), date(2026, 11, 3))
    found = since(room)
    assert (found.discussed, found.episodes) == (LAST, 2)
    assert (found.missing_now, found.missing_then) == (3, 1)


def test_a_meeting_that_did_not_reach_the_child_spoke_of_nothing(room: RunningRoom) -> None:
    agenda, conduct = room.workspace.agenda, room.workspace.conduct
    meeting = agenda.plan_meeting(LAST)
    agenda.add(meeting, room.child)
    conduct.start(meeting)
    conduct.close(meeting)
    assert since(room).discussed is None


def test_an_assessment_and_the_panels_own_word_before_it(room: RunningRoom) -> None:
    item = spoken_of(room)
    room.workspace.conduct.judge_risk(item, "Medium")
    room.workspace.register.add_assessment(room.child, assessed_on=date(2026, 11, 3), level="High")
    assert since(room).assessed == (Assessed(date(2026, 11, 3), "High", "Medium"),)


def test_a_level_stands_as_high_as_its_own_scheme_says(room: RunningRoom) -> None:
    with room.workspace.store.work("assess", "Assess") as session:
        for month, scheme in ((9, "seraf"), (10, "cumbria")):
            session.add(
                Assessment(
                    child_id=room.child, scheme_code=scheme, ratified_level="Category 3",
                    assessed_on=date(2026, month, 3),
                )
            )  # fmt: skip
    assert [one.rank for one in since(room).months[-3:]] == [2, 3, 3]


def test_an_action_done_and_one_not_done_with_its_reason(room: RunningRoom) -> None:
    item, conduct = spoken_of(room), room.workspace.conduct
    done = conduct.record_action(item, "Visit the school", subject_id=room.child)
    left = conduct.record_action(item, "Ring the landlord", subject_id=room.child)
    conduct.update_action(done, "complete", "Visited on Monday")
    conduct.update_action(left, "not done", "Owner left", reason="Owner left")
    assert [(one.done, one.reason) for one in since(room).followed] == [
        (True, None),
        (False, "Owner left"),
    ]


def test_an_action_for_the_chair_is_not_told_to_the_room(room: RunningRoom) -> None:
    item, conduct = spoken_of(room), room.workspace.conduct
    secret = conduct.record_action(
        item, "Check the phone", subject_id=room.child, sharing=Sharing.CHAIR_ONLY
    )
    conduct.update_action(secret, "complete", "Checked")
    [told] = since(room).followed
    assert isinstance(told, Followed)
    everyone = Reader(now=room.workspace.store.clock.now(), kind=ReaderKind.ROOM)
    assert since(room, everyone).followed == ()


def test_a_move_is_told_without_where_to(room: RunningRoom) -> None:
    spoken_of(room)
    with room.workspace.store.work("move", "Move") as session:
        for street, restricted in (("14 Mill Bank", False), ("2 Safe Street", True)):
            session.add(
                Address(
                    subject_id=room.child,
                    text=street,
                    since=date(2026, 10, 3),
                    restricted=restricted,
                )
            )
    found = since(room)
    assert found.moved == (Moved(date(2026, 10, 3), "home"),)
    assert "Mill Bank" not in repr(found)


def test_a_plan_that_changed_is_told_from_and_to(room: RunningRoom) -> None:
    spoken_of(room)
    register = room.workspace.register
    register.set_status(room.child, date(2026, 1, 5), plan="CiN plan")
    register.set_status(room.child, date(2026, 10, 20), plan="CP")
    assert since(room).moved == (Moved(date(2026, 10, 20), "plan", "CiN plan", "CP"),)


def test_papers_of_a_meeting_carry_none_of_it(room: RunningRoom) -> None:
    papers = room.workspace.read.meeting_papers(room.meeting)
    assert all(one.since_last is None for one in papers.items)


def test_what_another_tier_spoke_of_and_judged_is_not_told_to_who_does_not_read_it(
    room: RunningRoom, clock: SetClock
) -> None:
    workspace, between, now = room.workspace, date(2026, 10, 8), clock.now()
    workspace.conduct.judge_risk(spoken_of(room), "Medium")
    high = workspace.tiers.add("High risk group", "extraordinary")
    there = workspace.agenda.plan_meeting(between, series_id=high)
    item = workspace.agenda.add(there, room.child)
    clock.set(datetime(2026, 10, 8, 9, 30))
    workspace.conduct.start(there)
    workspace.conduct.open_item(item)
    workspace.conduct.judge_risk(item, "High")
    workspace.conduct.finish_item(item)
    workspace.conduct.close(there)
    clock.set(now)
    workspace.register.add_assessment(room.child, assessed_on=date(2026, 11, 3), level="Low")
    here = since(room, workspace.room_reader(room.meeting))
    assert (here.discussed, here.assessed[0].before) == (LAST, "Medium")
    assert "High" not in [one.risk for one in here.months]
    all_of_it = since(room)
    assert (all_of_it.discussed, all_of_it.assessed[0].before) == (between, "High")
