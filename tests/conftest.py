"""What every test has: a clock, a memory store, and guards against what a test may leave behind."""

import gc
import os
import shutil
import socket
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from models.clock import SetClock
    from models.storage.store import Store

MEMORY = Path("/dev/shm")
ROOM = 2 * 1024**3


def _in_memory() -> str | None:
    """Where files cost no disk: twenty thousand small folders take minutes of a run on one.

    What is measured is measured on the disk that a panel's file lies on.
    """
    if "--benchmark-enable" in sys.argv:
        return None
    roomy = MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM
    return str(MEMORY) if roomy else None


HOME = Path(tempfile.mkdtemp(prefix="macedesk-tests-", dir=_in_memory()))
PLACES = {
    "HOME": "home",
    "XDG_DATA_HOME": "data",
    "XDG_CONFIG_HOME": "config",
    "XDG_CACHE_HOME": "cache",
    "XDG_STATE_HOME": "state",
    "XDG_RUNTIME_DIR": "runtime",
    "APPDATA": "appdata",
    "LOCALAPPDATA": "localappdata",
}


def home_at(root: Path) -> dict[str, str]:
    """The environment of a person whose home lies under `root`, with its folders made."""
    for name in PLACES.values():
        (root / name).mkdir(mode=0o700, exist_ok=True)
    return {variable: str(root / name) for variable, name in PLACES.items()}


# Read once by Qt, fontconfig and matplotlib, so it is set before any of them is imported.
os.environ.update(home_at(HOME))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["MPLBACKEND"] = "Agg"
# The font list takes seconds to make, so it is kept from one run to the next.
os.environ["MPLCONFIGDIR"] = str(Path(__file__).parents[1] / ".pytest_cache" / "matplotlib")
if fast := _in_memory():
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", fast)
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
for variable in ("MACEDESK_PASSPHRASE", "MACEDESK_USER"):
    os.environ.pop(variable, None)

# Ten thousand tests are found, and none of what was made for it ends before them.
gc.disable()

settings.register_profile("house", deadline=None, print_blob=True)
settings.register_profile("ci", settings.get_profile("house"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "house")


def pytest_collection_finish() -> None:
    gc.collect()
    gc.freeze()
    gc.enable()


def pytest_unconfigure() -> None:
    shutil.rmtree(HOME, ignore_errors=True)


@pytest.fixture
def clock() -> "SetClock":
    """Half past nine on the morning of the panel's meeting, 12 November 2026."""
    from models.clock import SetClock

    return SetClock(datetime(2026, 11, 12, 9, 30))


@pytest.fixture
def store(clock: "SetClock") -> "Iterator[Store]":
    """An empty workspace in memory."""
    from models.storage.store import Store

    made = Store.memory(clock)
    yield made
    assert not made.working, "a unit of work was left open"
    made.close()


@pytest.fixture(autouse=True)
def shipped_lists() -> Iterator[None]:
    """The code lists as shipped, whatever panel was open before."""
    yield
    codes = sys.modules.get("models.codes")
    if codes is not None:
        codes.adopt((), date.max)


@pytest.fixture(autouse=True)
def own_home(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home folder of this test's own, so that no test reads another's settings."""
    root = Path(tempfile.mkdtemp(dir=HOME))
    for variable, path in home_at(root).items():
        monkeypatch.setenv(variable, path)
    yield root
    shutil.rmtree(root, ignore_errors=True)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of a panel goes over a network from a test."""
    monkeypatch.setattr(socket.socket, "connect", _local_only(socket.socket.connect))
    monkeypatch.setattr(socket.socket, "connect_ex", _local_only(socket.socket.connect_ex))


def _local_only(connect: Any) -> Any:
    def guarded(self: socket.socket, address: Any) -> Any:
        if self.family != getattr(socket, "AF_UNIX", None):
            raise AssertionError("a test reached for the network")
        return connect(self, address)

    return guarded


@pytest.fixture(autouse=True)
def cycles_end_here(request: pytest.FixtureRequest) -> Iterator[None]:
    """Widgets in cycles end in the test's own thread, as `macedesk.collecting` has it.

    What outlives the test (caches, what was imported in it) is looked through this once: a quarter
    of the time of windows' tests went into looking again.
    """
    if "qapp" not in request.fixturenames:
        yield
        return
    gc.disable()
    yield
    gc.collect()
    gc.freeze()
    gc.enable()


@pytest.fixture(autouse=True, scope="module")
def what_stays_is_set_aside() -> Iterator[None]:
    """What outlives a module is not looked through again: collections took seven times as long."""
    yield
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def no_window_left() -> Iterator[None]:
    """Every window that a test opens is closed when it ends."""
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return
    left = [window for window in widgets.QApplication.topLevelWidgets() if window.isVisible()]
    for window in left:
        window.close()
    assert not left, f"windows left open: {[type(window).__name__ for window in left]}"


@pytest.fixture(autouse=True)
def no_open_work(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every unit of work that a test opens is kept or rolled back when it ends."""
    storage = sys.modules.get("models.storage.store")
    if storage is None:
        yield
        return
    opened: list[Any] = []
    make = storage.Store.__init__

    def remembered(self: Any, *arguments: Any, **named: Any) -> None:
        opened.append(self)
        make(self, *arguments, **named)

    monkeypatch.setattr(storage.Store, "__init__", remembered)
    yield
    assert not [one for one in opened if one.working], "a unit of work was left open"
