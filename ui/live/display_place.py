"""Where the panel display stands on a single screen: beside the main window, or behind it."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget

SIZE = QSize(1280, 720)
NARROWEST = 560
"""Pixels beside the main window under which the display stands behind it."""


def place_beside(main: QRect, whole: QRect) -> QRect:
    """Where a window goes on the only screen: right or left of the main one, else behind it."""
    size = SIZE.boundedTo(whole.size())
    right, left = whole.right() - main.right(), main.left() - whole.left()
    width = min(max(right, left), size.width())
    if width < NARROWEST:
        return QRect(whole.bottomRight() - QPoint(size.width() - 1, size.height() - 1), size)
    x = main.right() + 1 if right >= left else main.left() - width
    return QRect(QPoint(x, whole.top()), QSize(width, size.height()))


def frame_of(window: QWidget) -> QMargins:
    """What the system puts round a window: the title bar above all."""
    outer, inner = window.frameGeometry(), window.geometry()
    return QMargins(
        inner.left() - outer.left(),
        inner.top() - outer.top(),
        outer.right() - inner.right(),
        outer.bottom() - inner.bottom(),
    )
