"""Reading dropped or chosen files off the window's thread, with progress and a way to stop."""

from collections.abc import Callable, Sequence
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
            found = preview(list(paths), progress.report, lambda: progress.cancelled)
            if progress.cancelled:
                raise Cancelled
            return found

        self._start(work, self._done)

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
    ) -> None:
        def ended(files: Sequence[Any]) -> None:
            self._bar.finish()
            done(files)

        self._bar.show_progress(0, 0, "Reading papers")
        self._task = self._desk.tasks.run(work, ended, self._failed)
        if self._task.running:
            self._task.progress.reported.connect(self._tell)

    def _tell(self, done: int, of: int, _name: str) -> None:
        if self.running:
            self._bar.show_progress(done, of, "Reading papers")

    def _stop(self) -> None:
        if self._task is not None:
            self._task.progress.cancel()

    def _failed(self, error: Refusal | Trouble | Cancelled) -> None:
        self._bar.finish()
        if isinstance(error, Cancelled):
            self._desk.notice.say("Stopped. Nothing was kept.")
        else:
            self._desk.notice.answer(self._bar, error)
