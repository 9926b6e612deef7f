"""What Ctrl+K offers of pages that are not in front is there, and is done there."""

import pytest

from macedesk.finding import DONE
from macedesk.pages import entries
from macedesk.startup import do
from models.workspace import Workspace
from ui.pages.page import Page
from ui.tasks import TasksAtOnce
from ui.window import MainWindow


@pytest.fixture
def window(qtbot, dressed):
    workspace = Workspace.memory("Ada Administrator")
    workspace.panel.make("Northmoor MACE", area="Northmoor", districts=("Eastmoor",))
    made = MainWindow(workspace, entries(), tasks=TasksAtOnce())
    made.show()
    yield made
    made.close()
    made.deleteLater()
    workspace.close()


def test_what_is_done_on_a_page_is_a_command_of_that_page(window):
    for words, page, command in DONE:
        window.go(page)
        assert window.page.bound.actions[command].text() == words


def test_a_season_is_planned_from_any_page(window):
    window.go("actions")
    do(window, "today", "plan_season")
    view = window.page.views.shown("timetable")
    assert view.stack.currentWidget() is view.season


def test_a_page_that_may_not_be_left_keeps_its_place(window, monkeypatch):
    window.go("actions")
    monkeypatch.setattr(Page, "may_leave", lambda page: False)
    monkeypatch.setattr(type(window.page), "may_leave", lambda page: False)
    do(window, "today", "plan_season")
    assert window.shelf.current_id == "actions"
