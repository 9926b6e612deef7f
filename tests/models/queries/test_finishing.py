"""An item is finished once its extract has gone, or once why none is due is kept."""

from datetime import date, datetime

import pytest

from models.clock import SetClock
from models.marks import Role
from models.records.issuing import IssuedDocument
from models.services.signed_in import Person
from models.workspace import Workspace
from tests.models.services.rooms import RunningRoom, running_room


@pytest.fixture
def room(clock: SetClock) -> RunningRoom:
    return running_room(clock)


def lines(room: RunningRoom):
    found = room.workspace.read.today()
    return [one for one in found if "extract" in one.text]


def issued(room: RunningRoom, document: str) -> None:
    minutes = room.workspace.minutes
    rows = minutes.begin_issue(
        room.meeting,
        [IssuedDocument(document, "Somebody", "0" * 64, None, room.child, room.child_item)],
    )
    minutes.end_issue(room.meeting, rows)


def closed(room: RunningRoom) -> None:
    room.workspace.conduct.finish_item(room.child_item)
    room.workspace.conduct.not_reached(room.meeting)
    room.workspace.conduct.close(room.meeting)


def with_holder(room: RunningRoom) -> None:
    room.workspace.register.change(room.child, "lead_name", "Kim Yates", None)


def test_no_other_document_of_an_item_stands_for_its_extract(room: RunningRoom) -> None:
    with_holder(room)
    closed(room)
    for name in ("minutes-item-V1.docx", "recommendations/LCS1.docx"):
        issued(room, name)
        assert [one.text for one in lines(room)] == [
            "1 extract for children's files of Thu 12 Nov 2026 not issued"
        ]
    issued(room, "extracts/LCS1.docx")
    assert not lines(room)
    assert room.workspace.read.extracts_gone(room.meeting) == {room.child_item}


def test_a_recalled_extract_is_due_again(room: RunningRoom) -> None:
    with_holder(room)
    closed(room)
    version = room.workspace.minutes.draft(room.meeting)
    chair = Workspace(room.workspace.store, Person(None, "Sam Lee", Role.CHAIR)).minutes
    chair.approve(version)
    issued(room, "extracts/LCS1.docx")
    assert not lines(room)
    room.workspace.minutes.recall(version, "Sent to the wrong worker")
    assert lines(room)


def test_an_earlier_extract_that_is_still_out_does_for_none_that_was_recalled(
    room: RunningRoom,
) -> None:
    with_holder(room)
    closed(room)
    chair = Workspace(room.workspace.store, Person(None, "Sam Lee", Role.CHAIR)).minutes
    first = room.workspace.minutes.draft(room.meeting)
    chair.approve(first)
    issued(room, "extracts/LCS1.docx")
    second = room.workspace.minutes.correct(first, "The worker's name")
    chair.approve(second)
    issued(room, "extracts/LCS1.docx")
    room.workspace.minutes.recall(second, "Sent to the wrong worker")
    assert lines(room)
    assert not room.workspace.read.extracts_gone(room.meeting)


def test_a_deferred_item_stands_on_today_until_its_reason_is_kept(room: RunningRoom) -> None:
    with_holder(room)
    room.workspace.conduct.defer(room.child_item, "The worker is away")
    room.workspace.conduct.not_reached(room.meeting)
    room.workspace.conduct.close(room.meeting)
    (line,) = lines(room)
    assert line.text == "V1 of Thu 12 Nov 2026: deferred, no extract"
    assert line.offer is not None
    assert line.offer.words == "No extract due: deferred to a later meeting"
    room.workspace.minutes.no_extracts(line.offer.ids, line.offer.code)
    assert not lines(room)
    (kept,) = room.workspace.read.no_extracts(room.meeting)
    assert kept.reason == "Deferred to a later meeting"
    room.workspace.store.undo()
    assert lines(room)


def test_an_item_that_was_not_reached_asks_for_its_own_reason(room: RunningRoom) -> None:
    with_holder(room)
    second = room.workspace.register.add_child("Ivy Marsh", lead_name="Kim Yates")
    room.workspace.agenda.add(room.meeting, second)
    closed(room)
    found = [one.offer for one in lines(room) if one.offer]
    assert [one.words for one in found] == ["No extract due: not discussed at this meeting"]


def test_a_child_without_a_plan_holder_is_named_until_a_reason_is_kept(room: RunningRoom) -> None:
    closed(room)
    (line,) = lines(room)
    assert line.text == "V1 of Thu 12 Nov 2026: no plan holder, no extract"
    assert line.offer is not None and line.offer.code == "no plan holder"


def test_what_a_deferred_item_left_is_issued_and_never_reasoned_away(room: RunningRoom) -> None:
    with_holder(room)
    room.workspace.conduct.recommend(room.child_item, "Offer a return interview")
    room.workspace.conduct.defer(room.child_item, "The worker is away")
    room.workspace.conduct.not_reached(room.meeting)
    room.workspace.conduct.close(room.meeting)
    (line,) = lines(room)
    assert line.offer is None
    assert line.text == "1 extract for children's files of Thu 12 Nov 2026 not issued"


def test_neither_the_close_nor_the_next_meeting_waits_for_an_extract(room: RunningRoom) -> None:
    closed(room)
    assert lines(room)
    assert room.workspace.read.meeting(room.meeting).state == "closed"
    assert room.workspace.agenda.plan_meeting(date(2026, 12, 10))


def test_what_earlier_meetings_deferred_stands_in_one_line(room: RunningRoom) -> None:
    """Of the last meeting each stands by its reference; of those before, one line for a reason."""
    with_holder(room)
    conduct, agenda = room.workspace.conduct, room.workspace.agenda
    meeting, held = room.meeting, [room.child_item]
    for month in (12, 1, 2):
        conduct.defer(held[-1], "The worker is away")
        conduct.not_reached(meeting)
        conduct.close(meeting)
        meeting = agenda.plan_meeting(date(2026 + (month < 12), month, 14))
        held.append(agenda.add(meeting, room.child))
        room.workspace.store.clock.set(datetime(2026 + (month < 12), month, 14, 9, 30))
        conduct.start(meeting)
    conduct.defer(held[-1], "The worker is away")
    conduct.close(meeting)
    deferred = [one for one in lines(room) if "deferred" in one.text]
    assert [one.text for one in deferred] == [
        "V1 of Sun 14 Feb 2027: deferred, no extract",
        "3 items of 3 earlier meetings: deferred, no extract",
    ]
    assert deferred[1].offer is not None
    assert deferred[1].offer.ids == tuple(held[:3])
    room.workspace.minutes.no_extracts(deferred[1].offer.ids, deferred[1].offer.code)
    assert len([one for one in lines(room) if "deferred" in one.text]) == 1
    room.workspace.store.undo()
    assert len([one for one in lines(room) if "deferred" in one.text]) == 2
