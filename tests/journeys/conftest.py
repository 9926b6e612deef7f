"""One panel run from its papers to its documents by commands alone, for all who look at it."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from macedesk import demo
from tests.journeys.commands import Terminal
from tests.journeys.demo_panel import PAPERS
from tests.journeys.warm import WarmTerminal

FILE = "panel.mace"
DAY = demo.MEETING.isoformat()


@dataclass(frozen=True)
class Scripted:
    """What each command printed, and the folder where they ran."""

    terminal: Terminal
    imported: str
    agenda: str
    kept: str
    exported: str

    @property
    def warm(self) -> WarmTerminal:
        """The same folder, for commands that have the program imported already."""
        return WarmTerminal(self.terminal.folder)

    @property
    def work(self) -> Path:
        """Where the panel's file and the documents asked for lie."""
        return self.terminal.work

    def folder(self, name: str) -> Path:
        """A folder of that name to write to."""
        (self.work / name).mkdir(exist_ok=True)
        return self.work / name


@pytest.fixture(scope="session")
def scripted(tmp_path_factory: pytest.TempPathFactory) -> Scripted:
    """The demo panel's meeting: init, import, agenda, hold and export."""
    terminal = Terminal(tmp_path_factory.mktemp("terminal"))
    districts = [word for one in demo.DISTRICTS for word in ("--district", one)]
    terminal.done(
        "init", FILE, "--panel", demo.PANEL, "--area", demo.AREA, *districts,
        "--recovery-key", "recovery.txt",
    )  # fmt: skip
    papers = sorted(
        one for one in PAPERS.rglob("*") if one.suffix in {".docx", ".csv"} and one.is_file()
    )
    return Scripted(
        terminal,
        imported=terminal.done("import", FILE, *papers, "--json"),
        agenda=terminal.done("agenda", FILE, "--meeting", DAY, "--build", "--out", "before"),
        kept=terminal.done("hold", FILE, "--script", PAPERS / "meeting_script.json"),
        exported=terminal.done("export", FILE, "--meeting", DAY, "--out", "out"),
    )
