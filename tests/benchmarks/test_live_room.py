"""What the chair waits for when jumping to another item: read, refilled and painted."""

from random import Random
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from macedesk import startup
from models.workspace import Workspace
from ui.window import MainWindow

ROUNDS = 200
SETTLED_MS = 1500


@pytest.fixture
def window(qapp: QApplication, writable: Workspace) -> Any:
    app, known = startup.application()
    made: MainWindow = startup.show(writable, known)
    made.go("meeting")
    app.processEvents()
    yield made
    QTest.qWait(SETTLED_MS)
    made.close()


@pytest.mark.qt_log_ignore("propagateSizeHints")
@pytest.mark.benchmark(group="switching items in the live room")
def test_switching_items_in_the_live_room(benchmark: Any, window: Any, qapp: QApplication) -> None:
    page = window.page
    items = [row.id for row in window.desk.workspace.read.running_order(page.state.meeting.id)]
    random = Random(7)

    def switch(item: int) -> None:
        page.turn_to(item)
        qapp.processEvents()

    def another() -> tuple[tuple[int], dict[str, object]]:
        return (random.choice([one for one in items if one != page.state.item_id]),), {}

    benchmark.pedantic(switch, setup=another, rounds=ROUNDS, warmup_rounds=20)
    assert page.state.item_id in items
