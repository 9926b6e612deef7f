"""What a meeting leaves behind, tab beside tab: minutes, changes, documents, items, log."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QTabWidget, QWidget

from models.rules.frozen import STANDS
from ui import look
from ui.desk import Desk
from ui.pages.minutes.changes import Changes
from ui.pages.minutes.comments import Comments
from ui.pages.minutes.composed import ComposedMinutes
from ui.pages.minutes.documents import Documents
from ui.pages.minutes.edits import Edits
from ui.pages.minutes.issued import Issued
from ui.pages.minutes.items import Items
from ui.pages.minutes.open_points import OpenPoints
from ui.pages.minutes.preview import Preview
from ui.pages.records.permitted import may

OPEN_POINTS = "Open points"
NAME = "Minutes, open points, changes, from Word, documents, items, comments, issued"

LEAST = 120
"""The least height of the tabs, at 100 %."""


class MinutesTabs(QTabWidget):
    """The tabs of one meeting; some of them count what stands in them."""

    def __init__(self, desk: Desk, version: Callable[[], int | None]) -> None:
        """`version` gives the version that comments belong to."""
        super().__init__()
        self.preview, self.documents = Preview("The minutes as they print"), Documents()
        self.items, self.comments, self.issued = Items(desk), Comments(desk), Issued(desk)
        self.changes, self.edits = Changes(desk), Edits(desk, version)
        self.open_points = OpenPoints(desk)
        self.setDocumentMode(True)
        self._reads_back = may(desk, "edit_minutes")
        self.setAcceptDrops(self._reads_back)
        self.setAccessibleName(NAME)
        self.tabBar().setAccessibleName(NAME)
        for part, title in (
            (self.preview, "Minutes"),
            (self.open_points, OPEN_POINTS),
            (self.changes, "Changes"),
            (self.edits, "From Word"),
            (self.documents, "Documents"),
            (self.items, "Items"),
            (self.comments, "Comments"),
            (self.issued, "Issued"),
        ):
            self.addTab(part, title)
        self.setTabVisible(self.indexOf(self.edits), self._reads_back)
        self.open_points.counted.connect(self._count_open)
        self.open_points.tab_wanted.connect(self._go_to_tab)

    def minimumSizeHint(self) -> QSize:
        """Little height where a card stands above: what is in the tabs scrolls, no field does."""
        return QSize(super().minimumSizeHint().width(), look.current().px(LEAST))

    def confirm(self) -> None:
        """Confirm the document that is shown, or take the change in that is."""
        if self.currentWidget() is self.documents:
            self.documents.confirm()
        elif self.currentWidget() is self.edits:
            self.edits.take()

    def go_to_next(self) -> None:
        """Go to the next document to look at, or to the next change from Word."""
        if self.currentWidget() is self.edits:
            self.edits.go_to_next()
            return
        self.setCurrentWidget(self.documents)
        self.documents.go_to_next()

    def show_open_points(self) -> None:
        """Show what is open before approval and issue."""
        self.setCurrentWidget(self.open_points)
        self.open_points.table.view.setFocus()

    def read(
        self,
        meeting_id: int,
        version_id: int,
        state: str,
        made: Sequence[Any],
        composed: ComposedMinutes,
    ) -> None:
        """Read what the tab in sight shows of a version, and what is open, which is counted."""
        self.open_points.show_of(meeting_id, made)
        shown = self.currentWidget()
        if shown is self.preview:
            composed.show_of(meeting_id, version_id, state)
        elif shown is self.changes:
            self.changes.show_of(meeting_id, (version_id, state))
        elif shown is self.edits:
            self.edits.show_of(meeting_id, stands=state in STANDS)

    def forget(self) -> None:
        """Something has moved: compare again what is looked at."""
        self.changes.forget()
        self.edits.forget()

    def _count_open(self) -> None:
        self._name(self.open_points, OPEN_POINTS, self.open_points.count())

    def _go_to_tab(self, name: str, key: object) -> None:
        """Go to a tab where a point is mended, to the item that it is of."""
        tab: QWidget = getattr(self, name)
        self.setCurrentWidget(tab)
        if tab is self.items:
            self.items.table.go_to(key)

    def item_in_sight(self) -> int | None:
        """Give the item that the chosen document or row is of, where one is."""
        shown = self.currentWidget()
        if shown is self.documents:
            return self.documents.item_id
        key = self.items.table.current_key() if shown is self.items else None
        return key if isinstance(key, int) else None

    def ask_for_edited(self) -> None:
        """Ask for minutes that were changed in Word."""
        if self._reads_back:
            self.setCurrentWidget(self.edits)
            self.edits.ask()

    def open_edited(self, path: Path) -> None:
        """Open minutes that came back from Word."""
        self.setCurrentWidget(self.edits)
        self.edits.open(path)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(one.toLocalFile()) for one in event.mimeData().urls() if one.isLocalFile()]
        event.acceptProposedAction()
        if paths:
            self.open_edited(paths[0])

    def show_meeting(
        self, read: Any, meeting_id: int, version_id: int | None, settled: bool
    ) -> None:
        """Show what a meeting's items, comments and log say; `settled` minutes are approved."""
        order, comments = read.running_order(meeting_id), read.comments(meeting_id)
        without = {one.item_id: one for one in read.no_extracts(meeting_id)}
        approved, gone = read.approved_items(meeting_id), read.extracts_gone(meeting_id)
        self.items.show_items(order, approved, without, gone, settled=settled)
        self.comments.show_comments(version_id, comments, order)
        issued = read.issues(meeting_id)
        self.issued.show_issued(meeting_id, issued)
        self.count_in(sum(not one.settled for one in comments), len(issued))

    def count_in(self, comments: int, issued: int) -> None:
        """Say in their tabs how many comments are not settled, and how long the log is."""
        for part, title, number in (
            (self.comments, "Comments", comments),
            (self.issued, "Issued", issued),
        ):
            self._name(part, title, number)

    def _name(self, part: QWidget, title: str, number: int) -> None:
        self.setTabText(self.indexOf(part), f"{title} {number}" if number else title)
