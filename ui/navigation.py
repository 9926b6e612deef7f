"""The pages at the left: all their words where there is room, shorter and smaller where not."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from ui import look
from ui.commands import Command
from ui.pages.chart_asked import CHART
from ui.pages.page import PageEntry
from ui.widgets.buttons import button
from ui.widgets.lines import Line
from ui.widgets.row_list import RowList

NARROW_BELOW = 1240
"""Window width at 100 % under which the narrow form serves."""
UNDER = {CHART: "people"}


class Navigation(QFrame):
    """One line per page; where you are is marked. Emits the page's id."""

    chosen = Signal(str)
    asked = Signal()
    """The person wants Ctrl+K."""

    def __init__(self, pages: Sequence[PageEntry], go_or_do: Command) -> None:
        super().__init__()
        self._pages = tuple(pages)
        self.narrow = False
        self.list = RowList("Pages")
        self.list.chosen.connect(lambda page_id: self.chosen.emit(str(page_id)))
        self.list.clicked.connect(lambda _i: self.chosen.emit(str(self.list.current_key())))
        self._look_up = button("Go to or do", self.asked.emit, "quiet")
        self._look_up.setToolTip(go_or_do.native)
        self._hint = go_or_do.native
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 10, 0, 8)
        column.addWidget(self.list, 1)
        column.addWidget(self._look_up)
        self._show()

    def mark(self, page_id: str) -> None:
        """Mark where you are; the chart stands under people and places."""
        page_id = UNDER.get(page_id, page_id)
        if self.list.lines.row_of(page_id) < 0:
            self.list.leave()
        self.list.go_to(page_id)

    def fit(self, window_width: int) -> None:
        """Take the form that suits the window's width at the present text size."""
        narrow = window_width < look.current().px(NARROW_BELOW)
        if narrow != self.narrow:
            self.narrow = narrow
            self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_look_up"):
            self._show()

    def _show(self) -> None:
        self.list.delegate.size = 12 if self.narrow else 14
        self.list.show_lines(
            [
                Line(p.id, p.short or p.title if self.narrow else p.title, said=p.title)
                for p in self._pages
            ]
        )
        self._look_up.setText(self._hint if self.narrow else f"Go to or do  {self._hint}")
        self.list.doItemsLayout()
        wanted = max(self.list.wanted_width() + 6, self._look_up.sizeHint().width())
        self.setFixedWidth(wanted + 8)
