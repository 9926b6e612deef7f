"""The papers kept with a record, and reading one inside the program."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from models.intake.opening import open_paper
from models.records.papers import PaperRow
from ui.desk import Desk
from ui.pages.records.paper_text import PaperText
from ui.rows import Column, RowsModel
from ui.widgets.banner import Banner
from ui.widgets.buttons import button
from ui.widgets.empty import EmptyState
from ui.widgets.labels import StrongLabel
from ui.widgets.table import RowsTable

KINDS = {
    "child": "Child referral",
    "person_of_concern": "Nomination of a person",
    "location": "Nomination of a place",
    "group": "Nomination of a group",
    "theme": "Theme",
    "tracker": "Tracker",
    "return": "Agency return",
    "members": "Members",
    "persons": "Register of persons",
    "missing": "Missing episodes",
    "actions": "Action log",
    "reply": "Reply to a recommendation",
    "assessment": "Risk assessment",
    "update": "Update",
    "intelligence": "Intelligence",
}


NO_FORM = {"unknown": "Not recognised", "message": "E-mail"}


def kind_words(kind: str) -> str:
    """What kind of paper it is, in words."""
    return KINDS.get(kind) or NO_FORM.get(kind) or kind.replace("_", " ")


def _sent(row: PaperRow) -> str:
    at = f", {row.sent_at:%d/%m/%Y %H:%M}" if row.sent_at is not None else ""
    return f"{row.sender}{at}" if row.sender else ""


def _removed(row: PaperRow) -> str:
    count = row.lines_removed
    return f"{count} not shared, taken out" if count else ""


COLUMNS = (
    Column[PaperRow]("Paper", lambda one: one.name, width=30, stretch=True),
    Column[PaperRow]("Kind", lambda one: kind_words(one.kind), width=22),
    Column[PaperRow]("Received", lambda one: one.received_at, width=18),
    Column[PaperRow]("Sent by", _sent, width=30),
    Column[PaperRow]("Lines", _removed, width=24),
)


class PaperReader(QWidget):
    """One kept paper as text, with the way back."""

    def __init__(self, desk: Desk, back: Any) -> None:
        super().__init__()
        self._desk = desk
        self.title, self.note, self.text = StrongLabel(), Banner("", "medium"), PaperText()
        row = QHBoxLayout()
        row.addWidget(self.title, 1)
        self.back = button("Back", back)
        row.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.note)
        column.addWidget(self.text, 1)

    def open(self, paper_id: int, name: str, removed: int = 0) -> bool:
        """Read a kept paper into view; False where it may not be read."""
        return self._desk.attempt(self, self._open, paper_id, name, removed)

    def _open(self, paper_id: int, name: str, removed: int) -> None:
        content = open_paper(name, self._desk.workspace.papers.content(paper_id))
        self.title.setText(name)
        lines = f"{removed} line{'' if removed == 1 else 's'}"
        said = f"{lines} that an agency does not share were taken out of this copy."
        self.note.say(said if removed else "")
        self.text.show_content(content)
        self.text.setFocus()


class Papers(QStackedWidget):
    """The list of a record's papers, and the one that is being read."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._shown: dict[int, PaperRow] = {}
        self.model: RowsModel[PaperRow] = RowsModel(COLUMNS, lambda one: one.id)
        empty = EmptyState("No papers.", "Papers come in on Referrals: Ctrl+O there.")
        self.table = RowsTable(self.model, "Papers", empty, ("paper", "papers"))
        self.reader = PaperReader(desk, self.show_list)
        self.addWidget(self.table)
        self.addWidget(self.reader)
        self.table.opened.connect(self._open)

    def show_papers(self, papers: Sequence[PaperRow]) -> None:
        """Show the papers of a record."""
        if [one.id for one in papers] != list(self._shown):
            self.setCurrentWidget(self.table)
        self._shown = {one.id: one for one in papers}
        self.model.set_rows(tuple(papers))

    def show_list(self) -> None:
        """Go back to the list."""
        self.setCurrentWidget(self.table)
        self.table.view.setFocus()

    def _open(self, key: Any) -> None:
        one = self._shown.get(key)
        if one is not None and self.reader.open(one.id, one.name, one.lines_removed):
            self.setCurrentWidget(self.reader)
