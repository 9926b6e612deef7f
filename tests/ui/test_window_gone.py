"""A window that is closed is gone whole: no record that a page or the room showed stays behind."""

import gc

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from macedesk.pages import NAVIGATION, entries
from tests.ui.live.room import hold, small_panel
from ui.live.state import RoomState
from ui.tasks import TasksAtOnce
from ui.window import MainWindow


def left():
    """How many widgets and rooms of the program there are, in sight or not."""
    gc.collect()
    ours = (o for o in gc.get_objects() if isinstance(o, (QWidget, RoomState)))
    return sum(type(one).__module__.startswith("ui.") for one in ours)


def test_no_page_and_no_room_outlives_its_window(clock, dressed):
    before = left()
    panel = small_panel(clock)
    hold(panel)
    window = MainWindow(panel.workspace, entries(), tasks=TasksAtOnce())
    window.resize(1366, 768)
    window.show()
    for page_id, *_ in NAVIGATION:
        window.go(page_id)
    assert left() > before + 100
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    panel.workspace.close()
    del window, panel
    assert left() == before
