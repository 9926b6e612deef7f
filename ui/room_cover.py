"""The cover over a page while a meeting runs: this window may be the one everybody looks at."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.page import Page
from ui.widgets.banner import Banner
from ui.widgets.buttons import button
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Heading, Words
from ui.widgets.roomy import Roomy

if TYPE_CHECKING:
    from ui.room_list import RoomPart

KEY = "F4"
WHY = "A meeting is running, and this window may be the one that everybody sees."
COVERED = "This page names people, and holds lines that not everyone present may read."
LISTED = "Below is what everyone present may see, with initials in the place of names."
NOTED = (
    "F4 shows it. The record of the meeting keeps that you did. It is covered again when you turn "
    "to another page."
)
MAY_NOT = "The chair, the administrator or the minute taker can show it during a meeting."
SHOWN = "Shown while the meeting runs; others may be looking on. F4 covers it again."


class RoomCover(QWidget):
    """What stands in a page's place; `show_page` asks whether it may be shown and notes it.

    The page itself is another widget of the shelf, with a bar on it while it is shown all the same.
    """

    turned = Signal()
    """The page is to be shown now, or to be covered again."""

    def __init__(
        self,
        page: Page,
        show_page: Callable[[Page], bool],
        back: Callable[[], object],
        may_show: Callable[[], bool] = lambda: True,
    ) -> None:
        super().__init__()
        self._may_show = may_show
        self.page, self._show_page = page, show_page
        self.table = _table(page)
        self.running, self.revealed = False, False
        self.show_button = button("Show this page", self.toggle, keys=KEY)
        self.back_button = button("Back to the meeting", back, "primary")
        self.strip, self.noted = Banner("", "medium"), Words(NOTED, "soft")
        self._build()

    @property
    def covered(self) -> bool:
        """True while the page must not be seen."""
        return self.running and not self.revealed

    def stand(self, *, running: bool, revealed: bool = False) -> None:
        """Cover the page while a meeting runs, or let it be shown."""
        self.running, self.revealed = running, running and revealed
        self.strip.say(SHOWN if self.revealed else "")
        if self.covered:
            able = self._may_show()
            self.noted.setText(NOTED if able else MAY_NOT)
            self.show_button.setVisible(able)
        if self.table is not None and not self.covered:
            self.table.forget()

    def toggle(self) -> None:
        """Show the page to whoever may see it, or cover it again."""
        if self.revealed:
            self.stand(running=True)
            self.turned.emit()
        elif self.running and self._show_page(self.page):
            self.stand(running=True, revealed=True)
            self.turned.emit()

    def _build(self) -> None:
        self.setProperty("look", "paper")
        self.setAccessibleName(f"{self.page.title}: covered while the meeting runs")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 8)
        column.setSpacing(8)
        told = LISTED if self.table is not None else COVERED
        for widget in (Heading(self.page.title), Words(f"{WHY} {told}"), self.noted):
            column.addWidget(widget)
        flow = FlowLayout(gap=8)
        flow.addWidget(self.back_button)
        flow.addWidget(self.show_button)
        column.addLayout(flow)
        if self.table is not None:
            # With large text it may need more height than there is, and must not push.
            column.addWidget(Roomy(self.table), 1)  # type: ignore[arg-type]
        else:
            column.addStretch(1)
        above = self.page.layout()
        if isinstance(above, QVBoxLayout):
            above.insertWidget(0, self.strip)
        for widget in (self, self.page):
            # A key of the whole window, which only the one in sight answers.
            QShortcut(QKeySequence(KEY), widget, self.toggle)


def _table(page: Page) -> "RoomPart | None":
    if page.room_part is not None:
        return page.room_part()
    if page.room_list is None:
        return None
    from ui.room_list import RoomTable  # the first page lists nothing, and waits for no table

    return RoomTable(page.room_list)
