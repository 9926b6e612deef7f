"""Writing in the grid: one cell by key, a pasted block or several emptied ones after a review."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from models.errors import Refusal
from models.intake.tracker.pasting import block, emptied, filled, pasted
from models.records.tracker import CellChange, ProposedSet, Value
from models.rules import access
from models.rules.tracker.columns import Write, why_not
from ui.desk import Desk
from ui.pages.children.grid.editing import CellEditor
from ui.pages.children.grid.view import TrackerView
from ui.pages.records.permitted import may

Review = Callable[[str, ProposedSet], object]
ASSESSED = "An assessment of that day is added, at the level that stood. Enter opens the child."
NOTHING = "Nothing that was pasted differs from what stands there."


class Writing(QObject):
    """What is typed, pasted or emptied; `review` shows more than one change before it is kept."""

    def __init__(self, desk: Desk, view: TrackerView, review: Review) -> None:
        super().__init__(view)
        self._desk, self._view, self._review = desk, view, review
        self._able = may(desk, "edit_record")
        self.editor = CellEditor(desk, view.viewport(), self._write)
        view.grid.why = self.why
        view.typed.connect(self.begin)
        view.pasted.connect(self.paste)
        view.emptied.connect(self.empty)
        self.editor.done.connect(self._done)
        for bar in (view.verticalScrollBar(), view.horizontalScrollBar()):
            bar.valueChanged.connect(self._follow)
        view.grid.modelReset.connect(self._follow)

    def why(self, column: object, child: object) -> str:
        """Why the signed-in person does not write in a cell; empty where they may."""
        reason = why_not(column, child)  # type: ignore[arg-type]
        if reason or self._able:
            return reason
        role = self._desk.workspace.person.role
        try:
            access.check(role, "edit_record")
        except Refusal as refusal:
            return refusal.message
        return ""

    def begin(self, typed: str = "") -> None:
        """Write in the current cell; what was typed stands in the place of what was there."""
        at = self._view.currentIndex()
        child = self._view.current_child()
        if child is None or not at.isValid():
            return
        column = self._view.grid.columns[at.column()]
        why = self.why(column, child)
        if why:
            self._desk.notice.refuse(None, Refusal(why))
            return
        self._desk.notice.clear()
        self.editor.begin(child, column, typed, self._desk.workspace.read.districts())
        self._follow()

    def paste(self) -> None:
        """Lay what is on the clipboard onto the cells from the first one chosen."""
        if not self._desk.allows(self._view, "edit_record"):
            return
        rows, keys = self._view.chosen_block()
        if not rows:
            return
        found: list[ProposedSet] = []
        if not self._desk.attempt(self._view, lambda: found.append(self._pasted(rows, keys))):
            return
        if found[0].rows or found[0].notes:
            self._show("What was pasted", found[0])
        else:
            self._desk.notice.say(NOTHING)

    def empty(self) -> None:
        """Empty the cells that are chosen."""
        if not self._desk.allows(self._view, "edit_record"):
            return
        rows, keys = self._view.chosen_block()
        grid = self._view.grid
        children = [grid.child_at(at) for at in rows]
        found = emptied(children, keys, self._today)
        if found.rows:
            self._show("Cells that are emptied", found)

    def _pasted(self, rows: list[int], keys: list[str]) -> ProposedSet:
        cells = block(QGuiApplication.clipboard().text())
        grid, shown = self._view.grid, list(self._view.shown_columns())
        districts = self._desk.workspace.read.districts()
        if len(cells) == 1 and len(cells[0]) == 1:
            children = [grid.child_at(at) for at in rows]
            return filled(cells[0][0], children, keys, self._today, districts)
        last = min(rows[0] + len(cells), grid.rowCount())
        children = [grid.child_at(at) for at in range(rows[0], last)]
        columns = shown[shown.index(keys[0]) :]
        everybody = grid.all.rows
        return pasted(cells, children, columns, self._today, districts, everybody=everybody)

    def _show(self, title: str, found: ProposedSet) -> None:
        """One change alone is made at once; more are looked at first."""
        changes = [one.change for one in found.rows if one.change is not None]
        if len(found.rows) == len(found.ticked) == len(changes) == 1 and not found.notes:
            one = changes[0]
            self._desk.attempt(
                self._view, self._write, one.child_id, one.column, one.value, one.seen
            )
            return
        self._review(title, found)

    def _write(self, child_id: int, key: str, value: Value, seen: Value) -> None:
        change = CellChange(child_id, key, value, seen)
        self._desk.workspace.register.change_cells([change])
        column = self._view.grid.columns[self._view.grid.column_of(key)]
        if column.write is Write.ASSESSMENT:
            self._desk.notice.say(ASSESSED)

    def _done(self, then: str) -> None:
        view = self._view
        view.setFocus()
        at = view.currentIndex()
        row = at.row() + {"down": 1, "up": -1}.get(then, 0)
        if row != at.row() and 0 <= row < view.grid.rowCount():
            view.setCurrentIndex(view.grid.index(row, at.column()))
        elif then in ("left", "right"):
            shown = view.shown_columns()
            here = shown.index(view.grid.columns[at.column()].key) + (1 if then == "right" else -1)
            if 0 <= here < len(shown):
                view.setCurrentIndex(view.grid.index(at.row(), view.grid.column_of(shown[here])))

    def _follow(self) -> None:
        """Stay over the cell that is written in, wherever it went."""
        child, column = self.editor.child, self.editor.column
        if not self.editor.writing or child is None or column is None:
            return
        row = self._view.grid.row_of(child.id)
        if row >= 0:
            index = self._view.grid.index(row, self._view.grid.column_of(column.key))
            rect = self._view.visualRect(index)
            self.editor.place(rect.topLeft(), rect.width())

    @property
    def _today(self) -> date:
        today: date = self._desk.workspace.store.clock.today()
        return today
