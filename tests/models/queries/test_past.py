"""The history of an entry is for those who take part in what it is about."""

from dataclasses import replace
from typing import Any

import pytest

from models.clock import SetClock
from models.queries.offered import Readings
from tests.models.services.rooms import RunningRoom, running_room


@pytest.fixture
def room(clock: SetClock) -> RunningRoom:
    """An item with a judgement of risk, a decision and a recommendation."""
    made = running_room(clock)
    conduct = made.workspace.conduct
    conduct.judge_risk(made.child_item, "High", rationale="Missing again")
    conduct.decide(made.child_item, "REMAIN", "Risk is high")
    conduct.recommend(made.child_item, "Review the placement")
    return made


def histories(room: RunningRoom, **interests: Any) -> list[int]:
    """How many states a reader with these interests may read of the risk, decision and advice."""
    mine = room.workspace.reader()
    read: Readings = room.workspace.read_as(replace(mine, **interests))
    (advice,) = room.workspace.read.recommendations()
    return [
        len(read.past_of_item("risk_judgement", room.child_item)),
        len(read.past_of_item("decision", room.child_item)),
        len(read.past_states("recommendation", advice.id)),
    ]


def test_who_takes_part_reads_it(room: RunningRoom) -> None:
    assert histories(room) == [1, 1, 1]
    assert histories(room, conflicted_subjects=frozenset({room.person})) == [1, 1, 1]


def test_an_interest_in_the_item_keeps_it_back(room: RunningRoom) -> None:
    assert histories(room, conflicted_items=frozenset({room.child_item})) == [0, 0, 0]


def test_an_interest_in_the_child_keeps_it_back_whatever_meeting_it_was_declared_at(
    room: RunningRoom,
) -> None:
    assert histories(room, conflicted_subjects=frozenset({room.child})) == [0, 0, 0]


def test_who_comes_for_another_item_alone_does_not_read_it(room: RunningRoom) -> None:
    assert histories(room, only_items=frozenset({room.person_item})) == [0, 0, 0]
