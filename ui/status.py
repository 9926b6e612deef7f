"""The line at the foot: what was said last, who is signed in, when it was kept, what undo takes."""

from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLayout, QPushButton

from ui.forms import empty_grid
from ui.widgets.buttons import button
from ui.widgets.dates import clock_time, short_date
from ui.widgets.labels import Words, set_look


class StatusLine(QFrame):
    """Words at the left, facts at the right; under each other where the width is short.

    It never asks for more width than there is: the window would grow with what is said.
    """

    pages_wanted = Signal()
    undo_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "bar")
        self.setAccessibleName("Status")
        self.pages: QPushButton = button("Pages", self.pages_wanted.emit, "quiet", "F6")
        self.pages.hide()
        self.message = Words("")
        self.facts = Words("", "soft")
        self.undo: QPushButton = button("", self.undo_wanted.emit, "quiet")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(14, 2, 14, 2)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._grid.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._laid: tuple[bool, bool] | None = None
        self._arrange(stacked=False)

    def say(self, words: str, kind: str = "") -> None:
        """Show words; kind is "", medium for a refusal, high for trouble."""
        self.message.setText(words)
        self.message.setVisible(bool(words))
        self.message.setAccessibleName(words)
        set_look(self.message, kind)
        self._fit()

    def offer_pages(self, offered: bool) -> None:
        """Offer the list of pages here, or not where it stands at the left."""
        self.pages.setVisible(offered)
        self._fit()

    def tell(self, facts: list[str], undo: str) -> None:
        """Show the facts that are true now, and what undo would take back."""
        said = " · ".join(fact for fact in facts if fact)
        if said == self.facts.text() and undo == self.undo.text():
            return
        self.facts.setText(said)
        self.undo.setAccessibleName(undo)
        self.undo.setVisible(bool(undo))
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def hasHeightForWidth(self) -> bool:
        """Always: its words may take two lines, also where they take one now."""
        return True

    def heightForWidth(self, width: int) -> int:
        tall = super().heightForWidth(width)
        return tall if tall >= 0 else self.sizeHint().height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = self.facts.fontMetrics()
        most = self.width() // 3
        undo_words = self.undo.accessibleName()
        self.undo.setText(metrics.elidedText(undo_words, Qt.TextElideMode.ElideRight, most))
        facts = metrics.horizontalAdvance(self.facts.text())
        undo = 0 if self.undo.isHidden() else self.undo.sizeHint().width()
        pages = 0 if self.pages.isHidden() else self.pages.sizeHint().width()
        message = metrics.horizontalAdvance(self.message.text())
        self._arrange(stacked=pages + facts + undo + message + 80 > self.width())

    def _arrange(self, *, stacked: bool) -> None:
        laid = stacked, self.pages.isHidden()
        if laid == self._laid:
            return
        self._laid = laid
        empty_grid(self._grid)
        line = int(stacked)
        side = Qt.AlignmentFlag.AlignLeft if stacked else Qt.AlignmentFlag.AlignRight
        self.facts.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self.facts.setWordWrap(stacked)
        self._grid.addWidget(self.pages, line, 0)
        self._grid.addWidget(self.message, 0, 0 if stacked else 1, 1, 4 if stacked else 1)
        first = 2 if not stacked else 0 if self.pages.isHidden() else 1
        self._grid.addWidget(self.facts, line, first, 1, max(2 - first, 1))
        self._grid.addWidget(self.undo, line, 3)


def kept_words(kept: datetime, now: datetime) -> str:
    """When the last step was kept: the time, with its day where that was not today."""
    day = "" if kept.date() == now.date() else f"{short_date(kept.date())}, "
    return f"Kept {day}{clock_time(kept)}"
