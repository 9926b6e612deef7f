"""What is asked for is scrolled into sight, once everything around it has its place."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

MARGIN = 48
"""Pixels around it that are seen too, where there is room."""


def bring_into_sight(widget: QWidget, part: Callable[[], QRect] | None = None) -> None:
    """Let a widget, or a part of it, be seen whole, or from its top on where it is too tall.

    It is looked for after this turn, when all that the turn asked for is laid out; each area
    around it is scrolled, and sideways none.
    """

    def look() -> None:
        # A layout that is done asks those around it in the turn after: they are asked now.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        wanted = part() if part is not None else widget.rect()
        around = widget.parentWidget()
        while wanted.isValid() and around is not None:
            if isinstance(around, QScrollArea):
                _scroll(around, widget, wanted)
            around = around.parentWidget()

    QTimer.singleShot(0, widget, look)


def _scroll(area: QScrollArea, widget: QWidget, wanted: QRect) -> None:
    along, spare = area.horizontalScrollBar().value(), area.viewport().height() - wanted.height()
    margin = min(MARGIN, max(spare, 0) // 2)
    for at in (wanted.bottom(), wanted.top()):
        area.ensureVisible(along, widget.mapTo(area.widget(), QPoint(0, at)).y(), 0, margin)
