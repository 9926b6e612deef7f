"""How long it takes from nothing to a window that can be used, beside a bare one."""

import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import Any

import pytest

from tests.benchmarks import decade
from tests.journeys.commands import COMPILED

HOUSE = Path(__file__).parents[2]
ROUNDS = 7


def opens(benchmark: Any, program: str, *arguments: object) -> None:
    """Start the program in a new process each time, until it says that its window is there."""
    running: list[subprocess.Popen[str]] = []
    weights: list[float] = []

    def start() -> None:
        child = subprocess.Popen(
            [sys.executable, "-m", f"tests.benchmarks.{program}", *map(str, arguments)],
            cwd=HOUSE,
            env={**os.environ, **COMPILED, "QT_QPA_PLATFORM": "offscreen"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        running.append(child)
        assert child.stdout is not None
        weights.append(float(child.stdout.readline()))

    def stop() -> None:
        running.pop().communicate("\n")

    benchmark.pedantic(start, teardown=stop, rounds=ROUNDS, warmup_rounds=1)
    while running:
        stop()
    benchmark.extra_info["memory_mb"] = median(weights)


@pytest.mark.benchmark(group="start to first usable window")
def test_a_bare_window_opens(benchmark: Any) -> None:
    opens(benchmark, "bare_window")


@pytest.mark.benchmark(group="start to first usable window")
def test_the_panels_window_opens(benchmark: Any, decade_file: Path) -> None:
    opens(benchmark, "panel_window", decade_file, decade.PASSPHRASE)
