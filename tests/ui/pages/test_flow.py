"""A child's flow on its page: entered, gone through by keys, held, late, stepped down."""

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QPushButton

from models.records.assessing import Entered
from ui.pages.children import ChildrenPage
from ui.pages.children.flow_words import NO_CHECKLIST
from ui.pages.today import TodayPage


@pytest.fixture
def page(panel, qtbot):
    return panel.show(ChildrenPage(panel.desk), qtbot)


@pytest.fixture
def flow(panel, page):
    page.show_record((panel.child(), "flow"))
    return page.child.flow


def entered(page, flow, step="review"):
    page.add_here()
    flow.enter.editor_of("step").set_value(step)
    flow.enter.editor_of("holder").setText("Kim Hart")
    flow.enter.keep()


def words(flow):
    return [(line.words, line.right) for line in flow.list.lines.lines if not line.heading]


def test_a_child_enters_at_a_step_and_what_is_to_come_is_shown(page, flow):
    assert not flow.empty.isHidden()
    entered(page, flow, "meeting")
    assert words(flow)[0] == ("Initial assessment meeting", "opened today; no limit set")
    assert ("Step down", "to come") in words(flow)
    assert "Held by Kim Hart." in flow.told.text()
    assert flow.empty.isHidden()
    assert flow.list.hasFocus()
    assert any("CERAR: Initial assessment meeting" in one for one in page.child.tags.words())


def test_why_a_flow_was_entered_stands_on_its_steps_and_on_the_time_line(panel, page, flow):
    page.add_here()
    flow.enter.editor_of("reason").setPlainText("Contact from school")
    flow.enter.keep()
    assert "Why the flow was entered: Contact from school" in flow.told.text()
    page.add_here()
    flow.done.keep()
    flow.list.go_to(flow._flows[0].steps[0].id)
    flow._show_past()
    assert "Contact from school" in flow.past.text()
    child = flow._flows[0].child_id
    assert "Entered CERAR: Contact from school" in [
        one.text for one in panel.workspace.read.history(child)]  # fmt: skip
    everyone = panel.workspace.read_as(panel.workspace.room_reader(
        panel.workspace.agenda.plan_meeting(date(2026, 11, 12))))  # fmt: skip
    assert "Entered CERAR" in [one.text for one in everyone.history(child)]


def test_a_checklist_that_nobody_made_is_said_and_stops_nobody(panel, page, flow):
    entered(page, flow, "checklist")
    assert NO_CHECKLIST in flow.told.text()
    page.add_here()
    flow.done.keep()
    assert words(flow)[0][1].startswith("done")
    assert panel.said[-1][0] == f"Vulnerability checklist is done. {NO_CHECKLIST}"
    panel.workspace.store.undo()
    panel.workspace.register.assess(flow._flows[0].child_id, Entered(
        scheme_code="cerar_checklist", assessed_on=date(2026, 11, 12), author="Kim Hart",
        judgement="Low",
    ))  # fmt: skip
    page.reload()
    assert NO_CHECKLIST not in flow.told.text()


def test_every_step_but_the_last_leads_to_the_assessments_where_something_is_filled_in(page, flow):
    entered(page, flow, "checklist")
    assert flow.looked.isHidden() and not flow.assess.isHidden()
    flow.assess.click()
    assert page.child.sections.current == 2
    page.child.go_to_section("flow")
    while not flow._open_step().ends:
        assert not flow.assess.isHidden()
        page.add_here()
        flow.done.keep()
    assert flow.assess.isHidden() and not flow.looked.isHidden()


def test_a_step_is_done_by_keys_and_undone(panel, page, flow):
    entered(page, flow)
    page.add_here()
    flow.done.editor_of("note").setPlainText("Safer at school.")
    flow.done.keep()
    assert words(flow)[0][1].startswith("done")
    assert flow.list.current_key() == flow._open_step().id
    assert not flow.ending.isHidden() and flow.finish.isHidden()
    panel.workspace.store.undo()
    assert flow.ending.isHidden()


def test_a_late_step_stands_on_today_and_asks_why(panel, page, flow, qtbot):
    entered(page, flow)
    day = panel.workspace.store.clock.today() + timedelta(days=1)
    flow.off.ask()
    flow.off.editor_of("until").line.setText(f"{day:%d %b %Y}")
    flow.off.editor_of("reason").setText("The school asks for a day.")
    flow.off.keep()
    panel.workspace.store.clock.move(timedelta(days=7))
    lines = [one for one in panel.workspace.read.today() if one.goes_to == "flow"]
    assert [(one.urgency, one.section) for one in lines] == [("high", "Overdue")]
    assert "I.A." in lines[0].text and "Ashdown" not in lines[0].text
    assert any(one.kind == "Flow step" for one in panel.workspace.read.clocks())
    today = panel.show(TodayPage(panel.desk), qtbot)
    today._go(lines[0])
    assert panel.went[-1] == ("children", (page.child.record.row.id, "flow"))
    page.reload()
    page.add_here()
    flow.done.keep()
    assert set(flow.done.form.errors()) == {"reason"}


def test_the_two_ways_out_of_leaving_early_are_told_apart(page, flow):
    entered(page, flow)
    flow.early.click()
    assert [one.text() for one in flow.out.findChildren(QPushButton) if one.isVisibleTo(flow.out)
            and one.text() in ("Take the child out", "Cancel", "Leave it")] == [
        "Take the child out", "Cancel"]  # fmt: skip


def test_stepping_down_asks_for_a_second_person_and_a_reason(panel, page, flow):
    entered(page, flow)
    panel.workspace.flows.finish(panel.workspace.read.flows_of(page.child.record.row.id)[0]
                                 .open_step.id)  # fmt: skip
    page.add_here()
    flow.down.editor_of("reason").setPlainText("Risk low")
    flow.down.keep()
    assert set(flow.down.form.errors()) == {"reason"}
    flow.down.editor_of("reason").setPlainText("School and home hold.")
    flow.down.keep()
    assert set(flow.down.form.errors()) == {"second_person"}
    flow.down.editor_of("second_person").set_value("Bo Second")
    flow.down.keep()
    head, ended = (line.words for line in flow.list.lines.lines[:2])
    assert "entered" in head and ended.endswith(", agreed by Bo Second")
    assert "Agreed by Bo Second." in flow.past.text()
    assert not flow.new.isHidden()
    assert page.child.record.closed_on is None
