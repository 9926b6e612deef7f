"""The quality of minutes: risk judged, owned actions, and the same words that a meeting counts."""

from collections.abc import Iterator

import pytest

from models.clock import SetClock
from tests.models.services.rooms import HELD, RunningRoom, running_room


@pytest.fixture
def room(clock: SetClock) -> Iterator[RunningRoom]:
    made = running_room(clock)
    yield made
    made.workspace.close()


def told(room: RunningRoom) -> dict[str, int | float | None]:
    table = room.workspace.read.performance(HELD)
    return {one.label: one.values[0] for one in table.rows if one.section == "Quality of minutes"}


def test_a_level_of_risk_after_is_judged_and_an_action_needs_owner_and_date(
    room: RunningRoom,
) -> None:
    conduct = room.workspace.conduct
    conduct.judge_risk(room.child_item, "High", rationale="Three episodes")
    conduct.record_action(room.child_item, "Visit", owner_id=room.manager, due_on=HELD)
    conduct.record_action(room.child_item, "Ring the school", owner_id=room.manager)
    assert told(room)["% with risk judged"] is None
    conduct.decide(room.child_item, "NOTIFICATION", "Known")
    conduct.close(room.meeting)
    found = told(room)
    assert (found["% with risk judged"], found["% of actions with owner and date"]) == (100.0, 50.0)
    assert found["% with a decision"] == found["% of decisions with a reason"] == 100.0
    assert found["% with the child's words or why not"] == 0.0


def test_words_that_blame_are_as_many_as_the_meeting_counts(room: RunningRoom) -> None:
    conduct, item = room.workspace.conduct, room.child_item
    conduct.write(item, "analysis", "She puts herself at risk with older men.", None)
    conduct.write(item, "voice", "I am promiscuous, they said.", None)
    conduct.record_action(item, "Talk with the promiscuous girl", owner_id=room.manager)
    conduct.judge_risk(item, "High", rationale="A promiscuous lifestyle")
    conduct.decide(item, "NOTIFICATION", "Known")
    conduct.close(room.meeting)
    counted = room.workspace.read.words_in_question(room.meeting)
    assert told(room)["Texts with words that blame"] == counted.blaming == 3
