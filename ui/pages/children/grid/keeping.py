"""Changes of the tracker kept as one step; many of them off the window's thread, to be stopped."""

from collections.abc import Callable, Sequence

from models.errors import Conflict, Refusal, Trouble
from models.records.tracker import CellChange, Value
from ui.desk import Desk
from ui.tasks import Cancelled, Progress
from ui.working import WorkBar

MANY, EACH = 200, 20
"""Changes from which on they are kept off the window's thread, and how often that is told."""
WORDS = "Keeping the changes"
Failure = Refusal | Conflict | Trouble | Cancelled


class Keeping:
    """Keeps one set of changes at a time; `kept` or `failed` hears how it ended."""

    def __init__(
        self, desk: Desk, kept: Callable[[int], object], failed: Callable[[Failure], object]
    ) -> None:
        self.bar = WorkBar(desk)
        self._desk, self._kept, self._failed = desk, kept, failed

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
            if conflict is None:
                self._kept(len(changes) + len(added))
            else:
                self._failed(conflict)

        self.bar.start(WORDS, work, ended, failed=self._failed)
