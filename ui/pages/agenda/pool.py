"""What could stand on the agenda, and why; and anyone else on record, or a title."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from models.marks import ItemKind
from models.records.meeting import PoolRow
from models.rules.tiers import TO_SCREEN
from ui.desk import Desk
from ui.pages.agenda.order_list import POOL_MIME, DraggedList
from ui.widgets.buttons import button
from ui.widgets.labels import SectionHeading, SoftLabel
from ui.widgets.lines import Line
from ui.widgets.row_list import RowList

SHORTEST, MOST, PAUSE_MS = 2, 8, 150
TITLE_KEY = "title"
SENT_UP = "sent"
HEADINGS = {
    ItemKind.URGENT.value: "Urgent",
    ItemKind.DEFERRED.value: "Carried from before",
    ItemKind.REVIEW.value: "Reviews due",
    ItemKind.NEW.value: "Accepted referrals",
    SENT_UP: "Sent by other tiers",
    TO_SCREEN: "To be screened",
}


class ProposedList(DraggedList):
    """The subjects proposed for the agenda."""

    mime = POOL_MIME


class Pool(QWidget):
    """Proposed subjects to take by Enter or dragging, and a line that finds anyone else."""

    taken = Signal(tuple)
    """Keys of proposed rows."""
    added = Signal(object, str)
    """A subject id with nothing, or None with the title of an item of its own."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: tuple[PoolRow, ...] = ()
        self.head = SectionHeading("Proposed", 0)
        self.list = ProposedList("Proposed for the agenda")
        self.none = SoftLabel(
            "Nothing waits. Accepted referrals, reviews due and carried items appear here."
        )
        self.all_button = button("Put all on the agenda", self.take_all)
        self.line = QLineEdit()
        self.line.setPlaceholderText("Add a name on record, or type a title")
        self.line.setAccessibleName("Add a name on record, or type a title")
        self.found = RowList("Found on record")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._build()
        self._connect()

    def show_pool(self, rows: Sequence[PoolRow], *, initials: bool) -> None:
        """Show what is proposed, grouped by why."""
        self._rows = tuple(rows)
        lines: list[Line] = []
        for kind, heading in HEADINGS.items():
            group = [row for row in rows if _group(row) == kind]
            if group:
                lines.append(Line(f"kind {kind}", f"{heading}  {len(group)}", heading=True))
            lines += [
                Line(row.key, row.initials if initials else row.label, soft=row.why)
                for row in group
            ]
        self.list.show_lines(lines)
        self.head.say("Proposed", len(rows))
        self.list.setVisible(bool(rows))
        self.none.setVisible(not rows)
        self.all_button.setVisible(len(rows) > 1)

    def first(self) -> QWidget:
        """What is proposed, or the line in which somebody is looked for where nothing is."""
        return self.line if self.list.isHidden() else self.list

    def allow(self, allowed: bool) -> None:
        """Let the agenda be added to, or only looked at."""
        for widget in (self.list, self.all_button, self.line):
            widget.setEnabled(allowed)

    def take_all(self) -> None:
        """Put everything proposed on the agenda."""
        self.taken.emit(tuple(row.key for row in self._rows))

    def start_finding(self) -> None:
        """Put the cursor where anyone on record is found."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def forget(self) -> None:
        """Empty the line: what was typed stands on the agenda."""
        self.line.clear()

    def _look_up(self) -> None:
        typed = self.line.text().strip()
        lines: list[Line] = []
        if len(typed) >= SHORTEST:
            rows = self._desk.workspace.read.find(typed, MOST)
            lines = [Line(row.id, row.label, soft=row.detail) for row in rows]
            lines.append(Line(TITLE_KEY, f"“{typed}” as an item of its own"))
        self.found.show_lines(lines)
        self.found.setVisible(bool(lines))
        if lines:
            self.found.go_to(lines[0].key)

    def _choose(self, key: object = None) -> None:
        chosen = key if key is not None else self.found.current_key()
        typed = self.line.text().strip()
        if chosen is None or not typed:
            return
        if chosen == TITLE_KEY:
            self.added.emit(None, typed)
        else:
            self.added.emit(chosen, "")

    def _connect(self) -> None:
        self.list.opened.connect(lambda key: self.taken.emit((key,)))
        self.line.textChanged.connect(lambda _text: self._pause.start())
        self.line.returnPressed.connect(self._entered)
        self.found.opened.connect(self._choose)
        self.found.clicked.connect(lambda _index: self._choose())
        self._pause.timeout.connect(self._look_up)

    def _entered(self) -> None:
        self._pause.stop()
        self._look_up()
        self._choose()

    def _build(self) -> None:
        self.found.setVisible(False)
        self.found.setMinimumHeight(120)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.head, self.none):
            column.addWidget(widget)
        column.addWidget(self.list, 2)
        column.addWidget(self.all_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.line)
        column.addWidget(self.found, 1)
        column.addStretch(0)


def _group(row: PoolRow) -> str:
    """Under which heading a proposed row stands."""
    if row.escalation_id is not None:
        return SENT_UP
    return TO_SCREEN if row.why == TO_SCREEN else row.kind
