"""What the chair waits for when jumping to another item: read, refilled and painted."""

from random import Random
from typing import Any

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from macedesk import collecting, startup
from models.workspace import Workspace
from ui.window import MainWindow

ROUNDS = 200
SETTLED_MS = 1500
SCREEN = (1366, 768)


@pytest.fixture
def window(qapp: QApplication, writable: Workspace) -> Any:
    collecting.wait()
    app, known = startup.application()
    made: MainWindow = startup.show(writable, known)
    made.showNormal()
    made.resize(*SCREEN)
    made.go("meeting")
    app.processEvents()
    yield made
    QTest.qWait(SETTLED_MS)
    made.close()


def rest(milliseconds: int) -> None:
    """Let the window rest as it does; QTest.qWait would keep its other threads from running."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def jumping(benchmark: Any, window: Any, qapp: QApplication, *, at_hand: bool) -> None:
    """Jump about among the items; `at_hand`: after the room has had time to read them ahead."""
    page = window.page
    items = [row.id for row in window.desk.workspace.read.running_order(page.state.meeting.id)]
    random = Random(7)

    def switch(item: int) -> None:
        page.turn_to(item)
        qapp.processEvents()

    def another() -> tuple[tuple[int], dict[str, object]]:
        if not at_hand:
            page.state.ahead.forget()
        return (random.choice([one for one in items if one != page.state.item_id]),), {}

    if at_hand:
        page.turn_to(items[0])
        for _ in range(20):
            rest(SETTLED_MS // 5)
            if page.state.not_at_hand() is None:
                break
        else:
            pytest.fail("the items were not read ahead")
    benchmark.pedantic(switch, setup=another, rounds=ROUNDS, warmup_rounds=20)
    assert page.state.item_id in items


@pytest.mark.benchmark(group="switching items in the live room")
def test_switching_items_in_the_live_room(benchmark: Any, window: Any, qapp: QApplication) -> None:
    jumping(benchmark, window, qapp, at_hand=True)


@pytest.mark.benchmark(group="switching items just after a change")
def test_switching_items_just_after_a_change(
    benchmark: Any, window: Any, qapp: QApplication
) -> None:
    jumping(benchmark, window, qapp, at_hand=False)
