"""What happens at a place: what stands out, who is met there, when, and every time it is named."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.records.incidents import AtPlace, Incident
from models.rules.at_place import standing_out
from models.rules.times_of_week import week_words
from ui.desk import Desk
from ui.pages.people.places.week_grid import WeekGrid
from ui.pages.records.picker import KINDS
from ui.rows import Column, RowsModel
from ui.widgets.empty import EmptyState
from ui.widgets.flow import Chips
from ui.widgets.labels import SoftLabel
from ui.widgets.side_by_side import SideBySide
from ui.widgets.table import RowsTable

HOURS = "An episode counts at the hour the child was found there, else was missed."
MET = (
    Column[AtPlace]("Who", lambda one: one.label, width=22, stretch=True),
    Column[AtPlace]("Kind", lambda one: KINDS.get(one.kind, one.kind), width=17, spare=True),
    Column[AtPlace]("Link", lambda one: one.linked, width=16),
    Column[AtPlace]("Named", lambda one: one.times or None, width=6, right=True),
    Column[AtPlace]("Last", lambda one: one.last, width=11),
)
NAMED = (
    Column[Incident]("Day", lambda one: one.day, width=11),
    Column[Incident]("Hour", lambda one: f"{one.at:%H:%M}" if one.at else "", width=6),
    Column[Incident]("From", lambda one: one.kind.value.capitalize(), width=16),
    Column[Incident]("About", lambda one: one.subject_label, width=20),
    Column[Incident]("What is said", lambda one: one.text, width=16, stretch=True),
)


class AtPlaceView(QWidget):
    """The figures of one place; `opened` carries kind and id of who is met there."""

    opened = Signal(str, int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.tags = Chips(name="What stands out")
        self.grid, self.words = WeekGrid(), SoftLabel()
        self.met: RowsModel[AtPlace] = RowsModel(MET, lambda one: one.id)
        nobody = EmptyState("Nobody is linked to this place.", "Link children and persons to it.")
        self.met_table = RowsTable(self.met, "Who is met there", nobody, ("person", "people"))
        self.named: RowsModel[Incident] = RowsModel(NAMED, lambda one: (one.kind, one.row_id))
        never = EmptyState("No episode, interview or line names this place.",
                           "Another name for it may be how people write it.")  # fmt: skip
        self.named_table = RowsTable(self.named, "Every time it is named", never, ("time", "times"))
        self._build()

    def show_place(self, place_id: int) -> None:
        """Read a place's figures and show them."""
        workspace = self._desk.workspace
        found = workspace.read.place_figures(place_id)
        self.tags.show_tags(standing_out(found, workspace.store.clock.today()))
        self.grid.show_week(found.week, found.without_time)
        self.words.setText(f"{week_words(found.week, found.without_time)} {HOURS}")
        self.met.set_rows((*found.children, *found.persons))
        self.named.set_rows(found.incidents)

    def _build(self) -> None:
        left = QWidget()
        inside = QVBoxLayout(left)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(self.grid)
        inside.addWidget(self.words)
        inside.addWidget(self.met_table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.tags)
        column.addWidget(SideBySide(left, self.named_table, 0.44), 1)
        self.met_table.opened.connect(self._open_met)
        self.named_table.opened.connect(self._open_named)

    def _open_met(self, key: object) -> None:
        one = self.met.row_with(key)
        if one is not None:
            self.opened.emit(one.kind, one.id)

    def _open_named(self, key: object) -> None:
        one = self.named.row_with(key)
        if one is not None and one.subject_id is not None:
            self.opened.emit(one.subject_kind, one.subject_id)
