"""Long work runs beside the window, tells how far it is, and can be stopped."""

from threading import Event

import pytest

from models.errors import Trouble
from ui.tasks import Cancelled, Tasks, TasksAtOnce


@pytest.fixture
def tasks():
    made = Tasks()
    yield made
    made.close()


def test_the_result_arrives_with_the_window(tasks, qtbot):
    results = []
    task = tasks.run(lambda progress: 6 * 7, results.append, pytest.fail)
    qtbot.waitUntil(lambda: not task.running)
    assert results == [42]


def test_trouble_is_told_and_not_raised(tasks, qtbot):
    def work(progress):
        raise Trouble("The disk is full.")

    errors = []
    task = tasks.run(work, pytest.fail, errors.append)
    qtbot.waitUntil(lambda: not task.running)
    assert errors[0].message == "The disk is full."


def test_a_stopped_task_ends_at_its_next_report(tasks, qtbot):
    stopped = Event()

    def work(progress):
        stopped.wait(5)
        progress.report(1, 2, "Writing")

    errors = []
    task = tasks.run(work, pytest.fail, errors.append)
    task.progress.cancel()
    stopped.set()
    qtbot.waitUntil(lambda: not task.running)
    assert isinstance(errors[0], Cancelled)


def test_a_bug_is_raised_on_the_window_s_thread(tasks, qtbot):
    def work(progress):
        raise ZeroDivisionError

    with qtbot.captureExceptions() as raised:
        task = tasks.run(work, pytest.fail, pytest.fail)
        qtbot.waitUntil(lambda: not task.running)
    assert [kind for kind, _, _ in raised] == [ZeroDivisionError]


def test_work_at_once_is_done_before_it_returns():
    results = []
    TasksAtOnce().run(lambda progress: progress.report(1, 1), results.append, pytest.fail)
    assert results == [None]


def test_a_window_that_is_closed_hears_no_more_of_its_work(qtbot):
    closed, begun = Tasks(), Event()
    task = closed.run(lambda progress: begun.set(), pytest.fail, pytest.fail)
    begun.wait(5)
    closed.close()
    qtbot.waitUntil(lambda: not task.running)
