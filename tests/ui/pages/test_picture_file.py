"""Pictures that go into files: for whom, in which colours, under which name."""

from dataclasses import replace
from types import SimpleNamespace

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from sqlalchemy import select

from exports.filing import sha256
from models.entities import Issue
from models.marks import Role
from models.records.network import Network
from ui import look
from ui.pages.chart.plan import Plan
from ui.pages.chart.saving import picture
from ui.pages.picture_file import save_picture


def _blank():
    made = QImage(2, 2, QImage.Format.Format_RGB32)
    made.fill(0)
    return made


def test_who_may_make_no_documents_is_told_before_a_place_is_asked_for(panel, qtbot, tmp_path):
    auditor = SimpleNamespace(person=SimpleNamespace(role=Role.AUDITOR))
    panel.dialogues.save_to = tmp_path / "picture.png"
    near = QWidget()
    qtbot.addWidget(near)
    save_picture(replace(panel.desk, workspace=auditor), near, "Save", "picture.png", _blank)
    assert panel.said and panel.dialogues.proposed == [] and list(tmp_path.iterdir()) == []


def test_a_name_typed_without_an_ending_gets_one(panel, qtbot, tmp_path):
    panel.dialogues.save_to = tmp_path / "typed"
    near = QWidget()
    qtbot.addWidget(near)
    save_picture(panel.desk, near, "Save", "picture.png", _blank)
    assert [one.name for one in tmp_path.iterdir()] == ["typed.png"]
    with panel.workspace.store.reading() as session:
        logged = session.execute(select(Issue.document, Issue.sha256)).all()
    assert logged == [("picture.png", sha256((tmp_path / "typed.png").read_bytes()))]


def test_a_picture_is_light_in_a_dark_window_and_the_window_stays_dark(panel):
    the_look = look.current()
    the_look.take(the_look.theme, look.DARK, the_look.scale, the_look.family)
    made = picture(Plan(Network()), "OFFICIAL", "Everything", "")
    assert the_look.dark
    assert made.pixelColor(made.width() - 4, 80).name() == look.LIGHT.card.lower()
