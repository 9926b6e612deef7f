"""The import preview: the files, what each was read to say, and what is kept of them."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.services.papers.mending import doubt
from models.services.papers.somebody_else import anothers
from ui import look
from ui.pages.records.papers import kind_words
from ui.pages.referrals.file_view import FileView
from ui.pages.referrals.read_fields import FAIRLY, Mended
from ui.pages.referrals.what_was_read import LEAST_ROOM
from ui.rows import Column, RowsModel
from ui.widgets.buttons import button
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import SoftLabel
from ui.widgets.side_by_side import SideBySide
from ui.widgets.table import RowsTable

NAMED = ("child", "person_of_concern", "location")
Row = tuple[int, Any, str]
"""A file's place, the file, and in a word how it was read."""


def _state(file: Any, mended: Mended) -> str:
    if file.refused is not None:
        return "refused"
    if file.duplicate:
        return "on record already"
    mine = {key[1:]: value for key, value in mended.items() if key[0] == file.file}
    records = tuple(enumerate(file.paper.records))
    if any(
        one.kind in NAMED and not mine.get((at, "name"), one.get("name")) for at, one in records
    ):
        return "nobody is named"
    doubts = sum(
        one.sure < FAIRLY or bool(one.note)
        for at, record in records
        for one in record.fields
        if (at, one.name) not in mine
    )
    kinds = {at: one.kind for at, one in records}
    doubts += sum(bool(doubt(kinds[at], name, said)) for (at, name), said in mine.items())
    return f"{doubts:,} to look at" if doubts else "read"


def _kind(row: Row) -> str:
    word = row[2]
    return {
        "refused": "high",
        "nobody is named": "high",
        "read": "",
        "on record already": "accent",
    }.get(word, "medium")


COLUMNS = (
    Column[Row]("File", lambda row: row[1].file, width=10, stretch=True),
    Column[Row]("Read as", lambda row: kind_words(row[1].kind), width=22),
    Column[Row]("State", lambda row: row[2], kind=_kind, width=14),
)


class Preview(QWidget):
    """Nothing is written until it is kept; `kept` carries the files and what was mended.

    `other_kind` carries the place of a file and what kind of paper a person says it is.
    """

    kept = Signal(object, object)
    other_kind = Signal(int, str)
    discarded = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._files: dict[int, Any] = {}
        self.mended: dict[tuple[str, int, str], Any] = {}
        self.model: RowsModel[Row] = RowsModel(COLUMNS, lambda row: row[0])
        self.table = RowsTable(self.model, "Files of this import", noun=("file", "files"))
        self.view = FileView()
        self.keep_all = button("Keep all", self._keep_all, "primary")
        self.keep_some = button("Keep selected", self._keep_some)
        self._build()
        self._fit()

    @property
    def files(self) -> tuple[Any, ...]:
        """The files shown."""
        return tuple(self._files.values())

    def show_files(self, files: Sequence[Any]) -> None:
        """Show what was read; a refused file, if any, is stood on. Mendings of these files stay."""
        names = {file.file for file in files}
        self.mended = {key: value for key, value in self.mended.items() if key[0] in names}
        self._show_list(files)
        refused = (at for at, file in self._files.items() if file.refused is not None)
        self._stand_on(next(refused, 0))

    def _show_list(self, files: Sequence[Any]) -> None:
        blocked = self.table.blockSignals(True)
        self._files = dict(enumerate(files))
        self._show_states()
        usable = sum(file.refused is None and not file.duplicate for file in files)
        self.keep_all.setText(
            f"Keep all {usable:,}" if usable > 1 else "Keep it" if usable else "Nothing new to keep"
        )
        self.keep_all.setEnabled(bool(usable))
        self.table.blockSignals(blocked)

    def _show_states(self) -> None:
        rows = [(at, file, _state(file, self.mended)) for at, file in self._files.items()]
        self.model.set_rows(rows)

    def _stand_on(self, place: int) -> None:
        """Choose a file and show it, once."""
        blocked = self.table.blockSignals(True)
        self.table.go_to(place)
        self.table.blockSignals(blocked)
        self._show(place)

    def _build(self) -> None:
        said = "Nothing is written yet. Keeping is one step, and can be taken back."
        flow = FlowLayout(gap=8)
        for widget in (self.keep_all, self.keep_some, button("Discard", self.discarded.emit)):
            flow.addWidget(widget)
        flow.addWidget(SoftLabel(said))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(flow)
        column.addWidget(SideBySide(self.table, self.view, 0.42), 1)
        self.table.chosen.connect(self._show)
        self.view.mended.connect(self._mend)
        self.view.other_kind.connect(self._say_kind)

    def _fit(self) -> None:
        """A file of the list stays in sight, however much its own part asks for."""
        self.table.setMinimumHeight(look.current().px(LEAST_ROOM))

    def show_again(self, files: Sequence[Any], place: int) -> None:
        """Show files of which one was read anew; what was mended in that one no longer counts."""
        name = files[place].file
        self.mended = {key: value for key, value in self.mended.items() if key[0] != name}
        self._show_list(files)
        self._stand_on(place)

    def _say_kind(self, kind: str) -> None:
        key = self.table.current_key()
        if key in self._files:
            self.other_kind.emit(key, kind)

    def _show(self, key: Any) -> None:
        if key in self._files:
            self.view.show_file(self._files[key], self.mended)
        count = len(self.table.chosen_keys())
        self.keep_some.setEnabled(bool(count))

    def _mend(self, place: int, name: str, text: str) -> None:
        key = self.table.current_key()
        if key in self._files:
            file = self._files[key]
            self.mended[(file.file, place, name)] = text or None
            if not text and all(one.name != name for one in file.paper.records[place].fields):
                del self.mended[(file.file, place, name)]
            if name == "name":
                for each in anothers(file.paper.records[place], text):
                    self.mended.setdefault((file.file, place, each), None)
            self._show_states()
            self.view.show_file(file, self.mended)

    def _keep_all(self) -> None:
        self._keep(tuple(self._files.values()))

    def _keep_some(self) -> None:
        self._keep(tuple(self._files[key] for key in self.table.chosen_keys()))

    def _keep(self, files: Sequence[Any]) -> None:
        names = {file.file for file in files}
        mine = {key: value for key, value in self.mended.items() if key[0] in names}
        self.kept.emit(tuple(files), mine)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fit()
        super().changeEvent(event)
