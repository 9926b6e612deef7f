"""A box to tick whose words give way where there is little room."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from ui import look

LEAST = 160


class Tick(QCheckBox):
    """As wide as its words want; where they are cut short, the tool tip has them whole."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words, self._note = words, ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def say_why(self, note: str) -> None:
        """Say in the tool tip why it is as it is."""
        self._note = note
        self._cut()

    def sizeHint(self) -> QSize:
        shorter = self.fontMetrics().horizontalAdvance(self.words)
        shorter -= self.fontMetrics().horizontalAdvance(self.text())
        return super().sizeHint() + QSize(max(shorter, 0), 0)

    def minimumSizeHint(self) -> QSize:
        whole = self.sizeHint()
        return QSize(min(whole.width(), look.current().px(LEAST)), whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        metrics, whole = self.fontMetrics(), self.sizeHint().width()
        room = self.width() - (whole - metrics.horizontalAdvance(self.words))
        cut = self.width() < whole
        words = metrics.elidedText(self.words, Qt.TextElideMode.ElideRight, room)
        self.setText(words if cut else self.words)
        self.setToolTip("\n".join(part for part in (self.words if cut else "", self._note) if part))
