"""Actions of cases and improvement actions, priorities, teams, champions, training: tabs."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from models.records.improvements import PriorityRow
from ui.desk import Desk
from ui.pages.actions.champions import Champions
from ui.pages.actions.improvements import Improvements
from ui.pages.actions.teams import Teams
from ui.pages.actions.training import Training
from ui.rows import Column, RowsModel
from ui.widgets.empty import EmptyState
from ui.widgets.table import RowsTable

NAME = "Case actions, improvement actions, priorities, teams, champions, training"
COLUMNS = (
    Column[PriorityRow]("Priority", lambda r: r.label, width=30, stretch=True),
    Column[PriorityRow]("Improvement actions", lambda r: r.improvements, right=True, width=18),
    Column[PriorityRow]("of them overdue", lambda r: r.overdue or None, right=True, width=14),
    Column[PriorityRow]("Case actions", lambda r: r.actions, right=True, width=12),
    Column[PriorityRow]("of them open", lambda r: r.open_actions or None, right=True, width=12),
    Column[PriorityRow]("Themes", lambda r: r.themes, width=26),
)


class ActionViews(QTabWidget):
    """Case actions first; a priority opens its improvement actions."""

    cases_shown = Signal(bool)

    def __init__(self, desk: Desk, cases: QWidget) -> None:
        super().__init__()
        self._desk = desk
        self.improvements = Improvements(desk)
        self.table = RowsTable(
            RowsModel(COLUMNS, lambda row: row.code or "none"),
            "Priorities of the strategy",
            EmptyState("No priorities.", "Settings, Codes: Priorities of the strategy."),
            ("priority", "priorities"),
        )
        self.setDocumentMode(True)
        self.setAccessibleName(NAME)
        self.tabBar().setAccessibleName(NAME)
        self.addTab(cases, "Case actions")
        self.addTab(self.improvements, "Improvement actions")
        self.addTab(self.table, "Priorities")
        self.teams = Teams(desk)
        self.addTab(self.teams, "Teams")
        self.champions, self.training = Champions(desk), Training(desk)
        self.addTab(self.champions, "Champions")
        self.addTab(self.training, "Training")
        self.currentChanged.connect(self._turned)
        self.table.opened.connect(self._open)

    def reload(self) -> None:
        """Read again what is shown beside the case actions."""
        shown = self.currentWidget()
        if shown is self.table:
            self.table.model.set_rows(self.rows())
        elif isinstance(shown, Improvements | Teams | Champions | Training):
            shown.reload()

    def rows(self) -> Sequence[PriorityRow]:
        """What serves each priority."""
        found: Sequence[PriorityRow] = self._desk.workspace.read.priorities()
        return found

    def settle(self) -> bool:
        """Keep what is half-typed."""
        settled = [one.settle() for one in (self.improvements, self.champions, self.training)]
        return all(settled)

    def _turned(self, at: int) -> None:
        self.improvements.only = None
        self.cases_shown.emit(at == 0)
        self.reload()

    def _open(self, key: Hashable) -> None:
        self.setCurrentWidget(self.improvements)
        self.improvements.show_priority("" if key == "none" else str(key))
