"""The files that are measured, made once for a run, and the table of goals at its end."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from models.clock import SetClock
from models.workspace import Workspace
from tests.benchmarks import decade
from tests.benchmarks.goals import GOALS, Goal
from tests.benchmarks.room_table import Row, rows_of

LARGER, ROUNDS = 32, 50


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("decades")
    group.addoption("--large", action="store_true", help="also measure 32 authorities in one file")
    group.addoption("--rounds", type=int, default=ROUNDS, help="how often each key is pressed")
    group.addoption("--labelled", metavar="FOLDER", help="where labelled records of people lie")
    group.addoption("--splink", metavar="PYTHON", help="an interpreter that has Splink")
    group.addoption("--decades", metavar="FOLDER", help="keep the measured files here for again")


@pytest.fixture(scope="session")
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    kept = request.config.getoption("--decades", default=None)
    if kept is None:
        return tmp_path_factory.mktemp("decades")
    Path(kept).mkdir(parents=True, exist_ok=True)
    return Path(kept)


@pytest.fixture(scope="session")
def rounds(request: pytest.FixtureRequest) -> int:
    """How often each interaction of the room is measured."""
    found: int = request.config.getoption("--rounds", default=ROUNDS)
    return found


@pytest.fixture(scope="session")
def decade_file(folder: Path) -> Path:
    """One authority's ten years."""
    return _made(folder / "one.mace", decade.Size())


@pytest.fixture(scope="session")
def larger_file(request: pytest.FixtureRequest, folder: Path) -> Path:
    """Thirty-two times that: some minutes to make, so only when asked for."""
    if not request.config.getoption("--large", default=False):
        pytest.skip("the file of 32 authorities takes minutes to make: ask for it with --large")
    return _made(folder / "many.mace", decade.Size().times(LARGER))


@pytest.fixture
def workspace(decade_file: Path) -> Iterator[Workspace]:
    yield from _opened(decade_file)


@pytest.fixture
def larger(larger_file: Path) -> Iterator[Workspace]:
    yield from _opened(larger_file)


@pytest.fixture
def writable(decade_file: Path, tmp_path: Path) -> Iterator[Workspace]:
    """A copy of the file of ten years to write in."""
    path = tmp_path / decade_file.name
    for one in (path, path.with_name(f"{path.name}.keys")):
        shutil.copyfile(decade_file.with_name(one.name), one)
    yield from _opened(path)


def _made(path: Path, size: decade.Size) -> Path:
    if not path.exists():
        part = decade.make(path.with_name(f"half-{path.name}"), size)
        for half in part.parent.glob(f"{part.name}*"):
            half.rename(half.with_name(half.name.removeprefix("half-")))
    return path


def _opened(path: Path) -> Iterator[Workspace]:
    found = Workspace.open(path, decade.PASSPHRASE, clock=SetClock(decade.MORNING))
    yield found
    found.close()


def pytest_benchmark_update_json(
    config: pytest.Config, benchmarks: list[Any], output_json: dict[str, Any]
) -> None:
    output_json["goals"] = [one.measured(benchmarks) for one in _measured(benchmarks)]
    output_json["room"] = [one.figures for one in rows_of(benchmarks)]


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    session = getattr(config, "_benchmarksession", None)
    benchmarks = [one for one in getattr(session, "benchmarks", ()) if one]
    for title, lines in (
        ("the live room", Row.table(rows_of(benchmarks))),
        ("goals", [one.told(benchmarks) for one in _measured(benchmarks)]),
    ):
        if lines:
            terminalreporter.section(title)
        for line in lines:
            terminalreporter.line(line)


def _measured(benchmarks: list[Any]) -> list[Goal]:
    names = {one.name for one in benchmarks}
    return [goal for goal in GOALS if goal.of in names and (goal.to is None or goal.to in names)]
