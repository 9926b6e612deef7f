"""A line that can be lent: the sentence of a kept entry stands in it, until it is kept or left."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from models.rules.capture import CaptureReading
from models.rules.capture.standing import STANDS
from ui.live.half_line import HalfLine
from ui.widgets.labels import InlineError, SoftLabel

HINT = "Enter keeps · Tab completes · Esc clears · F1 its words"
MENDS = "Enter keeps the change · Esc leaves it as it is"
Keep = Callable[[Sequence[CaptureReading]], object]
Leave = Callable[[], object]


class LentLine(QWidget):
    """What stood in the line waits aside while it is lent."""

    line: QLineEdit
    half: HalfLine
    hint: SoftLabel
    error: InlineError

    def __init__(self) -> None:
        super().__init__()
        self._lent: tuple[Keep, Leave] | None = None
        self._aside = self._itself = ""

    def lend(self, text: str, keep: Keep, left: Leave, reference: str = "") -> None:
        """Take a sentence: Enter gives its readings to `keep`, Escape asks `left`.

        What is warned of in others, such as saying it twice, is no fault of the entry itself.
        """
        if self._lent is None:
            self.half.note()
            self._aside = self.line.text()
        self._lent, self._itself = (keep, left), reference
        self.hint.setText(MENDS)
        self._show(text)
        # Not as by a shortcut: that would select the sentence, and a key replace it.
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def give_back(self) -> None:
        """Show again what stood here before."""
        if self._lent is not None:
            self._lent = None
            self.hint.setText(HINT)
            self._show(self._aside)

    def is_lent(self) -> bool:
        """True while the sentence of a kept entry stands in the line."""
        return self._lent is not None

    def _not_itself(self, readings: tuple[CaptureReading, ...]) -> tuple[CaptureReading, ...]:
        if self._lent is None:
            return readings
        return tuple(
            replace(one, warnings=tuple(filter(self._of_another, one.warnings))) for one in readings
        )

    def _of_another(self, warning: str) -> bool:
        return warning not in STANDS and not (self._itself and self._itself in warning)

    def understand(self) -> None:
        """Read the line now and show what it says."""

    def _show(self, text: str) -> None:
        self.error.say("")
        self.line.setText(text)
        self.understand()
