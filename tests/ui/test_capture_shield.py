"""Windows are left out of shared screens while a meeting runs, where the system can."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui import capture_shield
from ui.capture_shield import MAY_BE_SHARED, CaptureShield

OUT, BLACK, IN_AGAIN = 0x11, 0x1, 0


class Windows:
    """A Windows that notes what it is asked for each window, and grants some of it."""

    def __init__(self, grants=(OUT, BLACK, IN_AGAIN)):
        self.asked, self.grants = [], grants

    def SetWindowDisplayAffinity(self, handle, how):
        self.asked.append((handle.value, how))
        return int(how in self.grants)


@pytest.fixture
def windows(monkeypatch):
    made = Windows()
    monkeypatch.setattr(capture_shield, "_user32", lambda: made)
    return made


@pytest.fixture
def shield(qapp):
    made = CaptureShield("win32")
    yield made
    made.turn(False)


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_window_is_left_out_and_let_in_again(window, windows, shield):
    shield.turn(True)
    shield.turn(False)
    of_window = [how for handle, how in windows.asked if handle == window.winId()]
    assert of_window == [OUT, IN_AGAIN]
    assert shield.words == capture_shield.WHILE_RUNNING


def test_a_list_that_drops_down_is_left_out_before_it_shows(window, windows, shield, qtbot):
    shield.turn(True)
    shown = QWidget(window, Qt.WindowType.Popup)
    qtbot.addWidget(shown)
    shown.show()
    assert (shown.winId(), OUT) in windows.asked


def test_the_panel_display_can_always_be_shared(window, windows, shield):
    window.setProperty(MAY_BE_SHARED, True)
    shield.turn(True)
    assert window.winId() not in [handle for handle, _ in windows.asked]


def test_an_older_windows_shows_the_window_black(window, windows, shield):
    windows.grants = (BLACK, IN_AGAIN)
    shield.turn(True)
    assert [how for handle, how in windows.asked if handle == window.winId()] == [OUT, BLACK]
    assert not shield.refused


def test_a_refusal_is_said(window, windows, shield):
    windows.grants = ()
    shield.turn(True)
    assert shield.words == capture_shield.REFUSED


def test_a_system_without_the_function_refuses_quietly(window, monkeypatch, shield):
    monkeypatch.setattr(capture_shield, "_user32", lambda: SimpleNamespace())
    shield.turn(True)
    assert shield.refused


def test_where_the_system_cannot_nothing_is_claimed(window, windows):
    shield = CaptureShield("linux")
    shield.turn(True)
    assert (shield.words, windows.asked) == (capture_shield.NOT_POSSIBLE, [])


@pytest.mark.parametrize(
    ("release", "words"),
    [
        ("14.6.1", capture_shield.WHILE_RUNNING),
        ("15.0", capture_shield.MOSTLY_NOT),
        ("26.1", capture_shield.MOSTLY_NOT),
        ("", capture_shield.MOSTLY_NOT),
    ],
)
def test_a_new_mac_claims_little(release, words):
    assert CaptureShield("darwin", release).words == words
