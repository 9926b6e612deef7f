"""Before an approval or an issue the page says what goes out past due, and one key mends it."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from models.marks import Role

NEW = date(2026, 12, 14)


@pytest.fixture
def panel(held):
    return held


def test_what_goes_out_past_due_is_said_before_the_issue_and_gets_a_new_day(panel, minutes, qtbot):
    minutes.make_documents()
    minutes.issue()
    bar = minutes.past.at_issue
    assert bar.text.text() == "This goes out past due: A001 (V1), due 1 Nov 2026."
    assert bar.isVisible() and minutes.issue_card.isAncestorOf(bar)
    bar.new_days.click()
    day = minutes.past.card.editor_of("day")
    assert minutes.past.card.isVisible() and minutes.issue_card.isHidden()
    assert day.value() is not None and day.value() > panel.workspace.store.clock.today()
    day.set_value(NEW)
    qtbot.keyClick(minutes.past.card.keep_button, Qt.Key.Key_Return)
    assert panel.said[-1][0] == "1 has a new day, 14 Dec 2026."
    assert {one.due_on for one in panel.workspace.read.actions()} == {NEW, date(2026, 12, 1)}
    minutes.issue()
    assert bar.isHidden()


def test_the_chair_is_told_before_approving(panel, minutes):
    minutes.to_chair()
    panel.now_as(Role.CHAIR)
    minutes.reload()
    minutes.approve()
    assert minutes.past.at_approval.isVisible()
    assert "A001 (V1), due 1 Nov 2026" in minutes.past.at_approval.text.text()


def test_a_day_that_has_passed_as_well_is_refused_beside_its_field(panel, minutes):
    minutes.new_days()
    minutes.past.card.editor_of("day").set_value(date(2026, 11, 2))
    minutes.past.card.keep()
    assert minutes.past.card.form.errors() == {"day": "That day has passed too."}


def test_where_nothing_is_past_due_no_day_is_asked(panel, minutes):
    panel.workspace.minutes.set_new_days(panel.meeting, NEW)
    minutes.new_days()
    assert minutes.past.card.isHidden()
    assert panel.said[-1][0] == "Nothing that this meeting agreed is past due."
