"""Who is on record already is shown while a name is typed, and never taken by itself."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from macedesk.finding import subjects_by_name
from ui.pages.children import ChildrenPage
from ui.pages.intelligence.view import IntelligenceView
from ui.pages.people import PeoplePage


def typed(qtbot, line, text):
    qtbot.keyClicks(line, text)
    line.find()
    return [one.label for one in line._found.values()]


def test_a_new_child_who_may_be_on_record_is_said_with_why_and_opened_by_key(panel, qtbot):
    child = panel.child("Oliver Marsh")
    page = panel.show(ChildrenPage(panel.desk), qtbot)
    page.add_child()
    line = page.entry.editor_of("name")
    assert typed(qtbot, line, "Ollie Marsh") == ["Oliver Marsh"]
    assert "short form" in line.list.lines.lines[0].soft and line.list.current_key() is None
    qtbot.keyClick(line, Qt.Key.Key_Down)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert panel.went == [("children", child)] and page.entry.isHidden()
    assert len(panel.workspace.read.children()) == 1


def test_enter_without_a_choice_keeps_the_new_record(panel, qtbot):
    panel.workspace.register.add_place("Harbour skatepark")
    page = panel.show(PeoplePage(panel.desk), qtbot)
    page.next_part()
    page.add_record()
    line = page.entries[1].editor_of("name")
    assert typed(qtbot, line, "Harbour Skate Park") == ["Harbour skatepark"]
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert len(panel.workspace.read.places()) == 2 and panel.went == []


def test_a_vehicle_on_record_is_said_while_its_mark_is_typed(panel, qtbot):
    panel.workspace.register.add_vehicle("FX19 ABC")
    page = panel.show(PeoplePage(panel.desk), qtbot)
    page.lists.tabs.go_to(4)
    page.add_record()
    form = page.entries[4]
    assert typed(qtbot, form.editor_of("name"), "FX19AB") == ["FX19 ABC"]
    form.editor_of("kind").set_value("phone")
    assert typed(qtbot, form.editor_of("name"), "C") == []


def test_who_is_named_in_intelligence_is_said_while_it_is_entered(panel, qtbot):
    person = panel.workspace.register.add_person("Dean Pyke", aliases=("Daz",))
    panel.workspace.register.add_place("Harbour skatepark")
    view = IntelligenceView(panel.desk)
    qtbot.addWidget(view)
    view.enter()
    text = view.entry.editor_of("text")
    text.setPlainText("Daz waits at Harbour Skatepark.")
    text.find()
    assert text.below.text().startswith(
        "On record: Dean Pyke (“Daz”, person of concern) and Harbour skatepark (place)."
    )
    assert text.below.window() is view.window() and not text.below.isHidden()
    panel.workspace.register.add_vehicle("NK19 CUK")
    panel.workspace.register.add_account("dazza_88", "Snapchat")
    text.setPlainText("Deen Pyke in NK19 C?K, by dazza_88. At Market Hall by 7.")
    text.find()
    assert text.below.text().startswith(
        "On record: dazza_88 (Snapchat) (“dazza_88”, online account). Perhaps: Dean Pyke (“Deen "
        "Pyke”, person of concern, misspelt) and NK19 CUK (“NK19 C?K”, vehicle, a part of the mark)"
    )
    text.setPlainText("Nobody whom anybody knows.")
    text.find()
    assert text.below.isHidden()
    assert panel.workspace.read.person(person).links == ()


def test_whom_a_link_may_lead_to_is_offered_as_perhaps_and_not_taken_by_enter_alone(panel, qtbot):
    place = panel.workspace.register.add_place("Travel Inn, Quayside")
    person = panel.workspace.register.add_person("Stefan Radu")
    page = panel.show(PeoplePage(panel.desk), qtbot)
    page.show_record(place)
    picker = page.record.links.entry.other
    qtbot.keyClicks(picker.line, "Steven Radoo")
    (line,) = picker.list.lines.lines
    assert line.key == person
    assert line.soft.startswith("person of concern · perhaps: Surname sounds the same")
    qtbot.keyClick(picker, Qt.Key.Key_Return)
    assert picker.chosen is None
    qtbot.keyClick(picker, Qt.Key.Key_Down)
    qtbot.keyClick(picker, Qt.Key.Key_Return)
    assert picker.chosen.id == person


def test_a_link_form_left_gives_the_keyboard_back(panel, qtbot):
    page = panel.show(PeoplePage(panel.desk), qtbot)
    page.show_record(panel.workspace.register.add_place("Travel Inn, Quayside"))
    with qtbot.waitActive(page):
        page.activateWindow()
    page.record.show_links()
    links = page.record.links
    (add,) = (one for one in links.findChildren(QPushButton) if one.text() == "Add a link")
    add.setFocus()
    add.click()
    assert links.entry.isVisible() and not add.hasFocus()
    qtbot.keyClick(links.entry.source, Qt.Key.Key_Escape)
    assert add.hasFocus()


def test_a_date_of_birth_typed_before_speaks_for_or_against(panel, qtbot):
    panel.child("Tia Oakes", birth_date=date(2011, 4, 2))
    page = panel.show(ChildrenPage(panel.desk), qtbot)
    page.add_child()
    page.entry.editor_of("birth_date").set_value(date(2011, 4, 2))
    line = page.entry.editor_of("name")
    typed(qtbot, line, "Tia Oaks")
    assert "same date of birth" in line.list.lines.lines[0].soft.lower()


@pytest.mark.parametrize(
    ("words", "label"),
    [("Ollie Mrash", "Oliver Marsh"), ("harbor skate park", "Harbour skatepark")],
)
def test_the_line_that_goes_anywhere_says_who_may_be_meant(panel, words, label):
    panel.child("Oliver Marsh")
    panel.workspace.register.add_place("Harbour skatepark")
    found = subjects_by_name(panel.workspace, panel.desk.go)(words)
    assert label in [one.words for one in found]
    (alike,) = [one for one in found if one.words == label]
    assert alike.soft.startswith("perhaps: ")
