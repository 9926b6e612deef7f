"""The Disruption page: a plan opened, a measure added, moved on and breached, two arrangements."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from ui.field_keys import FieldKeys
from ui.pages.disruption import DisruptionPage
from ui.pages.disruption.arranged import arranged


@pytest.fixture
def slade(panel):
    """A person of concern who is linked to a child."""
    child = panel.child()
    person = panel.workspace.register.add_person("Kyle Slade")
    panel.workspace.register.link(person, "exploits", child, confidence="suspected", source="x")
    return person


@pytest.fixture
def page(panel, slade, qtbot):
    return panel.show(DisruptionPage(panel.desk), qtbot)


def plan_of(panel, page, slade):
    """A plan about him, chosen on the page."""
    plan = panel.workspace.disruption.open_plan(slade, objective="Keep him away", strand="Pursue")
    page.show_record(plan)
    return plan


def test_a_plan_is_opened_by_name_and_stands_chosen(panel, page, slade, qtbot):
    page.open_plan()
    opening = page.plans.opening
    opening.keep()
    assert "subject" in opening._about.errors()
    qtbot.keyClicks(opening.subject.line, "Slade")
    qtbot.keyClick(opening.subject.line, Qt.Key.Key_Return)
    opening.editor_of("objective").setPlainText("Keep him away from the school")
    opening.keep()
    (plan,) = panel.workspace.read.plans()
    assert (plan.subject, plan.objective) == ("Kyle Slade", "Keep him away from the school")
    assert page.plans.panel.plan.id == plan.id
    panel.workspace.store.undo()
    assert panel.workspace.read.plans() == ()
    assert not page.plans.panel.cards.isVisible()


def test_the_law_and_what_does_not_fit_stand_beside_the_choice(panel, page, slade):
    plan_of(panel, page, slade)
    page.add_measure()
    adding = page.plans.panel.adding
    adding.measure.set_value("AS07")
    adding._show("AS07")
    assert adding.misfits.text.text().endswith("is for a place, not for a person.")
    assert adding.law.isVisible()
    adding.keep()
    (measure,) = panel.workspace.read.measures()
    assert (measure.type_code, measure.status) == ("AS07", "considered")
    page.show_record(("measure", measure.id))
    assert page.register.panel.misfits.isVisible()


def test_a_measure_of_ones_own_name_is_kept_as_typed(panel, page, slade):
    plan_of(panel, page, slade)
    page.add_measure()
    adding = page.plans.panel.adding
    adding.keep()
    assert "measure" in adding._which.errors()
    adding.measure.setEditText("Shop door code changed")
    adding.keep()
    assert panel.workspace.read.measures()[0].name == "Shop door code changed"


def test_which_measure_is_meant_is_asked_where_words_name_several(panel, page, slade):
    plan_of(panel, page, slade)
    page.add_measure()
    adding = page.plans.panel.adding
    adding.measure.setEditText("Child Abduction")
    adding.keep()
    assert panel.workspace.read.measures() == ()
    said = adding._which.errors()["measure"]
    assert "Child abduction (offence); Child Abduction Warning Notice" in said
    adding.measure.setEditText("CAWN")
    adding._show("CAWN")
    assert adding.law.accessibleName().endswith("Child Abduction Warning Notice")
    adding.keep()
    assert panel.workspace.read.measures()[0].name == "Child Abduction Warning Notice"


def test_a_breach_is_kept_with_its_day_and_what_was_done(panel, page, slade):
    plan = plan_of(panel, page, slade)
    measure = panel.workspace.disruption.add_measure(plan, "CP10")
    panel.workspace.disruption.move_measure(measure, "served")
    page.show_record(("measure", measure))
    step = page.register.panel.move
    step.editor_of("status").set_value("breached")
    step.editor_of("what").setText("Seen with her")
    step.keep()
    assert "done" in step.form.errors()
    step.editor_of("done").setText("Arrested")
    step.keep()
    page.filter_register("breached")
    assert [row.came_of for row in page.register.table.model.rows] == [
        "breached 12 Nov 2026: Seen with her; Arrested"
    ]
    assert page.register.which.currentText() == "Breached (1)"
    assert "1 breached" in page.chips.words()


def test_what_was_just_added_has_the_keyboard_and_is_moved_on(panel, page, slade, qtbot):
    page.open_plan()
    qtbot.keyClicks(page.plans.opening.subject.line, "Slade")
    qtbot.keyClick(page.plans.opening.subject.line, Qt.Key.Key_Return)
    page.plans.opening.keep()
    assert page.plans.table.view.hasFocus()
    page.add_measure()
    page.plans.panel.adding.measure.set_value("CP10")
    page.plans.panel.adding.keep()
    (measure,) = panel.workspace.read.measures()
    assert page.plans.panel.measure_in_hand() == measure.id
    page.reload()
    assert page.plans.panel.measure_in_hand() == measure.id
    page.move_measure()
    assert page.register.panel.row.id == measure.id
    assert page.register.isVisible() and not page.plans.panel.isVisible()


def test_plans_are_seen_by_strand_and_by_volt(panel, page, slade):
    plan_of(panel, page, slade)
    theme = panel.workspace.register.add_theme("Vapes")
    panel.workspace.disruption.open_plan(theme)
    plans = panel.workspace.read.plans()

    def under(how):
        lines, found, heading = arranged(plans, how), {}, ""
        for line in lines:
            heading = line.words if line.heading else heading
            found.setdefault(heading, []).extend([] if line.heading else [line.words])
        return found

    assert under("strands") == {
        "Pursue · 1": ["Kyle Slade"], "Prevent · none": [], "Protect · none": [],
        "Prepare · none": [], "No strand yet · 1": ["Vapes"],
    }  # fmt: skip
    volt = under("volt")
    assert volt["Offenders and persons of concern · 1"] == ["Kyle Slade"]
    assert volt["Themes and trends · 1"] == ["Vapes"] and volt["Locations · none"] == []
    page.arrange("volt")
    page.plans.board.step(1)
    assert page.plans.panel.plan.subject in ("Kyle Slade", "Vapes")


def test_a_named_measure_is_registered_by_one_key(panel, page, slade):
    panel.workspace.conduct.record_action(
        None, "Serve CAWN on him", subject_id=slade, measure_code="CP10", owner="DI Khan"
    )
    assert page.register.named.offers[0].line.accessibleName().startswith("not on the register")
    page.register_named()
    assert not page.register.named.isVisibleTo(page.register)
    (row,) = panel.workspace.read.measures()
    assert (row.type_code, row.against, row.lead) == ("CP10", "Kyle Slade", "DI Khan")


def test_ctrl_enter_in_a_form_keeps_the_form_and_not_what_the_page_offers(
    panel, page, slade, qtbot
):
    panel.workspace.conduct.record_action(
        None, "Serve CAWN on him", subject_id=slade, measure_code="CP10", owner="DI Khan"
    )
    page.open_plan()
    opening = page.plans.opening
    opening.subject.choose(panel.workspace.read.meant("Kyle Slade")[0])
    aim = opening.editor_of("objective")
    aim.setFocus()
    qtbot.keyClicks(aim, "Stop the lifts")
    qtbot.keyClick(aim, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [one.objective for one in panel.workspace.read.plans()] == ["Stop the lifts"]
    assert panel.workspace.read.measures() == ()


def test_a_wording_fills_in_the_action_and_ties_it_to_its_measure(panel, page, slade):
    plan = plan_of(panel, page, slade)
    panel.workspace.disruption.add_measure(plan, "CP10")
    page.add_action()
    adding = page.plans.panel.adding_action
    wording = adding.editor_of("wording")
    assert wording.itemData(0) == "T01"
    wording.set_value("T02")
    adding._take_wording("T02")
    assert adding.editor_of("due").value() == date(2026, 11, 19)
    adding.keep()
    (action,) = panel.workspace.read.actions()
    assert action.measure_code == "CP10" and action.text.startswith("Serve the CAWN")


def test_children_and_places_are_added_and_taken_out_by_key(panel, page, slade, qtbot):
    plan = plan_of(panel, page, slade)
    place = panel.workspace.register.add_place("Harbour Park")
    effect, moved = page.plans.panel.effect, page.plans.panel.displaced
    assert effect._lines.count() == 1
    qtbot.keyClick(effect._lines.itemAt(0).widget().line, Qt.Key.Key_Delete)
    assert panel.workspace.read.plan(plan).children == ()
    moved._note(place)
    assert [one.subject for one in panel.workspace.read.plan(plan).moved_to] == ["Harbour Park"]
    qtbot.keyClick(moved._lines.itemAt(0).widget().line, Qt.Key.Key_Delete)
    assert panel.workspace.read.plan(plan).moved_to == ()


def test_what_came_of_a_measure_is_masked_on_the_rooms_cover():
    assert "Breach or reason" in DisruptionPage.room_list.naming


def test_a_measure_without_a_plan_says_what_to_do_first(panel, page):
    page.plans.panel.show_plan(None)
    page.add_measure()
    assert "Choose a plan first" in panel.said[-1][0]


def test_opening_a_plan_pushes_nothing_and_its_button_comes_into_sight(panel, page, qtbot):
    page.resize(1150, 560)
    page.open_plan()
    qtbot.waitUntil(page.plans.opening.isVisible)
    assert page.minimumSizeHint().height() <= 560
    keep = page.plans.opening.keep_button
    for _ in range(20):
        if not keep.hasFocus():
            qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: not keep.visibleRegion().isEmpty())
    page.plans.opening.leave()
    assert page.plans.table.isVisible()
    assert not page.plans.opening.isVisible()


def test_a_form_that_is_too_tall_is_shown_from_its_first_field_on(panel, page, slade, qtbot):
    plan_of(panel, page, slade)
    page.resize(1150, 560)
    page.add_measure()
    adding = page.plans.panel.adding
    qtbot.waitUntil(lambda: page.plans.panel.cards.verticalScrollBar().value() > 0)
    qtbot.waitUntil(lambda: not adding.measure.visibleRegion().isEmpty())


def tabbed(page, first, times):
    """The accessible names of the fields that Tab goes to from one on."""
    first.setFocus(Qt.FocusReason.OtherFocusReason)
    names = []
    for _ in range(times):
        page.focusNextPrevChild(True)
        names.append(QApplication.focusWidget().accessibleName())
    return names


def test_tab_goes_on_from_whom_a_plan_is_about_to_its_fields(page, qtbot):
    page.open_plan()
    opening = page.plans.opening
    qtbot.keyClicks(opening.subject.line, "Slade")
    qtbot.keyClick(opening.subject.line, Qt.Key.Key_Down)
    qtbot.keyClick(opening.subject.line, Qt.Key.Key_Return)
    assert tabbed(page, opening.subject.line, 1) == ["Aim"]


def test_tab_goes_on_from_the_measure_to_how_far_it_is(panel, page, slade):
    plan_of(panel, page, slade)
    page.add_measure()
    adding = page.plans.panel.adding
    assert tabbed(page, adding.measure, 2) == ["How far", "Lead agency"]


def test_keys_with_ctrl_reach_the_window_from_each_field_of_a_plan(panel, page, slade):
    plan_of(panel, page, slade)
    page.add_measure()
    keys = FieldKeys(QApplication.instance())
    keyed = QKeyEvent(
        QEvent.Type.ShortcutOverride, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier
    )
    for field in (page.plans.panel.adding.measure, page.plans.panel.effect.picker.line):
        assert keys.eventFilter(field, keyed) is False
    keys.close()


def test_a_plan_that_was_just_opened_is_the_chosen_one(panel, page, slade, qtbot):
    first = plan_of(panel, page, slade)
    panel.workspace.register.add_person("Stefan Radu")
    second = panel.workspace.register.add_person("Stean Radu")
    page.open_plan()
    opening = page.plans.opening
    qtbot.keyClicks(opening.subject.line, "Stean Radu")
    qtbot.keyClick(opening.subject.line, Qt.Key.Key_Down)
    qtbot.keyClick(opening.subject.line, Qt.Key.Key_Return)
    assert opening.subject.chosen.id == second
    opening.keep()
    assert page.plans.panel.plan.id != first
    assert page.plans.panel.plan.subject == "Stean Radu"
    assert page.plans.table.current_key() == page.plans.panel.plan.id
