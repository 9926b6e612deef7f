"""A child's risk asked alone is what their whole standing says of it."""

from datetime import timedelta

import pytest

from models.clock import SetClock
from models.queries.standing import risk_of, standing_of
from models.records.reader import Reader
from tests.models.services.rooms import HELD, RunningRoom, running_room


@pytest.fixture
def room(clock: SetClock) -> RunningRoom:
    return running_room(clock)


def says(room: RunningRoom) -> str | None:
    """The risk as it stands now, alone and within the standing."""
    reader = Reader(now=room.workspace.store.clock.now())
    with room.workspace.store.reading() as session:
        alone = risk_of(session, room.child, reader.today)
        assert alone == standing_of(session, reader, room.child).risk
    return alone


def test_each_word_on_the_risk_takes_the_place_of_the_one_before(room: RunningRoom) -> None:
    register, conduct = room.workspace.register, room.workspace.conduct
    assert says(room) is None
    register.set_status(room.child, HELD - timedelta(90), risk="Low")
    assert says(room) == "Low"
    register.add_assessment(room.child, assessed_on=HELD - timedelta(30), level="Medium")
    assert says(room) == "Medium"
    conduct.judge_risk(room.child_item, "High")
    assert says(room) == "High"
    risk = room.item().risk
    assert risk is not None and risk.before == "Medium"


def test_an_assessment_after_the_panel_is_the_latest_word(
    room: RunningRoom, clock: SetClock
) -> None:
    room.workspace.conduct.judge_risk(room.child_item, "High")
    clock.move(timedelta(days=3))
    room.workspace.register.add_assessment(room.child, assessed_on=HELD + timedelta(2), level="Low")
    assert says(room) == "Low"
