"""The chosen measure: moved on with its day, its dates and conditions, what the law asks."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models import codes
from models.records.desk import MeasureDetail
from models.records.disruption import MeasureStepRow
from models.records.outcomes import MeasureRow
from ui.desk import Desk
from ui.measure_law import LawWords
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field
from ui.pages.records.permitted import may
from ui.widgets.banner import Banner
from ui.widgets.card import Card, CardList
from ui.widgets.dates import plain_date
from ui.widgets.flow import empty
from ui.widgets.labels import SoftLabel, Words

KEPT = ("due_on", "in_force_from", "in_force_to", "conditions", "court", "reference", "effect")


class MeasurePanel(QWidget):
    """One measure; a step is kept with its day, the rest together as one change."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.row: MeasureRow | None = None
        self.none = SoftLabel("Choose a measure to change how far it has come.")
        self.card, self.basis = Card("", large=True), Words("", "soft")
        self.misfits, self.law = Banner("", "medium"), LawWords()
        self.move = EntryCard("How far it has come", _steps(), desk, self._move, lasting=True)
        self.entry = EntryCard("What is on record", _fields(), desk, self._keep, lasting=True)
        self.told, self._told = Card("So far"), QVBoxLayout()
        self.asks = Card("What the law asks")
        self._build()

    def show_measure(self, row: MeasureRow | None) -> None:
        """Show a measure, or what to do where none is chosen."""
        same = row is not None and row == self.row
        self.row = row
        self.none.setVisible(row is None)
        self.cards.setVisible(row is not None)
        if row is None or same:
            return
        detail = self._desk.workspace.read.measure_detail(row.id)
        self._show_head(row, detail)
        for card in (self.move, self.entry):
            card.setVisible(may(self._desk, "record_measure"))
        self.move.ask({"status": row.status})
        self.entry.ask(
            {
                **{name: getattr(row, name) for name in KEPT[:4]},
                **{name: getattr(detail, name) for name in KEPT[4:]},
                "lead": row.lead,
            }
        )
        self._show_steps(row, detail)
        self.law.show_code(row.type_code)
        self.asks.setVisible(self.law.isVisibleTo(self.asks))

    def begin(self) -> None:
        """Go to the status of the chosen measure."""
        if self.row is not None:
            self.move.editor_of("status").setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_head(self, row: MeasureRow, detail: MeasureDetail) -> None:
        self.card.say(row.name, row.against or "", row.standing)
        action = f"From action {detail.action}" if detail.action else ""
        applies = f"Applied for by {row.applicant}" if row.applicant else ""
        plan = f"Plan {row.plan_reference}" if row.plan_reference else ""
        said = (plan, row.legal_basis or "", applies, action, row.came_of)
        self.basis.setText(" · ".join(part for part in said if part))
        self.basis.setVisible(bool(self.basis.text()))
        fits = self._desk.workspace.read.measure_fits
        found = fits(row.type_code or "", row.subject_id, self._protected(row))
        self.misfits.say("\n".join(found))

    def _protected(self, row: MeasureRow) -> tuple[int, ...]:
        if row.plan_id is None:
            return ()
        plan = self._desk.workspace.read.plan(row.plan_id)
        return tuple(child for child, _, _ in plan.children)

    def _show_steps(self, row: MeasureRow, detail: MeasureDetail) -> None:
        empty(self._told)
        for one in detail.steps:
            self._told.addWidget(Words(_step_words(one)))
        made = f"{plain_date(row.made_on)}: entered" if row.made_on else "Entered"
        self._told.addWidget(SoftLabel(made))

    def _move(self, values: dict[str, Any]) -> None:
        if self.row is None:
            return
        self._desk.workspace.disruption.move_measure(
            self.row.id,
            values.get("status") or self.row.status,
            day=values.get("day"),
            what=values.get("what"),
            done=values.get("done"),
            until=values.get("until"),
        )
        self._desk.notice.say("The step is kept.")

    def _keep(self, values: dict[str, Any]) -> None:
        if self.row is None:
            return
        changes = {name: values.get(name) for name in KEPT}
        if values.get("lead") != self.row.lead:
            changes["lead"] = values.get("lead")
        self._desk.workspace.disruption.change_measure(self.row.id, **changes)
        self._desk.notice.say("The measure is kept.")

    def _build(self) -> None:
        self.card.add(self.basis)
        self.card.add(self.misfits)
        self.told.body.addLayout(self._told)
        self.asks.add(self.law)
        self.cards = CardList("The chosen measure")
        for card in (self.card, self.move, self.told, self.entry, self.asks):
            self.cards.add(card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.none, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.cards, 1)


def _step_words(one: MeasureStepRow) -> str:
    status = codes.find("measure_statuses", one.status)
    said = (one.what or "", f"Done: {one.done}" if one.done else "", one.by_name or "")
    words = " · ".join(part for part in said if part)
    label = status.label if status else one.status
    return f"{plain_date(one.day)}: {label}{f' · {words}' if words else ''}"


def _steps() -> tuple[Field, ...]:
    statuses = tuple((one.code, one.label) for one in codes.load("measure_statuses") if one.active)
    return (
        Field("status", "Status", "pick", statuses),
        Field("day", "Since", "was", hint="Left empty: today"),
        Field("what", "What happened, or why", hint="Needed for a breach, a refusal, not pursued"),
        Field("done", "What was done", hint="Needed for a breach"),
        Field("until", "In force until", "due"),
    )


def _fields() -> tuple[Field, ...]:
    return (
        Field("due_on", "Due", "due"),
        Field("in_force_from", "In force from", "was"),
        Field("in_force_to", "In force to", "due"),
        Field("conditions", "Conditions", "long"),
        Field("lead", "Lead"),
        Field("court", "Court"),
        Field("reference", "Reference"),
        Field("effect", "Effect", "long"),
    )
