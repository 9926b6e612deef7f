"""Windows under test: dressed in the house look, in a platform that draws nowhere."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

LOOKED_AT = (
    "look.", "widgets.", "pages.test_chart", "pages.test_map", "pages.test_room",
    "pages.test_room_of_preparing", "pages.test_times", "live.test_fits", "live.test_haste",
    "live.test_items_time", "live.test_keys_needed", "live.test_long_entries",
    "live.test_panel_display",
    "live.test_heard", "live.test_heard_matrix", "test_clipping", "test_rows", "test_status",
    "test_window", "test_window_gone", "test_room_cover",
)  # fmt: skip
"""Where sizes, colours or cut words are looked at: the modules that wear the style sheet."""

BARE = ("widgets.", "pages.test_chart", "pages.test_map", "pages.test_times", "test_rows",
        "test_status")  # fmt: skip
"""Those of them that show parts without the window that wears it."""


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


@pytest.fixture(autouse=True)
def sheet_where_it_is_looked_at(
    request: pytest.FixtureRequest, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """Elsewhere the style sheet is left off: under it a room takes half as long again to build."""
    from ui import look

    module, the_look = request.module.__name__.partition("tests.ui.")[2], look.current()
    if not module.startswith(LOOKED_AT):
        monkeypatch.setattr("ui.look.appearance.sheet_of", lambda *_: "")
        monkeypatch.setattr(the_look, "sheet", "")
    if not module.startswith(BARE):
        yield
        return
    worn = the_look.changed.connect(lambda: qapp.setStyleSheet(the_look.sheet))
    qapp.setStyleSheet(the_look.sheet)
    yield
    the_look.changed.disconnect(worn)
    qapp.setStyleSheet("")


@pytest.fixture
def dressed(qapp) -> Iterator[None]:
    """The light look at 100 %, before and after."""
    from ui import look

    look.apply(qapp, "light", 1.0)
    yield
    end_what_waits()
    look.apply(qapp, "light", 1.0)
