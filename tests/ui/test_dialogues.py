"""The system's dialogues begin where one last was, as long as the program runs."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
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
    monkeypatch.setattr(SystemDialogues, "_read_from", {})
    monkeypatch.setattr(SystemDialogues, "_written_to", None)
    return asked, answers


def test_a_dialogue_begins_where_one_last_wrote(begun):
    asked, answers = begun
    answers += ["/panel/out", ("/panel/other/report.docx", ""), "", "/panel/out"]
    assert SystemDialogues().choose_folder(None, "Folder") == Path("/panel/out")
    SystemDialogues().save_file(None, "Save", "report.docx")
    SystemDialogues().choose_folder(None, "Folder")
    SystemDialogues().choose_folder(None, "Folder")
    other = str(Path("/panel/other"))
    assert asked == [str(Path.home()), str(Path("/panel/out/report.docx")), other, other]


def test_papers_are_looked_for_where_they_were_last_found_never_where_a_key_was_written(begun):
    asked, answers = begun
    answers += [("/panel/safe/key.txt", ""), (["/panel/in/a.csv"], ""), ([], "")]
    SystemDialogues().save_file(None, "The recovery key", "key.txt")
    SystemDialogues().open_files(None, "Papers", "Papers (*.csv)")
    SystemDialogues().open_files(None, "Papers", "Papers (*.csv)")
    assert asked == [str(Path.home() / "key.txt"), str(Path.home()), str(Path("/panel/in"))]


def test_files_of_other_kinds_are_not_looked_for_among_the_papers(begun):
    asked, answers = begun
    answers += [(["/panel/in/a.csv"], ""), ([], "")]
    SystemDialogues().open_files(None, "Papers", "Papers (*.csv)")
    SystemDialogues().open_files(None, "Open a panel's file", "MaceDesk panel (*.mace)")
    assert asked[1] == str(Path.home())


def test_papers_are_first_looked_for_among_the_documents(begun, monkeypatch, tmp_path):
    asked, answers = begun
    answers += [([], "")]
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: str(tmp_path))
    SystemDialogues().open_files(None, "Add papers", "Papers (*.docx *.csv)")
    assert asked == [str(tmp_path)]


def test_a_whole_path_that_is_proposed_stays(begun):
    asked, answers = begun
    answers += ["/panel/out", ("", "")]
    SystemDialogues().choose_folder(None, "Folder")
    SystemDialogues().save_file(None, "Save", str(Path("/elsewhere/panel.mace").absolute()))
    assert asked[1] == str(Path("/elsewhere/panel.mace").absolute())
