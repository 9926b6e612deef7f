"""One signal about data: something was committed, here or in another window."""

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal


class Announcing(Protocol):
    """A store, as far as the hub knows it."""

    def subscribe(self, listener: Callable[[Any], None]) -> Callable[[], None]:
        """Call the listener after every commit; gives the call that ends it."""


class Watching(Protocol):
    """A watcher of the same file for what other windows commit."""

    def poll(self) -> object:
        """Have the store announce the changes of other sittings since the last call."""


class Hub(QObject):
    """Emits `changed(Changes)` after each commit of this window and of others on the file."""

    changed = Signal(object)

    POLL_MS = 50

    def __init__(
        self, store: Announcing, watcher: Watching | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._watcher = watcher
        self._leave = store.subscribe(self.changed.emit)
        self._timer = QTimer(self)
        self._timer.setInterval(self.POLL_MS)
        self._timer.timeout.connect(self.poll)
        if watcher is not None:
            self._timer.start()

    def poll(self) -> None:
        """Hear what others have committed since the last look: the store announces each once."""
        if self._watcher is not None:
            self._watcher.poll()

    def close(self) -> None:
        """Stop listening."""
        self._timer.stop()
        self._leave()
