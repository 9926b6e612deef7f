"""The copy as it reads: seen to its end, and each mark settled, before it can be confirmed."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import look
from ui.pages.minutes.looking import CONFIRM, Looking
from ui.pages.minutes.preview import Preview
from ui.widgets.banner import Banner
from ui.widgets.labels import SoftLabel

HEIGHT = 300
READ = "I have read it: confirm"
AGAIN = "It has only just been confirmed: press again to write it."


class CopyReading(QWidget):
    """The document with what is to be settled next below it; as a meeting's documents are read."""

    moved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.preview = Preview("The copy as it reads")
        self.preview.setMinimumHeight(look.current().px(HEIGHT))
        self.looking = Looking(self.preview)
        self.mark, self.hint = Banner("", "medium"), SoftLabel("")
        self.mark.offer("Show it in the text", self.looking.find)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.preview)
        column.addWidget(self.mark)
        column.addWidget(self.hint)
        self.preview.verticalScrollBar().valueChanged.connect(lambda _value: self.moved.emit())

    def show_document(self, shown: Any, *, asks: bool) -> None:
        """Show the document; `asks` where a person has still to confirm it."""
        if not self.looking.is_at(shown):
            self.looking.leave()
        self.preview.show_document(shown.name, shown.blob)
        self.looking.show(shown)
        self._say(asks=asks)

    def forget(self) -> None:
        """Show nothing."""
        self.looking.leave()
        self.preview.forget()

    def go_on(self) -> bool:
        """Settle the next mark or read on; whether nothing is left to look at."""
        told = self.looking.go_on()
        if told == "confirm":
            return True
        self._say(told, asks=True)
        if not told and self.looking.step():
            self.looking.find()
        return False

    def comes_too_soon(self) -> bool:
        """Whether a press followed a step at once, for which it was not meant; it is told then."""
        soon = self.looking.has_just_acted
        if soon:
            self._say(AGAIN, asks=False)
        return soon

    def words(self) -> str:
        """What the button does next."""
        words = self.looking.words()
        return READ if words == CONFIRM else words

    def _say(self, hint: str = "", *, asks: bool) -> None:
        self.mark.say(self.looking.step() if asks else "")
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
