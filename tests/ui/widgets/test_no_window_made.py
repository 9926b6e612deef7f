"""Parts of a page are no windows: none is shown by itself while it is built."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QTableView, QWidget

from ui.widgets.empty import EmptyState
from ui.widgets.finding import Findable


class Shown(QObject):
    """Keeps the kinds of widgets that were shown as windows."""

    def __init__(self) -> None:
        super().__init__()
        self.kinds: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.kinds.append(type(watched).__name__)
        return False


@pytest.fixture
def shown(qapp) -> Iterator[Shown]:
    made = Shown()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


def test_a_list_that_is_built_is_shown_nowhere_by_itself(qtbot, shown):
    made = Findable(QTableView(), "people", EmptyState("Nobody yet."))
    qtbot.addWidget(made)
    assert shown.kinds == []
    made.show()
    assert shown.kinds == ["Findable"]
