"""Reading the tracker: a few children at once, thousands off the window's thread."""

from collections.abc import Callable
from datetime import datetime, timedelta
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
    "risk_judgement", "same_as", "setting", "code_row", "meeting", "declaration", "member",
    "person_of_concern",
})  # fmt: skip
FRESH = timedelta(minutes=20)
READING = "Reading the children"
Then = Callable[[], object]


class Loading:
    """Fills the tracker, and follows each change by reading whom it touched."""

    def __init__(self, desk: Desk, tracker: Tracker) -> None:
        self._desk, self._tracker = desk, tracker
        self.busy = BusyBar()
        self._task: Task | None = None
        self._again = False
        self._seen = 0
        self._read_at: datetime | None = None
        self.busy.cancelled.connect(self._stop)

    def reload(self, then: Then) -> None:
        """Read every child again."""
        read, store = self._desk.workspace.read, self._desk.workspace.store
        self._tracker.views.reload()
        if self._caught_up(then):
            return
        self._seen, self._read_at = store.last_operation, store.clock.now()
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

    def _caught_up(self, then: Then) -> bool:
        """Read whom changes have touched since all were read, where that is soon enough.

        What is late is late by the hour, so that all are read again after a while.
        """
        store, read = self._desk.workspace.store, self._desk.workspace.read
        reading = self._task is not None and self._task.running
        if reading or self._read_at is None or store.clock.now() - self._read_at > FRESH:
            return False
        now = store.last_operation
        touched = read.tracker_touched(self._seen, since=True)
        if touched is None or len(touched) > EACH_BY_ITSELF:
            return False
        self._seen = now
        if touched:
            self._tracker.model.change_rows(touched, read.tracker(touched))
        then()
        return True

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
            self._read_at = None
            self.reload(then)
        elif touched:
            self._seen = max(self._seen, changes.number)
            self._tracker.model.change_rows(touched, read.tracker(touched))
            self._again = self._task is not None and self._task.running
            then()

    def _read(self, rows: tuple[TrackedChild, ...], then: Then) -> None:
        self.busy.finish()
        self._task = None
        if self._again:
            # Somebody changed a child while all were read.
            self._again, self._read_at = False, None
            self.reload(then)
            return
        self._take(rows, then)

    def _take(self, rows: tuple[TrackedChild, ...], then: Then) -> None:
        self._tracker.show_rows(rows)
        then()

    def _failed(self, error: Refusal | Trouble | Cancelled) -> None:
        self.busy.finish()
        self._task, self._read_at = None, None
        if isinstance(error, (Refusal, Trouble)):
            self._desk.notice.answer(self._tracker, error)
        else:
            self._desk.notice.say("Stopped. Go to another page and back to read them again.")

    def _stop(self) -> None:
        if self._task is not None:
            self._task.progress.cancel()
