"""Headings and wordings by document: typed beside the very document, put back, moved."""

import pytest

from exports import specimen
from models.marks import Role
from models.workspace import Workspace
from ui.pages.settings import SettingsPage
from ui.pages.settings.tried import INVENTED
from ui.pages.settings.wordings import SPOKEN

DECISION = "heading.item.decision"


class Waiting:
    """Work that is not done yet."""

    def run(self, work, done, failed):
        """Begin nothing."""


@pytest.fixture(scope="module")
def invented():
    """The invented panel, made once: each document shown says all of its words again."""
    with pytest.MonkeyPatch.context() as patch:
        workspace = Workspace.memory("Ada")
        workspace.panel.make("Northmoor MACE")
        made = specimen.Specimen(workspace)
        patch.setattr(made, "close", lambda: None)
        yield made
    made.close()
    workspace.close()


@pytest.fixture
def panel(planned, invented, monkeypatch):
    monkeypatch.setattr(specimen, "Specimen", lambda workspace: invented)
    return planned


@pytest.fixture
def part(panel, qtbot):
    page = panel.show(SettingsPage(panel.desk), qtbot)
    page.show_part("wordings")
    yield page.part("wordings")
    page.hide()


def shown(part):
    return part.tried.preview.toPlainText()


def typed(part, key, text):
    line = part.lines[key]
    line.editor.setText(text)
    return line


def test_the_document_stands_beside_its_words(part):
    assert "Northmoor MACE: minutes" in shown(part)
    assert "Decision" in shown(part) and "Robin" not in shown(part).split("Attendance")[0]


def test_until_there_is_a_document_it_is_said_that_it_is_being_made(part):
    tried = part.tried
    tried.preview.clear()
    tried._desk.tasks, tasks = Waiting(), tried._desk.tasks
    part.show_document("extract")
    assert "is being made" in tried.note.text()
    tried._desk.tasks = tasks
    part.show_document("minutes")
    assert tried.note.text() == INVENTED


def test_the_preview_changes_as_one_types_and_nothing_is_kept_yet(panel, part, qtbot):
    typed(part, DECISION, "What the panel decided")
    qtbot.waitUntil(lambda: "What the panel decided" in shown(part))
    assert panel.workspace.read.panel().wordings == ()


def test_what_is_typed_comes_into_sight(part, qtbot):
    line = part.lines["heading.item.public"]
    line.editor.setText("For the press")
    qtbot.waitUntil(lambda: "For the press" in shown(part))
    assert part.tried.preview.verticalScrollBar().value() > 0


def test_a_heading_is_kept_put_back_and_undone(panel, part):
    line = typed(part, DECISION, "What the panel decided")
    assert part.settle()
    assert dict(panel.workspace.read.panel().wordings) == {DECISION: "What the panel decided"}
    assert not line.back.isHidden() and line.form.label_of(DECISION).text() == "Decision"
    line.back.click()
    assert panel.workspace.read.panel().wordings == () and line.words == "Decision"
    assert line.back.isHidden()
    panel.workspace.store.undo()
    assert line.words == "What the panel decided"


def test_a_heading_without_words_is_refused(panel, part):
    line = typed(part, DECISION, "")
    assert not part.settle()
    assert "needs words" in line.form.errors()[DECISION]
    line.editor.setText("Decision")
    assert part.settle()


def test_a_wording_of_the_extract_is_shown_in_the_extract(part, qtbot):
    part.show_document("extract")
    part.lines["extract_statement"].editor.setPlainText("File it, and show it to nobody.")
    qtbot.waitUntil(lambda: "File it, and show it to nobody." in shown(part))
    part.show_document("letter_child")
    assert "Dear Robin," in shown(part)


def test_what_is_only_spoken_has_no_document(part):
    part.show_document(SPOKEN)
    assert part.tried.preview.isHidden() and "read aloud" in part.tried.note.text()
    assert set(part.lines) >= {"opening_script", "read_back"}


def test_a_part_of_the_minutes_is_moved_and_the_order_put_back(panel, part):
    def stands():
        text = shown(part)
        return text.index("Attendance\n") < text.index("Actions agreed\n")

    assert not stands()
    part.lines["heading.minutes.attendance"].earlier.click()
    assert stands()
    assert panel.workspace.read.panel().minutes_order[:2] == ("attendance", "actions")
    assert panel.workspace.store.undo_label == "Undo “Order the minutes”"
    panel.workspace.store.undo()
    assert not stands()


def test_whoever_may_not_word_documents_reads_only(panel, qtbot):
    panel.now_as(Role.MEMBER)
    page = panel.show(SettingsPage(panel.desk), qtbot)
    page.show_part("wordings")
    line = page.part("wordings").lines[DECISION]
    assert line.editor.isReadOnly() and line.earlier.isHidden()
    page.hide()
