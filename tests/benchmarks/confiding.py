"""Weights of what may be kept back, learned from lines: `python -m tests.benchmarks.confiding`."""

import sys
from collections import Counter
from math import exp
from pathlib import Path

from models.rules.capture.perhaps_kept import signs
from tests.models.rules.capture.confided import kept_lines, open_lines, told_lines

WEIGHTS = Path("resources/confiding/weights.toml")
HEAD = (
    "# What each sign of a line weighs for keeping something back; below nought is against it.\n"
    "# Learned by tests/benchmarks/confiding.py from the lines of tests/data/confiding and of the\n"
    "# capture bar's corpus; nothing here is set by hand.\n"
)
ROUNDS, HELD_BACK, FEWEST, LEAST = 25, 1.0, 3, 0.06
"""How often all weights are gone through; what keeps them small; in how many lines a sign must
stand, and what it must weigh, to be kept."""
Weights = dict[str, float]


def main() -> None:
    """Write the file of weights anew."""
    told = [(signs(line), 0.0) for line in (*told_lines(), *open_lines())]
    kept = [(signs(line), 1.0) for line in kept_lines()]
    found = learned([*kept, *told])
    rows = (f'"{sign}" = {weight:.2f}' for sign, weight in sorted(found.items()))
    WEIGHTS.write_text(HEAD + "\n".join(rows) + "\n", "utf-8")
    sys.stdout.write(f"{len(found)} weights from {len(kept)} lines kept and {len(told)} told\n")


def learned(lines: list[tuple[frozenset[str], float]]) -> Weights:
    """The weights under which the lines are likeliest (logistic, held small), one at a time."""
    times = Counter(sign for found, _ in lines for sign in found)
    where: dict[str, list[int]] = {sign: [] for sign, n in times.items() if n >= FEWEST}
    for at, (found, _) in enumerate(lines):
        for sign in found & where.keys():
            where[sign].append(at)
    weights: Weights = {"": 0.0, **dict.fromkeys(sorted(where), 0.0)}
    where[""] = list(range(len(lines)))
    sums = [0.0] * len(lines)
    for _ in range(ROUNDS):
        for sign in weights:
            step = _step(sign, weights[sign], where[sign], lines, sums)
            weights[sign] += step
            for at in where[sign]:
                sums[at] += step
    return {sign: one for sign, one in weights.items() if not sign or abs(one) >= LEAST}


def _step(
    sign: str,
    weight: float,
    where: list[int],
    lines: list[tuple[frozenset[str], float]],
    sums: list[float],
) -> float:
    """Newton's step for one weight, no longer than one."""
    held = HELD_BACK if sign else 0.0
    pull, bend = held * weight, held + 1e-6
    for at in where:
        likely = 1 / (1 + exp(-sums[at]))
        pull += likely - lines[at][1]
        bend += likely * (1 - likely)
    return max(-1.0, min(1.0, -pull / bend))


if __name__ == "__main__":
    main()
