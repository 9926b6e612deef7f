"""The editor of flows: a copy with limits of the panel's own, ordered by keys and foretold."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from models import codes
from ui.pages.settings import SettingsPage


@pytest.fixture
def part(panel, qtbot):
    page = panel.show(SettingsPage(panel.desk), qtbot)
    page.show_part("flows")
    return page.part("flows")


def copied(part):
    part.copied.ask()
    part.copied.editor_of("label").setText("Northmoor flow")
    part.copied.keep()
    return part.chosen().id


def labels(code):
    return [one.label for one in codes.flow(code).steps]


def test_the_shipped_flow_is_read_only_and_says_that_limits_are_local(part):
    assert part.steps.add_button.isHidden()
    assert part.steps.card.isHidden()
    assert "set locally" in part.steps.note.text()
    assert "6. Step down" in part.steps.words.text()


def test_a_copy_is_worded_ordered_and_foretold_by_keys(panel, part):
    made = copied(part)
    shown = part.steps
    shown.list.go_to("contact")
    shown._show()
    shown.form.editor_of("working_days").setText("1")
    assert shown.form.settle()
    assert "1. Contact screened, CERAR manager: by Fri 13 Nov 2026" in shown.words.text()
    shown.list.go_to("plan")
    QTest.keyClick(shown.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert labels(made)[2:4] == ["Safety plan", "Initial assessment meeting"]
    shown.list.go_to("plan")
    QTest.keyClick(shown.list, Qt.Key.Key_Delete)
    assert "Safety plan" not in labels(made)
    panel.workspace.store.undo()
    assert "Safety plan" in labels(made)
    shown.form.editor_of("working_days").setText("soon")
    assert not shown.form.settle()
    assert "working_days" in shown.form.errors()


def test_a_flow_in_use_goes_on_as_a_new_version(panel, part):
    made = copied(part)
    panel.workspace.flows.enter(panel.child(), made)
    part.reload()
    assert part.steps.add_button.isHidden()
    part.version.ask()
    part.version.editor_of("version").setText("2027")
    part.version.editor_of("begins").line.setText("4 Jan 2027")
    part.version.keep()
    assert part.chosen().standing == "begins 4 Jan 2027"
    assert not part.steps.add_button.isHidden()
