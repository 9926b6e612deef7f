"""`import --as-of`: the day of a tracker that tells none itself, and no other's."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from macedesk.commandline import main
from models.storage.sealing import Cost
from models.workspace import Workspace

PASSPHRASE = "a long passphrase for a test"
LIST = (
    "System id,Name,Date of birth,Plan,Risk,Date of last assessment\n"
    "LCS1,Ivy Ashdown,02/04/2011,CP,High,01/06\n"
)


@pytest.fixture
def panel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "panel.mace"
    workspace = Workspace.create(path, PASSPHRASE, "Ruth Abbot", cost=Cost(64, 1, 1))
    workspace.panel.make("Northmoor MACE")
    workspace.close()
    monkeypatch.setenv("MACEDESK_PASSPHRASE", PASSPHRASE)
    return path


def taken_in(panel: Path, name: str, day: str) -> Result:
    (panel.parent / name).write_text(LIST, "utf-8")
    words = ["import", str(panel), str(panel.parent / name), "--as-of", day]
    return CliRunner().invoke(main, words)


def plan(panel: Path, day: date) -> str | None:
    """Return on what plan the child stood on a day."""
    workspace = Workspace.open(panel, PASSPHRASE)
    try:
        return next((one.plan for one in workspace.read.children(day)), None)
    finally:
        workspace.close()


def test_a_list_without_a_day_tells_of_the_day_said(panel: Path) -> None:
    done = taken_in(panel, "list.csv", "2025-06-30")
    assert (done.exit_code, done.stderr) == (0, "")
    stood = [plan(panel, date(2025, 6, day)) for day in (29, 30)]
    assert stood == [None, "CP"]


def test_a_list_with_a_day_keeps_it_and_that_is_said(panel: Path) -> None:
    done = taken_in(panel, "tracker 31.01.25.csv", "2025-06-30")
    assert "tells of 2025-01-31 itself" in done.stderr
    assert plan(panel, date(2025, 1, 31)) == "CP"


def test_no_list_tells_of_a_day_ahead(panel: Path) -> None:
    done = taken_in(panel, "list.csv", "2999-01-01")
    assert done.exit_code == 2
    assert "still ahead" in done.stderr
