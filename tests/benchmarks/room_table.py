"""The table of the live room: each interaction at one authority's ten years, and at 32 of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from tests.benchmarks.goals import FRAME_MS
from tests.benchmarks.interactions import INTERACTIONS

LARGER = 1.3
HEAD = (
    f"{'from the key to painted, ms of processor':<52} {'median':>7} {'p99':>7} {'turn':>7}"
    f" {'≤ 16.7':>7} {'clock':>7} {'after':>7} {'32 ×':>7} {'ratio':>7} {'≤ 1.3':>7}"
)


@dataclass(frozen=True)
class Row:
    """An interaction's times in milliseconds.

    `spent` and `larger` (at 32 times the data) are processor time of the window's thread until
    all was painted; `turns`, the longest turn of events from the key until the room had rested: no
    key waits longer, and it is held to a frame. `times` are on the clock; `held`, how long the
    window was held up after it.
    """

    words: str
    spent: Sequence[float]
    turns: Sequence[float]
    times: Sequence[float]
    held: Sequence[float]
    larger: Sequence[float]

    @property
    def ratio(self) -> float | None:
        """How much longer it takes at 32 times the data, none where that was not measured."""
        return p99(self.larger) / p99(self.spent) if self.larger else None

    @property
    def figures(self) -> dict[str, Any]:
        """What was measured, for the JSON file."""
        return {
            "interaction": self.words,
            "median": median(self.spent),
            "p99": p99(self.spent),
            "p99 of the longest turn": p99(self.turns),
            "p99 on the clock": p99(self.times),
            "after": p99(self.held),
            "p99 of 32": p99(self.larger) if self.larger else None,
            "ratio": self.ratio,
        }

    @property
    def told(self) -> str:
        """One line of the table."""
        met = "met" if p99(self.turns) <= FRAME_MS else "MISSED"
        line = (
            f"{self.words:<52} {median(self.spent):>7.1f} {p99(self.spent):>7.1f}"
            f" {p99(self.turns):>7.1f} {met:>7} {p99(self.times):>7.1f} {p99(self.held):>7.1f}"
        )
        if self.ratio is None:
            return line
        held = "met" if self.ratio <= LARGER else "MISSED"
        return f"{line} {p99(self.larger):>7.1f} {self.ratio:>7.2f} {held:>7}"

    @staticmethod
    def table(rows: Sequence["Row"]) -> list[str]:
        """Every line, the worst first, under their heading."""
        worst = sorted(rows, key=lambda one: -p99(one.turns))
        return [HEAD, *(one.told for one in worst)] if rows else []


def p99(times: Sequence[float]) -> float:
    """The time that one in a hundred takes longer; of fewer than a hundred the longest."""
    return sorted(times)[min(len(times) - 1, int(0.99 * len(times)))] if times else 0.0


def rows_of(benchmarks: Sequence[Any]) -> list[Row]:
    """A row for each interaction that was measured."""
    found = {one.name: one for one in benchmarks}
    rows = []
    for one in INTERACTIONS:
        mine = found.get(f"test_in_the_room[{one.words}]")
        theirs = found.get(f"test_in_the_room_of_32[{one.words}]")
        if _was_done(mine):
            spent, turns, held = (
                _in_ms(mine.extra_info[name]) for name in ("spent", "turns", "held")
            )
            larger = _in_ms(theirs.extra_info["spent"]) if _was_done(theirs) else ()
            rows.append(Row(one.words, spent, turns, _in_ms(mine.stats.data), held, larger))
    return rows


def _was_done(measured: Any) -> bool:
    """Whether it was measured and did each time what it is for."""
    return measured is not None and "held" in measured.extra_info


def _in_ms(seconds: Sequence[float]) -> list[float]:
    return [1000 * one for one in seconds]
