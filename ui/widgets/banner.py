"""Bars that stand in the page: a message, a conflict with both texts, a running task."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
)

from ui.widgets.buttons import button
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import SoftLabel, StrongLabel, Words


class Banner(QFrame):
    """A message near what it speaks of; kind is plain, accent, high, medium or low."""

    def __init__(self, text: str = "", kind: str = "accent") -> None:
        super().__init__()
        self.setProperty("look", f"{kind}-bar")
        self.text = Words(text, kind if kind != "plain" else "")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addWidget(self.text)
        self._buttons = FlowLayout(gap=8)
        column.addLayout(self._buttons)
        self.setAccessibleName(text)
        # Shown here it would be a window of its own: what has no parent yet is shown with it.
        if not text:
            self.hide()

    def say(self, text: str) -> None:
        """Show other words; none hides the bar."""
        self.text.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))

    def offer(self, words: str, press: Callable[[], object], keys: str = "") -> QPushButton:
        """Put a button under the words; gives it."""
        made = button(words, press, keys=keys)
        self._buttons.addWidget(made)
        return made


class ConflictBar(QFrame):
    """Somebody else changed the same field: both texts, and whose to keep."""

    took_mine = Signal()
    took_theirs = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "medium-bar")
        self._head = StrongLabel()
        self._theirs, self._mine = Words(), Words()
        self.shown: Callable[[str], str] = str
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._head, 0, 0, 1, 2)
        grid.addWidget(SoftLabel("Theirs", wrap=False), 1, 0)
        grid.addWidget(self._theirs, 1, 1)
        grid.addWidget(SoftLabel("Yours", wrap=False), 2, 0)
        grid.addWidget(self._mine, 2, 1)
        self._keep_mine = button("Keep mine", self._take_mine)
        row = QHBoxLayout()
        row.addWidget(self._keep_mine)
        row.addWidget(button("Take theirs", self._take_theirs))
        row.addStretch(1)
        grid.addLayout(row, 3, 0, 1, 2)
        self.hide()

    def ask(self, field: str, theirs: str, mine: str) -> None:
        """Show both texts of a field; nothing is lost until one is chosen."""
        theirs, mine = self.shown(theirs), self.shown(mine)
        self._head.setText(f"{field or 'This text'}: another text was kept meanwhile.")
        self._theirs.setText(theirs or "(empty)")
        self._mine.setText(mine or "(empty)")
        self.setAccessibleName(f"{self._head.text()} Theirs: {theirs}. Yours: {mine}.")
        self.show()

    def _take_mine(self) -> None:
        self.hide()
        self.took_mine.emit()

    def _take_theirs(self) -> None:
        self.hide()
        self.took_theirs.emit()


class BusyBar(QFrame):
    """Something is being made: what, how far, and a way to stop it."""

    cancelled = Signal()

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.about = False
        """Whether how many there are in all is only known about."""
        self.setProperty("look", "accent-bar")
        self._text = Words(text)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._cancel = button("Stop", self.stop)
        column = QVBoxLayout()
        column.addWidget(self._text)
        column.addWidget(self._bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.addLayout(column, 1)
        row.addWidget(self._cancel)
        self.hide()

    def show_progress(self, done: int, of: int, text: str) -> None:
        """Show what is being made and how far it is; `of` 0 means nobody knows how far."""
        self._bar.setRange(0, of)
        self._bar.setValue(done)
        about = "about " if self.about else ""
        self._text.setText(f"{text} · {done:,} of {about}{of:,}" if of else text)
        self.setAccessibleName(self._text.text())
        self._cancel.setEnabled(True)
        self.show()

    def finish(self) -> None:
        """Take the bar away."""
        self.hide()

    def stop(self) -> None:
        """Ask for what is being made to be stopped."""
        self._cancel.setEnabled(False)
        self._text.setText("Stopping …")
        self.cancelled.emit()
