"""A set of changes looked at before it is kept: each with what was and what would be, ticked."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.errors import CellConflict, CellRefused
from models.intake.tracker.proposing import plainly
from models.records.tracker import Proposed, ProposedSet, Standing
from ui.desk import Desk
from ui.pages.children.grid.keeping import Failure, Keeping
from ui.rows import Column, RowsModel
from ui.tasks import Cancelled
from ui.widgets.banner import Banner
from ui.widgets.buttons import button
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import SectionHeading, SoftLabel, Words
from ui.widgets.table import RowsTable

HINT = "Space ticks what is kept, Ctrl+Enter keeps it, Esc leaves everything as it is."
KINDS = {Standing.CHANGE: "low", Standing.LOOK: "accent", Standing.CONFLICT: "medium",
         Standing.NEW: "accent", Standing.NOT_TAKEN: "high"}  # fmt: skip
STOPPED = "Stopped. Nothing was kept."
MOVED = "It has changed meanwhile; what stands there now is shown."
MENDED = "Nothing was kept yet: look at what is marked, then keep the rest."


class ReviewView(QWidget):
    """What is proposed; nothing is written until it is kept, and then as one step."""

    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._ticked: set[int] = set()
        self._rows: dict[int, Proposed] = {}
        self.heading, self.notes, self.detail = SectionHeading(), SoftLabel(), Words()
        self.told = Banner("", "medium")
        self.keeping = Keeping(desk, self._kept, self._failed)
        empty = EmptyState("Nothing differs.", "What stands here says the same already.")
        self.model: RowsModel[Proposed] = RowsModel(self._columns(), lambda one: one.key)
        self.table = RowsTable(self.model, "Proposed changes", empty, ("change", "changes"))
        self.keep_button = button("Keep", self.keep, "primary", keys="Ctrl+Return")
        self._build()

    def show_set(self, title: str, found: ProposedSet) -> None:
        """Show what is proposed."""
        self.setAccessibleName(title)
        self.heading.setText(title)
        self.notes.setText(" ".join((*found.notes, HINT)))
        self.told.say("")
        self.table.filter.clear()
        self._rows = {one.key: one for one in found.rows}
        self._ticked = set(found.ticked)
        self._show()
        first = found.rows[0].key if found.rows else None
        self.table.go_to(first)
        # Its key may be that of the row stood on in the set before, which then tells nothing anew.
        self._tell_whole(first)
        self.table.view.setFocus()

    def tick(self) -> None:
        """Tick the chosen rows, or take their ticks away."""
        keys = [one for one in self.table.chosen_keys() if isinstance(one, int)]
        able = {one for one in keys if self._rows[one].takeable}
        if able <= self._ticked:
            self._ticked -= able
        else:
            self._ticked |= able
        self._show()

    def tick_all(self, ticked: bool) -> None:
        """Tick every change that is shown, or none; a new child is ticked by itself alone."""
        shown = {one.key for one in self.model.rows if one.takeable}
        if ticked:
            self._ticked |= {one for one in shown if self._rows[one].standing is not Standing.NEW}
        else:
            self._ticked -= shown
        self._show()

    def keep(self) -> None:
        """Keep what is ticked, as one step; where one is refused, nothing is and it is marked."""
        if self.keeping.bar.busy:
            return
        taken = [self._rows[key] for key in sorted(self._ticked)]
        if not taken:
            self.told.say("Nothing is ticked.")
            return
        changes = [one.change for one in taken if one.change is not None]
        self.keeping.keep(changes, [dict(one.cells) for one in taken if one.cells])

    def _kept(self, count: int) -> None:
        self.closed.emit()
        self._desk.notice.say(f"{count:,} kept as one step. Ctrl+Z takes them back.")

    def _failed(self, error: Failure) -> None:
        if isinstance(error, CellConflict):
            self._moved(error)
        elif isinstance(error, CellRefused):
            self._refused(error)
        elif isinstance(error, Cancelled):
            self.told.say(STOPPED)
        else:
            self.told.say(str(error))

    def leave(self) -> None:
        """Leave everything as it is; while changes are being kept, have that stopped."""
        if self.keeping.bar.busy:
            self.keeping.bar.stop()
        else:
            self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Space:
                self.tick()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
                (self.keep if held else self.tick)()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _moved(self, conflict: CellConflict) -> None:
        one = self._row_of(conflict.row_id, conflict.field)
        if one is not None and one.change is not None:
            seen = replace(one.change, seen=conflict.theirs)  # type: ignore[arg-type]
            was = plainly(conflict.theirs)  # type: ignore[arg-type]
            self._mark(replace(one, was=was, standing=Standing.CONFLICT, note=MOVED, change=seen))

    def _refused(self, refusal: CellRefused) -> None:
        one = self._row_of(refusal.row_id, refusal.field or "")
        if one is not None:
            self._mark(replace(one, standing=Standing.NOT_TAKEN, note=refusal.message, change=None))
        else:
            self.told.say(refusal.message)

    def _mark(self, one: Proposed) -> None:
        self._rows[one.key] = one
        self._ticked.discard(one.key)
        self._show()
        self.table.go_to(one.key)
        self.told.say(f"{one.who}, {one.title}: {one.note} {MENDED}")

    def _row_of(self, child_id: int, column: str) -> Proposed | None:
        return next(
            (
                one
                for one in self._rows.values()
                if one.change and (one.change.child_id, one.change.column) == (child_id, column)
            ),
            None,
        )

    def _tell_whole(self, key: object) -> None:
        """Say of the row stood on all that its cells may have no room for."""
        one = self._rows.get(key)  # type: ignore[call-overload]
        said = one is not None and (one.note or one.cells)
        told = ". ".join(filter(None, (one.now, one.note))) if said else ""
        self.detail.setText(f"{one.who}: {told}" if said else "")

    def _show(self) -> None:
        self.model.set_rows(tuple(self._rows.values()))
        count = len(self._ticked)
        self.keep_button.setEnabled(bool(count))
        words = f"Keep {count:,} {'change' if count == 1 else 'changes'}"
        self.keep_button.setText(f"{words}  Ctrl+Enter")
        self.keep_button.setAccessibleName(words)

    def _columns(self) -> tuple[Column[Proposed], ...]:
        return (
            Column("Keep", lambda one: one.key in self._ticked,
                   lambda one: "✓" if one.key in self._ticked else "–" if one.takeable else "",
                   width=4),
            Column("Child", lambda one: one.who, width=20),
            Column("System id", lambda one: one.system_id, width=10),
            Column("What", lambda one: one.title, width=14),
            Column("Now", lambda one: one.was, width=16),
            Column("Then", lambda one: one.now, width=20),
            Column("Standing", lambda one: one.standing.value,
                   kind=lambda one: KINDS[one.standing], width=9),
            Column("To know", lambda one: one.note, width=30, stretch=True),
        )  # fmt: skip

    def _build(self) -> None:
        flow = FlowLayout(gap=8)
        for made in (
            self.keep_button,
            button("Tick all", partial(self.tick_all, True)),
            button("Tick none", partial(self.tick_all, False)),
            button("Leave it", self.leave),
        ):
            flow.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.heading, self.notes, self.told, self.keeping.bar):
            column.addWidget(widget)
        column.addLayout(flow)
        column.addWidget(self.detail)
        column.addWidget(self.table, 1)
        self.table.chosen.connect(self._tell_whole)
        self.table.view.installEventFilter(self)
