"""The one mouth of the window: a line of words near what it speaks of, never a pop-up."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from models.errors import Conflict, Refusal, Trouble

STANDS_MS = 30_000


class Notice(QObject):
    """Says what happened; the window shows `said(words, kind)` in its status bar.

    Kinds: "" for what was done, medium for a refusal, high for trouble and for what is urgent.
    """

    said = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kind = ""
        self._urgent = ""
        self._standing = QTimer(self)
        self._standing.setSingleShot(True)
        self._standing.setInterval(STANDS_MS)
        self._standing.timeout.connect(self.dismiss)
        self.said.connect(self._remember)

    def say(self, words: str) -> None:
        """Say what was done."""
        self._tell(words, "")

    def urge(self, words: str) -> None:
        """Say what cannot wait: it stands before all else for half a minute, or until dismissed."""
        self._urgent = words
        self._standing.start()
        self._tell("", "")

    def dismiss(self) -> None:
        """What was urgent is seen to."""
        if self._urgent:
            self._urgent = ""
            self._standing.stop()
            self.clear()

    def refuse(self, widget: QWidget | None, refusal: Refusal) -> None:
        """Show a refusal beside its field: the nearest form that knows the field takes it."""
        place = widget
        while place is not None:
            takes = getattr(place, "take_refusal", None)
            if takes is not None and takes(refusal):
                return
            place = place.parentWidget()
        self._tell(refusal.message, "medium")

    def trouble(self, trouble: Trouble) -> None:
        """Say what is wrong with the machine or the file, and what to do."""
        self._tell(trouble.message, "high")

    def clear(self) -> None:
        """Take back what was said; what is urgent stands."""
        self._tell("", "")

    def turn(self) -> None:
        """Another page is shown: what was done on the last is old; a refusal or trouble is not."""
        if not self._kind or self._urgent:
            self.clear()

    def _remember(self, _words: str, kind: str) -> None:
        self._kind = kind

    def answer(self, widget: QWidget | None, error: Refusal | Conflict | Trouble) -> None:
        """Tell any of the three foreseen errors in its own way."""
        if isinstance(error, Refusal):
            self.refuse(widget, error)
        elif isinstance(error, Trouble):
            self.trouble(error)
        else:
            self._tell("This was changed elsewhere meanwhile; nothing was written.", "medium")

    def _tell(self, words: str, kind: str) -> None:
        whole = " · ".join(part for part in (self._urgent, words) if part)
        self.said.emit(whole, "high" if self._urgent else kind)
