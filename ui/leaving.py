"""Closing the window while the panel meets: asked in the window itself, nothing waits for it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.banner import Banner

STILL = "The meeting is still running. Everything said is kept, and the room opens where it is now."


class Leaving(Banner):
    """Asks whether the window is to close in mid-meeting; Escape, or anything else, goes on.

    Closed a second time, the window closes: whoever does that has read the question.
    """

    def __init__(self, running: Callable[[], int | None]) -> None:
        super().__init__("", "accent")
        self._running = running
        self._back: QWidget | None = None
        self.go_on = self.offer("Go on with the meeting", self.stay, "Esc")
        self.close_it = self.offer("Close all the same", self._leave)

    def asks(self) -> bool:
        """Ask, where a meeting runs and it is not asked already; True where the window stays."""
        ending = QGuiApplication.instance()
        if isinstance(ending, QGuiApplication) and ending.isSavingSession():
            return False  # the machine is going down, and nothing is lost
        if not self.isHidden() or self._running() is None:
            return False
        self._back = self.window().focusWidget()
        self.say(STILL)
        self.go_on.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def stay(self) -> None:
        """Take the question away; the hand goes back to where it was."""
        self.say("")
        back, self._back = self._back, None
        if back is not None and back.isVisible():
            back.setFocus(Qt.FocusReason.PopupFocusReason)

    def _leave(self) -> None:
        self.window().close()

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.stay()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.close_it.hasFocus():
            self._leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stay()
        else:
            super().keyPressEvent(event)
