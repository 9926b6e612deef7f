"""Nothing is cut off on these pages, everything that takes keys has a name."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from tests.ui.test_clipping import cut, named
from ui import look
from ui.commands import clashes, page_commands
from ui.pages.chart_asked import CHART
from ui.pages.children import ChildrenPage
from ui.pages.page import PageEntry
from ui.pages.people import PeoplePage
from ui.pages.referrals import ReferralsPage
from ui.pages.reports import ReportsPage
from ui.pages.today import TodayPage
from ui.tasks import TasksAtOnce
from ui.window import WINDOW_COMMANDS, MainWindow

PAGES = {
    "today": TodayPage,
    "referrals": ReferralsPage,
    "children": ChildrenPage,
    "people": PeoplePage,
    "reports": ReportsPage,
}


@pytest.fixture
def window(panel):
    child = panel.child()
    person = panel.workspace.register.add_person("Dean Pyke", grounds="Seen with children")
    panel.workspace.register.link(person, "exploits", child, source="Police")
    referral = panel.referral("Zoe Byrne", immediate_risk=True, reason="Found with older men")
    made = MainWindow(
        panel.workspace,
        [PageEntry(name, page.title, page) for name, page in PAGES.items()],
        tasks=TasksAtOnce(),
    )
    made.records = {"children": child, "people": person, "referrals": referral, CHART: child}
    made.show()
    yield made
    made.close()
    made.deleteLater()


@pytest.mark.parametrize("name", [*PAGES, CHART])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_words_are_cut_off(window, qapp, name, scale):
    look.apply(qapp, "light", scale)
    window.resize(1366, 768)
    for key in (None, window.records.get(name)):
        window.go(name, key)
        for _ in range(4):
            qapp.processEvents()
        assert (window.width(), window.height()) == (1366, 768)
        short = [
            (type(widget).__name__, widget.text())
            for widget in window.page.findChildren(QWidget)
            if isinstance(widget, (QLabel, QAbstractButton)) and widget.isVisible() and cut(widget)
        ]
        assert short == []


@pytest.mark.parametrize("name", [*PAGES, CHART])
def test_every_widget_that_takes_keys_has_a_name(window, name):
    window.go(name, window.records.get(name))
    silent = [
        type(widget).__name__
        for widget in window.page.findChildren(QWidget)
        if widget.focusPolicy().value & 1 and not named(widget)
    ]
    assert silent == []


@pytest.mark.parametrize("name", [*PAGES, CHART])
def test_no_key_of_a_page_means_two_things(window, name):
    window.go(name)
    frame = (*WINDOW_COMMANDS, *page_commands([(one, one) for one in PAGES]))
    assert clashes((*frame, *window.page.commands())) == []
