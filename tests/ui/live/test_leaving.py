"""Closing the window in mid-meeting asks first, in the window itself; everything is kept anyway."""

from unittest.mock import patch

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QCloseEvent

from tests.ui.live.test_turning import press


class Pressed(QCloseEvent):
    """The close of a window's own button, or of the system's keys."""

    def spontaneous(self):
        return True


@pytest.fixture
def closed(window):
    """Closes the window as a hand does; gives whether it closed."""

    def close():
        event = Pressed()
        event.accept()
        with patch.object(window._field_keys, "close"):  # the fixture closes it for good
            window.closeEvent(event)
        return event.isAccepted()

    return close


def test_while_a_meeting_runs_it_is_asked_and_escape_goes_on(room, window, closed, qtbot):
    room.capture()
    asked = window.frame.leaving
    assert not closed()
    assert "still running" in asked.text.text() and asked.go_on.hasFocus()
    press(asked.go_on, Qt.Key.Key_Escape, qtbot)
    assert asked.isHidden() and room.room.capture.line.hasFocus()


def test_asked_for_again_the_window_closes(room, closed):
    assert not closed()
    assert closed()


def test_close_all_the_same_closes_it(room, window, closed):
    closed()
    window.frame.leaving.close_it.click()
    assert window.isHidden()


def test_before_the_meeting_and_for_the_program_itself_nothing_is_asked(page, panel, closed):
    assert closed()


def test_signing_out_asks_nothing_of_its_own(room, window):
    assert window.close()


def test_the_panel_display_stays_while_it_is_asked_and_goes_with_the_window(room, closed):
    room.panel_display()
    assert not closed()
    QCoreApplication.processEvents()
    assert room.display.shown is not None
    assert closed()
    assert room.display.shown is None
