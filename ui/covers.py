"""The room and what may cover it: the lock and the blank page, one at a time."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from ui.lock import BlankPage, LockPage
from ui.seats import Seats


class Covers(QStackedWidget):
    """Shows the room, or the lock, or nothing; uncovered, the focus is where it was.

    `covered` carries "lock", "blank" or nothing. The lock is never lifted by the blank key.
    """

    covered = Signal(str)

    def __init__(
        self, room: QWidget, unlock: Callable[[str], bool], seats: Seats | None = None
    ) -> None:
        super().__init__()
        self.room = room
        self.lock_page = LockPage(unlock, seats)
        self.blank_page = BlankPage(self.toggle_blank)
        self._focus_before: QWidget | None = None
        for widget in (self.room, self.lock_page, self.blank_page):
            self.addWidget(widget)
        self.lock_page.unlocked.connect(self._uncover)

    @property
    def state(self) -> str:
        """What covers the room now: "lock", "blank" or nothing."""
        if self.currentWidget() is self.lock_page:
            return "lock"
        return "blank" if self.currentWidget() is self.blank_page else ""

    def lock(self) -> None:
        """Hide every name at once and ask for the passphrase."""
        if self.state != "lock":
            self._cover(self.lock_page)
            self.lock_page.begin()

    def toggle_blank(self) -> None:
        """Blank the room, or show it again; a locked room stays locked."""
        if self.state == "blank":
            self._uncover()
        elif self.state == "":
            self._cover(self.blank_page)
            self.blank_page.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _cover(self, cover: QWidget) -> None:
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        if self.state == "":
            self._focus_before = self.window().focusWidget()
        self.setCurrentWidget(cover)
        self.covered.emit(self.state)
        self.window().repaint()

    def _uncover(self) -> None:
        self.setCurrentWidget(self.room)
        if self._focus_before is not None:
            self._focus_before.setFocus(Qt.FocusReason.OtherFocusReason)
            self._focus_before = None
        self.covered.emit("")
