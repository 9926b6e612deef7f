"""Commands make documents on the panel's own template, or on the one that is named."""

from datetime import date, time
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner

from exports import template
from macedesk.commandline import main
from models.storage.sealing import Cost
from models.workspace import Workspace
from tests.exports import letterheads, reading
from tests.exports.letterheads import CREST

WORDS = "copper lantern harbour"
CHEAP = Cost(memory=64, passes=1, lanes=1)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A panel whose template has a crest, with a meeting."""
    path = tmp_path / "panel.mace"
    workspace = Workspace.create(path, WORDS, "Ada", cost=CHEAP)
    workspace.panel.make("Northmoor MACE")
    workspace.panel.take_template("letterhead.docx", letterheads.made(), template.of)
    meeting = workspace.agenda.plan_meeting(date(2026, 11, 12), time(9, 30))
    workspace.agenda.add(meeting, workspace.register.add_child("Ivy Byrne", system_id="LCS2"))
    workspace.close()
    return path


def run(*words: object) -> str:
    found = CliRunner(env={"MACEDESK_PASSPHRASE": WORDS}).invoke(main, [str(one) for one in words])
    return found.output if found.exit_code == 0 else f"refused: {found.output}"


def crested(folder: Path, name: str) -> bool:
    return CREST in reading.edges(docx.Document(str(folder / name)))[0]


def test_the_panels_own_is_used_without_being_named(file: Path, tmp_path: Path) -> None:
    run("agenda", file, "--meeting", "2026-11-12", "--out", tmp_path / "out")
    assert crested(tmp_path / "out", "agenda.docx")
    run("export", file, "--meeting", "2026-11-12", "--out", tmp_path / "out")
    assert crested(tmp_path / "out", "minutes.docx")
    run("report", file, "quarterly", "--on", "2026-09-30", "--format", "docx", "--out", tmp_path)
    assert crested(tmp_path, "quarterly-2026-09-30.docx")
    run("report", file, "inspection", "--on", "2026-11-12", "--format", "docx", "--out", tmp_path)
    assert crested(tmp_path, "inspection-2026-11-12.docx")
    for name in ("performance", "measures", "inspection"):
        assert '"rows"' in run("report", file, name, "--on", "2026-11-12")
    assert "not made as png" in run("report", file, "inspection", "--on", "2026-11-12",
                                    "--format", "png", "--out", tmp_path)  # fmt: skip


def test_one_that_is_named_goes_before_it(file: Path, tmp_path: Path) -> None:
    other = letterheads.at(tmp_path, lambda document: None)
    run("agenda", file, "--meeting", "2026-11-12", "--out", tmp_path / "a", "--template", other)
    assert not crested(tmp_path / "a", "agenda.docx")


def test_one_that_is_not_fit_is_refused_and_nothing_is_written(file: Path, tmp_path: Path) -> None:
    bad = letterheads.at(tmp_path, lambda document: document.styles["MACE Note"].delete())
    said = run(
        "agenda", file, "--meeting", "2026-11-12", "--out", tmp_path / "a", "--template", bad
    )
    assert said.startswith("refused") and "lacks the style “MACE Note”" in said
    assert not (tmp_path / "a").exists()
