"""The chosen plan: whom it protects, its measures and actions, its texts, how it was closed."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.marks import Sharing
from models.records.outcomes import MeasureRow, PlanRecord
from ui.desk import Desk
from ui.pages.disruption.adding_action import AddingAction
from ui.pages.disruption.adding_measure import AddingMeasure
from ui.pages.disruption.effect_card import DisplacedCard, EffectCard
from ui.pages.disruption.words import begun_with, standing_kind
from ui.pages.records.choices import SHARINGS
from ui.pages.records.editing import RecordForm
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field, words_of
from ui.pages.records.permitted import may
from ui.widgets.buttons import button
from ui.widgets.card import Card, CardList
from ui.widgets.dates import plain_date
from ui.widgets.flow import empty, in_a_row
from ui.widgets.go_line import GoLine
from ui.widgets.in_sight import bring_into_sight
from ui.widgets.labels import SoftLabel, Words

CLOSING = (
    Field("outcome", "What it achieved", "choice", words_of("disruption_outcomes")),
    Field("displacement", "Where harm may have moved", "long"),
)


class PlanPanel(QWidget):
    """One plan; each text is kept by itself."""

    measure_wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.plan: PlanRecord | None = None
        self._editable = may(desk, "record_measure")
        self.head = Card("", large=True)
        self.form = RecordForm("Plan", _fields(desk), desk, self._change, editable=self._editable)
        self.effect = EffectCard(desk, editable=self._editable)
        self.displaced = DisplacedCard(desk, editable=self._editable)
        self.measures, self._measures = Card("Measures"), QVBoxLayout()
        self.adding, self.adding_action = AddingMeasure(desk), AddingAction(desk)
        self.texts = Card("The plan")
        self.against, self._actions = Card("Actions against this subject"), QVBoxLayout()
        self.closing = EntryCard("Close this plan", CLOSING, desk, self._close, "Close the plan")
        self._lines: dict[int, GoLine] = {}
        self.adding.closed.connect(self._stand_on_added)
        self._build()

    def show_plan(self, plan: PlanRecord | None) -> None:
        """Show a plan, or nothing."""
        other = self.plan is None or plan is None or plan.id != self.plan.id
        self.plan = plan
        self.cards.setVisible(plan is not None)
        if other:
            for card in (self.adding, self.adding_action, self.closing):
                card.leave()
        if plan is None:
            return
        self._show_head(plan)
        self.form.show_values(f"plan {plan.id}", _values(plan, self._desk))
        self.effect.show_plan(plan)
        self.displaced.show_plan(plan)
        held = self.measure_in_hand()
        self._lines = {one.id: self._measure(one) for one in plan.measures}
        self._fill(self._measures, tuple(self._lines.values()), "No measures.")
        self._stand_on(held)
        lines = [
            Words(f"{one.reference}  {one.text} · {one.owner or 'no owner'} · {one.standing}")
            for one in plan.actions
        ]
        self._fill(self._actions, lines, "No actions.")

    def settle(self) -> bool:
        """Keep what is half-typed."""
        return self.plan is None or self.form.settle()

    def add_measure(self) -> None:
        """Ask for a measure of this plan."""
        if self.plan is not None and self._open():
            self.adding.ask_for(self.plan)

    def add_action(self) -> None:
        """Ask for an action, with the wordings that go with the plan's measures."""
        if self.plan is not None and self._open():
            self.adding_action.ask_for(self.plan)

    def measure_in_hand(self) -> int | None:
        """The measure whose line has the keyboard."""
        return next((one for one, line in self._lines.items() if line.hasFocus()), None)

    def _stand_on_added(self) -> None:
        """The keyboard goes to the measure that was just added."""
        added, self.adding.added = self.adding.added, None
        if added is not None and self.plan is not None:
            self.show_plan(self._desk.workspace.read.plan(self.plan.id))
            self._stand_on(added)

    def _stand_on(self, measure_id: int | None) -> None:
        line = self._lines.get(measure_id) if measure_id is not None else None
        if line is not None:
            line.show()  # What is not shown yet takes no keyboard.
            line.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_sight(line)

    def _open(self) -> bool:
        return self._editable and self.plan is not None and self.plan.closed_on is None

    def _show_head(self, plan: PlanRecord) -> None:
        started = f"since {plain_date(plan.started_on)}" if plan.started_on else ""
        state = f"closed {plain_date(plan.closed_on)}" if plan.closed_on else "open"
        readers = "" if plan.sharing == Sharing.ALL_PANEL.value else plan.sharing
        parts = (plan.reference, plan.strand or "", plan.lead_agency or "", started, readers)
        self.head.say(plan.subject, " · ".join(part for part in parts if part), state)
        self.achieved.setText(f"Achieved: {plan.outcome}" if plan.outcome else "")
        self.achieved.setVisible(bool(plan.outcome))
        self.buttons.setVisible(self._editable)
        for one in self._for_open:
            one.setVisible(self._open())
        self.reopen_button.setVisible(self._editable and plan.closed_on is not None)

    def _change(self, field: str, value: Any, seen: Any) -> None:
        if self.plan is not None:
            self._desk.workspace.disruption.change_plan(self.plan.id, field, value, seen)

    def _close(self, values: dict[str, Any]) -> None:
        if self.plan is not None:
            self._desk.workspace.disruption.close_plan(
                self.plan.id, values.get("outcome") or "", values.get("displacement")
            )

    def _reopen(self) -> None:
        if self.plan is not None:
            self._desk.attempt(self, self._desk.workspace.disruption.reopen_plan, self.plan.id)

    def _measure(self, one: MeasureRow) -> GoLine:
        parts = (one.lead or "no lead", one.legal_basis or "", one.came_of)
        soft = " · ".join(part for part in parts if part)
        line = GoLine(one.name, soft, one.standing, standing_kind(one))
        line.clicked.connect(partial(self._want, one.id))
        return line

    def _want(self, measure_id: int, *_clicked: bool) -> None:
        self.measure_wanted.emit(measure_id)

    def _fill(self, column: QVBoxLayout, widgets: Sequence[QWidget], none: str) -> None:
        empty(column)
        for widget in widgets or [SoftLabel(none)]:
            column.addWidget(widget)

    def _build(self) -> None:
        self.achieved = Words("", "soft")
        self.head.add(self.achieved)
        self._for_open = (
            button("Add a measure", self.add_measure, "primary", "Ctrl+Shift+M"),
            button("Add an action", self.add_action, keys="Ctrl+Shift+A"),
            button("Close this plan", self.closing.ask, "quiet"),
        )
        self.reopen_button = button("Reopen this plan", self._reopen, "quiet")
        self.buttons = in_a_row((*self._for_open, self.reopen_button))
        self.head.add(self.buttons)
        self.measures.body.addLayout(self._measures)
        self.against.body.addLayout(self._actions)
        self.texts.add(self.form)
        self.cards = CardList("The chosen plan")
        for card in (self.head, self.adding, self.adding_action, self.closing, self.measures,
                     self.effect, self.displaced, self.against, self.texts):  # fmt: skip
            self.cards.add(card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.cards, 1, Qt.AlignmentFlag(0))


def _fields(desk: Desk) -> tuple[Field, ...]:
    return (
        *begun_with(desk),
        Field("risks", "Risks of disrupting", "long", hint="To the children first"),
        Field("mitigation", "How these are met", "long"),
        Field("intelligence_gaps", "What is not known yet", "long"),
        Field("family_views", "Views of the family", "long"),
        Field("family_can_do", "What the family can do", "long"),
        Field("community_impact", "Impact on the community", "long"),
        Field("communications_line", "What may be said in public", "long"),
        Field("cost", "Cost"),
        Field("sharing", "Who may read the plan", "pick", SHARINGS),
    )


def _values(plan: PlanRecord, desk: Desk) -> dict[str, Any]:
    agencies = desk.workspace.read.agencies()
    lead = next((one.id for one in agencies if one.name == plan.lead_agency), None)
    named = ("objective", "strand", "review_on", "risks", "mitigation", "intelligence_gaps",
             "family_views", "family_can_do", "community_impact", "communications_line", "cost",
             "sharing")  # fmt: skip
    values = {name: getattr(plan, name) for name in named}
    return {**values, "lead_agency_id": lead, "lead_name": plan.lead}
