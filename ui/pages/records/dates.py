"""Days and times as people type them for what has been or is to come."""

from collections.abc import Callable
from datetime import date, datetime, time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from models.errors import Refusal
from models.intake.understanding.dates import read_day
from models.intake.understanding.moments import YEAR_GUESSED, Understood, moment_that_was
from models.rules.by_day import NOT_KNOWN
from models.rules.dates import (
    ONLY_A_DAY,
    beside_day,
    beside_reading,
    day_behind,
    said_behind,
    spoken_date,
)
from models.rules.dates.times import clock_time
from ui.desk import Desk
from ui.widgets.date_edit import DateReading
from ui.widgets.dates import long_date, plain_date
from ui.widgets.labels import Words, set_look
from ui.widgets.working_day import worked

TO_COME, WANTED = "still to come", "Write it as 3 March 2010"


def day_that_was(desk: Desk) -> Callable[[str], DateReading]:
    """A reader of days that lie behind: a birth, an assessment, a report."""

    def read(text: str) -> Understood:
        today = desk.workspace.store.clock.today()
        found = read_day(text, today.year, born=True)
        if found.value is None:
            found = read_day(text, today.year)  # a year to come, where one is written
        if found.value is None:
            return _without_a_year(text, today)
        day = found.value.date() if isinstance(found.value, datetime) else found.value
        note = found.note or (TO_COME if day > today else None)
        return _alone(Understood(day, note), beside_day(found.rest))

    return read


def _alone(found: Understood, beside: str) -> Understood:
    """A day beside which nothing stands; with anything else in the field it is none."""
    if found.value is None or not beside:
        return found
    return Understood(None, ONLY_A_DAY.format(beside))


def _without_a_year(text: str, today: date) -> Understood:
    """A day said without its year lies behind: "26 Nov" on the 27th was yesterday."""
    said = day_behind(text, today)
    if said is None:
        return Understood(None, WANTED)
    guessed = YEAR_GUESSED if said.year_guessed else None
    return _alone(Understood(said.day, guessed), beside_day(said.rest))


def day_nearest(desk: Desk) -> Callable[[str], DateReading]:
    """A reader of days that may lie behind or ahead, such as a move: the nearer where both may."""
    behind, ahead = day_that_was(desk), day_to_come(desk)

    def read(text: str) -> DateReading:
        today, found = desk.workspace.store.clock.today(), (ahead(text), behind(text))
        days = [one for one in found if one.value is not None]
        return min(days, key=lambda one: abs((one.value or today) - today), default=found[0])

    return read


def day_to_come(
    desk: Desk, until: Callable[[], date | None] = lambda: None
) -> Callable[[str], DateReading]:
    """A reader of days ahead, as people say them in a meeting; days off are warned of.

    No other day after `until` is offered for one of them.
    """

    def read(text: str) -> DateReading:
        closed, today = desk.workspace.read.closed_days(), desk.workspace.store.clock.today()
        found, last = spoken_date(text, today, closed=closed), until()
        if found.value is not None and (beside := beside_reading(text, found)):
            return Understood(None, ONLY_A_DAY.format(beside))
        found = said_behind(found, text, today)
        return worked(found, closed, (today, last) if last is not None else None)

    return read


class MomentEdit(QWidget):
    """A line for a day and time that were, with the reading beside it in words.

    `changed` carries the moment once the field is left with another; None where it is none. With
    `day_alone` a day is taken as well, as one whose hour is not known.
    """

    changed = Signal(object)

    def __init__(self, desk: Desk, name: str = "Time", *, day_alone: bool = False) -> None:
        super().__init__()
        self._desk, self._day_alone = desk, day_alone
        self._value: date | None = None
        self._shown = ""
        self.line, self.reading = QLineEdit(), Words("", "soft")
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText("12 Nov 2026 09:30, yesterday 22:15 …")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(self.reading, 1)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self._understand)
        self.line.editingFinished.connect(self._settle)

    def value(self) -> date | None:
        """Give the moment understood, its day where no hour is known, or None."""
        return self._value

    def text(self) -> str:
        """Give what was typed, which is kept even where it is no time."""
        return self.line.text().strip()

    def set_value(self, at: date | None) -> None:
        """Show a moment or a day, or empty the field."""
        hour = f" {at:%H:%M}" if isinstance(at, datetime) else ""
        self._shown = f"{plain_date(at)}{hour}" if at else ""
        self.line.setText(self._shown)

    def _settle(self) -> None:
        if self.text() != self._shown:
            self._shown = self.text()
            self.changed.emit(self._value)

    def _understand(self, text: str) -> None:
        found = Understood(None)
        if text.strip():
            found = self._read(text)
        self._value = found.value
        said = _said(self._value) if self._value else ""
        words = " · ".join(part for part in (said, found.warning or "") if part)
        self.reading.setText(words)
        self.line.setAccessibleDescription(words)
        set_look(self.reading, "medium" if found.warning else "soft")

    def _read(self, text: str) -> Understood:
        clock = self._desk.workspace.store.clock
        found = moment_that_was(text, clock.now())
        if found.value is not None or not self._day_alone:
            return found
        day = day_that_was(self._desk)(text)
        return found if day.value is None else Understood(day.value, day.warning)


def _said(at: date) -> str:
    hour = f"{at:%H:%M}" if isinstance(at, datetime) else NOT_KNOWN
    return f"{long_date(at)}, {hour}"


def typed_time(said: object, field: str) -> time:
    """The time of day that was typed in a field; Refusal where it is none."""
    found = clock_time(str(said or ""))
    if found is None:
        raise Refusal("Write the time as 09:30.", field)
    return found
