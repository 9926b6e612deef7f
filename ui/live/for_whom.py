"""Asks once, over the line, who may read what may be meant for some only, and whose a risk is."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from models.marks import Sharing
from models.rules.capture import (
    CaptureContext,
    CaptureReading,
    as_usual,
    asked_because,
    asks_for_whom,
    is_mark,
    parts,
    read_line,
    shared,
)
from ui.live.held_lines import HeldLines
from ui.widgets.labels import Words, native_keys

KEYS = {
    Qt.KeyboardModifier.ShiftModifier: Sharing.CHAIR_ONLY,
    Qt.KeyboardModifier.AltModifier: Sharing.NOT_MINUTED,
}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
QUESTION = (
    "{because} Enter again: all here may read it · {chair}: chair only · "
    "{unminuted}: not in the minutes · or say for whom"
)
NO_WHY = "Perhaps not for everybody."


class ForWhom(Words):
    """Holds a line back at the first Enter and says which key does what; the line stays as it is.

    Another letter in the line takes the question away, so that it is asked of what is kept. What
    begins right behind the line is a line of its own, unless it says who may read the one held.
    """

    def __init__(self, line: QLineEdit, says_whose: Callable[[str], bool]) -> None:
        """`says_whose` tells whether words typed behind a line name whose it is."""
        super().__init__("", "medium")
        self._held, self._says_whose = HeldLines(line), says_whose
        self._for_some, self._because = False, ""
        self._held.released.connect(self.hide)
        self.hide()

    def holds(self, text: str, readings: Sequence[CaptureReading], whose: str = "") -> bool:
        """Whether Enter waits: it is asked now, and was not asked of this very line.

        `whose` is what there is to ask about whose an immediate risk is.
        """
        self._for_some = any(map(asks_for_whom, readings))
        self._because = _because(readings)
        asked = self._held.was_asked(text) or not (self._for_some or whose)
        self.leave()
        if not asked:
            self._ask(text, whose)
        return not asked

    def answer(self, event: QKeyEvent) -> Sharing | None:
        """Who may read the line by this key, while it is asked."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        asks = self._held.asks and self._for_some
        return KEYS.get(held) if asks and event.key() in ENTER else None

    def read(self, text: str, context: CaptureContext) -> tuple[CaptureReading, ...]:
        """What the lines that stand in it say, each read by itself."""
        lines = self._lines(text, context)
        return tuple(as_usual(one, context) for each in lines for one in read_line(each, context))

    def parts(self, text: str, context: CaptureContext) -> tuple[str, ...]:
        """The entries that stand in it, one for each of its readings."""
        return tuple(one for each in self._lines(text, context) for one in parts(each, context))

    def leave(self) -> bool:
        """Take the question away; True where it stood."""
        self.hide()
        return self._held.leave()

    def _lines(self, text: str, context: CaptureContext) -> tuple[str, ...]:
        def answers(words: str) -> bool:
            return self._says_whose(words) or is_mark(words, context.agency_names)

        lines, answer = self._held.lines(text, answers)
        return (*lines[:-1], f"{lines[-1]}, {answer}") if answer else lines

    def _ask(self, text: str, whose: str) -> None:
        self._held.ask(text)
        chair, unminuted = native_keys("Shift+Return"), native_keys("Alt+Return")
        said = QUESTION.format(because=self._because, chair=chair, unminuted=unminuted)
        self.setText("\n".join(filter(None, (whose, said if self._for_some else ""))))
        self.setAccessibleName(self.text())
        self.show()


def answered(readings: Sequence[CaptureReading], sharing: Sharing) -> tuple[CaptureReading, ...]:
    """The readings with those that were asked about shared so; the others as they are."""
    return tuple(shared(one, sharing) if asks_for_whom(one) else one for one in readings)


def _because(readings: Sequence[CaptureReading]) -> str:
    """What the lines asked about tell of: "A source?"; where only words sound so, that they do."""
    told = dict.fromkeys(asked_because(one) for one in readings if asks_for_whom(one))
    why = ", ".join(one for one in told if one)
    return f"{why[0].upper()}{why[1:]}?" if why else NO_WHY
