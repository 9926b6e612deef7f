"""Weights of what a line tells of, learned from lines: `python -m tests.benchmarks.matters`."""

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from models.rules.capture.matters import COLUMNS, Matter, signs
from tests.models.rules.capture.confided import (
    lines_of,
    open_lines,
    open_utterances,
    plain_lines,
    told_lines,
)

WEIGHTS = Path("resources/confiding/matters_weights.toml")
HEAD = (
    "# What each sign of a line weighs for each of these matters, and for all of them as one:\n"
    f"# {', '.join(COLUMNS)}. Below nought is against it. Learned by tests/benchmarks/matters.py\n"
    "# from the lines of tests/data/confiding and of the corpus; nothing here is set by hand.\n"
)
STEPS, TURNS, HELD_BACK, FEWEST, LEAST = 12, 60, 0.4, 3, 0.1
"""How often the weights are mended, and how closely each time; what keeps them small; in how many
lines a sign must stand, and what it must weigh for one of the matters, to be kept."""
Signs = frozenset[str]
Line = tuple[Signs, Matter | None]
Learned = dict[str, tuple[float, ...]]
Array = NDArray[np.float64]


def main() -> None:
    """Write the file of weights anew."""
    lines = all_lines()
    found = learned(lines)
    rows = (f'"{sign}" = [{", ".join(_told(one) for one in each)}]' for sign, each in found.items())
    WEIGHTS.write_text(HEAD + "\n".join(rows) + "\n", "utf-8")
    kept = sum(matter is not None for _, matter in lines)
    sys.stdout.write(f"{len(found)} weights from {kept} lines kept and {len(lines) - kept} told\n")


def _told(weight: float) -> str:
    return f"{weight:.2f}" if abs(weight) >= 0.005 else "0.0"


def all_lines() -> list[Line]:
    """The lines of each matter, and those that tell of none."""
    kept = [(signs(line), matter) for matter in Matter for line in lines_of(matter)]
    corpus = (line for line in open_lines() if line not in asked_lines())
    told = (*plain_lines(), *told_lines(), *corpus)
    return [*kept, *((signs(line), None) for line in told)]


@cache
def asked_lines() -> frozenset[str]:
    """Lines of the corpus that ask for a measure: nothing is told by them that could be plain."""
    pairs = zip(open_utterances(), open_lines(), strict=True)
    return frozenset(
        line
        for one, line in pairs
        if any("measure" in {*entry, entry["kind"]} for entry in one.want)
    )


def learned(lines: Sequence[Line]) -> Learned:
    """For each sign its weight for each matter, told from what is none, and for all as one."""
    columns = [_column(lines, one) for one in Matter]
    columns.append(_weights([(found, matter is not None) for found, matter in lines]))
    known = sorted({sign for column in columns for sign in column})
    table = {sign: tuple(column.get(sign, 0.0) for column in columns) for sign in known}
    heavy = (sign for sign, each in table.items() if not sign or max(map(abs, each)) >= LEAST)
    return {sign: table[sign] for sign in heavy}


def _column(lines: Sequence[Line], matter: Matter) -> dict[str, float]:
    return _weights([(found, one is matter) for found, one in lines if one in (None, matter)])


def _weights(lines: Sequence[tuple[Signs, bool]]) -> dict[str, float]:
    """The weights under which the lines are likeliest (logistic, held small)."""
    times = Counter(sign for found, _ in lines for sign in found)
    known = ["", *sorted(sign for sign, n in times.items() if n >= FEWEST)]
    place = {sign: n for n, sign in enumerate(known)}
    pairs = [(at, place[sign]) for at, (found, _) in enumerate(lines)
             for sign in ("", *found) if sign in place]  # fmt: skip
    rows, columns = (np.array(each) for each in zip(*pairs, strict=True))
    wanted = np.array([float(kept) for _, kept in lines])
    held = np.full(len(known), HELD_BACK)
    held[0] = 1e-6

    def of_lines(weights: Array) -> Array:
        return np.bincount(rows, weights[columns], len(lines))

    def of_signs(each: Array) -> Array:
        return np.bincount(columns, each[rows], len(known))

    weights: Array = np.zeros(len(known))
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-of_lines(weights)))
        pull = of_signs(wanted - likely) - held * weights
        bend = likely * (1 - likely)
        weights = weights + _solved(
            lambda step, bend=bend: of_signs(bend * of_lines(step)) + held * step, pull
        )
    return dict(zip(known, map(float, weights), strict=True))


def _solved(bent: Callable[[Array], Array], pull: Array) -> Array:
    """The step that the pull comes to, by conjugate gradients."""
    step, left = np.zeros_like(pull), pull.copy()
    way, size = left.copy(), float(left @ left)
    for _ in range(TURNS):
        if size < 1e-10:
            break
        along = bent(way)
        far = size / float(way @ along)
        step, left = step + far * way, left - far * along
        size, before = float(left @ left), size
        way = left + (size / before) * way
    return step


if __name__ == "__main__":
    main()
