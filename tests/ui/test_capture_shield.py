"""The main window is left out of shared screens while a meeting runs, where the system can."""

from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QWidget

from ui import capture_shield


@pytest.fixture
def asked(monkeypatch):
    calls: list[int] = []
    user32 = SimpleNamespace(SetWindowDisplayAffinity=lambda _handle, how: calls.append(how) or 1)
    monkeypatch.setattr(capture_shield, "_user32", lambda: user32)
    return calls


def test_windows_is_asked_to_leave_the_window_out_and_to_let_it_in_again(qtbot, asked):
    window = QWidget()
    qtbot.addWidget(window)
    assert capture_shield.leave_out(window, True, "win32")
    assert capture_shield.leave_out(window, False, "win32")
    assert asked == [0x11, 0]


def test_where_the_system_cannot_nothing_is_claimed(qtbot, asked):
    window = QWidget()
    qtbot.addWidget(window)
    assert not capture_shield.possible("linux")
    assert not capture_shield.leave_out(window, True, "linux")
    assert asked == []
