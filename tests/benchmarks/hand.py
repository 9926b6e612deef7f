"""The chair's hand at the real page: real keys, each followed until everything is painted."""

from collections.abc import Callable
from datetime import timedelta
from time import perf_counter, sleep, thread_time
from typing import Any

from PySide6.QtCore import QAbstractEventDispatcher, QEventLoop
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from models.clock import SetClock
from ui.window import MainWindow

STEP_MS, PATIENCE, PAUSE = 50, 400, 0.0005


class Hand:
    """Presses keys where the focus is, and tells how long the window was held up."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.spoken_of: dict[str, str] = {}
        """Whom and what the lines of its meeting speak of, found once."""
        self.longest = 0.0
        """The longest turn of events since it was last set to nought, in seconds of processor."""
        self._events = QAbstractEventDispatcher.instance()

    @property
    def page(self) -> Any:
        """The page Meeting."""
        return self.window.page

    @property
    def room(self) -> Any:
        """What stands on the page."""
        return self.page.room

    @property
    def state(self) -> Any:
        """What the room shows."""
        return self.page.state

    @property
    def workspace(self) -> Any:
        """The panel's workspace."""
        return self.window.desk.workspace

    @property
    def focus(self) -> QWidget:
        """Where a key goes."""
        return self.window.focusWidget() or self.window

    def press(self, keys: str) -> None:
        """Press one key, named as people name it: "Ctrl+Down", "v", "Return"."""
        pressed = QKeySequence(keys)[0]
        self._turn(lambda: QTest.keyClick(self.focus, pressed.key(), pressed.keyboardModifiers()))
        self.painted()

    def type(self, text: str) -> None:
        """Type letters."""
        for letter in text:
            QTest.keyClick(self.focus, letter)
            self.painted()

    def tick(self) -> None:
        """Let a second pass: every clock on the page moves on."""
        clock = self.workspace.store.clock
        assert isinstance(clock, SetClock)
        clock.move(timedelta(seconds=1))
        for timer in (self.page.ticking, self.window.ticking):
            timer.timeout.emit()
        self.painted()

    def painted(self) -> None:
        """Go on until nothing waits to be done or painted."""
        while self._turn(self._process):
            pass

    def _process(self) -> bool:
        return self._events.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)

    def _turn(self, act: Callable[[], Any]) -> Any:
        """Do one turn of events, and know how long the window's thread was at it."""
        begun = thread_time()
        done = act()
        self.longest = max(self.longest, thread_time() - begun)
        return done

    def rest(self, milliseconds: int) -> float:
        """Let the window live as it does; the longest, in seconds, that it was held up at once."""
        longest, now = 0.0, perf_counter()
        until = now + milliseconds / 1000
        while now < until:
            self._turn(self._process)
            longest = max(longest, perf_counter() - now)
            # Not QTest.qWait, which would keep other threads from running.
            sleep(PAUSE)
            now = perf_counter()
        return longest

    def rest_until(self, so: Callable[[], bool]) -> None:
        """Rest until something is so; TimeoutError where it never is."""
        for _ in range(PATIENCE):
            if so():
                return
            self.rest(STEP_MS)
        raise TimeoutError("it never came")
