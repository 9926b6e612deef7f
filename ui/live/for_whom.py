"""Asks once, over the line, who may read what may be meant for some only."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from models.marks import Sharing
from models.rules.capture import CaptureReading, asks_for_whom, shared
from ui.widgets.labels import Words, native_keys

KEYS = {
    Qt.KeyboardModifier.ShiftModifier: Sharing.CHAIR_ONLY,
    Qt.KeyboardModifier.AltModifier: Sharing.NOT_MINUTED,
}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
QUESTION = (
    "Perhaps not for everybody. Enter again: all here may read it · {chair}: chair only · "
    "{unminuted}: not in the minutes · or say for whom"
)


class ForWhom(Words):
    """Holds a line back at the first Enter and says which key does what; the line stays as it is.

    Another letter in the line takes the question away, so that it is asked of what is kept.
    """

    def __init__(self) -> None:
        super().__init__("", "medium")
        self._asked = ""
        self.hide()

    def holds(self, text: str, readings: Sequence[CaptureReading]) -> bool:
        """Whether Enter waits: it is asked now, and was not asked of this very line."""
        asked = self._asked == text or not any(map(asks_for_whom, readings))
        self.leave()
        if not asked:
            self._ask(text)
        return not asked

    def answer(self, event: QKeyEvent) -> Sharing | None:
        """Who may read the line by this key, while it is asked."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return KEYS.get(held) if self._asked and event.key() in ENTER else None

    def follow(self, text: str) -> None:
        """Take the question away where the line is no longer what was asked about."""
        if self._asked != text:
            self.leave()

    def leave(self) -> bool:
        """Take the question away; True where it stood."""
        stood, self._asked = bool(self._asked), ""
        self.hide()
        return stood

    def _ask(self, text: str) -> None:
        self._asked = text
        chair, unminuted = native_keys("Shift+Return"), native_keys("Alt+Return")
        self.setText(QUESTION.format(chair=chair, unminuted=unminuted))
        self.setAccessibleName(self.text())
        self.show()


def answered(readings: Sequence[CaptureReading], sharing: Sharing) -> tuple[CaptureReading, ...]:
    """The readings with those that were asked about shared so; the others as they are."""
    return tuple(shared(one, sharing) if asks_for_whom(one) else one for one in readings)
