"""What takes longer than a frame, done off the window's thread, with progress and a way to stop."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from models.errors import Refusal, Trouble

Result = TypeVar("Result")


class Cancelled(Exception):
    """The person stopped the task."""


class Progress(QObject):
    """Handed to the work: it reports how far it is, and is told there when to stop."""

    reported = Signal(int, int, str)

    def __init__(self) -> None:
        super().__init__()
        self._stop = Event()

    @property
    def cancelled(self) -> bool:
        """True once the person asked to stop."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the work to stop at its next report."""
        self._stop.set()

    def report(self, done: int, of: int, words: str = "") -> None:
        """Tell how far the work is; raises `Cancelled` if it should stop."""
        if self.cancelled:
            raise Cancelled
        self.reported.emit(done, of, words)


class Task(QObject):
    """A running piece of work; `progress` can be listened to and cancelled."""

    _ended = Signal(object)

    def __init__(
        self,
        done: Callable[[Any], object],
        failed: Callable[[Refusal | Trouble | Cancelled], object],
    ) -> None:
        super().__init__()
        self.progress = Progress()
        self.running, self._wanted = True, True
        self._done, self._failed = done, failed
        self._ended.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def ended(self, future: Future[Any]) -> None:
        """Take the outcome from whatever thread; it is told on the window's."""
        self._ended.emit(future)

    def forget(self) -> None:
        """Stop the work and tell nobody how it ended: who asked for it is gone."""
        self._wanted = False
        self.progress.cancel()

    def _tell(self, future: Future[Any]) -> None:
        self.running = False
        if not self._wanted:
            return
        if future.cancelled():
            self._failed(Cancelled())
            return
        try:
            result = future.result()
        except (Refusal, Trouble, Cancelled) as error:
            self._failed(error)
            return
        self._done(result)


class Tasks:
    """Runs work on a few threads; `done` and `failed` are called on the window's thread.

    Anything but a refusal, trouble or cancelling is a bug and is raised on the window's thread.
    The work must not touch widgets.
    """

    def __init__(self, threads: int = 2) -> None:
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="task")
        self._running: list[Task] = []

    def run(
        self,
        work: Callable[[Progress], Result],
        done: Callable[[Result], object],
        failed: Callable[[Refusal | Trouble | Cancelled], object],
    ) -> Task:
        """Start the work and give its task, at once."""
        task = Task(done, failed)
        self._running = [other for other in self._running if other.running]
        self._running.append(task)
        self._pool.submit(work, task.progress).add_done_callback(task.ended)
        return task

    @property
    def busy(self) -> bool:
        """True while any task runs."""
        return any(task.running for task in self._running)

    def close(self) -> None:
        """Ask all work to stop and wait until it has; nobody hears of it any more."""
        for task in self._running:
            task.forget()
        self._pool.shutdown(wait=True, cancel_futures=True)


class TasksAtOnce(Tasks):
    """Does the work on the spot: for tests and where there is no window."""

    def __init__(self) -> None:
        self._running = []

    def run(
        self,
        work: Callable[[Progress], Result],
        done: Callable[[Result], object],
        failed: Callable[[Refusal | Trouble | Cancelled], object],
    ) -> Task:
        """Do the work before returning."""
        task = Task(done, failed)
        task.running = False
        try:
            result = work(task.progress)
        except (Refusal, Trouble, Cancelled) as error:
            failed(error)
            return task
        done(result)
        return task

    def close(self) -> None:
        """Nothing runs, so nothing stops."""
