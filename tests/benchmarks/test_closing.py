"""How soon after the close of a meeting its action list lies in Word in a folder."""

from itertools import count
from pathlib import Path
from typing import Any

from exports import issue
from models.workspace import Workspace
from tests.benchmarks import decade
from tests.benchmarks.wording import sentence

ROUNDS, ACTIONS_EACH = 10, 2


def test_the_close_with_its_action_list(
    benchmark: Any, writable: Workspace, tmp_path: Path
) -> None:
    """A meeting of twenty items in ten years' file, with two actions on each."""
    meeting = _held(writable)
    folders = (tmp_path / f"list {at}" for at in count())

    def close_and_write() -> tuple[str, ...]:
        writable.conduct.close(meeting)
        return issue.write_action_list(writable, meeting, next(folders))

    def open_again() -> tuple[()]:
        if writable.read.meeting(meeting).closed_at is not None:
            writable.store.undo()
        return ()

    written = benchmark.pedantic(close_and_write, setup=open_again, rounds=ROUNDS, warmup_rounds=1)
    assert "actions.docx" in written


def _held(workspace: Workspace) -> int:
    """This morning's meeting, everybody here, each item discussed."""
    meeting = workspace.read.meeting_on(decade.MORNING.date())
    assert meeting is not None
    if workspace.read.running_meeting() is None:
        workspace.conduct.start(meeting.id)
    members = [one.id for one in workspace.read.members()]
    for at, row in enumerate(workspace.read.running_order(meeting.id)):
        for one in range(ACTIONS_EACH):
            owner = members[(at + one) % len(members)]
            workspace.conduct.record_action(row.id, sentence(at), owner_id=owner)
    return meeting.id
