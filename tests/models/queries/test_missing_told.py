"""How often a paper told that a child was missing is so for the 90 days that it told of."""

from collections.abc import Iterator
from datetime import date, datetime

import pytest

from models.clock import SetClock
from models.workspace import Workspace
from tests.models.services.papers.made import listed

CAME = datetime(2026, 11, 12, 9, 30)


@pytest.fixture
def clock() -> SetClock:
    return SetClock(CAME)


@pytest.fixture
def panel(clock: SetClock) -> Iterator[Workspace]:
    made = Workspace.memory("Ada Administrator", clock)
    made.panel.make("Northmoor MACE", districts=("Harbourside", "Midvale"))
    take(made, 6)
    yield made
    made.close()


def take(panel: Workspace, missing: int) -> None:
    heads = ("System ID", "Name", "DOB", "District", "Plan", "Risk level", "Missing 90 days")
    row = ("CL1", "Tia Kerr", "17/02/2011", "Midvale", "CLA", "High", str(missing))
    panel.papers.import_files([(f"{missing}.csv", listed([heads, row]))])


def told(panel: Workspace) -> tuple[int | None, int | None]:
    (row,) = panel.read.children()
    return row.missing_90_days, row.missing_told


def test_it_stands_until_the_90_days_have_gone_by(panel: Workspace, clock: SetClock) -> None:
    assert told(panel) == (6, None)
    clock.set(datetime(2027, 2, 9, 9))
    assert told(panel) == (6, None)
    clock.set(datetime(2027, 2, 10, 9))
    assert told(panel) == (None, None)


def test_beside_episodes_that_are_entered_both_are_told_as_long(
    panel: Workspace, clock: SetClock
) -> None:
    (child,) = panel.read.children()
    panel.register.add_episode(child.id, reported_at=datetime(2026, 11, 11, 20))
    assert told(panel) == (1, 6)
    clock.set(datetime(2027, 2, 10, 9))
    assert told(panel) == (0, None)


def test_a_later_paper_tells_it_anew(panel: Workspace, clock: SetClock) -> None:
    clock.set(datetime(2027, 1, 20, 9))
    take(panel, 2)
    assert told(panel) == (2, None)
    clock.set(datetime(2027, 4, 1, 9))
    assert told(panel) == (2, None)
    assert panel.read.children(date(2027, 5, 1))[0].missing_90_days is None
