"""Cycles are looked for in the window's thread, so no widget is ever deleted in another."""

import gc
import threading

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtTest import QTest

from macedesk import collecting


class Ring(QObject):
    """A Qt object in a cycle, which nobody else holds."""

    def __init__(self, ended: list[bool]) -> None:
        super().__init__()
        self.ring = self
        here = QThread.currentThread()
        self.destroyed.connect(lambda: ended.append(QThread.currentThread() is here))


@pytest.fixture
def ended(qapp) -> list[bool]:
    """For each object that ended, whether it did so in the window's thread."""
    gc.enable()
    return []


def work() -> None:
    kept = []
    for _ in range(3 * collecting.LIMITS[0]):
        kept.append([kept])


def test_work_in_another_thread_ends_no_object_of_the_window(ended):
    window = QObject()
    collecting.begin(window)
    Ring(ended)
    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    assert ended == []
    QTest.qWait(2 * collecting.EVERY_MS)
    assert ended == [True]


def test_a_second_window_sets_nothing_more_aside(ended):
    collecting.begin(QObject())
    Ring(ended)
    window = QObject()
    collecting.begin(window)
    work()
    collecting.look_if_due()
    assert ended == [True]


def test_nothing_is_looked_over_before_it_is_due(ended):
    Ring(ended)
    collecting.look_if_due((10**9, 10**9, 10**9))
    assert ended == []
