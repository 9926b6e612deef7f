"""The system's dialogues begin where one last was, as long as the program runs."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from ui.dialogues import SystemDialogues


@pytest.fixture
def begun(monkeypatch):
    """Where each dialogue began; the answers are given by the test."""
    asked, answers = [], []

    def ask(_parent, _title, begin="", *_kinds):
        asked.append(begin)
        return answers.pop(0)

    for name in ("getOpenFileNames", "getSaveFileName", "getExistingDirectory"):
        monkeypatch.setattr(QFileDialog, name, ask)
    for name in ("_read_from", "_written_to"):
        monkeypatch.setattr(SystemDialogues, name, None)
    return asked, answers


def test_a_dialogue_begins_where_one_last_wrote(begun):
    asked, answers = begun
    answers += ["/panel/out", ("/panel/other/report.docx", ""), "", "/panel/out"]
    assert SystemDialogues().choose_folder(None, "Folder") == Path("/panel/out")
    SystemDialogues().save_file(None, "Save", "report.docx")
    SystemDialogues().choose_folder(None, "Folder")
    SystemDialogues().choose_folder(None, "Folder")
    assert asked == ["", str(Path("/panel/out/report.docx")), *[str(Path("/panel/other"))] * 2]


def test_papers_are_looked_for_where_they_were_last_found(begun):
    asked, answers = begun
    answers += ["/panel/out", (["/panel/in/a.docx"], ""), ([], "")]
    SystemDialogues().choose_folder(None, "Folder")
    SystemDialogues().open_files(None, "Papers")
    SystemDialogues().open_files(None, "Papers")
    assert asked == ["", str(Path("/panel/out")), str(Path("/panel/in"))]


def test_a_whole_path_that_is_proposed_stays(begun):
    asked, answers = begun
    answers += ["/panel/out", ("", "")]
    SystemDialogues().choose_folder(None, "Folder")
    SystemDialogues().save_file(None, "Save", str(Path("/elsewhere/panel.mace").absolute()))
    assert asked[1] == str(Path("/elsewhere/panel.mace").absolute())
