"""What a switch of items costs: reading an item whole, and what the capture bar asks."""

from random import Random
from typing import Any

import pytest

from models.workspace import Workspace
from tests.benchmarks import decade

ROUNDS = 300


def read_items(benchmark: Any, workspace: Workspace) -> None:
    """Tonight's items in any order, as a chair jumps between them."""
    meeting = workspace.read.meeting_on(decade.MORNING.date())
    assert meeting is not None
    items = [row.id for row in workspace.read.running_order(meeting.id)]
    random = Random(7)
    found = benchmark.pedantic(
        workspace.read.item,
        setup=lambda: ((random.choice(items),), {}),
        rounds=ROUNDS,
        warmup_rounds=20,
    )
    assert found.rounds


@pytest.mark.benchmark(group="reading an item")
def test_reading_an_item(benchmark: Any, workspace: Workspace) -> None:
    read_items(benchmark, workspace)


@pytest.mark.benchmark(group="reading an item")
def test_reading_an_item_of_32_authorities(benchmark: Any, larger: Workspace) -> None:
    read_items(benchmark, larger)


@pytest.mark.benchmark(group="what the capture bar needs")
def test_what_the_capture_bar_needs(benchmark: Any, workspace: Workspace) -> None:
    meeting = workspace.read.meeting_on(decade.MORNING.date())
    assert meeting is not None
    item = workspace.read.running_order(meeting.id)[0].id
    found = benchmark.pedantic(
        workspace.read.capture_context, args=(meeting.id, item), rounds=40, warmup_rounds=3
    )
    assert found.people
