"""A field that takes dates as people say them and shows beside it what it understood."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.widgets.dates import long_date, plain_date
from ui.widgets.labels import Words, set_look

_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}

TAKES = "+"
AHEAD, BEHIND = "24 Dec, next Fri …", "3 Mar 2010 …"
"""How a day to come may be written, and a day that was."""


class DateReading(Protocol):
    """What was understood of a text: a day, or none, and what people should know about it."""

    @property
    def value(self) -> date | None:
        """The day, None where it is vague or not understood."""

    @property
    def warning(self) -> str | None:
        """What to tell the person, such as that the date is vague."""


@dataclass(frozen=True)
class NotWorked:
    """A day that was understood and on which nobody works; `instead`, if any, is offered for it."""

    value: date | None
    warning: str
    instead: date | None


class DateEdit(QWidget):
    """A line for a date ("next Fri", "12.11.26"), with the reading beside it in words.

    `read` turns text into a `DateReading` (the spoken dates of the rules, bound to today);
    `such_as` shows in the empty line how a day may be written.
    Up and Down move a day; Page Up and Page Down scroll the page, as elsewhere. A plus takes the
    working day offered in place of one on which nobody works. Emits the new date, or None.
    """

    changed = Signal(object)

    def __init__(
        self, read: Callable[[str], DateReading], name: str = "Date", such_as: str = AHEAD
    ) -> None:
        super().__init__()
        self._read = read
        self._value: date | None = None
        self._last: date | None = None
        self._instead: date | None = None
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(such_as)
        self.reading = Words("", "soft")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.reading, 1)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self._understand)
        self.line.editingFinished.connect(self._settle)

    @property
    def half_typed(self) -> bool:
        """Whether the hand is in the line and has typed in it."""
        return self.line.hasFocus() and self.line.isModified()

    def value(self) -> date | None:
        """Give the day understood, or None."""
        return self._value

    def text(self) -> str:
        """Give what was typed, which is kept even where it is no date."""
        return self.line.text().strip()

    def set_value(self, day: date | None) -> None:
        """Show a day, or empty the field. Emits nothing."""
        self._last = day
        self.line.setText(plain_date(day) if day else "")

    def set_text(self, text: str) -> None:
        """Show words as they were written, and what they are understood to mean."""
        self.line.setText(text)
        self._last = self._value

    @property
    def offered(self) -> date | None:
        """The working day offered in place of what was understood, where one is."""
        return self._instead

    def take_offer(self) -> None:
        """Take the working day that is offered."""
        if self._instead is not None:
            self.line.setText(plain_date(self._instead))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        days = _STEPS.get(Qt.Key(event.key()))
        if days is None or self._value is None:
            super().keyPressEvent(event)
            return
        self.line.setText(plain_date(self._value + timedelta(days=days)))

    def _understand(self, text: str) -> None:
        if text.endswith(TAKES) and self._instead is not None:
            self.take_offer()
            return
        self._instead = None
        if not text.strip():
            self._value = None
            self._say("", "soft")
            return
        found = self._read(text)
        self._value = found.value
        if isinstance(found, NotWorked):
            self._instead = found.instead
        if found.value is None:
            self._say(found.warning or "Not a date yet", "medium")
        else:
            said = long_date(found.value)
            warned = f"{said} · {found.warning}" if found.warning else said
            self._say(warned, "medium" if found.warning else "soft")

    def _say(self, words: str, kind: str) -> None:
        self.reading.setText(words)
        self.line.setAccessibleDescription(words)
        set_look(self.reading, kind)

    def _settle(self) -> None:
        if self._value != self._last:
            self._last = self._value
            self.changed.emit(self._value)
