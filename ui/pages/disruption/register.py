"""The register of measures: in force, expiring, breached, considered but not pursued."""

from collections.abc import Callable, Hashable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.records.outcomes import MeasureRow
from ui.desk import Desk
from ui.pages.disruption.measure_panel import MeasurePanel
from ui.pages.disruption.named import NamedCard
from ui.pages.disruption.words import standing_kind
from ui.rows import Column, RowsModel
from ui.widgets.combo import Combo
from ui.widgets.empty import EmptyState
from ui.widgets.side_by_side import SideBySide
from ui.widgets.table import RowsTable

FILTERS: dict[str, tuple[str, Callable[[MeasureRow], bool]]] = {
    "all": ("All measures", lambda row: True),
    "in force": ("In force", lambda row: "in force" in row.stands),
    "expiring": ("Expiring in 30 days", lambda row: "expiring" in row.stands),
    "breached": ("Breached", lambda row: "breached" in row.stands),
    "waiting": ("Agreed, considered or applied for", lambda row: "waiting" in row.stands),
    "overdue": ("Overdue", lambda row: "overdue" in row.stands),
    "not pursued": ("Considered, not pursued", lambda row: "not pursued" in row.stands),
    "ended": ("Ended", lambda row: "expired" in row.stands),
}
COLUMNS = (
    Column[MeasureRow]("Measure", lambda r: r.name, width=22, stretch=True),
    Column[MeasureRow]("Against", lambda r: r.against, width=15),
    Column[MeasureRow]("Standing", lambda r: r.standing, kind=standing_kind, width=22),
    Column[MeasureRow]("Lead", lambda r: r.lead, width=13),
    Column[MeasureRow]("Due", lambda r: r.due_on, width=11),
    Column[MeasureRow]("Plan", lambda r: r.plan_reference, width=6, spare=True),
    Column[MeasureRow]("Breach or reason", lambda r: r.came_of, width=20),
    Column[MeasureRow]("Legal basis", lambda r: r.legal_basis, width=20, spare=True),
)


class Register(QWidget):
    """Every measure with its standing; the chosen one's state changed beside it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.which = Combo(_counted(()), "Which measures")
        self.which.setMinimumContentsLength(32)
        self.which.set_value("all")
        self.table = RowsTable(
            RowsModel(COLUMNS, lambda row: row.id),
            "Register of measures",
            EmptyState(
                "No measures yet.",
                "They are added to a plan, recorded in the meeting, or named by an action.",
            ),
            ("measure", "measures"),
        )
        self.panel, self.named = MeasurePanel(desk), NamedCard(desk)
        self.side = SideBySide(self.table, self.panel, 0.66)
        self._rows: tuple[MeasureRow, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.named)
        column.addWidget(self.which, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.side, 1)
        self.which.changed.connect(self._filter)
        self.table.chosen.connect(self._choose)

    def show_measures(self, rows: Sequence[MeasureRow]) -> None:
        """Show these measures."""
        self._rows = tuple(rows)
        kept = self.which.value()
        self.which.set_choices(_counted(rows))
        self.which.set_value(kept)
        self.table.model.set_rows(rows)
        self._choose(self.table.current_key())

    def go_to(self, measure_id: Hashable) -> None:
        """Go to one measure, among all of them."""
        self.choose_filter("all")
        self.table.go_to(measure_id)

    def choose_filter(self, key: str) -> None:
        """Show only measures of one kind; an unknown key shows all."""
        self.which.set_value(key if key in FILTERS else "all")
        self._filter()

    def _filter(self, _value: object = None) -> None:
        self.table.model.set_keep(FILTERS.get(str(self.which.value()), FILTERS["all"])[1])

    def _choose(self, key: Hashable | None) -> None:
        row = next((row for row in self._rows if row.id == key), None)
        self.panel.show_measure(row)
        self.side.show_second(row is not None)


def _counted(rows: Sequence[MeasureRow]) -> list[tuple[object, str]]:
    """The filters, each with how many it holds."""
    return [
        (key, f"{words} ({sum(keep(row) for row in rows):,})")
        for key, (words, keep) in FILTERS.items()
    ]
