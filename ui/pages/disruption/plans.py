"""Disruption plans, as a list, by strand or by VOLT, with the chosen one beside them."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from models.errors import Refusal
from models.records.outcomes import PlanRecord
from ui.desk import Desk
from ui.pages.disruption.arranged import ARRANGEMENTS, LIST, arranged, pressing, standing_of
from ui.pages.disruption.opening import OpeningPlan
from ui.pages.disruption.plan_panel import PlanPanel
from ui.pages.disruption.words import KINDS
from ui.pages.records.permitted import may
from ui.rows import Column, RowsModel
from ui.widgets.asked_in_place import AskedInPlace
from ui.widgets.buttons import button
from ui.widgets.combo import Combo
from ui.widgets.empty import EmptyState
from ui.widgets.row_list import RowList
from ui.widgets.side_by_side import SideBySide
from ui.widgets.table import RowsTable

COLUMNS = (
    Column[PlanRecord]("Ref", lambda p: p.reference, width=6),
    Column[PlanRecord]("Against or around", lambda p: p.subject, width=20, stretch=True),
    Column[PlanRecord]("Kind", lambda p: KINDS.get(p.subject_kind, p.subject_kind), width=7),
    Column[PlanRecord]("Strand", lambda p: p.strand, width=8),
    Column[PlanRecord]("Standing", lambda p: standing_of(p), kind=pressing, width=11),
    Column[PlanRecord]("Review", lambda p: p.review_on, width=11),
)


class Plans(SideBySide):
    """The plans at the left, the chosen one beside them."""

    measure_wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.how = Combo(ARRANGEMENTS, "How plans are arranged")
        self.how.set_value(LIST)
        self.table = RowsTable(
            RowsModel(COLUMNS, lambda plan: plan.id),
            "Disruption plans",
            EmptyState(
                "No disruption plans yet.",
                "Open one here, or record a measure against a person, place or group in a meeting.",
            ),
            ("plan", "plans"),
        )
        self.board = RowList("Disruption plans, arranged")
        self.panel, self.opening = PlanPanel(desk), OpeningPlan(desk)
        self._plans: tuple[PlanRecord, ...] = ()
        self._chosen: Hashable | None = None
        super().__init__(self._left(), self.panel, 0.5)
        self.panel.measure_wanted.connect(self.measure_wanted.emit)
        self.table.chosen.connect(self._choose)
        self.board.chosen.connect(self._choose)
        self.how.changed.connect(self._arrange)
        self.opening.closed.connect(self._go_to_opened)

    def show_plans(self, plans: Sequence[PlanRecord]) -> None:
        """Show these plans, the chosen one still beside them."""
        self._plans = tuple(plans)
        self.table.model.set_rows(plans)
        if self._chosen not in {one.id for one in plans}:
            self._chosen = plans[0].id if plans else None
        self._arrange()
        self._choose(self._chosen)

    def go_to(self, plan_id: Hashable) -> bool:
        """Go to one plan."""
        self._choose(plan_id)
        self.board.go_to(plan_id)
        return self.table.go_to(plan_id)

    def settle(self) -> bool:
        """Keep what is half-typed."""
        return self.panel.settle()

    def open_plan(self) -> None:
        """Ask for a new plan, where the list is until it is answered."""
        self.opening.begin()

    def _go_to_opened(self) -> None:
        """What was just opened is the plan that every key is about from now on."""
        opened, self.opening.opened = self.opening.opened, None
        if opened is not None:
            self.show_plans(self._desk.workspace.read.plans())
            self.go_to(opened)
            self.stand()

    def stand(self) -> None:
        """Put the keyboard on the plans, however they are arranged."""
        listed = self.how.value() in (None, LIST)
        (self.table.view if listed else self.board).setFocus(Qt.FocusReason.OtherFocusReason)

    def arrange(self, how: str) -> None:
        """Arrange the plans as a list, by strand or by VOLT."""
        self.how.set_value(how)
        self._arrange()

    def _arrange(self, _how: object = None) -> None:
        listed = self.how.value() in (None, LIST)
        self._stack.setCurrentIndex(0 if listed else 1)
        if not listed:
            self.board.show_lines(arranged(self._plans, str(self.how.value())))
            self.board.go_to(self._chosen)
        elif self._chosen is not None:
            self.table.go_to(self._chosen)

    def _choose(self, key: Hashable | None) -> None:
        self._chosen = key
        known = any(one.id == key for one in self._plans)
        if not known:
            self.panel.show_plan(None)
            return
        try:
            self.panel.show_plan(self._desk.workspace.read.plan(key))
        except Refusal:
            self.panel.show_plan(None)

    def _left(self) -> QWidget:
        left, stacked = QWidget(), QWidget()
        self._stack = QStackedLayout(stacked)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.board)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.how, 1)
        open_button = button("Open a plan", self.open_plan, keys="Ctrl+N")
        open_button.setVisible(may(self._desk, "record_measure"))
        row.addWidget(open_button)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(AskedInPlace(self.opening, stacked, "A new plan"), 1)
        return left
