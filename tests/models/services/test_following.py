"""News of an action told in the bar: an open one moves, a finished one stays as it ended."""

from collections.abc import Iterator
from datetime import date

import pytest

from models.clock import SetClock
from models.entities import ActionUpdate
from models.records.outcomes import ActionRow
from models.rules.capture import CaptureReading, read_line
from tests.models.services.rooms import RunningRoom, running_room


@pytest.fixture
def room(clock: SetClock) -> Iterator[RunningRoom]:
    made = running_room(clock)
    yield made
    made.workspace.close()


@pytest.fixture
def number(room: RunningRoom) -> str:
    """An action that was completed before today."""
    conduct = room.workspace.conduct
    action = conduct.record_action(
        room.child_item, "Visit the home", owner_id=room.detective, due_on=date(2026, 11, 20)
    )
    conduct.update_action(action, "complete", "Seen on Tuesday")
    return _the(room).reference


def _the(room: RunningRoom) -> ActionRow:
    return room.workspace.read.actions()[-1]


def _read(room: RunningRoom, line: str) -> CaptureReading:
    context = room.workspace.read.capture_context(room.meeting, room.child_item)
    (reading,) = read_line(line, context)
    return reading


def _keep(room: RunningRoom, line: str) -> str:
    return room.workspace.conduct.keep_line(room.child_item, _read(room, line))


@pytest.mark.parametrize(
    "news", ["{} done", "carry {} to 24 Dec", "{} not done, owner left", "u {} no reply so far"]
)
def test_news_of_a_finished_action_is_kept_and_changes_nothing(
    room: RunningRoom, number: str, news: str
) -> None:
    before = _the(room)
    line = news.format(number)
    assert any(f"{number} is already complete" in one for one in _read(room, line).warnings)
    assert "stays “complete”" in _keep(room, line)
    after = _the(room)
    assert (after.status, after.due_on) == (before.status, before.due_on)
    assert after.carried_count == before.carried_count
    with room.workspace.store.reading() as session:
        last = session.query(ActionUpdate).order_by(ActionUpdate.id.desc()).first()
    assert last is not None
    assert (last.action_id, last.status, last.text) == (
        after.id,
        "complete",
        _read(room, line).text,
    )


def test_a_finished_action_is_opened_again_only_on_purpose(room: RunningRoom, number: str) -> None:
    line = f"reopen {number}, mum says nobody came, new date 4 Dec"
    assert not any("already" in one for one in _read(room, line).warnings)
    assert "opened again" in _keep(room, line)
    assert (_the(room).status, _the(room).due_on) == ("in progress", date(2026, 12, 4))


def test_an_open_action_takes_its_news_and_its_new_day(room: RunningRoom) -> None:
    conduct = room.workspace.conduct
    conduct.record_action(room.child_item, "Visit the home", owner_id=room.detective)
    number = _the(room).reference
    short = f"{number[0]}{int(number[1:])}"
    assert (
        _keep(room, f"{short.lower()} not done, nobody in, new date 4 Dec") == f"{number} updated"
    )
    assert (_the(room).status, _the(room).due_on) == ("not done", date(2026, 12, 4))


def test_news_of_a_number_nobody_knows_is_kept_as_a_line_with_a_warning(room: RunningRoom) -> None:
    reading = _read(room, "A987 done on Monday")
    assert reading.kind == "update"
    assert reading.action is None
    assert "A987 is not an open action." in reading.warnings
    assert "Line" in room.workspace.conduct.keep_line(room.child_item, reading)
