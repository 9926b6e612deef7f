"""Windows under test: dressed in the house look, in a platform that draws nowhere."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication


def end_what_waits() -> None:
    """Delete the widgets that wait for their deletion: each new look visits every one there is."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def no_widget_left(qapp) -> Iterator[None]:
    """Widgets that wait for their deletion, and what was copied, end with the test."""
    yield
    end_what_waits()
    # What Python put there would be destroyed after Python itself, at the end of the process.
    QGuiApplication.clipboard().clear()


@pytest.fixture
def dressed(qapp) -> Iterator[None]:
    """The light look at 100 %, before and after."""
    from ui import look

    look.apply(qapp, "light", 1.0)
    yield
    end_what_waits()
    look.apply(qapp, "light", 1.0)
