"""The pages of the window: built when first shown, read again when something moved meanwhile."""

from collections.abc import Callable, Hashable, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget

from models.rules import access
from ui.commands import Command
from ui.desk import Desk
from ui.pages.chart_asked import Asked, whatever_runs
from ui.pages.page import Page, PageEntry
from ui.room_cover import RoomCover

MEETING_PAGE = "meeting"


class Shelf(QStackedWidget):
    """Holds the pages and shows one; `shown` carries its id.

    `meeting` gives the meeting that runs. While one does, a page that is not safe for the room
    lies under a cover.
    """

    shown = Signal(str)
    ran = Signal()
    """A meeting has begun, or the one that ran is over."""

    def __init__(
        self,
        desk: Desk,
        listed: Sequence[PageEntry],
        unlisted: Sequence[PageEntry],
        meeting: Callable[[], int | None] = lambda: None,
    ) -> None:
        super().__init__()
        self._meeting, self._running = meeting, meeting()
        self._covers: dict[str, RoomCover] = {}
        self.setProperty("look", "paper")
        self._desk = desk
        self._entries = {entry.id: entry for entry in (*listed, *unlisted)}
        self._order = [entry.id for entry in listed]
        self._built: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._day: date | None = None
        self.current_id = ""

    @property
    def listed(self) -> tuple[PageEntry, ...]:
        """The pages of the navigation, in order."""
        return tuple(self._entries[page_id] for page_id in self._order)

    @property
    def page(self) -> Page | None:
        """The page shown now."""
        return self._built.get(self.current_id)

    def go(self, page_id: str, key: Hashable | None = None) -> bool:
        """Show a page, and a record on it; False where it is unknown or the present one stays."""
        if page_id not in self._entries:
            return False
        if page_id != self.current_id and self.page is not None and not self.page.may_leave():
            return False
        page = self._built.get(page_id) or self._make(page_id)
        if page_id in self._stale:
            self._stale.discard(page_id)
            page.reload()
        moved = page_id != self.current_id
        if moved:
            self.hide_again()
            self._desk.notice.turn()
        self.current_id = page_id
        self._cover()
        if key is not None:
            page.show_record(key)
        self.shown.emit(page_id)
        return True

    def step(self, by: int) -> bool:
        """Show the next (1) or the previous (-1) page of the navigation, round and round."""
        at = self._order.index(self.current_id) if self.current_id in self._order else -by
        return self.go(self._order[(at + by) % len(self._order)])

    def hear(self, changes: Any) -> None:
        """Pass a commit to the page shown; the others read again when they are next shown."""
        self._stale.update(page_id for page_id in self._built if page_id != self.current_id)
        if changes.touches("meeting"):
            before, self._running = self._running, self._meeting()
            self._cover()
            if before != self._running:
                self.ran.emit()
        elif self.covered:
            self._list(self._covers[self.current_id])
        if self.page is not None:
            self.page.on_changed(changes)

    def see_day(self, day: date) -> None:
        """Have every page read again once another day has come, by which other things are late."""
        before, self._day = self._day, day
        if before in (None, day):
            return
        self._stale.update(page_id for page_id in self._built if page_id != self.current_id)
        if self.covered:
            self._list(self._covers[self.current_id])
        if self.page is not None:
            self.page.reload()

    @property
    def running(self) -> bool:
        """True while a meeting runs."""
        return self._running is not None

    @property
    def covered(self) -> bool:
        """True while the page shown lies under the cover of a running meeting."""
        cover = self._covers.get(self.current_id)
        return cover is not None and cover.covered

    def on_chart(self) -> Asked:
        """Give what the link chart shows: what is in sight, else the meeting that runs."""
        here = None if self.page is None or self.covered else self.page.on_chart()
        return here or whatever_runs(self._meeting())

    def commands(self) -> tuple[Command, ...]:
        """Give the commands of every page built so far."""
        return tuple(c for page in self._built.values() for c in page.bound.commands)

    def letters(self) -> tuple[tuple[str, str, str], ...]:
        """Give the letters that act in lists of every page built so far."""
        return tuple(one for page in self._built.values() for one in page.letters())

    def _make(self, page_id: str) -> Page:
        page = self._entries[page_id].make(self._desk)
        self._built[page_id] = page
        if not page.room_safe:
            back = partial(self._desk.go, MEETING_PAGE)
            self._covers[page_id] = RoomCover(page, self._show_in_room, back, self._may_show)
            self._covers[page_id].turned.connect(self._stand)
            self.addWidget(self._covers[page_id])
        self.addWidget(page)
        page.reload()
        return page

    def hide_again(self) -> None:
        """Hide what the page in sight was asked to show while the meeting runs, and what it said.

        The window asks for it when it is locked or blanked: who comes back may not be alone.
        """
        cover = self._covers.get(self.current_id)
        if cover is not None and cover.revealed:
            self._desk.notice.clear()
            cover.stand(running=self.running)
            self._stand()
        if self.page is not None:
            self.page.hide_again()

    def _cover(self) -> None:
        """Let the page shown lie under its cover or not."""
        cover = self._covers.get(self.current_id)
        if cover is not None:
            cover.stand(running=self.running, revealed=cover.revealed)
        self._stand()

    def _stand(self) -> None:
        """Put the page, or its cover, into sight."""
        cover = self._covers.get(self.current_id)
        if cover is not None and cover.covered:
            self._list(cover)
            self.setCurrentWidget(cover)
            cover.back_button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.page is not None:
            self.setCurrentWidget(self.page)

    def _list(self, cover: RoomCover) -> None:
        if cover.table is not None and cover.covered and self._running is not None:
            cover.table.read(self._desk.workspace, self._running)

    def _may_show(self) -> bool:
        return access.may(self._desk.workspace.person.role, "reveal_in_room")

    def _show_in_room(self, page: Page) -> bool:
        """Note that a page is shown while the meeting runs; False where that is refused."""
        reveal = self._desk.workspace.conduct.reveal
        return self._desk.attempt(None, reveal, self._running, page.title)
