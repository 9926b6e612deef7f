"""Beside the documents asked for, no file that the program writes names anybody in clear."""

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from tests.journeys.commands import PASSPHRASE, Terminal
from tests.journeys.conftest import FILE, Scripted
from tests.journeys.demo_panel import PAPERS, identifiers

ASKED_FOR = {"out", "before"}
# Every line that was said or returned carries a mark that begins so.
MARKED = "(ref K"
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")
WINDOW = """
import sys
from pathlib import Path
from macedesk import startup
from models.workspace import Workspace
app, known = startup.application()
workspace = Workspace.open(Path(sys.argv[1]), sys.argv[2])
window = startup.show(workspace, known)
app.processEvents()
window.close()
workspace.close()
"""


def secrets() -> list[str]:
    """What must not be read from any file: people, their numbers, what was said, the passphrase."""
    return sorted(identifiers() | {MARKED, PASSPHRASE})


def leaks(paths: Iterable[Path]) -> list[tuple[str, str]]:
    """Each file with what it holds in clear, in either case of letters."""
    sought = [(one, one.lower().encode(how)) for one in secrets() for how in ENCODINGS]
    return [
        (path.name, secret)
        for path in paths
        for content in [path.read_bytes().lower() + path.name.lower().encode()]
        for secret, coded in sought
        if coded in content
    ]


def left_behind(terminal: Terminal) -> list[tuple[str, str]]:
    """Leaks in any file under the folder, or its name, but the documents asked for."""
    asked_for = [terminal.work / name for name in ASKED_FOR]
    files = [one for one in terminal.folder.rglob("*") if one.is_file()]
    return leaks(one for one in files if not any(one.is_relative_to(out) for out in asked_for))


def test_the_search_finds_what_is_there(scripted: Scripted) -> None:
    trap = scripted.work / "log.txt"
    trap.write_bytes("met Darren Pike".encode("utf-16-le"))
    assert ("log.txt", "Darren Pike") in left_behind(scripted.terminal)
    trap.unlink()


def test_a_panel_run_by_commands_leaves_nothing_in_clear(scripted: Scripted) -> None:
    scripted.terminal.done("backup", FILE, "--to", scripted.folder("kept"))
    assert left_behind(scripted.terminal) == []


def test_the_window_leaves_nothing_in_clear(scripted: Scripted) -> None:
    terminal = scripted.terminal
    opened = subprocess.run(
        [sys.executable, "-c", WINDOW, terminal.work / FILE, PASSPHRASE],
        env={**terminal.environment, "QT_QPA_PLATFORM": "offscreen"},
        cwd=terminal.work,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert opened.returncode == 0, opened.stderr
    assert left_behind(terminal) == []


def test_a_killed_meeting_leaves_nothing_in_clear(scripted: Scripted, tmp_path: Path) -> None:
    script = tmp_path / "again.json"
    source = (PAPERS / "meeting_script.json").read_text("utf-8")
    script.write_text(source.replace("2026-11-12", "2026-12-10"), "utf-8")
    scripted.terminal.done("agenda", FILE, "--meeting", "2026-12-10", "--build")
    scripted.terminal.killed(30, "hold", FILE, "--script", script)
    assert left_behind(scripted.terminal) == []
