"""What is open before minutes are approved and before their papers go; Enter goes to mend it."""

from collections.abc import Hashable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.records.open_points import Before, Mend, OpenPoint
from ui.desk import Desk
from ui.live.state import OPENING
from ui.rows import Column, RowsModel
from ui.tasks import Progress
from ui.widgets.buttons import button
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import SoftLabel
from ui.widgets.table import RowsTable

ABOUT = (
    "What approving and issuing will ask about. The chair may approve all the same. "
    "Enter goes to where a point is mended."
)
NOTHING = ("Nothing is open.", "The minutes can be approved, and their papers issued.")
READING = "Looking for what is open …"
HERE = {
    Mend.COMMENTS: "comments",
    Mend.FROM_WORD: "edits",
    Mend.ITEMS: "items",
    Mend.DOCUMENTS: "documents",
}
"""What is mended in another tab of the page."""
ELSEWHERE = {
    Mend.CHILD: "children",
    Mend.ACTION: "actions",
    Mend.RETURNS: "agenda",
    Mend.AGENCIES: "settings",
    Mend.MEMBERS: "settings",
    Mend.PANEL: "settings",
}
PARTS = {Mend.AGENCIES: "agencies", Mend.MEMBERS: "members", Mend.PANEL: "panel"}


COLUMNS = (
    Column[OpenPoint]("Item", lambda p: p.reference, width=8),
    Column[OpenPoint]("What is open", lambda p: p.sentence, width=40, stretch=True, wraps=True),
    Column[OpenPoint](
        "Before", lambda p: p.before,
        kind=lambda p: "accent" if p.before is Before.APPROVAL else "medium", width=10,
    ),
    Column[OpenPoint]("Mended in", lambda p: p.mend, width=26),
)  # fmt: skip


class OpenPoints(QWidget):
    """The points in the order of the running order; looked for off the window's thread."""

    counted = Signal()
    tab_wanted = Signal(str, object)
    new_days_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._meeting_id: int | None = None
        self._shown: tuple[object, ...] | None = None
        self.empty = EmptyState(*NOTHING)
        self.table = RowsTable(
            RowsModel(COLUMNS, lambda point: point), "Open points", self.empty, ("point", "points")
        )
        self.go_button = button("Go to mend it", self.go)
        head = FlowLayout(gap=12)
        head.addWidget(SoftLabel(ABOUT))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        foot = FlowLayout(gap=8)
        foot.addWidget(self.go_button)
        column.addLayout(foot)
        self.table.opened.connect(self._open)
        self.table.chosen.connect(lambda _key: self._offer())
        self._offer()

    def show_of(self, meeting_id: int, made: Sequence[Any]) -> None:
        """Look for what is open in a meeting's minutes; `made` are its documents, if any."""
        workspace = self._desk.workspace
        asked = (meeting_id, workspace.store.last_operation, *map(id, made))
        if self._shown == asked:
            return
        if self._meeting_id != meeting_id:
            self.table.model.set_rows(())
            self.empty.say(READING)
            self.counted.emit()
        self._shown, self._meeting_id = asked, meeting_id

        def look(_progress: Progress) -> tuple[OpenPoint, ...]:
            from exports import open_points

            return open_points.open_points(workspace, meeting_id, made)

        def done(found: tuple[OpenPoint, ...]) -> None:
            if self._shown == asked:
                self._show(found)

        self._desk.tasks.run(look, done, lambda _error: self.forget())

    def forget(self) -> None:
        """Look again when it is shown."""
        self._shown = None

    def count(self) -> int:
        """How many points are open."""
        return self.table.model.total

    def go(self) -> None:
        """Go to where the chosen point is mended."""
        self._open(self.table.current_key())

    def _show(self, found: tuple[OpenPoint, ...]) -> None:
        self.table.model.set_rows(found)
        self.empty.say(*NOTHING)
        self._offer()
        self.counted.emit()

    def _offer(self) -> None:
        self.go_button.setVisible(self.table.current_key() is not None)

    def _open(self, key: Hashable | None) -> None:
        if not isinstance(key, OpenPoint):
            return
        if key.mend in HERE:
            self.tab_wanted.emit(HERE[key.mend], key.mend_id)
        elif key.mend is Mend.NEW_DAYS:
            self.new_days_wanted.emit()
        elif key.mend in (Mend.ITEM, Mend.MEETING):
            place = OPENING if key.mend is Mend.MEETING else key.mend_id
            self._desk.go("meeting", (self._meeting_id, place))
        elif key.mend is Mend.RETURNS:
            self._desk.go(ELSEWHERE[key.mend], ("returns", self._meeting_id))
        else:
            self._desk.go(ELSEWHERE[key.mend], PARTS.get(key.mend, key.mend_id))
