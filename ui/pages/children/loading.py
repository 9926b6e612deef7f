"""Reading the tracker: a few children at once, thousands off the window's thread."""

from collections.abc import Callable
from typing import Any

from models.errors import Refusal, Trouble
from models.records.tracker import TrackedChild
from ui.desk import Desk
from ui.pages.children.tracker import Tracker
from ui.tasks import Cancelled, Progress, Task
from ui.widgets.banner import BusyBar

AT_ONCE, EACH_BY_ITSELF = 1_500, 200
"""Children up to which all are read on the spot; and up to which those touched alone are."""
TABLES = frozenset({
    "subject", "child", "child_status", "exploitation", "assessment", "indicator_answer",
    "missing_episode", "return_interview", "nrm_referral", "review", "agenda_item",
    "risk_judgement", "same_as", "setting", "code_row", "meeting",
})  # fmt: skip
READING = "Reading the children"
Then = Callable[[], object]


class Loading:
    """Fills the tracker, and follows each change by reading whom it touched."""

    def __init__(self, desk: Desk, tracker: Tracker) -> None:
        self._desk, self._tracker = desk, tracker
        self.busy = BusyBar()
        self._task: Task | None = None
        self._again = False
        self.busy.cancelled.connect(self._stop)

    def reload(self, then: Then) -> None:
        """Read every child again."""
        read = self._desk.workspace.read
        self._tracker.views.reload()
        if self._task is not None and self._task.running:
            self._again = True
            return
        if read.tracked_count() <= AT_ONCE:
            self._take(read.tracker(), then)
            return

        def work(progress: Progress) -> tuple[TrackedChild, ...]:
            progress.report(0, 0, READING)
            found: tuple[TrackedChild, ...] = read.tracker()
            progress.report(0, 0, READING)
            return found

        self.busy.show_progress(0, 0, READING)
        self._task = self._desk.tasks.run(
            work, lambda rows: self._read(rows, then), lambda error: self._failed(error)
        )

    def follow(self, changes: Any, then: Then) -> None:
        """Read again whom a change touched."""
        if not any(table in TABLES for table, _ in changes.touched):
            return
        if any(table == "setting" for table, _ in changes.touched):
            self._tracker.views.reload()
            if changes.operation in ("keep_view", "drop_view"):
                return
        read = self._desk.workspace.read
        touched = read.tracker_touched(changes.number)
        if touched is None or len(touched) > EACH_BY_ITSELF:
            self.reload(then)
        elif touched:
            self._tracker.model.change_rows(touched, read.tracker(touched))
            self._again = self._task is not None and self._task.running
            then()

    def _read(self, rows: tuple[TrackedChild, ...], then: Then) -> None:
        self.busy.finish()
        self._task = None
        if self._again:
            # Somebody changed a child while all were read.
            self._again = False
            self.reload(then)
            return
        self._take(rows, then)

    def _take(self, rows: tuple[TrackedChild, ...], then: Then) -> None:
        self._tracker.show_rows(rows)
        then()

    def _failed(self, error: Refusal | Trouble | Cancelled) -> None:
        self.busy.finish()
        self._task = None
        if isinstance(error, (Refusal, Trouble)):
            self._desk.notice.answer(self._tracker, error)
        else:
            self._desk.notice.say("Stopped. Go to another page and back to read them again.")

    def _stop(self) -> None:
        if self._task is not None:
            self._task.progress.cancel()
