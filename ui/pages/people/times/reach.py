"""How near one looks, and what counts as a cluster and as a gap."""

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QSlider, QWidget

from models.rules.timeline import GAP_WEEKS, WITHIN_DAYS
from ui import look
from ui.widgets.combo import Combo
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import SoftLabel

FINE = 1000
HALF = 0
MANY = ((HALF, "half of them"), (3, "3"), (4, "4"), (5, "5"), (6, "6"), (8, "8"), (10, "10"))
WITHIN = ((1, "1 day"), (3, "3 days"), (7, "7 days"), (14, "14 days"))
WEEKS = ((4, "4 weeks"), (8, "8 weeks"), (12, "12 weeks"), (26, "26 weeks"))


class Reach(QWidget):
    """The slider from years to days, and two choices; `changed` says that one was made."""

    moved = Signal(float)
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, FINE)
        self.slider.setSingleStep(FINE // 25)
        self.slider.setPageStep(FINE // 8)
        self.slider.setAccessibleName("How near: from everything to single days")
        self.least = Combo(MANY, "A cluster: how many of them")
        self.least.set_value(HALF)
        self.within = Combo(WITHIN, "A cluster: within")
        self.weeks = Combo(WEEKS, "A gap: nothing recorded for")
        self.within.set_value(WITHIN_DAYS)
        self.weeks.set_value(GAP_WEEKS)
        flow = FlowLayout(self, gap=8)
        for widget in (
            SoftLabel("Everything", wrap=False), self.slider, SoftLabel("Days", wrap=False),
            SoftLabel("  Cluster:", wrap=False), self.least, SoftLabel("within", wrap=False),
            self.within, SoftLabel("  Gap: from", wrap=False), self.weeks,
        ):  # fmt: skip
            flow.addWidget(widget)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._fit()
        self.slider.valueChanged.connect(lambda value: self.moved.emit(value / FINE))
        for each in (self.least, self.within, self.weeks):
            each.changed.connect(lambda _value: self.changed.emit())

    @property
    def days(self) -> int:
        """Within how many days a cluster lies."""
        found = self.within.value()
        return found if isinstance(found, int) else WITHIN_DAYS

    @property
    def many(self) -> int | None:
        """How many make a cluster; None for half of those shown."""
        found = self.least.value()
        return found if isinstance(found, int) and found != HALF else None

    @property
    def gap(self) -> int:
        """From how many weeks on nothing is a gap."""
        found = self.weeks.value()
        return found if isinstance(found, int) else GAP_WEEKS

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "slider"):
            self._fit()

    def _fit(self) -> None:
        self.slider.setFixedWidth(look.current().px(170))

    def show_nearness(self, nearness: float) -> None:
        """Put the slider where the time line is."""
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(nearness * FINE))
