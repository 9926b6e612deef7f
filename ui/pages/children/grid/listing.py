"""Who is not on this list: somebody else's list of children, pasted or dropped, beside ours."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from models.errors import Refusal, Trouble
from models.records.tracker_listed import Group, Listed, ListedRow
from ui import look
from ui.desk import Desk
from ui.pages.children.grid.sheets import bytes_of
from ui.pages.records.permitted import may
from ui.rows import Column, RowsModel
from ui.tasks import Progress
from ui.widgets.buttons import button
from ui.widgets.combo import Combo
from ui.widgets.dates import plain_date
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import SectionHeading, SoftLabel
from ui.widgets.table import RowsTable
from ui.working import Failure, WorkBar

HINT = (
    "Paste names, with date of birth or number where there is one, a child on each line; or drop a "
    "file. Nothing of it is kept."
)
KINDS = "Lists (*.xlsx *.csv *.ods *.docx *.pdf *.txt)"
READING, COMPARING = "Reading the list", "Comparing the list"
TAGS = {Group.THEIRS: "high", Group.OURS: "medium", Group.NEAR: "accent", Group.BOTH: "low"}
NOBODY = "The list names nobody that could be understood."
KEYS = "Y says that the two are the same child, N that they are not; Enter opens ours."
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
SAME, NOT_SAME = "Said to be the same.", "Said not to be the same."


class ListingView(QWidget):
    """Paste or open a list, then see who is on which; nothing is written."""

    closed = Signal()
    opened = Signal(object)
    shown_in_grid = Signal(object, str)
    """Ids of our children and what they are, to be shown in the tracker."""
    adding = Signal(object)
    """Somebody of theirs is to be added: what their line says."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._ours: tuple[int, ...] = ()
        self.rows: dict[int, ListedRow] = {}
        self.heading, self.hint = SectionHeading("Who is not on this list"), SoftLabel(HINT)
        self.text, self.busy = QPlainTextEdit(), WorkBar(desk)
        self.which = Combo((("", "All"), *((one.value, _capital(one)) for one in Group)), "Which")
        self.model: RowsModel[ListedRow] = RowsModel(COLUMNS, lambda one: one.key)
        empty = EmptyState("No list has been compared yet.", HINT)
        self.table = RowsTable(self.model, "The two lists", empty, ("line", "lines"))
        self.told = SoftLabel()
        self._build()

    def ask(self, ours: tuple[int, ...]) -> None:
        """Ask for a list to hold beside these of our children."""
        self._ours = ours
        many = "1 child" if len(ours) == 1 else f"{len(ours):,} children"
        self.heading.setText(f"Who is not on this list: beside the {many} that the tracker shows")
        self.text.setFocus()

    def compare(self) -> None:
        """Compare what is pasted."""
        text, today = self.text.toPlainText(), self._today

        def read() -> tuple[Listed, ...]:
            from models.intake.tracker.listed import from_text

            return from_text(text, today)

        self._compare(read)

    def open_file(self, path: Path | None = None) -> None:
        """Compare a file, one that is chosen where none is given."""
        if path is None:
            found = self._desk.dialogues.open_files(self, "A list of children", KINDS)
            if not found:
                return
            path = found[0]
        name, today = path, self._today

        def read() -> tuple[Listed, ...]:
            from models.intake.opening import open_paper
            from models.intake.tracker.listed import from_paper

            return from_paper(open_paper(name.name, bytes_of(name)), today)

        self._compare(read)

    def answer(self, *, same: bool) -> None:
        """Say of the chosen near names whether they are the same child; nothing is written."""
        for key in self.table.chosen_keys():
            one = self.rows[key]  # type: ignore[index]
            if one.group is not Group.NEAR:
                continue
            if same:
                self.rows[one.key] = replace(one, group=Group.BOTH, why=SAME)
            else:
                self._parted(one)
        self._show()

    def show_in_grid(self) -> None:
        """Show our children of the chosen group in the tracker."""
        ids = tuple(one.child_id for one in self.model.rows if one.child_id is not None)
        words = str(self.which.value() or "of the list")
        if ids:
            self.shown_in_grid.emit(ids, _capital(words))

    def add_chosen(self) -> None:
        """Begin a new child of the line stood on."""
        one = self.rows.get(self.table.current_key())  # type: ignore[arg-type]
        if one is not None and one.child_id is None and one.name:
            self.adding.emit({"name": one.name, "birth_date": one.born})

    def leave(self) -> None:
        """Go back to the tracker, and forget the list."""
        self.text.clear()
        self.rows.clear()
        self._show()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.compare()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            word = event.text().lower()
            if word in ("y", "n"):
                self.answer(same=word == "y")
                return True
        return super().eventFilter(watched, event)

    def _parted(self, one: ListedRow) -> None:
        """Neither is the other: theirs is not on ours, and ours not on theirs."""
        others = [row for row in self.rows.values() if row.key != one.key]
        named = any(row.line == one.line and row.group is not Group.THEIRS for row in others)
        met = any(row.child_id == one.child_id for row in others)
        if named:
            del self.rows[one.key]
        else:
            self.rows[one.key] = replace(
                one, group=Group.THEIRS, child_id=None, who="", system_id="", why=NOT_SAME
            )
        if not met and one.child_id in self._ours:
            at = max(self.rows, default=0) + len(self.rows) + 1
            self.rows[at] = ListedRow(at, Group.OURS, child_id=one.child_id, who=one.who,
                                      system_id=one.system_id, why=NOT_SAME)  # fmt: skip

    def _compare(self, read: Callable[[], tuple[Listed, ...]]) -> None:
        readings, ours = self._desk.workspace.read, self._ours

        def work(progress: Progress) -> tuple[ListedRow, ...]:
            progress.report(0, 0, READING)
            listed = read()
            if not listed:
                raise Refusal(NOBODY)
            found: tuple[ListedRow, ...] = readings.compared_lists(
                listed, ours, lambda done, of: progress.report(done, of, COMPARING)
            )
            return found

        self.busy.start(READING, work, self._compared, failed=self._failed)

    def _compared(self, found: tuple[ListedRow, ...]) -> None:
        self.rows = {one.key: one for one in found}
        self.which.set_value("")
        self._show()
        self.table.view.setFocus()
        if found:
            self.table.go_to(self.model.rows[0].key)

    def _show(self) -> None:
        group = self.which.value()
        self.model.set_keep((lambda one: one.group.value == group) if group else None)
        self.model.set_rows(
            sorted(self.rows.values(), key=lambda one: list(Group).index(one.group))
        )
        counts = {one: sum(row.group is one for row in self.rows.values()) for one in Group}
        said = " · ".join(f"{count} {one}" for one, count in counts.items())
        self.told.setText(f"{said}. {KEYS}" if self.rows else "")
        for widget in (self.told, self.showing):
            widget.setVisible(bool(self.rows))

    def _failed(self, error: Failure) -> None:
        if isinstance(error, (Refusal, Trouble)):
            self._desk.notice.answer(self, error)
        else:
            self._desk.notice.say("Stopped. Nothing was compared.")

    def _open(self, key: object) -> None:
        one = self.rows.get(key)  # type: ignore[call-overload]
        if one is not None and one.child_id is not None:
            self.opened.emit(one.child_id)

    @property
    def _today(self) -> date:
        today: date = self._desk.workspace.store.clock.today()
        return today

    def _build(self) -> None:
        self.text.setAccessibleName("The list to compare, a child on each line")
        self.text.setPlaceholderText("Ivy Ashdown 02/04/2011 LCS620625")
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(look.current().metrics(14).height() * 5 + look.current().px(16))
        self.add_button = button("Add as a child", self.add_chosen)
        self.add_button.setEnabled(may(self._desk, "add_record"))
        self.showing = QWidget()
        asking, showing = FlowLayout(gap=8), FlowLayout(self.showing, gap=8)
        for widget in (
            button("Compare", self.compare, "primary", keys="Ctrl+Enter"),
            button("Open a file …", self.open_file),
            button("Back to the tracker", self.leave),
        ):
            asking.addWidget(widget)
        for widget in (
            self.which,
            button("Show ours in the tracker", self.show_in_grid),
            self.add_button,
        ):
            showing.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.heading, self.hint, self.text):
            column.addWidget(widget)
        column.addLayout(asking)
        column.addWidget(self.busy)
        column.addWidget(self.told)
        column.addWidget(self.showing)
        column.addWidget(self.table, 1)
        self.which.set_value("")
        self._show()
        self.which.changed.connect(lambda _group: self._show())
        self.table.opened.connect(self._open)
        self.table.view.installEventFilter(self)


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


COLUMNS = (
    Column[ListedRow]("Standing", lambda one: list(Group).index(one.group),
                      lambda one: _capital(one.group), lambda one: TAGS[one.group], width=20),
    Column[ListedRow]("Their list says", lambda one: one.line, width=30, stretch=True),
    Column[ListedRow]("Born", lambda one: one.born,
                      lambda one: plain_date(one.born) if one.born else "", width=10),
    Column[ListedRow]("Ours", lambda one: one.who, width=20),
    Column[ListedRow]("System id", lambda one: one.system_id, width=10),
    Column[ListedRow]("Why", lambda one: one.why, width=34, stretch=True),
)  # fmt: skip
