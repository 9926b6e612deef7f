"""The Actions page keeps improvement actions apart, and opens those of a priority."""

from ui.pages.actions import ActionsPage


def test_improvements_are_added_updated_and_opened_from_their_priority(planned, qtbot):
    page = planned.show(ActionsPage(planned.desk), qtbot)
    views, read = page.views, planned.workspace.read
    views.setCurrentIndex(1)
    assert not page.which.isVisible()
    page.add_action()
    entry = views.improvements.entry
    entry.editor_of("text").setPlainText("Train leads")
    entry.editor_of("strategy").set_value("workforce")
    entry.keep()
    views.reload()
    (row,) = read.improvements()
    assert (row.text, row.priority) == ("Train leads", "Workforce and learning")
    views.improvements.table.go_to(row.id)
    card = views.improvements.update_card
    card.editor_of("status").set_value("in progress")
    card.editor_of("text").setPlainText("Half have come")
    card.keep()
    assert read.improvements()[0].status == "in progress"
    assert page.table.model.rowCount() == len([one for one in read.actions() if not one.finished])
    views.setCurrentIndex(2)
    views._open("voice")
    assert views.improvements.rows == ()
    views.improvements.show_priority("workforce")
    assert len(views.improvements.rows) == 1
    views.setCurrentIndex(0)
    assert page.which.isVisible()


def test_the_case_actions_of_a_priority_are_shown_from_its_count(planned, qtbot):
    page = planned.show(ActionsPage(planned.desk), qtbot)
    one = planned.workspace.conduct.record_action(None, "Visit the arcade", owner="Ann Lea")
    planned.workspace.conduct.record_action(None, "Ring the school", owner="Ann Lea")
    planned.workspace.strategy.serve("disrupt", action_id=one)
    views = page.views
    views.setCurrentIndex(2)
    views.table.go_to("voice")
    views._offer()
    assert views.to_improvements.isEnabled() and not views.to_cases.isEnabled()
    views.table.go_to("disrupt")
    views._offer()
    views.to_cases.click()
    assert views.currentIndex() == 0
    assert page.which.currentText() == "For: Disruption of those who harm"
    assert [row.text for row in page.table.model.rows] == ["Visit the arcade"]
    views.setCurrentIndex(2)
    views._open("disrupt")
    assert views.currentIndex() == 0
    planned.workspace.strategy.serve(None, action_id=one)
    assert page.which.value() == "open" and page.table.model.rowCount() == 2
