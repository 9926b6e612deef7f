"""How soon the chair's window shows what the minute taker's has kept in the same file."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from models.clock import SetClock
from models.workspace import Workspace
from tests.benchmarks import decade
from tests.benchmarks.hand import Hand
from tests.benchmarks.test_live_room import hand_at
from tests.benchmarks.ways import in_hand
from tests.benchmarks.wording import sentence

RESTS_MS, LOOKS_MS = 150, 2


@pytest.fixture
def hand(decade_file: Path, tmp_path: Path) -> Iterator[Hand]:
    """The chair's hand in a room of one authority's ten years."""
    yield from hand_at(decade_file, tmp_path)


@pytest.fixture
def taker(hand: Hand) -> Iterator[Workspace]:
    """The minute taker's workspace on the same file."""
    path = hand.workspace.care.path
    made = Workspace.open(path, decade.PASSPHRASE, clock=SetClock(decade.MORNING))
    yield made
    made.close()


def test_an_action_kept_in_one_window_is_shown_in_the_other(
    qapp: QApplication, benchmark: Any, hand: Hand, taker: Workspace, rounds: int
) -> None:
    in_hand(hand)
    item, numbers = hand.state.item_id, count()
    shown = hand.room.agreed.list

    def keep_and_see() -> None:
        made = taker.conduct.record_action(item, sentence(next(numbers)))
        while shown.entry(("action", made)) is None:
            hand.rest(LOOKS_MS)

    def rest() -> tuple[()]:
        hand.rest(RESTS_MS)
        return ()

    benchmark.pedantic(keep_and_see, setup=rest, rounds=rounds, warmup_rounds=3)
    assert len(hand.state.item.actions) >= rounds
