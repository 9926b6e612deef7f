"""Changes of the tracker kept as one step; many of them off the window's thread, to be stopped."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from models.errors import Conflict, Refusal, Trouble
from models.records.tracker import CellChange, Value
from ui.desk import Desk
from ui.tasks import Cancelled, Progress, Task
from ui.widgets.banner import BusyBar

MANY, EACH = 200, 20
"""Changes from which on they are kept off the window's thread, and how often that is told."""
WORDS = "Keeping the changes"
Failure = Refusal | Conflict | Trouble | Cancelled


class Keeping(QObject):
    """Keeps one set of changes at a time; `kept` or `failed` hears how it ended."""

    def __init__(
        self, desk: Desk, kept: Callable[[int], object], failed: Callable[[Failure], object]
    ) -> None:
        super().__init__()
        self.busy = BusyBar()
        self._desk, self._kept, self._failed = desk, kept, failed
        self._task: Task | None = None
        self.busy.cancelled.connect(self._stop)

    @property
    def running(self) -> bool:
        """True while changes are being kept off the window's thread."""
        return self._task is not None and self._task.running

    def keep(self, changes: Sequence[CellChange], added: Sequence[dict[str, Value]]) -> None:
        """Keep them all, or none where one of them is refused or the person stops it."""
        if len(changes) + len(added) >= MANY:
            self._keep_many(changes, added)
            return
        try:
            self._desk.workspace.register.change_cells(changes, added)
        except (Refusal, Conflict, Trouble) as error:
            self._failed(error)
        else:
            self._kept(len(changes) + len(added))

    def _keep_many(self, changes: Sequence[CellChange], added: Sequence[dict[str, Value]]) -> None:
        change = self._desk.workspace.register.change_cells

        def work(progress: Progress) -> Conflict | None:
            def tell(done: int, of: int) -> None:
                if done % EACH == 0:
                    progress.report(done, of, WORDS)

            try:
                change(changes, added, tell)
            except Conflict as conflict:  # tasks pass on refusals and troubles alone
                return conflict
            return None

        def ended(conflict: Conflict | None) -> None:
            self.busy.finish()
            if conflict is None:
                self._kept(len(changes) + len(added))
            else:
                self._failed(conflict)

        self.busy.show_progress(0, 0, WORDS)
        self._task = self._desk.tasks.run(work, ended, self._fell_through)
        if self.running:
            self._task.progress.reported.connect(self._tell)

    def _fell_through(self, error: Refusal | Trouble | Cancelled) -> None:
        self.busy.finish()
        self._failed(error)

    def _tell(self, done: int, of: int, words: str) -> None:
        if self.running:
            self.busy.show_progress(done, of, words)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.progress.cancel()
