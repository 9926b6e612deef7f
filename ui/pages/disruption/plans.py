"""Disruption plans and the one chosen: its texts, whom it protects, its measures and actions."""

from collections.abc import Hashable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.records.outcomes import MeasureRow, PlanRecord
from models.rules.names import initials
from ui.desk import Desk
from ui.pages.records.editing import RecordForm
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field, may, words_of
from ui.pages.records.picker import SubjectPicker
from ui.rows import Column, RowsModel
from ui.widgets.buttons import button
from ui.widgets.card import Card, CardList
from ui.widgets.dates import plain_date
from ui.widgets.empty import EmptyState
from ui.widgets.go_line import GoLine
from ui.widgets.labels import SoftLabel, Words
from ui.widgets.side_by_side import SideBySide
from ui.widgets.table import RowsTable

KINDS = {
    "child": "child",
    "person_of_concern": "person",
    "location": "place",
    "group": "group",
    "theme": "theme",
}
COLUMNS = (
    Column[PlanRecord]("Ref", lambda p: p.reference, width=6),
    Column[PlanRecord]("Against or around", lambda p: p.subject, width=18, stretch=True),
    Column[PlanRecord]("Kind", lambda p: KINDS.get(p.subject_kind, p.subject_kind), width=8),
    Column[PlanRecord]("Measures", lambda p: len(p.measures), right=True, width=8),
    Column[PlanRecord]("Review", lambda p: p.review_on, width=11),
    Column[PlanRecord]("State", lambda p: "closed" if p.closed_on else "open", width=8),
)
CLOSING = (
    Field("outcome", "What it achieved", "choice", words_of("disruption_outcomes")),
    Field("displacement", "Where harm may have moved", "long"),
)


class Plans(SideBySide):
    """The plans at the left, the chosen one beside them."""

    measure_wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        self.table = RowsTable(
            RowsModel(COLUMNS, lambda plan: plan.id),
            "Disruption plans",
            EmptyState(
                "No disruption plans yet.",
                "A measure recorded against a person, place or group in a meeting opens one.",
            ),
            ("plan", "plans"),
        )
        self.panel = PlanPanel(desk)
        self._plans: tuple[PlanRecord, ...] = ()
        super().__init__(self.table, self.panel, 0.44)
        self.panel.measure_wanted.connect(self.measure_wanted.emit)
        self.table.chosen.connect(self._choose)

    def show_plans(self, plans: Sequence[PlanRecord]) -> None:
        """Show these plans, the chosen one still beside them."""
        self._plans = tuple(plans)
        self.table.model.set_rows(plans)
        if self.table.current_key() is None and plans:
            self.table.go_to(plans[0].id)
        self._choose(self.table.current_key())

    def go_to(self, plan_id: Hashable) -> bool:
        """Go to one plan."""
        return self.table.go_to(plan_id)

    def settle(self) -> bool:
        """Keep what is half-typed."""
        return self.panel.settle()

    def _choose(self, key: Hashable | None) -> None:
        self.panel.show_plan(next((one for one in self._plans if one.id == key), None))


class PlanPanel(QWidget):
    """One plan; each text is kept by itself."""

    measure_wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.plan: PlanRecord | None = None
        self._editable = may(desk, "record_measure")
        self.head, self.lists = Card("", large=True), QVBoxLayout()
        self.form = RecordForm("Plan", self._fields(), desk, self._change, editable=self._editable)
        self.protects = Card("Protects")
        self._children = Words()
        self.picker = SubjectPicker(self._find_children, "Add a child protected")
        self.texts, self._measures = Card("The plan"), QVBoxLayout()
        self.actions, self._actions = Card("Actions against this subject"), QVBoxLayout()
        self.closing = EntryCard("Close this plan", CLOSING, desk, self._close, "Close the plan")
        self.close_button = button("Close this plan", self.closing.ask, "quiet")
        self._build()

    def show_plan(self, plan: PlanRecord | None) -> None:
        """Show a plan, or nothing."""
        self.plan = plan
        self.cards.setVisible(plan is not None)
        if plan is None:
            return
        started = f"since {plain_date(plan.started_on)}" if plan.started_on else ""
        state = f"closed {plain_date(plan.closed_on)}" if plan.closed_on else "open"
        soft = " · ".join(
            part for part in (plan.reference, plan.lead_agency or "", started) if part
        )
        self.head.say(plan.subject, soft, state)
        self.form.show_values(f"plan {plan.id}", _values(plan, self._desk))
        self._show_children(plan)
        self._fill(self._measures, [self._measure(one) for one in plan.measures], "No measures.")
        lines = [
            Words(f"{one.reference}  {one.text} · {one.owner or 'no owner'} · {one.standing}")
            for one in plan.actions
        ]
        self._fill(self._actions, lines, "")
        self.actions.setVisible(bool(lines))
        open_plan = plan.closed_on is None and self._editable
        self.close_button.setVisible(open_plan)
        self.picker.setVisible(open_plan)

    def settle(self) -> bool:
        """Keep what is half-typed."""
        return self.plan is None or self.form.settle()

    def _change(self, field: str, value: Any, seen: Any) -> None:
        if self.plan is not None:
            self._desk.workspace.disruption.change_plan(self.plan.id, field, value, seen)

    def _close(self, values: dict[str, Any]) -> None:
        if self.plan is not None:
            self._desk.workspace.disruption.close_plan(
                self.plan.id, values.get("outcome") or "", values.get("displacement")
            )

    def _protect(self, child_id: object) -> None:
        if child_id is not None and self.plan is not None:
            protect = self._desk.workspace.disruption.protect
            self._desk.attempt(self, protect, self.plan.id, child_id)
            self.picker.choose(None)

    def _find_children(self, words: str) -> Sequence[Any]:
        found = self._desk.workspace.read.find(words)
        return [row for row in found if row.kind == "child"]

    def _show_children(self, plan: PlanRecord) -> None:
        said = [
            ", ".join(part for part in (initials(name), reference) if part)
            for _, name, reference in plan.children
        ]
        self._children.setText("; ".join(said) or "No child is named yet.")

    def _measure(self, one: MeasureRow) -> QWidget:
        soft = " · ".join(part for part in (one.lead or "no lead", one.legal_basis or "") if part)
        line = GoLine(one.name, soft, one.standing, standing_kind(one))
        line.clicked.connect(partial(self.measure_wanted.emit, one.id))
        return line

    def _fill(self, column: QVBoxLayout, widgets: Sequence[QWidget], empty: str) -> None:
        while (item := column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for widget in widgets or ([SoftLabel(empty)] if empty else []):
            column.addWidget(widget)

    def _fields(self) -> tuple[Field, ...]:
        agencies = tuple((one.id, one.name) for one in self._desk.workspace.read.agencies())
        return (
            Field("objective", "Objective", "long"),
            Field("strand", "Strand", "choice", words_of("disruption_strands")),
            Field("lead_agency_id", "Lead agency", "pick", agencies),
            Field("lead_name", "Lead"),
            Field("review_on", "Review", "due"),
            Field("risks", "Risks and how they are met", "long"),
            Field("intelligence_gaps", "What is not known yet", "long"),
            Field("family_views", "Views of the family", "long"),
            Field("family_can_do", "What the family can do", "long"),
            Field("community_impact", "Impact on the community", "long"),
            Field("communications_line", "What may be said in public", "long"),
        )

    def _build(self) -> None:
        self.head.body.addLayout(self._measures)
        self.texts.add(self.form)
        self.protects.add(self._children)
        self.protects.add(self.picker)
        self.actions.body.addLayout(self._actions)
        self.cards = CardList("The chosen plan")
        for card in (self.head, self.protects, self.actions, self.texts, self.closing):
            self.cards.add(card)
        self.closing.hide()
        self.head.add_to_head(self.close_button)
        self.picker.changed.connect(self._protect)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.cards, 1, Qt.AlignmentFlag(0))


def standing_kind(one: MeasureRow) -> str:
    """The tint of a measure's standing; the words carry the meaning."""
    if one.breaches or one.status == "breached" or "overdue" in one.standing:
        return "high"
    if "expire" in one.standing:
        return "medium"
    return "low" if one.standing.startswith("in force") else "plain"


def _values(plan: PlanRecord, desk: Desk) -> dict[str, Any]:
    agencies = desk.workspace.read.agencies()
    lead = next((one.id for one in agencies if one.name == plan.lead_agency), None)
    return {
        "objective": plan.objective,
        "strand": plan.strand,
        "lead_agency_id": lead,
        "lead_name": plan.lead,
        "review_on": plan.review_on,
        "risks": plan.risks,
        "intelligence_gaps": plan.intelligence_gaps,
        "family_views": plan.family_views,
        "family_can_do": plan.family_can_do,
        "community_impact": plan.community_impact,
        "communications_line": plan.communications_line,
    }
