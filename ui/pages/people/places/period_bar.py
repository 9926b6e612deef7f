"""Choosing a period: how many months it has, and a slider back through time."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from models.rules.hot_spots import LENGTHS
from ui import look
from ui.widgets.combo import Combo
from ui.widgets.labels import SoftLabel, StrongLabel

FURTHEST, USUAL = 36, 3


class PeriodBar(QWidget):
    """The length of a period and how long ago it ended; the right end of the slider is now."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        choices = [(many, "1 month" if many == 1 else f"{many} months") for many in LENGTHS]
        self.length = Combo(choices, "Length of the period")
        self.length.set_value(USUAL)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(-FURTHEST, 0)
        self.slider.setPageStep(3)
        self.slider.setAccessibleName("When the period ends, in months before now")
        self.slider.setMinimumWidth(look.current().px(140))
        self.said, self.against = StrongLabel("", wrap=False), SoftLabel("", wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self.length.setMaximumWidth(look.current().px(150))
        for widget, share in ((self.length, 0), (self.slider, 1), (self.said, 0),
                              (self.against, 0)):  # fmt: skip
            row.addWidget(widget, share)
        self.length.changed.connect(lambda _value: self.changed.emit())
        self.slider.valueChanged.connect(lambda _value: self.changed.emit())

    @property
    def months(self) -> int:
        """How many months the period has."""
        value = self.length.value()
        return value if isinstance(value, int) else USUAL

    @property
    def ago(self) -> int:
        """How many months ago it ended."""
        return -self.slider.value()

    @property
    def words(self) -> str:
        """The period in words."""
        return self.said.text()

    def say(self, now: str, then: str) -> None:
        """Show which period it is, and against which it stands."""
        self.said.setText(now)
        self.against.setText(f"against {then}")
        self.slider.setAccessibleDescription(f"{now}, against {then}")
