"""The one mouth of the window: a line of words near what it speaks of, never a pop-up."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from models.errors import Conflict, Refusal, Trouble


class Notice(QObject):
    """Says what happened; the window shows `said(words, kind)` in its status bar.

    Kinds: "" for what was done, medium for a refusal, high for trouble.
    """

    said = Signal(str, str)

    def say(self, words: str) -> None:
        """Say what was done."""
        self.said.emit(words, "")

    def refuse(self, widget: QWidget | None, refusal: Refusal) -> None:
        """Show a refusal beside its field: the nearest form that knows the field takes it."""
        place = widget
        while place is not None:
            takes = getattr(place, "take_refusal", None)
            if takes is not None and takes(refusal):
                return
            place = place.parentWidget()
        self.said.emit(refusal.message, "medium")

    def trouble(self, trouble: Trouble) -> None:
        """Say what is wrong with the machine or the file, and what to do."""
        self.said.emit(trouble.message, "high")

    def clear(self) -> None:
        """Take back what was said."""
        self.said.emit("", "")

    def answer(self, widget: QWidget | None, error: Refusal | Conflict | Trouble) -> None:
        """Tell any of the three foreseen errors in its own way."""
        if isinstance(error, Refusal):
            self.refuse(widget, error)
        elif isinstance(error, Trouble):
            self.trouble(error)
        else:
            self.said.emit("This was changed elsewhere meanwhile; nothing was written.", "medium")
