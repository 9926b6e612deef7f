"""The children whom a plan should make safer, and what happened to each child's risk."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from models.records.disruption import ChildEffect
from models.records.outcomes import PlanRecord
from models.rules.names import initials
from models.rules.plan_effect import HIGHER, LOWER, summary
from ui.desk import Desk
from ui.pages.disruption.kept_line import KeptLine
from ui.pages.records.picker import SubjectPicker
from ui.widgets.card import Card
from ui.widgets.dates import plain_date
from ui.widgets.flow import empty
from ui.widgets.go_line import GoLine
from ui.widgets.labels import SoftLabel

TINTS = {LOWER: "low", HIGHER: "high"}
NONE = "No child is named yet."


class EffectCard(Card):
    """A line for each child with the level when the plan began and now; children come and go."""

    def __init__(self, desk: Desk, *, editable: bool) -> None:
        super().__init__("Children protected")
        self._desk, self._editable = desk, editable
        self._plan: PlanRecord | None = None
        self._lines = QVBoxLayout()
        self.body.addLayout(self._lines)
        self.picker = SubjectPicker(self._find, "Add a child protected")
        self.picker.line.setPlaceholderText("Add a child protected: part of a name or number")
        self.add(self.picker)
        self.picker.changed.connect(self._protect)

    def show_plan(self, plan: PlanRecord) -> None:
        """Show the children of a plan."""
        self._plan = plan
        ways = summary(tuple(one.way for one in plan.effects))
        self.say("Children protected", "Risk when the plan began, and now", ways)
        empty(self._lines)
        for one in plan.effects:
            self._lines.addWidget(self._line(one))
        if not plan.effects:
            self._lines.addWidget(SoftLabel(NONE))
        self.picker.setVisible(self._editable and plan.closed_on is None)

    def _line(self, one: ChildEffect) -> KeptLine:
        who = ", ".join(part for part in (initials(one.name), one.number) if part)
        tint = TINTS.get(one.way)
        line = GoLine(who, one.words, one.way if tint else "", tint or "plain")
        line.clicked.connect(partial(self._go, "children", one.child_id))
        open_plan = self._plan is not None and self._plan.closed_on is None
        kept = KeptLine(line, "Take out", editable=self._editable and open_plan)
        kept.taken_out.connect(partial(self._take_out, one.child_id))
        return kept

    def _go(self, page: str, key: int, *_clicked: bool) -> None:
        self._desk.go(page, key)

    def _take_out(self, child_id: int) -> None:
        if self._plan is not None:
            act = self._desk.workspace.disruption.protect_no_more
            self._desk.attempt(self, act, self._plan.id, child_id)

    def _protect(self, child_id: object) -> None:
        if child_id is not None and self._plan is not None:
            protect = self._desk.workspace.disruption.protect
            self._desk.attempt(self, protect, self._plan.id, child_id)
            self.picker.choose(None)

    def _find(self, words: str) -> Sequence[Any]:
        return [row for row in self._desk.workspace.read.meant(words) if row.kind == "child"]


class DisplacedCard(Card):
    """Where harm may have moved: places, people, groups and accounts, each with a note."""

    def __init__(self, desk: Desk, *, editable: bool) -> None:
        super().__init__("Where harm may have moved")
        self._desk, self._editable = desk, editable
        self._plan: PlanRecord | None = None
        self._lines = QVBoxLayout()
        self.body.addLayout(self._lines)
        self.picker = SubjectPicker(self._find, "Add a place or person harm moved to")
        self.picker.line.setPlaceholderText("Add a place, person or group: part of a name")
        self.add(self.picker)
        self.picker.changed.connect(self._note)

    def show_plan(self, plan: PlanRecord) -> None:
        """Show where harm of a plan's subject went."""
        self._plan = plan
        empty(self._lines)
        if plan.displacement:
            self._lines.addWidget(SoftLabel(plan.displacement))
        for one in plan.moved_to:
            note = " · ".join(
                part for part in (one.note or "", f"noted {plain_date(one.noted_on)}") if part
            )
            line = GoLine(one.subject, note)
            line.clicked.connect(partial(self._go, one.subject_id))
            kept = KeptLine(line, "Take back", editable=self._editable)
            kept.taken_out.connect(partial(self._take_back, one.id))
            self._lines.addWidget(kept)
        if not plan.moved_to and not plan.displacement:
            self._lines.addWidget(SoftLabel("Nothing is noted."))
        self.picker.setVisible(self._editable)

    def _go(self, subject_id: int, *_clicked: bool) -> None:
        self._desk.go("people", subject_id)

    def _take_back(self, displacement_id: int) -> None:
        act = self._desk.workspace.disruption.take_back_displacement
        self._desk.attempt(self, act, displacement_id)

    def _note(self, subject_id: object) -> None:
        if subject_id is not None and self._plan is not None:
            act = self._desk.workspace.disruption.displaced
            self._desk.attempt(self, act, self._plan.id, subject_id)
            self.picker.choose(None)

    def _find(self, words: str) -> Sequence[Any]:
        found = self._desk.workspace.read.meant(words)
        kinds = ("location", "person_of_concern", "group", "online_account")
        return [row for row in found if row.kind in kinds]
