"""The program's windows left out of screen capture and shared screens, where the system can."""

import ctypes
import platform
import sys
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

MAY_BE_SHARED = "may_be_shared"
"""The property of a window that is made to be shared: the panel display."""
# Windows 10 2004 and later: the window is missing from what is captured. Before: it is black.
_EXCLUDE_FROM_CAPTURE, _BLACK, _NOTHING = 0x11, 0x1, 0x0
# NSWindowSharingNone and NSWindowSharingReadOnly.
_SHARING_NONE, _SHARING_READ_ONLY = 0, 1
# Since then ScreenCaptureKit, which calls share with, shows such a window all the same.
_MAC_SHOWS_ALL = 15

WHILE_RUNNING = "While a meeting runs"
NOT_POSSIBLE = "Not possible on this system"
MOSTLY_NOT = "Since macOS 15 most programs that share a screen show the window all the same"
REFUSED = "This system has refused it: take this window to be seen by everybody in the call"


class CaptureShield(QObject):
    """Leaves every window but those that may be shared out of capture, while it is turned on.

    Lists that drop down and tips are windows of their own: each is left out before it shows.
    """

    def __init__(self, system: str = sys.platform, release: str | None = None) -> None:
        super().__init__()
        self._system = system
        self._release = platform.mac_ver()[0] if release is None else release
        self.on = self.refused = False

    @property
    def possible(self) -> bool:
        """True where the system has a way to leave a window out; Linux has none."""
        return self._system in ("win32", "darwin")

    @property
    def words(self) -> str:
        """What a person can count on."""
        if not self.possible:
            return NOT_POSSIBLE
        if self.refused:
            return REFUSED
        return MOSTLY_NOT if self._system == "darwin" and self._mac_shows_all else WHILE_RUNNING

    def turn(self, on: bool) -> None:
        """Leave the windows out from now on, or let them be captured again."""
        app = QApplication.instance()
        if not self.possible or not isinstance(app, QApplication) or not (on or self.on):
            return
        if on != self.on:
            (app.installEventFilter if on else app.removeEventFilter)(self)
        self.on, self.refused = on, False
        for window in app.topLevelWidgets():
            if window.isVisible():
                self._leave_out(window)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        shows = event.type() == QEvent.Type.Show and isinstance(watched, QWidget)
        if shows and watched.isWindow():
            self._leave_out(watched)
        return False

    @property
    def _mac_shows_all(self) -> bool:
        major = self._release.split(".")[0]
        return not major.isdigit() or int(major) >= _MAC_SHOWS_ALL

    def _leave_out(self, window: QWidget) -> None:
        if window.property(MAY_BE_SHARED):
            return
        try:
            done = self._ask(int(window.winId()))
        except (OSError, AttributeError):
            # A system without this function is one that cannot.
            done = False
        self.refused |= self.on and not done

    def _ask(self, handle: int) -> bool:
        if self._system == "darwin":
            return _share_on_mac(handle, _SHARING_NONE if self.on else _SHARING_READ_ONLY)
        wanted = (_EXCLUDE_FROM_CAPTURE, _BLACK) if self.on else (_NOTHING,)
        ask = _user32().SetWindowDisplayAffinity
        return any(ask(ctypes.c_void_p(handle), how) for how in wanted)


def _user32() -> Any:
    return getattr(ctypes, "windll").user32  # noqa: B009  there only on Windows


def _objc() -> Any:
    return ctypes.cdll.LoadLibrary("/usr/lib/libobjc.A.dylib")


def _share_on_mac(view: int, sharing: int) -> bool:
    """Send `[[view window] setSharingType: sharing]`; the handle of a Qt window is its NSView."""
    objc = _objc()
    objc.sel_registerName.restype = ctypes.c_void_p
    objc.sel_registerName.argtypes = [ctypes.c_char_p]
    address = ctypes.cast(objc.objc_msgSend, ctypes.c_void_p).value
    window_of = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)(address or 0)
    share = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong)(address or 0)
    window = window_of(view, objc.sel_registerName(b"window"))
    if window:
        share(window, objc.sel_registerName(b"setSharingType:"), sharing)
    return bool(window)
