"""The live room of a small panel, in a real window on a store in memory."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.answers import asked_again, hourless
from tests.ui.live.room import Panel, running_panel, small_panel

COMPARED = ("test_turning", "test_panel_display", "test_mending_together")
"""Where what is given again is asked anew beside it, which takes twice the time."""


@pytest.fixture(autouse=True)
def answers_stand(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the room shows without asking for it anew is as it stands in the file."""
    hourless(monkeypatch)
    if request.module.__name__.rpartition(".")[2] in COMPARED:
        asked_again(monkeypatch)


TURNS = 3
"""What a key changed is read in the next turn of events and shown in the one after."""


@pytest.fixture(autouse=True)
def each_key_has_its_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a key changed is read again in the turn of events that follows it, as on a desk."""

    def followed(press):
        def pressed(*args, **named):
            press(*args, **named)
            for _turn in range(TURNS):
                QCoreApplication.processEvents()

        return staticmethod(pressed)

    for kind in (QTest, QtBot):
        for name in ("keyClick", "keyClicks", "mouseClick"):
            monkeypatch.setattr(kind, name, followed(getattr(kind, name)))


@pytest.fixture
def panel(request: pytest.FixtureRequest, clock) -> Iterator[Panel]:
    """A panel on the morning of its meeting, or in it where the test asks for the room."""
    made = running_panel(clock) if "room" in request.fixturenames else small_panel(clock)
    yield made
    made.workspace.close()


@pytest.fixture
def window(panel, qtbot, dressed):
    """The main window on the page Meeting."""
    from ui.pages.meeting import MeetingPage
    from ui.pages.page import Page, PageEntry
    from ui.tasks import TasksAtOnce
    from ui.window import MainWindow

    pages = [PageEntry("today", "Today", Page), PageEntry("meeting", "Meeting", MeetingPage)]
    made = MainWindow(panel.workspace, pages, tasks=TasksAtOnce())
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.go("meeting")
    yield made
    made.close()
    made.deleteLater()
    # Gone before the look is laid on afresh: it visits every widget there is.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def page(window):
    """The page Meeting, before the meeting starts."""
    return window.page


@pytest.fixture
def room(page, qtbot):
    """The page Meeting while the meeting runs, everyone here but education."""
    qtbot.wait(1)
    return page
