"""Mending a reading: the field, what it should say, and where it came from, on one line."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from models.records.papers import MatchRecord
from ui.pages.records.known import KnownLine
from ui.pages.referrals.read_fields import WORDS, Reading, field_words
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.combo import Combo
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import SoftLabel

BETWEEN = " ,;:/&-–"
"""What stands between two names, and is left over where one of them is moved."""


class MendCard(Card):
    """A field to choose and its value to type; `mended` carries record, field and text.

    Where another field is chosen the text moves: the first keeps what else stood in it.
    """

    mended = Signal(int, str, str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__("Mend a field")
        self._place, self._read_as, self._offered = 0, "", ""
        choices = tuple((name, words) for name, words in WORDS.items())
        self.field = Combo(choices, "Field", free=True)
        self.line, self.hint = KnownLine(), SoftLabel()
        self.find: Callable[[str, str], Sequence[MatchRecord]] = lambda field, text: ()
        self.line.look = self._look
        self.line.taken.connect(lambda match: self.line.setText(match.label))
        self.line.setAccessibleName("What it should say")
        self.line.setPlaceholderText("What it should say; empty for nothing")
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addWidget(self.line)
        column.addWidget(self.line.below)
        column.addWidget(self.hint)
        flow = FlowLayout(gap=8)
        flow.addWidget(button("Keep the mending", self.keep, "primary"))
        flow.addWidget(button("Leave it", self.leave))
        column.addLayout(flow)
        self.body.addLayout(column)
        self.hide()

    def mend(self, reading: Reading) -> None:
        """Offer a field that was read, with what it says now."""
        self._ask(reading.place, reading.record, reading.name, reading.raw or reading.value)
        place = f"From {reading.where}. " if reading.where else ""
        self.hint.setText(f"{place}{reading.note}".strip())
        self.hint.setVisible(bool(self.hint.text()))

    def put(self, place: int, record: str, text: str) -> None:
        """Offer a text that nothing took, to be put into a field."""
        self._ask(place, record, "", text)
        self.hint.setText("Choose the field that it belongs to; this form is remembered so.")
        self.hint.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Announce the mending."""
        name, text = self.field.value(), self.line.text().strip()
        if name:
            self.hide()
            if self._read_as and text and name != self._read_as:
                rest = self._offered.replace(text, "") if text in self._offered else ""
                left = rest.strip(BETWEEN) if any(map(str.isalnum, rest)) else ""
                self.mended.emit(self._place, self._read_as, left)
            self.mended.emit(self._place, str(name), text)
            self.left.emit()

    def leave(self) -> None:
        """Take the card away."""
        self.line.leave()
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.line.hasFocus():
            self.keep()
        else:
            super().keyPressEvent(event)

    def _look(self, text: str) -> Sequence[MatchRecord]:
        return self.find(str(self.field.value() or ""), text)

    def _ask(self, place: int, record: str, name: str, text: str) -> None:
        self._place, self._read_as, self._offered = place, name, text
        title = f"Mend {field_words(name).lower()}" if name else "Put this text into a field"
        self.say(title, record)
        self.field.set_value(name or None)
        self.line.setText(text)
        self.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.selectAll()


def fields_first(names: Sequence[str]) -> tuple[tuple[object, str], ...]:
    """Choices of a field: those of this paper first, then all others."""
    rest = [name for name in WORDS if name not in names]
    return tuple((name, field_words(name)) for name in (*names, *rest))
