"""A place's page: what happens there, its assessment, and what of it leaves in Word."""

from datetime import datetime

import pytest
from docx import Document

from models.clock import SetClock
from ui.pages.people import PeoplePage
from ui.pages.people.record import PLACE_ASSESSED


@pytest.fixture
def place(panel):
    register = panel.workspace.register
    made = register.add_place("Halewood Garages", place_type="Garage block")
    for name in ("Ivy Ashdown", "Bea High", "Col Moss"):
        register.link(panel.child(name), "frequents", made)
    at = datetime(2026, 11, 6, 18, 0)
    child = next(iter(panel.workspace.read.children())).id
    for hour in (22, 23):
        register.add_episode(child, reported_at=at.replace(day=hour - 20),
                             returned_at=at.replace(hour=hour),
                             found_where="Halewood garages")  # fmt: skip
    return made


def test_a_place_opens_on_what_happens_there_and_leads_on_to_who_is_met(panel, place, qtbot):
    page = panel.show(PeoplePage(panel.desk), qtbot)
    page.show_record(place)
    shown = page.record.at_place
    assert page.record.stack.currentWidget() is shown
    assert "3 or more children: 3" in shown.tags.accessibleName()
    assert "1 child more than once" in shown.tags.accessibleName()
    assert "Most often Friday 20–24 (2)." in shown.grid.accessibleDescription()
    assert shown.words.text().startswith(shown.grid.accessibleDescription())
    shown.named_table.opened.emit(shown.named.key(shown.named.rows[0]))
    shown.met_table.opened.emit(shown.met.rows[1].id)
    assert [page for page, _ in panel.went] == ["children", "children"]
    # A record that is no place has no such sections.
    page.show_record(panel.workspace.register.add_person("Dean Pyke"))
    assert page.record.sections.shown == [0, 1, 2, 3, 4]
    assert page.record.stack.currentWidget() is page.record.links


def test_a_position_is_typed_among_the_details_and_what_is_none_is_refused_there(
    panel, place, qtbot
):
    page = panel.show(PeoplePage(panel.desk), qtbot)
    page.show_record(place)
    page.record.sections.go_to(1)
    page.record._change("map_reference", "54.11, -3.23", None)
    assert panel.workspace.read.place(place).latitude == 54.11
    line = page.record.forms["location"].editor_of("map_reference")
    assert line.text() == "54.11, -3.23"
    line.setText("behind the shops")
    assert not page.record.forms["location"].settle()
    assert "no position" in str(page.record.forms["location"].errors())


def test_two_versions_stand_side_by_side_and_the_latest_goes_out_without_names(
    panel, place, qtbot, tmp_path
):
    page = panel.show(PeoplePage(panel.desk), qtbot)
    page.show_record(place)
    page.record.sections.go_to(PLACE_ASSESSED)
    shown = page.record.assessment
    assert shown.form.isHidden() and shown.comparison.isHidden()
    shown.begin()
    shown._change("young_people", "Ivy Ashdown says nobody asks them to leave.", None)
    panel.workspace.store.clock = SetClock(datetime(2026, 12, 3, 9, 0))
    shown.begin()
    shown._change("environment", "lit since Monday", None)
    page.reload()
    changed = [row.label for row in shown.comparison.rows() if row.changed]
    assert changed == ["Assessed on", "Surroundings"]
    panel.dialogues.save_to = tmp_path / "assessment.docx"
    shown.save()
    assert panel.dialogues.proposed == ["assessment.docx"]
    document = Document(str(panel.dialogues.save_to))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    words = " ".join([*(one.text for one in document.paragraphs), *cells])
    assert "Halewood Garages" in words and "Lit since Monday" in words and "nothing said" in words
    assert "I.A. says nobody" in words and "Ashdown" not in words


def test_an_assessment_for_the_chair_alone_is_not_written_for_the_panel(
    panel, place, qtbot, tmp_path
):
    page = panel.show(PeoplePage(panel.desk), qtbot)
    page.show_record(place)
    page.record.sections.go_to(PLACE_ASSESSED)
    shown = page.record.assessment
    shown.begin()
    shown._change("sharing", "chair only", "all panel")
    panel.dialogues.save_to = tmp_path / "assessment.docx"
    shown.save()
    assert not panel.dialogues.save_to.exists()
    assert "no assessment that all the panel may read" in panel.said[-1][0]


def test_a_guardian_is_named_and_given_a_task(panel, place, qtbot):
    page = panel.show(PeoplePage(panel.desk), qtbot)
    page.show_record(place)
    page.record.sections.go_to(PLACE_ASSESSED)
    card = page.record.assessment.guardians
    card.entry.ask()
    card.entry.editor_of("name").setText("Moira Bell")
    card.entry.keep()
    card.table.go_to(card.model.rows[0].id)
    card.task.click()
    card.task_entry.editor_of("text").setPlainText("Walk past at nine")
    card.task_entry.keep()
    (action,) = panel.workspace.read.actions()
    assert (action.owner, action.subject) == ("Moira Bell", "Halewood Garages")
    assert card.model.rows[0].open_tasks == 1
