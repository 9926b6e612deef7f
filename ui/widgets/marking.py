"""The protective marking at the top of every window."""

from datetime import datetime

from PySide6.QtWidgets import QFrame, QHBoxLayout

from ui.widgets.dates import long_date
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Words

MARKING = "OFFICIAL-SENSITIVE"


class MarkingStrip(QFrame):
    """OFFICIAL-SENSITIVE at the left; panel, date and time at the right. No person is named."""

    def __init__(self, panel_name: str = "") -> None:
        super().__init__()
        self.setProperty("look", "strip")
        self.panel_name = panel_name
        self._marking = Words(MARKING, "strong", wrap=False)
        self._handling = Words("safeguarding", wrap=False)
        self._where = Words("", wrap=False)
        left = FlowLayout(gap=8)
        left.addWidget(self._marking)
        left.addWidget(self._handling)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 14, 4)
        row.addLayout(left, 1)
        row.addWidget(self._where)
        self.setAccessibleName(f"{MARKING} safeguarding")

    def tell_time(self, now: datetime) -> None:
        """Show the panel's name with the date and the time of day."""
        said = f"{long_date(now.date())} · {now:%H:%M}"
        self._where.setText(f"{self.panel_name} · {said}" if self.panel_name else said)

    def hide_panel(self, hidden: bool) -> None:
        """Leave out the panel's name, date and time while the window is locked or blank."""
        self._where.setVisible(not hidden)
