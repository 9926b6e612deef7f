"""The frame: marking on top, pages at the left, one page in the middle, the status at the foot."""

from collections.abc import Sequence
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ui.commands import WINDOW_COMMANDS
from ui.covers import Covers
from ui.desk import Desk
from ui.go import GoOrDo
from ui.leaving import Leaving
from ui.navigation import Navigation
from ui.pages.page import PageEntry
from ui.shelf import Shelf
from ui.status import StatusLine
from ui.widgets.marking import MarkingStrip
from ui.widgets.steady import Steady


class WindowWorkspace(Protocol):
    """What the frame asks of a workspace; its pages ask for more."""

    store: Any
    """subscribe, undo, redo, undo_label, redo_label, kept_at, clock"""

    @property
    def panel_name(self) -> str:
        """The panel's name."""

    @property
    def signed_in_name(self) -> str:
        """Who is signed in."""

    @property
    def backup_note(self) -> str:
        """How old the last backup is: "Backup today 09:12", or "No backup yet"."""

    def lock(self) -> None:
        """Keep in mind nothing that was read."""

    def unlock(self, passphrase: str) -> bool:
        """True where the passphrase is that of who is signed in."""

    def seats(self) -> Sequence[Any]:
        """Whose seat may be taken in the demo: each with id, name and role."""


class Frame(QWidget):
    """What stands in the window, laid out once; a page that wants it has the navigation's room."""

    def __init__(
        self, desk: Desk, pages: Sequence[PageEntry], unlisted: Sequence[PageEntry]
    ) -> None:
        super().__init__()
        self.setProperty("look", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        workspace: WindowWorkspace = desk.workspace
        self._workspace, self._go = workspace, desk.go
        self.strip = MarkingStrip(workspace.panel_name)
        self.navigation = Navigation(pages, WINDOW_COMMANDS[0])
        self.shelf = Shelf(desk, pages, unlisted, self._meeting)
        self.status, self.leaving = StatusLine(), Leaving(self._meeting)
        room = QWidget()
        row = QHBoxLayout(room)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addWidget(self.shelf, 1)
        seats = None if workspace.store.file is not None else workspace.seats
        self.covers = Covers(room, workspace.unlock, seats)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(Steady(self.covers), 1)
        column.addWidget(self.leaving)
        column.addWidget(Steady(self.status))
        self.go_or_do = GoOrDo(self)

    def fit(self, width: int) -> None:
        """Fit the navigation to the width of the window and to the page shown."""
        page = self.shelf.page
        whole = page is not None and page.whole_width
        self.navigation.setVisible(not whole)
        self.status.offer_pages(whole)
        self.navigation.fit(width)
        self.go_or_do.place()

    def open_menu(self) -> None:
        """Open the list of pages as a menu, where a page has the navigation's room."""
        menu = QMenu(self)
        for entry in self.shelf.listed:
            menu.addAction(entry.title, partial(self._go, entry.id))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.status.pages.mapToGlobal(self.status.pages.rect().topLeft()))

    def _meeting(self) -> int | None:
        """The meeting that runs."""
        running: int | None = self._workspace.read.running_meeting()
        return running
