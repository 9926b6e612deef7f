"""Before and after the meeting, and in the settings, nothing is cut off and everything is named."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from tests.ui.pages.held import Held
from tests.ui.test_clipping import cut, named
from ui import look
from ui.commands import clashes, page_commands
from ui.pages.actions import ActionsPage
from ui.pages.agenda import AgendaPage
from ui.pages.care_plans import CarePlansPage
from ui.pages.disruption import DisruptionPage
from ui.pages.minutes import MinutesPage
from ui.pages.page import PageEntry
from ui.pages.settings import SettingsPage
from ui.pages.settings.page import PARTS
from ui.tasks import TasksAtOnce
from ui.window import WINDOW_COMMANDS, MainWindow

PAGES = {
    "agenda": AgendaPage,
    "actions": ActionsPage,
    "disruption": DisruptionPage,
    "minutes": MinutesPage,
    "care_plans": CarePlansPage,
    "settings": SettingsPage,
}
PLACES = [(name, None) for name in PAGES] + [("settings", key) for key, _, _ in PARTS]


@pytest.fixture
def window(qapp, dressed):
    panel = Held()
    entries = [PageEntry(name, page.title, page) for name, page in PAGES.items()]
    made = MainWindow(panel.workspace, entries, tasks=TasksAtOnce())
    made.records = {
        "agenda": ("item", panel.boy_item),
        "actions": panel.action,
        "disruption": ("measure", panel.measure),
        "care_plans": panel.recommendation,
    }
    made.show()
    yield made
    made.close()
    made.deleteLater()
    panel.hub.close()
    panel.workspace.close()


def settled(qapp):
    for _ in range(4):
        qapp.processEvents()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_words_are_cut_off(window, qapp, scale):
    look.apply(qapp, "light", scale)
    window.resize(1366, 768)
    short = []
    for name, key in PLACES:
        window.go(name, key or window.records.get(name))
        settled(qapp)
        short += [
            (name, key, type(widget).__name__, widget.text())
            for widget in window.page.findChildren(QWidget)
            if isinstance(widget, (QLabel, QAbstractButton)) and widget.isVisible() and cut(widget)
        ]
        assert (window.width(), window.height()) == (1366, 768), name
    assert short == []


def test_everything_that_takes_keys_has_a_name(window, qapp):
    nameless = []
    for name, key in PLACES:
        window.go(name, key or window.records.get(name))
        settled(qapp)
        nameless += [
            (name, key, type(widget).__name__)
            for widget in window.page.findChildren(QWidget)
            if widget.focusPolicy().value & 1 and widget.isVisible() and not named(widget)
        ]
    assert nameless == []


def test_no_two_commands_want_the_same_keys(window):
    pages = page_commands([(name, page.title) for name, page in PAGES.items()])
    for name in PAGES:
        window.go(name)
        mine = window.page.bound.commands
        assert clashes((*WINDOW_COMMANDS, *pages, *mine)) == []
