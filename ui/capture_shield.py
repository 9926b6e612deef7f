"""A window left out of screen capture and shared screens, where the system allows it."""

import ctypes
import sys
from typing import Any

from PySide6.QtWidgets import QWidget

# Windows 10 2004 and later: the window is missing from what is captured, not black.
_EXCLUDE_FROM_CAPTURE, _NOTHING = 0x11, 0x0
# NSWindowSharingNone and NSWindowSharingReadOnly.
_SHARING_NONE, _SHARING_READ_ONLY = 0, 1


def possible(platform: str = sys.platform) -> bool:
    """True where this system can leave a window out of what is captured; Linux cannot."""
    return platform in ("win32", "darwin")


def leave_out(window: QWidget, out: bool, platform: str = sys.platform) -> bool:
    """Leave a window out of screen capture, or let it be captured again; False where not done."""
    if not possible(platform) or not window.isWindow():
        return False
    handle = int(window.winId())
    if platform == "win32":
        wanted = _EXCLUDE_FROM_CAPTURE if out else _NOTHING
        return bool(_user32().SetWindowDisplayAffinity(ctypes.c_void_p(handle), wanted))
    _share_on_mac(handle, _SHARING_NONE if out else _SHARING_READ_ONLY)
    return True


def _user32() -> Any:
    return getattr(ctypes, "windll").user32  # noqa: B009  there only on Windows


def _share_on_mac(view: int, sharing: int) -> None:
    """Send `[[view window] setSharingType: sharing]`; the handle of a Qt window is its NSView."""
    objc = ctypes.cdll.LoadLibrary("/usr/lib/libobjc.A.dylib")
    objc.sel_registerName.restype = ctypes.c_void_p
    objc.sel_registerName.argtypes = [ctypes.c_char_p]
    address = ctypes.cast(objc.objc_msgSend, ctypes.c_void_p).value
    window_of = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)(address or 0)
    share = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong)(address or 0)
    window = window_of(view, objc.sel_registerName(b"window"))
    if window:
        share(window, objc.sel_registerName(b"setSharingType:"), sharing)
