"""Going back in time on the chart: what was known by a day."""

from datetime import date, timedelta

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from ui import look
from ui.widgets.dates import plain_date
from ui.widgets.labels import SoftLabel

WEEK = 7
MONTH = 4
FEWEST = 2
"""So many weeks at least must lie behind, or there is nothing to go back through."""


class TimeSlider(QWidget):
    """A slider back from today, week by week, to the first link there is."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._today = date.max
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setPageStep(MONTH)
        self.slider.setAccessibleName("What was known by a day, in weeks before today")
        self.slider.setToolTip("Back in time: only links seen or recorded by that day")
        self.said = SoftLabel("", wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.slider)
        row.addWidget(self.said)
        self.hide()
        self.slider.valueChanged.connect(lambda _value: self._turned())

    def show_span(self, first: date | None, today: date) -> None:
        """Reach back to the first day on which anything is; hidden where that is not long ago."""
        self._today = today
        weeks = (today - first).days // WEEK if first is not None else 0
        with QSignalBlocker(self.slider):
            self.slider.setRange(-max(weeks, 0), 0)
        self.setVisible(weeks >= FEWEST)
        self._say()

    @property
    def day(self) -> date | None:
        """The day by which something is known; None for all there is."""
        ago = -self.slider.value()
        return self._today - timedelta(weeks=ago) if ago else None

    @property
    def words(self) -> str:
        """The day in words; empty where all is shown."""
        return f"known by {plain_date(self.day)}" if self.day is not None else ""

    def _turned(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        said = self.words or "known today"
        self.said.setText(said)
        # As wide as any day, so that nothing moves under the hand.
        metrics = look.current().metrics(12)
        self.said.setMinimumWidth(metrics.horizontalAdvance("known by 28 Sept 2026") + 8)
        self.slider.setFixedWidth(look.current().px(150))
        self.slider.setAccessibleDescription(said)
