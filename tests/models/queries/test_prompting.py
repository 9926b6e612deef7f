"""What an item's prompts and points are told by: indicators, links, mentions, answers."""

from collections.abc import Iterator
from datetime import date

import pytest

from models.clock import SetClock
from models.records.reader import Reader
from tests.models.services.rooms import RunningRoom, running_room

EARLIER, LATER = date(2026, 9, 1), date(2026, 11, 3)


@pytest.fixture
def room(clock: SetClock) -> Iterator[RunningRoom]:
    made = running_room(clock)
    yield made
    made.workspace.close()


def asks_for_nrm(room: RunningRoom) -> bool:
    """Whether the child's item has the NRM among its points."""
    return "NRM" in dict(room.item().points)


def assess(room: RunningRoom, day: date, answer: str) -> None:
    """An assessment that says whether the child is in debt."""
    room.workspace.register.add_assessment(
        room.child, assessed_on=day, answers=[("debt bondage", answer), ("truancy", "present")]
    )


def test_a_debt_in_the_last_assessment_asks_for_the_nrm(room: RunningRoom) -> None:
    assert not asks_for_nrm(room)
    assess(room, LATER, "present")
    assert asks_for_nrm(room)


def test_a_debt_in_an_earlier_assessment_does_not(room: RunningRoom) -> None:
    assess(room, EARLIER, "present")
    assess(room, LATER, "absent")
    assert not asks_for_nrm(room)


def test_a_linked_person_asks_for_disruption_only_where_the_reader_sees_the_link(
    room: RunningRoom,
) -> None:
    assert "Disruption" in dict(room.item().points)
    reader = Reader(
        now=room.workspace.store.clock.now(), conflicted_subjects=frozenset([room.person])
    )
    seen = room.workspace.read_as(reader).item(room.child_item)
    assert seen is not None and "Disruption" not in dict(seen.points)


def test_a_reason_settles_a_point_and_undo_opens_it_again(room: RunningRoom) -> None:
    conduct = room.workspace.conduct
    conduct.cover(room.child_item, "disruption", False, "He is in prison until May")
    assert dict(room.item().points)["Disruption"]
    room.workspace.store.undo()
    assert not dict(room.item().points)["Disruption"]


def test_a_childs_papers_carry_no_prompts(room: RunningRoom) -> None:
    room.workspace.conduct.cover(room.child_item, "child_ask", False, "No time")
    papers = room.workspace.read.extract_papers(room.child_item)
    assert papers.item.prompts == () and papers.item.points == ()
