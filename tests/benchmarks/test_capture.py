"""What a keystroke in the capture bar costs: the whole line so far is read at every one."""

from itertools import cycle
from typing import Any

import pytest

from models.rules.capture import read_line
from tests.models.rules.capture.utterances import corpus_room, utterances

ROUNDS = 4000


@pytest.mark.benchmark(group="a keystroke in the capture bar")
def test_a_keystroke_in_the_capture_bar(benchmark: Any) -> None:
    """Lines of the corpus letter by letter, in a room of 12 agencies, 30 members, 25 subjects."""
    room = corpus_room()
    assert (len(room.agencies), len(room.people), len(room.subjects)) == (12, 30, 25)
    halves = [one.line[:end] for one in utterances() for end in range(1, len(one.line) + 1)]
    # Every so many, so that all files and all stages of a line are among those measured.
    typed = cycle(halves[:: max(1, len(halves) // ROUNDS)])
    benchmark.pedantic(
        read_line,
        setup=lambda: ((next(typed), room), {}),
        rounds=ROUNDS,
        warmup_rounds=50,
    )
    assert read_line("note seen", room)
