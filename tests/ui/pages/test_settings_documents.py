"""The panel's Word template in the settings: chosen or dropped, looked over, taken, given up."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from exports import template
from models.marks import Role
from tests.exports import letterheads
from ui.pages.settings import SettingsPage
from ui.widgets.labels import Words


@pytest.fixture
def panel(planned):
    return planned


@pytest.fixture
def page(panel, qtbot):
    page = panel.show(SettingsPage(panel.desk), qtbot)
    page.show_part("documents")
    return page


@pytest.fixture
def part(page):
    return page.part("documents")


def told(part):
    return [one.text() for one in part.remarks.findChildren(Words) if not one.isHidden()]


def test_without_one_documents_have_the_programs_look(part):
    assert "program’s own look" in part.state.text()
    assert part.drop_button.isHidden() and part.save_button.isHidden()
    assert part.remarks.isHidden()


def test_a_template_is_looked_over_and_then_taken(panel, part, tmp_path):
    panel.dialogues.files = [letterheads.at(tmp_path)]
    part.choose_button.click()
    assert panel.workspace.read.own_template() is None
    assert any("On every page of every document" in one for one in told(part))
    part.remarks.take_button.click()
    kept = panel.workspace.read.own_template()
    assert kept is not None and kept.name == "letterhead.docx"
    assert part.state.text() == "letterhead.docx, taken on 12 Nov 2026 by Ada Administrator."
    assert part.remarks.isHidden()


def test_what_is_missing_is_told_with_its_place_and_cannot_be_taken(panel, part, tmp_path):
    def change(document):
        document.styles["MACE Note"].delete()

    panel.dialogues.files = [letterheads.at(tmp_path, change)]
    part.choose_button.click()
    assert "The paragraph style “MACE Note” is missing." in told(part)
    assert part.remarks.take_button.isHidden()
    part.remarks.leave_button.click()
    assert part.remarks.isHidden() and panel.workspace.read.own_template() is None


def test_a_damaged_file_keeps_the_template_that_was_there(panel, part, tmp_path):
    panel.dialogues.files = [letterheads.at(tmp_path)]
    part.choose_button.click()
    part.remarks.take_button.click()
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 cut short")
    part.look_over(broken)
    assert any("damaged" in one and "new name" in one for one in told(part))
    assert part.remarks.verdict.text() == "It cannot be taken."
    assert panel.workspace.read.own_template().name == "letterhead.docx"


def test_a_file_that_is_gone_is_told(panel, part, tmp_path):
    part.look_over(tmp_path / "nowhere.docx")
    assert "could not be read" in panel.said[-1][0]


def test_one_is_dropped_on_the_page(part, tmp_path):
    drop(part, letterheads.at(tmp_path))
    assert not part.remarks.isHidden()


def test_two_dropped_at_once_are_refused(panel, part, tmp_path):
    drop(part, letterheads.at(tmp_path), letterheads.at(tmp_path, name="other.docx"))
    assert "one Word template at a time" in panel.said[-1][0]
    assert part.remarks.isHidden()


def drop(part, *paths: Path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(one)) for one in paths])
    part.dropEvent(
        QDropEvent(
            QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )  # fmt: skip


def test_given_up_and_brought_back_by_undo(panel, part, tmp_path):
    panel.workspace.panel.take_template("letterhead.docx", letterheads.made(), template.of)
    part.reload()
    part.drop_button.click()
    assert "program’s own look" in part.state.text()
    panel.workspace.store.undo()
    assert part.state.text().startswith("letterhead.docx")


def test_the_starting_template_is_written_and_fit_to_be_taken(panel, part, tmp_path):
    panel.dialogues.save_to = tmp_path / "start"
    part.start_button.click()
    assert panel.dialogues.proposed == ["starting template.docx"]
    assert template.check(tmp_path / "start.docx").faults == ()


def test_a_copy_of_what_is_kept_is_saved(panel, part, tmp_path):
    content = letterheads.checked(tmp_path).content
    panel.workspace.panel.take_template("letterhead.dotx", content, template.of)
    part.reload()
    panel.dialogues.save_to = tmp_path / "copy.docx"
    part.save_button.click()
    assert panel.dialogues.proposed == ["letterhead.docx"]
    assert (tmp_path / "copy.docx").read_bytes() == content


def test_a_member_sees_which_it_is_and_changes_nothing(panel, qtbot):
    panel.now_as(Role.MEMBER)
    page = panel.show(SettingsPage(panel.desk), qtbot)
    page.show_part("documents")
    part = page.part("documents")
    assert part.choose_button.isHidden() and not part.acceptDrops()
