"""Reading dropped or chosen files off the window's thread, with progress and a way to stop."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from models.errors import Refusal, Trouble
from ui.desk import Desk
from ui.tasks import Cancelled, Progress, Task
from ui.widgets.banner import BusyBar

KINDS = (
    "Papers (*.docx *.dotx *.xlsx *.xltx *.csv *.tsv *.txt *.pdf *.odt *.ods *.eml *.msg)"
    ";;All files (*)"
)
READING, KEEPING = "Reading papers", "Keeping the papers"
MANY = 200
"""Records from which on papers are kept off the window's thread."""


class Importing(QObject):
    """One import at a time: `read(paths)` ends in `done(previewed files)`, or is stopped."""

    def __init__(self, desk: Desk, bar: BusyBar, done: Callable[[Sequence[Any]], object]) -> None:
        super().__init__(bar)
        self._desk, self._bar, self._done = desk, bar, done
        self._task: Task | None = None
        bar.cancelled.connect(self._stop)

    @property
    def running(self) -> bool:
        """True while files are being read."""
        return self._task is not None and self._task.running

    def read(self, paths: Sequence[Path]) -> None:
        """Read these files and folders; nothing is written."""
        if self.running or not paths:
            return
        preview = self._desk.workspace.papers.preview

        def work(progress: Progress) -> Sequence[Any]:
            def within(done: int, of: int, words: str) -> None:
                progress.report(done, of, f"{READING}: {words}")

            def beside(done: int, of: int, _name: str) -> None:
                progress.report(done, of, READING)

            found = preview(list(paths), beside, lambda: progress.cancelled, within)
            if progress.cancelled:
                raise Cancelled
            return found

        self._start(work, self._done)

    def keep(
        self, files: Sequence[Any], mended: Any, done: Callable[[Sequence[Any]], object]
    ) -> None:
        """Keep what was previewed as one step; long lists off the window's thread, to be stopped.

        `done` hears what became of the files; where it is stopped or refused, nothing is kept.
        """
        keep = self._desk.workspace.papers.keep
        if _records(files) < MANY:
            kept: list[Sequence[Any]] = []
            if self._desk.attempt(self._bar, lambda: kept.append(keep(files, mended))):
                done(kept[0])
        elif not self.running:
            self._start(
                lambda progress: keep(files, mended, partial(progress.report, words=KEEPING)),
                done,
                KEEPING,
            )

    def read_as(
        self, files: Sequence[Any], place: int, kind: str, done: Callable[[Sequence[Any]], object]
    ) -> None:
        """Read one of these files as the kind of paper that a person says it is."""
        if not self.running:
            again = self._desk.workspace.papers.read_as
            self._start(lambda _progress: again(files, place, kind), done)

    def _start(
        self,
        work: Callable[[Progress], Sequence[Any]],
        done: Callable[[Sequence[Any]], object],
        words: str = READING,
    ) -> None:
        def ended(files: Sequence[Any]) -> None:
            self._bar.finish()
            done(files)

        self._bar.show_progress(0, 0, words)
        self._task = self._desk.tasks.run(work, ended, self._failed)
        if self._task.running:
            self._task.progress.reported.connect(self._tell)

    def _tell(self, done: int, of: int, words: str) -> None:
        if self.running:
            self._bar.show_progress(done, of, words)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.progress.cancel()

    def _failed(self, error: Refusal | Trouble | Cancelled) -> None:
        self._bar.finish()
        if isinstance(error, Cancelled):
            self._desk.notice.say("Stopped. Nothing was kept.")
        else:
            self._desk.notice.answer(self._bar, error)


def _records(files: Sequence[Any]) -> int:
    return sum(len(one.paper.records) for one in files if one.paper is not None)
