"""Practice tips where the work is done: closed until somebody presses Tips."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models import codes
from ui.widgets.buttons import button
from ui.widgets.flow import empty
from ui.widgets.labels import SoftLabel, Words

TIPS, LEARNING, EVERYWHERE = "practice_tips", "learning_links", "all"
NONE = "No tip is in use here. Settings, Codes: Practice tips."


class Tips(QWidget):
    """The tips of one place: referral, mapping, safety or prevention; then where to learn more."""

    def __init__(self, place: str, about: str) -> None:
        super().__init__()
        self._place, self._about = place, about
        self.open = button("Tips", self.turn, "quiet")
        self.open.setAccessibleName(f"Tips on {about}")
        self.sheet = QWidget()
        self._lines = QVBoxLayout(self.sheet)
        self._lines.setContentsMargins(12, 0, 0, 6)
        self._lines.setSpacing(4)
        self.sheet.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.sheet)

    def turn(self) -> None:
        """Show the tips, or put them away."""
        shown = self.sheet.isHidden()
        if shown:
            self._fill()
        self.sheet.setVisible(shown)
        self.open.setText("Put the tips away" if shown else "Tips")

    def _fill(self) -> None:
        empty(self._lines)
        tips, learning = self._rows(TIPS), self._rows(LEARNING)
        for one in tips:
            self._lines.addWidget(Words(f"{one.label}: {one.text}" if one.text else one.label))
        if not tips:
            self._lines.addWidget(SoftLabel(NONE))
        for one in learning:
            self._lines.addWidget(SoftLabel(f"Learn more: {one.label}, {one.text}"))
        sources = dict.fromkeys(one.source for one in tips if one.source)
        if sources:
            self._lines.addWidget(SoftLabel(f"Source: {'; '.join(sources)}"))

    def _rows(self, name: str) -> list[codes.Tip]:
        found = codes.rows_of(name, codes.Tip)
        return [one for one in found if one.place in (self._place, EVERYWHERE)]
