"""The panel display opens beside the main window and leaves it the keys."""

import pytest
from PySide6.QtCore import QRect, Qt

from tests.ui.live.test_turning import press
from ui.live.panel_display import place_beside

SCREEN = QRect(0, 0, 1920, 1040)


@pytest.mark.parametrize(
    ("main", "place"),
    [
        (QRect(0, 0, 1200, 1040), QRect(1200, 0, 720, 720)),
        (QRect(800, 0, 1120, 1040), QRect(0, 0, 800, 720)),
        (QRect(1400, 100, 500, 400), QRect(120, 0, 1280, 720)),
    ],
)
def test_on_one_screen_it_stands_beside_the_main_window(main, place):
    assert place_beside(main, SCREEN) == place
    assert not place.intersects(main)


@pytest.mark.parametrize("main", [SCREEN, QRect(200, 100, 1440, 900)])
def test_where_there_is_no_room_beside_it_lies_in_the_corner_behind(main):
    assert place_beside(main, SCREEN) == QRect(640, 320, 1280, 720)


def test_it_is_no_larger_than_the_screen():
    whole = QRect(0, 24, 1024, 600)
    assert place_beside(whole, whole) == whole


def test_the_capture_bar_keeps_the_keys(room, window, qtbot):
    room.capture()
    press(room.room.capture.line, Qt.Key.Key_F9, qtbot)
    assert room.display.shown.isVisible()
    assert window.isActiveWindow() and room.room.capture.line.hasFocus()


def test_it_belongs_to_no_window_that_it_would_stay_over(room):
    room.panel_display()
    assert room.display.shown.parent() is None
    assert room.display.shown.windowHandle().transientParent() is None


def test_where_it_is_behind_the_main_window_that_is_said(room, window, qtbot):
    window.showMaximized()
    room.panel_display()
    assert room.display.shown.behind
    assert "behind this window" in window.status.message.text()
