"""Windows under test: dressed in the house look, in a platform that draws nowhere."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent


def pytest_configure(config: pytest.Config) -> None:
    # Said by Qt's offscreen platform of least sizes and of lists that drop down.
    config.addinivalue_line("qt_log_ignore", "This plugin does not support")


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
