"""Actions of cases and improvement actions, priorities, teams, champions, training: tabs."""

from collections.abc import Callable, Hashable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from models.records.improvements import PriorityRow
from ui.desk import Desk
from ui.pages.actions.champions import Champions
from ui.pages.actions.improvements import Improvements
from ui.pages.actions.teams import Teams
from ui.pages.actions.training import Training
from ui.rows import Column, RowsModel
from ui.widgets.buttons import button
from ui.widgets.empty import EmptyState
from ui.widgets.flow import in_a_row
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
    """Case actions first; a priority opens what serves it.

    `cases_wanted` carries a priority whose case actions are to be shown.
    """

    cases_shown = Signal(bool)
    cases_wanted = Signal(str)

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
        self.to_improvements, self.to_cases = (
            button(f"Its {what} actions", partial(self._go, show))
            for what, show in (("improvement", self._show_improvements), ("case", self._show_cases))
        )
        self.priorities = QWidget()
        column = QVBoxLayout(self.priorities)
        column.setContentsMargins(0, 6, 0, 0)
        column.addWidget(in_a_row((self.to_improvements, self.to_cases)))
        column.addWidget(self.table, 1)
        self.addTab(self.priorities, "Priorities")
        self.teams = Teams(desk)
        self.addTab(self.teams, "Teams")
        self.champions, self.training = Champions(desk), Training(desk)
        self.addTab(self.champions, "Champions")
        self.addTab(self.training, "Training")
        self.currentChanged.connect(self._turned)
        self.table.opened.connect(self._open)
        self.table.chosen.connect(lambda _key: self._offer())

    def reload(self) -> None:
        """Read again what is shown beside the case actions."""
        shown = self.currentWidget()
        if shown is self.priorities:
            self.table.model.set_rows(self.rows())
            self._offer()
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
        """What serves a priority: its improvement actions where it has any, else its cases'."""
        row = self.table.model.row_with(key)
        if row is not None and row.actions and not row.improvements:
            self._show_cases(row.code)
        elif row is not None:
            self._show_improvements(row.code)

    def _chosen(self) -> PriorityRow | None:
        row: PriorityRow | None = self.table.model.row_with(self.table.current_key())
        return row

    def _offer(self) -> None:
        row = self._chosen()
        self.to_improvements.setEnabled(row is not None)
        self.to_cases.setEnabled(row is not None and row.actions > 0)

    def _show_improvements(self, code: str) -> None:
        self.setCurrentWidget(self.improvements)
        self.improvements.show_priority(code)

    def _show_cases(self, code: str) -> None:
        self.setCurrentIndex(0)
        self.cases_wanted.emit(code)

    def _go(self, show: Callable[[str], None]) -> None:
        row = self._chosen()
        if row is not None:
            show(row.code)
