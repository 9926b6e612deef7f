"""Two windows on one file: each shows by itself, at once, what the other keeps."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest

from models.storage.sealing import Cost
from models.workspace import Workspace
from tests.ui.live.room import hold, small_panel
from ui.live.text_field import TextField

PASSPHRASE, PATIENCE_MS = "two at one table", 20_000
"""How long it takes is measured in tests/benchmarks; here it only has to come by itself."""


def on_the_room(workspace, qtbot):
    """A main window at the meeting, which hears what others keep in its file."""
    from ui.pages.meeting import MeetingPage
    from ui.pages.page import PageEntry
    from ui.tasks import TasksAtOnce
    from ui.window import MainWindow

    pages = [PageEntry("meeting", "Meeting", MeetingPage)]
    made = MainWindow(workspace, pages, tasks=TasksAtOnce(), watcher=workspace.store.watch())
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    made.go("meeting")
    return made


@pytest.fixture
def file(tmp_path, clock):
    """A running meeting in a file, open at the chair's and at the minute taker's."""
    path = tmp_path / "panel.mace"
    chair = Workspace.create(path, PASSPHRASE, "Rita Choudhury", clock=clock, cost=Cost(64, 1, 1))
    panel = small_panel(clock, chair)
    hold(panel)
    taker = Workspace.open(path, PASSPHRASE, clock=clock)
    yield panel, taker
    taker.close()
    chair.close()


@pytest.fixture
def windows(file, qtbot, dressed):
    """The pages of both, each at the first child."""
    panel, taker = file
    made = [on_the_room(one, qtbot) for one in (panel.workspace, taker)]
    for one in made:
        one.page.turn_to(panel.items["V1"])
    yield [one.page for one in made]
    for one in made:
        one.close()
        one.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def keep(page, words):
    """Type a line into the capture bar and press Enter."""
    page.window().activateWindow()
    page.capture()
    QTest.keyClicks(page.room.capture.line, words)
    QTest.keyClick(page.room.capture.line, Qt.Key.Key_Return)


def said(entries):
    return " ".join(one.spoken for one in entries.lines.lines)


def test_what_one_keeps_the_other_shows_by_itself(windows, qtbot):
    chair, taker = windows
    keep(taker, "action Baines to visit the family by 20 Nov")
    qtbot.waitUntil(lambda: "Visit the family" in said(chair.room.agreed.list), timeout=PATIENCE_MS)
    keep(chair, "risk high")
    qtbot.waitUntil(lambda: "High" in said(taker.room.agreed.list), timeout=PATIENCE_MS)


def test_each_commit_is_announced_once_in_every_window(file, windows, qtbot):
    panel, _taker = file
    for page in windows:
        # Whatever they did as they opened is known to both.
        page.window().desk.hub.poll()
    begun, heard = panel.workspace.store.last_operation, [[], []]
    for page, numbers in zip(windows, heard, strict=True):
        page.window().desk.hub.changed.connect(lambda made, to=numbers: to.append(made.number))
    keep(windows[1], "risk high")
    keep(windows[0], "action Baines to visit the family by 20 Nov")
    newest = panel.workspace.store.last_operation
    qtbot.waitUntil(lambda: all(newest in one for one in heard), timeout=PATIENCE_MS)
    for page in windows:
        page.window().desk.hub.poll()
    chair, taker = ([one for one in some if begun < one <= newest] for some in heard)
    assert sorted(chair) == sorted(taker) == list(range(begun + 1, newest + 1))


def test_who_leaves_in_one_is_gone_in_the_other(windows, qtbot):
    chair, taker = windows
    here = len(chair.state.present)
    keep(taker, "att O'Brien left")
    qtbot.waitUntil(lambda: len(chair.state.present) == here - 1, timeout=PATIENCE_MS)


def test_who_turned_the_meeting_to_another_item_is_said_in_the_other_window(file, windows, qtbot):
    panel, _taker = file
    chair, taker = windows
    qtbot.waitUntil(lambda: chair.state.row.clock_started is not None, timeout=PATIENCE_MS)
    taker.turn_to(panel.items["V2"])
    said = chair.window().status.message.text
    words = "V2 opened by Rita Choudhury; the clock of V1 is paused."
    qtbot.waitUntil(lambda: said() == words, timeout=PATIENCE_MS)
    assert "V2 opened" not in taker.window().status.message.text()


def test_the_same_text_written_in_both_shows_both(windows, qtbot):
    chair, taker = windows
    for page in windows:
        page.step_to("2")
    mine, theirs = (page.room.item.analysis.findChildren(TextField)[0] for page in windows)
    mine.editor.setPlainText("Place drives the risk.")
    theirs.editor.setPlainText("Adults drive the risk.")
    theirs.flush()
    qtbot.waitUntil(lambda: mine.disputed, timeout=PATIENCE_MS)
    asked = mine.bar.accessibleName()
    assert "Adults drive the risk." in asked and "Place drives the risk." in asked
