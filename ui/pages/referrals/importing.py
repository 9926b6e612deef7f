"""Reading dropped or chosen files off the window's thread, with progress and a way to stop."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from ui.desk import Desk
from ui.tasks import Cancelled, Progress
from ui.working import Failure, WorkBar

KINDS = (
    "Papers (*.docx *.dotx *.xlsx *.xltx *.csv *.tsv *.txt *.pdf *.odt *.ods *.eml *.msg)"
    ";;All files (*)"
)
READING, KEEPING = "Reading papers", "Keeping the papers"
MANY = 200
"""Records from which on papers are kept off the window's thread."""


class Importing:
    """One import at a time: `read(paths)` ends in `done(previewed files)`, or is stopped."""

    def __init__(self, desk: Desk, bar: WorkBar, done: Callable[[Sequence[Any]], object]) -> None:
        self._desk, self._bar, self._done = desk, bar, done

    def read(self, paths: Sequence[Path]) -> None:
        """Read these files and folders; nothing is written."""
        if self._bar.busy or not paths:
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

        self._bar.start(READING, work, self._done, failed=self._failed)

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
        elif not self._bar.busy:
            self._bar.start(
                KEEPING,
                lambda progress: keep(files, mended, partial(progress.report, words=KEEPING)),
                done,
                failed=self._failed,
            )

    def read_as(
        self, files: Sequence[Any], place: int, kind: str, done: Callable[[Sequence[Any]], object]
    ) -> None:
        """Read one of these files as the kind of paper that a person says it is."""
        if not self._bar.busy:
            again = self._desk.workspace.papers.read_as
            self._bar.start(
                READING, lambda _progress: again(files, place, kind), done, failed=self._failed
            )

    def _failed(self, error: Failure) -> None:
        if isinstance(error, Cancelled):
            self._desk.notice.say("Stopped. Nothing was kept.")
        else:
            self._desk.notice.answer(self._bar, error)


def _records(files: Sequence[Any]) -> int:
    return sum(len(one.paper.records) for one in files if one.paper is not None)
