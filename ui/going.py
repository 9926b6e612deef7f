"""Where the window goes: its pages, Ctrl+K, the keys, and the frame that they stand in."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMainWindow

from ui.commands import Bound, Command
from ui.desk import Desk
from ui.frame import Frame
from ui.go import Source, Target, commands_found
from ui.pages.chart_asked import CHART
from ui.pages.keys import KEYS, KeysPage
from ui.pages.page import Page, PageEntry
from ui.pages.unlisted import UNLISTED


class Going(QMainWindow):
    """A window of pages in a frame, and the ways from one to another."""

    desk: Desk
    bound: Bound

    @property
    def page(self) -> Page | None:
        """The page shown now."""
        return self.shelf.page

    def go(self, page_id: str, key: Hashable | None = None) -> None:
        """Show a page, and one record on it if its key is given."""
        if not self.shelf.go(page_id, key):
            # A list that is clicked marks what was clicked after it has told so.
            QTimer.singleShot(0, self, lambda: self.navigation.mark(self.shelf.current_id))
        self.navigation.mark(self.shelf.current_id)
        self.frame.fit(self.width())

    def add_source(self, source: Source) -> None:
        """Let Ctrl+K find more: targets for what is typed, of what its reader may see."""
        self.go_or_do.sources.append(source)

    def open_go_or_do(self) -> None:
        """Open Ctrl+K: the page's own look-up where it has one, the second time the window's."""
        if self.page is None or self.shelf.covered or not self.page.look_up():
            self.go_or_do.begin()

    def start_finding(self) -> None:
        """Search this page, or anywhere where the page has no search of its own."""
        if self.page is None or self.shelf.covered or not self.page.start_finding():
            self.open_go_or_do()

    def next_page(self) -> None:
        """Show the next page of the navigation."""
        self.shelf.step(1)

    def previous_page(self) -> None:
        """Show the page before."""
        self.shelf.step(-1)

    def focus_navigation(self) -> None:
        """Go to the list of pages, or open it as a menu where a page has its room."""
        if self.navigation.isVisible():
            self.navigation.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.frame.open_menu()

    def show_keys(self) -> None:
        """Show every command with its key; Escape goes back to the page before."""
        before, place = self.shelf.current_id, self.page.title if self.page else ""
        self.go(KEYS)
        if isinstance(self.page, KeysPage):
            known = self.all_commands(), self.shelf.letters()
            self.page.show_commands(*known, back=before, place=place)

    def show_link_chart(self) -> None:
        """Show how what stands on this page is linked; else today's agenda, or everything."""
        self.go(CHART, self.shelf.on_chart())

    def all_commands(self) -> tuple[Command, ...]:
        """Give the commands of the window and of every page built so far."""
        return self.bound.commands + self.shelf.commands()

    def _commands_found(self, text: str) -> list[Target]:
        page = None if self.shelf.covered else self.page
        return commands_found(text, [page.bound, self.bound] if page else [self.bound])

    # the frame

    def _build(self, pages: Sequence[PageEntry]) -> None:
        self.frame = Frame(self.desk, pages, UNLISTED)
        self.strip, self.navigation = self.frame.strip, self.frame.navigation
        self.shelf, self.covers = self.frame.shelf, self.frame.covers
        self.status, self.go_or_do = self.frame.status, self.frame.go_or_do
        self.setCentralWidget(self.frame)
        self.setAnimated(False)
        self.add_source(self._commands_found)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.frame.fit(self.width())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "go_or_do"):
            self.frame.fit(self.width())
