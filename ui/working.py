"""Long work of a page: a bar that shows how far it is, stops it, and tells how it ended."""

from collections.abc import Callable
from typing import Any

from models.errors import Refusal, Trouble
from ui.desk import Desk
from ui.tasks import Cancelled, Progress, Task
from ui.widgets.banner import BusyBar

Failure = Refusal | Trouble | Cancelled
Answer = Callable[[Failure], object]


class WorkBar(BusyBar):
    """Runs one piece of work at a time off the window's thread; failures are told in the notice."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._task: Task | None = None
        self._refused: Callable[[Refusal], object] | None = None
        self._words = ""
        self._answer: Answer | None = None
        self.cancelled.connect(self._stop_work)

    @property
    def busy(self) -> bool:
        """True while the work runs."""
        return self._task is not None and self._task.running

    def start(
        self,
        words: str,
        work: Callable[[Progress], Any],
        done: Callable[[Any], object],
        refused: Callable[[Refusal], object] | None = None,
        failed: Answer | None = None,
        *,
        about: bool = False,
    ) -> bool:
        """Begin the work, saying what it is; False where the last one has not ended.

        `refused` answers a refusal where what was typed is to be mended, `failed` whatever ended
        the work before its time. `about`: how many there will be is an estimate, and told as one.
        """
        if self.busy:
            self._desk.notice.say("The last one is still being made.")
            return False
        self.about = about
        self.show_progress(0, 0, words)
        self._words, self._refused, self._answer = words, refused, failed

        def ended(result: Any) -> None:
            self.finish()
            done(result)

        self._task = self._desk.tasks.run(work, ended, self._failed)
        if self._task.running:
            self._task.progress.reported.connect(self._tell)
        return True

    def _tell(self, done: int, of: int, words: str) -> None:
        """How far it is; of what has no name it says what the whole is."""
        self.show_progress(done, of, words or self._words)

    def _stop_work(self) -> None:
        if self._task is not None:
            self._task.progress.cancel()

    def _failed(self, error: Failure) -> None:
        self.finish()
        if self._answer is not None:
            self._answer(error)
        elif isinstance(error, Cancelled):
            self._desk.notice.say("Stopped. Nothing was left half-made.")
        elif isinstance(error, Refusal) and self._refused is not None:
            self._refused(error)
        else:
            self._desk.notice.answer(self, error)


def counted(progress: Progress, expected: int = 0) -> Callable[[int, int, str], None]:
    """Tells how far it is of as many as are expected; how many so far where nobody knows that."""

    def tell(done: int, of: int, words: str) -> None:
        so_far = not of and done > expected
        told = f"{words} · {done:,} so far" if so_far and words else words
        progress.report(done, of or (0 if so_far else expected), told)

    return tell
