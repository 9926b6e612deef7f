"""The lists of persons of concern, places, groups, themes and things, one at a time."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from models.records.subjects import SubjectRow
from ui.desk import Desk
from ui.pages.people.duplicates import Duplicates
from ui.pages.people.named import NamedList
from ui.pages.people.new_links import NewLinksList
from ui.pages.people.places.map_page import MapPage
from ui.pages.people.times import TimesView
from ui.pages.people.unlisted import UnlistedList
from ui.pages.records.picker import KINDS
from ui.rows import Column, RowsModel
from ui.widgets.empty import EmptyState
from ui.widgets.shown_stack import ShownStack
from ui.widgets.steps import StepTabs
from ui.widgets.table import RowsTable

LISTS = ("Persons of concern", "Places", "Groups", "Themes", "Vehicles, phones, accounts",
         "Duplicates", "New links", "Named in papers", "The unlisted",
         "Time lines", "Map")  # fmt: skip
NOUNS = (("person", "people"), ("place", "places"), ("group", "groups"), ("theme", "themes"),
         ("thing", "things"))  # fmt: skip
PERSONS = 0
MATCHES, NEW_LINKS, NAMED, UNLISTED, TIMES, MAP = 5, 6, 7, 8, 9, 10

COLUMNS = (
    Column[SubjectRow]("Name", lambda one: one.label, width=28, stretch=True),
    Column[SubjectRow]("Known as", lambda one: one.aliases, width=26),
    Column[SubjectRow]("What", lambda one: one.detail, width=32),
    Column[SubjectRow]("Lacks", lambda one: ", ".join(one.missing), width=34, spare=True),
    Column[SubjectRow]("Review", lambda one: one.review_on, width=12),
    Column[SubjectRow]("Kind", lambda one: KINDS.get(one.kind, one.kind), width=16),
    Column[SubjectRow]("Reference", lambda one: one.reference or "", width=11),
)


class Lists(QWidget):
    """Tabs over one table, and the questions of sameness; `opened` carries a record's id."""

    opened = Signal(object)
    record_wanted = Signal(str, int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.tabs = StepTabs(LISTS, "Lists")
        self.model: RowsModel[SubjectRow] = RowsModel(COLUMNS, lambda one: one.id)
        self.empty = EmptyState("Nothing here yet.", "Papers bring them in, or add one: Ctrl+N.")
        self.table = RowsTable(self.model, "People and places", self.empty, NOUNS[0])
        self.matches, self.stack = Duplicates(desk), ShownStack()
        self.closed = QCheckBox()
        self.closed.clicked.connect(lambda _checked: self.reload())
        self.closed.setAccessibleName("Show removed and closed records")
        self.stack.addWidget(self._with_closed())
        self.stack.addWidget(self.matches)
        self.named, self.unlisted = NamedList(desk), UnlistedList(desk)
        self.times = TimesView(desk)
        self.others: dict[int, NewLinksList | NamedList | UnlistedList | TimesView | MapPage] = {
            NEW_LINKS: NewLinksList(desk), NAMED: self.named, UNLISTED: self.unlisted,
            TIMES: self.times, MAP: MapPage(desk),
        }  # fmt: skip
        """By their place, the lists that are read and shown in a way of their own."""
        for other in self.others.values():
            self.stack.addWidget(other)
            other.opened.connect(self.record_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.tabs)
        column.addWidget(self.stack, 1)
        self.tabs.chosen.connect(lambda _at: self._turn())
        self.table.opened.connect(self.opened)
        self.matches.opened.connect(self.record_wanted)

    def reload(self) -> None:
        """Read the list shown again."""
        at = self.tabs.current
        if at == MATCHES:
            self.stack.setCurrentWidget(self.matches)
            self.matches.reload()
            return
        if other := self.others.get(at):
            other.reload()
            self.stack.setCurrentWidget(other)
            return
        self.table.noun = NOUNS[at]
        self.empty.say(f"No {NOUNS[at][1]} yet.", "Papers bring them in, or add one: Ctrl+N.")
        rows = self._read(at)()
        closed = sum(one.closed for one in rows)
        self.closed.setText(f"Show {closed:,} removed or closed")
        self.closed.setVisible(bool(closed))
        shown = rows if self.closed.isChecked() else [one for one in rows if not one.closed]
        self.model.set_rows(shown)
        self._keep_back(shown)
        self.table.count.setText(_count(self.model.total, NOUNS[at]))
        self.stack.setCurrentIndex(0)

    def _keep_back(self, shown: Sequence[SubjectRow]) -> None:
        """Show no column of which no row of this list says anything, nor the one kind of all."""
        one_kind = len({one.kind for one in shown}) == 1
        for at, column in enumerate(COLUMNS[1:], 1):
            said = any(column.written(one) for one in shown)
            told = not one_kind if column.title == "Kind" else said
            self.table.view.setColumnHidden(at, not told)

    def asking(self) -> QWidget | None:
        """The list shown, where it asks a person for answers."""
        at = self.tabs.current
        return self.matches if at == MATCHES else self.others.get(at)

    def _with_closed(self) -> QWidget:
        """The table, under the box that shows those who have left the list."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.closed)
        column.addWidget(self.table, 1)
        return holder

    def _read(self, at: int) -> Callable[[], Sequence[Any]]:
        read = self._desk.workspace.read
        return (read.people, read.places, read.groups, read.themes, read.things)[at]

    def _turn(self) -> None:
        self.table.filter.clear()
        self.reload()


def _count(total: int, noun: tuple[str, str]) -> str:
    return f"{total:,} {noun[0] if total == 1 else noun[1]}"
