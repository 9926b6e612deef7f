"""Both texts of a line mended in two windows, and whose to keep; scrolls where room is short."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import look
from ui.widgets.banner import ConflictBar
from ui.widgets.roomy import Roomy

LEAST = 104


class BothTexts(Roomy):
    """Asks whose text to keep; the hand stands on the question: no key answers it unread."""

    def __init__(self, shown: Callable[[str], str]) -> None:
        inside, self.bar = QWidget(), ConflictBar()
        super().__init__(inside)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.bar)
        column.addStretch(1)
        self.bar.shown = shown
        self.bar.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.took_mine, self.took_theirs = self.bar.took_mine, self.bar.took_theirs
        self.hide()

    @property
    def asked(self) -> bool:
        """True while it is asked."""
        return not self.isHidden()

    def ask(self, theirs: str, mine: str) -> None:
        """Show both texts."""
        self.setMinimumHeight(look.current().px(LEAST))
        self.bar.ask("What was said", theirs, mine)
        self.show()
        self.bar.setFocus(Qt.FocusReason.ShortcutFocusReason)
