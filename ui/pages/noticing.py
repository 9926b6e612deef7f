"""What Today can only tell after reading every text: read off the window's thread, and kept."""

from collections.abc import Callable

from models.records.today import TodayLine
from ui.desk import Desk


class Noticing:
    """The lines as last read; `look` reads them again where something moved since."""

    def __init__(self, desk: Desk, told: Callable[[], object]) -> None:
        self._desk, self._told = desk, told
        self.lines: tuple[TodayLine, ...] = ()
        self._looked_at: tuple[int, int] | None = None

    def look(self) -> None:
        """Read the lines anew; who is told hears of it where they are others now."""
        workspace = self._desk.workspace
        now = workspace.store.last_operation, id(workspace)
        if self._looked_at == now:
            return
        self._looked_at = now
        read = workspace.read.noticed
        self._desk.tasks.run(lambda _progress: read(), self._take, lambda _error: None)

    def _take(self, found: tuple[TodayLine, ...]) -> None:
        if found != self.lines:
            self.lines = found
            self._told()
