"""Windows under test: dressed in the house look, in a platform that draws nowhere."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent


@pytest.fixture(autouse=True)
def no_widget_left(qapp) -> Iterator[None]:
    """Widgets that wait for their deletion are deleted now: each new look visits them all."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def dressed(qapp) -> Iterator[None]:
    """The light look at 100 %, before and after."""
    from ui import look

    look.apply(qapp, "light", 1.0)
    yield
    look.apply(qapp, "light", 1.0)
