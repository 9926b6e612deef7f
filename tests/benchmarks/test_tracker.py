"""The tracker's grid with ten thousand children: every turn of the window under hand and wheel."""

from collections.abc import Callable
from itertools import cycle
from time import thread_time

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from models.clock import SetClock
from models.workspace import Workspace
from tests.benchmarks.decade import MORNING
from tests.benchmarks.tracked import tracked
from ui import look
from ui.desk import Desk
from ui.hub import Hub
from ui.notice import Notice
from ui.pages.children import ChildrenPage
from ui.tasks import TasksAtOnce

pytestmark = pytest.mark.benchmark(timer=thread_time)
"""What the window's own thread takes: whatever else runs on the machine is not the grid's."""
ROUNDS = 300
Press = Callable[[], object]


@pytest.fixture(scope="module")
def filled(qapp):
    """The page of children on a large screen, every column of the first view filled."""
    look.apply(qapp, "light", 1.0)
    workspace = Workspace.memory("Coordinator", SetClock(MORNING))
    workspace.panel.make("Northmoor MACE")
    hub = Hub(workspace.store)
    made = ChildrenPage(Desk(workspace, hub, Notice(), TasksAtOnce()))
    look.wear(made)
    made.resize(1920, 1000)
    made.tracker.show_rows(tracked())
    yield made
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    hub.close()
    workspace.close()


@pytest.fixture
def page(qapp, filled):
    """The page in sight, with nothing left to be worked out."""
    filled.show()
    filled.tracker.model.settle()
    for _ in range(100):
        qapp.processEvents()
    yield filled
    filled.hide()


def turns(benchmark, page, press: Press) -> None:
    """Measure each turn of the window; whenever it has nothing left to do, press again.

    Once what was asked for stands, the whole grid is painted within the same turn.
    """
    model, viewport = page.tracker.model, page.tracker.view.viewport()

    def turn() -> None:
        if not model.busy:
            press()
        QApplication.processEvents()
        if not model.busy:
            viewport.repaint()

    benchmark.pedantic(turn, rounds=ROUNDS, warmup_rounds=20)


def test_a_turn_while_the_tracker_is_scrolled_by_the_wheel(benchmark, page):
    view, ways = page.tracker.view, cycle([-120] * 40 + [120] * 40)

    def roll():
        at = QPointF(400, 300)
        event = QWheelEvent(
            at, view.viewport().mapToGlobal(at), QPoint(), QPoint(0, next(ways)),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(view.viewport(), event)

    turns(benchmark, page, roll)


def test_a_turn_while_the_tracker_is_paged_by_keys(benchmark, page):
    view = page.tracker.view
    view.setFocus()
    view.setCurrentIndex(view.grid.index(0, 0))
    keys = cycle([Qt.Key.Key_PageDown] * 30 + [Qt.Key.Key_PageUp] * 30)
    turns(benchmark, page, lambda: QTest.keyClick(view, next(keys)))


def test_a_turn_while_the_tracker_is_sorted_column_by_column(benchmark, page):
    view = page.tracker.view
    header = view.horizontalHeader()
    columns = cycle([*range(17), *range(17)])

    def sort():
        at = next(columns)
        middle = header.sectionViewportPosition(at) + header.sectionSize(at) // 2
        QTest.mouseClick(
            header.viewport(), Qt.MouseButton.LeftButton,
            pos=QPoint(middle, header.height() // 2),
        )  # fmt: skip

    turns(benchmark, page, sort)
    assert page.tracker.model.wanted.sort


def test_a_turn_while_words_are_typed_to_filter_the_tracker(benchmark, page):
    line = page.tracker.table.filter
    line.setFocus()
    letters = cycle("mor high\b\b\b\b\b\b\b\bteam 4\b\b\b\b\b\b")

    def letter():
        one = next(letters)
        if one == "\b":
            QTest.keyClick(line, Qt.Key.Key_Backspace)
        else:
            QTest.keyClick(line, one)

    turns(benchmark, page, letter)
    line.clear()


def test_a_turn_while_one_child_after_another_is_changed(benchmark, page):
    from dataclasses import replace

    model = page.tracker.model
    ids = cycle(range(1, 500))

    def change():
        at = next(ids)
        row = model.all.rows[model.all.place(at)]
        now = replace(row, plan="Early Help" if row.plan != "Early Help" else "Not open")
        model.change_rows(frozenset((at,)), (now,))

    turns(benchmark, page, change)
