"""What everything in the live room costs: from the key to painted, and its longest turn."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from time import thread_time
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from macedesk import collecting, startup
from models.clock import SetClock
from models.workspace import Workspace
from tests.benchmarks import decade
from tests.benchmarks.hand import Hand
from tests.benchmarks.interactions import INTERACTIONS, Interaction

WARM = 3
SCREEN = (1366, 768)
AFTER_MS = 150
"""Long enough for a line to be understood and an item to be opened."""


@pytest.fixture(scope="module")
def hand(decade_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hand]:
    """The chair's hand in a room of one authority's ten years."""
    yield from hand_at(decade_file, tmp_path_factory.mktemp("one"))


@pytest.fixture(scope="module")
def hand_of_32(larger_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hand]:
    """The chair's hand in a room of 32 authorities."""
    yield from hand_at(larger_file, tmp_path_factory.mktemp("many"))


def hand_at(file: Path, folder: Path) -> Iterator[Hand]:
    """A hand at a copy of the file: what it writes is gone with it."""
    path = folder / file.name
    for one in (path, path.with_name(f"{path.name}.keys")):
        shutil.copyfile(file.with_name(one.name), one)
    workspace = Workspace.open(path, decade.PASSPHRASE, clock=SetClock(decade.MORNING))
    collecting.wait()
    app, known = startup.application()
    window = startup.show(workspace, known)
    window.showNormal()
    window.resize(*SCREEN)
    window.activateWindow()
    window.go("meeting")
    yield Hand(window)
    window.close()
    app.processEvents()
    workspace.close()
    path.unlink()


def every_one(test: Any) -> Any:
    """The test, of every interaction."""
    named = {"argvalues": INTERACTIONS, "ids": [one.words for one in INTERACTIONS]}
    return pytest.mark.parametrize("interaction", **named)(test)


@every_one
def test_in_the_room(
    qapp: QApplication, benchmark: Any, hand: Hand, interaction: Interaction, rounds: int
) -> None:
    measured(benchmark, hand, interaction, rounds)


@every_one
def test_in_the_room_of_32(
    qapp: QApplication, benchmark: Any, hand_of_32: Hand, interaction: Interaction, rounds: int
) -> None:
    measured(benchmark, hand_of_32, interaction, rounds)


@pytest.fixture(autouse=True)
def no_window_left() -> None:
    """The room's window stays from one interaction to the next."""


def measured(benchmark: Any, hand: Hand, interaction: Interaction, rounds: int) -> None:
    """Do it again and again; each time it did what it is for, and the room is as before."""
    before: list[object] = []
    spent: list[float] = []
    turns: list[float] = []
    held: list[float] = []

    def come_to_it() -> None:
        interaction.before(hand)
        before.append(interaction.changes(hand))

    def do(hand: Hand) -> None:
        begun, hand.longest = thread_time(), 0.0
        interaction.do(hand)
        spent.append(thread_time() - begun)

    def leave_it(_hand: Hand) -> None:
        assert interaction.changes(hand) != before.pop(), f"nothing changed: {interaction.words}"
        held.append(hand.rest(AFTER_MS))
        turns.append(hand.longest)
        interaction.after(hand)

    benchmark.pedantic(
        do, args=(hand,), setup=come_to_it, teardown=leave_it,
        rounds=rounds, warmup_rounds=WARM,
    )  # fmt: skip
    if benchmark.disabled:
        leave_it(hand)
    benchmark.extra_info |= {
        "spent": spent[WARM:],
        "turns": turns[WARM:],
        "held": held[WARM:],
    }
