"""Minutes that came back from Word: every change beside what was written, taken in or left."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.records.minutes_steps import LeftEdit
from ui.desk import Desk
from ui.pages.minutes.edit_readers import EditReaders
from ui.pages.minutes.edit_rows import COLUMNS, EditRow, item_of, standing_of
from ui.pages.minutes.edit_shown import EditShown
from ui.pages.minutes.taking import keep_file, read_again, read_file, read_kept, take_in
from ui.pages.records.permitted import may
from ui.rows import RowsModel
from ui.widgets.banner import Banner
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import SoftLabel
from ui.widgets.roomy import Roomy
from ui.widgets.side_by_side import SideBySide
from ui.widgets.table import RowsTable
from ui.working import WorkBar

KINDS = "Word documents (*.docx)"
STANDS = "The chair has approved these minutes: nothing is taken in until a correction is open."
TAKEN = "Taken in. Ctrl+Z takes it back."


class Edits(QWidget):
    """The changes at the left, the chosen one word by word at the right."""

    correct_wanted = Signal()

    def __init__(self, desk: Desk, version: Callable[[], int | None]) -> None:
        """`version` gives the version that comments belong to, begun where there is none."""
        super().__init__()
        self._desk, self._version = desk, version
        self._meeting_id: int | None = None
        self._files: dict[int, tuple[bytes, Any]] = {}
        self._left: Mapping[str, LeftEdit] = {}
        self._stale = self._stands = False
        self._asked = 0
        self._looked: set[int] = set()
        self.work = WorkBar(desk)
        self.notes = Banner("", "medium")
        self.correct_button = self.notes.offer("Correct the minutes", self.correct_wanted.emit)
        self.about = SoftLabel()
        self.table = RowsTable(
            RowsModel(COLUMNS, lambda row: row.edit.key),
            "Changes from Word",
            EmptyState(
                "No minutes that came back from Word are open.",
                "Open the .docx that was changed, with or without tracked changes, or drop it "
                "here. Nothing is taken in before you say so.",
                "Open the changed file",
                self.ask,
            ),
            ("change", "changes"),
        )
        self.card, self.shown = Card("", large=True), EditShown()
        self.readers = EditReaders(desk)
        self.take_button = button("Take it in", self.take, "primary")
        self.leave_button = button("Leave it", self.leave)
        self.all_button = button("", self.take_item)
        self.open_button = button("Open another file", self.ask)
        self._build()

    def show_of(self, meeting_id: int, *, stands: bool) -> None:
        """Show what came back of a meeting's minutes; `stands` while they are approved."""
        self._meeting_id, self._stands = meeting_id, stands
        if self._stale and meeting_id in self._files:
            self._compare_again(meeting_id)
        self._look_for_kept(meeting_id)
        self._show()

    def forget(self) -> None:
        """Something has moved: compare again when it is looked at."""
        self._stale = True

    def ask(self) -> None:
        """Ask for the file."""
        if not self._desk.allows(self, "edit_minutes"):
            return
        files = self._desk.dialogues.open_files(self, "Minutes changed in Word", KINDS)
        if files:
            self.open(files[0])

    def open(self, path: Path) -> None:
        """Read a file and show its changes; one that is refused changes nothing here."""
        meeting_id = self._meeting_id
        if meeting_id is None or not may(self._desk, "edit_minutes"):
            return

        def done(data: bytes, found: Any) -> None:
            self._files[meeting_id] = (data, found)
            self._desk.attempt(self, keep_file, self._desk, meeting_id, data)
            self.readers.forget()
            self._show()
            self._begin()

        read_file(self._desk, self.work, meeting_id, path, done)

    def _look_for_kept(self, meeting_id: int) -> None:
        """Once for each meeting: what somebody opened before, in whichever seat."""
        if meeting_id in self._looked or not may(self._desk, "edit_minutes"):
            return
        self._looked.add(meeting_id)

        def done(data: bytes, found: Any) -> None:
            if meeting_id not in self._files:
                self._files[meeting_id] = (data, found)
                self._show()

        read_kept(self._desk, meeting_id, done, lambda _error: self._looked.discard(meeting_id))

    def _begin(self) -> None:
        """Show the first change to decide on, or the first of all."""
        rows = self._rows()
        row = next((one for one in rows if one.open), next(iter(rows), None))
        if row is not None:
            self.table.go_to(row.edit.key)

    def take(self) -> None:
        """Take the chosen change in, and go to the next to decide."""
        row = self._chosen()
        if row is not None and row.edit.open and not self._blocked(row):
            self._take([row])

    def take_item(self) -> None:
        """Take in what is plain of the chosen item, as one step."""
        rows = self._plain_of_item()
        if rows and not self._stands:
            self._take(rows)

    def leave(self) -> None:
        """Leave the chosen change as it is on record, or decide again; both are kept."""
        row, minutes = self._chosen(), self._desk.workspace.minutes
        if row is None or row.edit.done or self._meeting_id is None:
            return
        what = self._meeting_id, row.edit.digest
        if row.left is not None:
            self._desk.attempt(self, minutes.decide_edit_again, *what)
            self._show()
        elif self._desk.attempt(self, minutes.leave_edit, *what, row.edit.item_id):
            self._show()
            self.go_to_next()

    def go_to_next(self) -> None:
        """Go to the next change that nobody has decided on."""
        rows = self.table.model.rows
        here = self.table.model.row_of(self.table.current_key())
        following = (*rows[here + 1 :], *rows[: here + 1])
        row = next((one for one in following if one.open), None)
        if row is not None:
            self.table.go_to(row.edit.key)

    def counts(self) -> int:
        """How many changes are still to be decided on."""
        return sum(row.open for row in self._rows())

    # taking

    def _take(self, rows: Sequence[EditRow]) -> None:
        edits = [self._read_by(row.edit) for row in rows]
        if self._desk.attempt(self, take_in, self._desk, edits, self._version):
            self._mark_done({edit.key for edit in edits})
            self._desk.notice.say(TAKEN)
            self.go_to_next()
        elif self._meeting_id is not None:
            self._compare_again(self._meeting_id)

    def _read_by(self, edit: Any) -> Any:
        """A change with the readers that were chosen for it."""
        chosen = self.readers.readers_of(edit)
        return replace(edit, line=edit.line._replace(**chosen)) if chosen else edit

    def _mark_done(self, keys: set[Hashable]) -> None:
        """What was taken in stands so at once, until it is compared again."""
        if self._meeting_id not in self._files:
            return
        data, found = self._files[self._meeting_id]
        edits = tuple(replace(one, done=True) if one.key in keys else one for one in found.edits)
        self._files[self._meeting_id] = (data, replace(found, edits=edits))
        self._show()

    def _blocked(self, row: EditRow) -> bool:
        return self._stands and row.edit.kind != "comment"

    def _compare_again(self, meeting_id: int) -> None:
        self._stale = False
        self._asked += 1
        data, asked = self._files[meeting_id][0], self._asked

        def done(found: Any) -> None:
            if asked != self._asked:
                return  # Something moved meanwhile: a later comparison tells what stands now.
            self._files[meeting_id] = (data, found)
            if meeting_id == self._meeting_id:
                self._show()

        read_again(self._desk, meeting_id, data, done, lambda _error: self.forget())

    # showing

    def _rows(self) -> list[EditRow]:
        found = self._files.get(self._meeting_id or 0)
        edits = found[1].edits if found is not None else ()
        return [EditRow(edit, self._left.get(edit.digest)) for edit in edits]

    def _chosen(self) -> EditRow | None:
        key = self.table.current_key()
        return next((row for row in self._rows() if row.edit.key == key), None)

    def _plain_of_item(self) -> list[EditRow]:
        chosen = self._chosen()
        if chosen is None:
            return []
        return [row for row in self._rows() if row.plain and row.edit.part == chosen.edit.part]

    def _show(self) -> None:
        read, meeting_id = self._desk.workspace.read, self._meeting_id
        self._left = read.left_edits(meeting_id) if meeting_id in self._files else {}
        rows, found = self._rows(), self._files.get(self._meeting_id or 0)
        self.table.model.set_rows(rows)
        self.about.setText(standing_of(found[1], rows) if found is not None else "")
        for widget in (self.about, self.open_button):
            widget.setVisible(found is not None)
        stands = self._stands and bool(rows)
        notes = found[1].notes if found is not None else ()
        self.notes.say(" ".join((*((STANDS,) if stands else ()), *notes)))
        self.correct_button.setVisible(stands and may(self._desk, "correct_minutes"))
        self.side.setVisible(bool(rows))
        self._choose(self.table.current_key())

    def _choose(self, _key: Hashable | None) -> None:
        row = self._chosen()
        self.none.setVisible(row is None)
        for widget in (self.card, self.shown):
            widget.setVisible(row is not None)
        self.shown.show_edit(row.edit if row is not None else None)
        self.readers.show_edit(row.edit if row else None, open_=row is not None and row.open)
        self._show_buttons(row)
        if row is not None:
            who = f" · {'; '.join(row.edit.who)}" if row.edit.who else ""
            self.card.say(row.edit.about, f"{row.edit.part}{who}", row.told)

    def _show_buttons(self, row: EditRow | None) -> None:
        open_ = row is not None and row.edit.open
        comment = row is not None and row.edit.kind == "comment"
        self.take_button.setVisible(open_)
        self.take_button.setText("Keep as a comment" if comment else "Take it in")
        self.take_button.setEnabled(row is not None and not self._blocked(row))
        self.leave_button.setVisible(row is not None and not row.edit.done)
        was_left = row is not None and row.left is not None
        self.leave_button.setText("Decide again" if was_left else "Leave it")
        plain = self._plain_of_item()
        self.all_button.setVisible(len(plain) > 1)
        self.all_button.setEnabled(not self._stands)
        name = item_of(row.edit) if row is not None else ""
        self.all_button.setText(f"Take all {len(plain)} of {name}")

    def _build(self) -> None:
        self.none = SoftLabel("Choose a change to see it word by word.")
        self.side = QWidget()
        column = QVBoxLayout(self.side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.none, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.card)
        column.addWidget(self.shown, 1)
        column.addWidget(self.readers)
        buttons = FlowLayout(gap=8)
        for one in (self.take_button, self.leave_button, self.all_button):
            buttons.addWidget(one)
        column.addLayout(buttons)
        head = FlowLayout(gap=12)
        head.addWidget(self.about)
        head.addWidget(self.open_button)
        inside = QWidget()
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(0, 8, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(head)
        for bar in (self.work, self.notes):
            whole.addWidget(bar)
        whole.addWidget(SideBySide(self.table, self.side, 0.5), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Roomy(inside))
        self.take_button.setToolTip("Ctrl+Enter")
        self.table.chosen.connect(self._choose)
        self._show()
