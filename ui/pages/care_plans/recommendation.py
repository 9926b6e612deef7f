"""The chosen recommendation: what was asked, what the plan's holder answered, where it shows."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.errors import Refusal
from models.records.chasing import ChaseRow
from models.records.outcomes import RecommendationRow
from models.rules.recommendations import STEPS, RecommendationStatus
from ui.desk import Desk
from ui.pages.records.editing import RecordForm
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field, words_of
from ui.pages.records.permitted import may
from ui.widgets.banner import Banner
from ui.widgets.buttons import button
from ui.widgets.card import Card, CardList
from ui.widgets.combo import Combo
from ui.widgets.confirm import ConfirmInPlace
from ui.widgets.dates import plain_date
from ui.widgets.labels import SoftLabel, Words

ANSWERS = (
    (RecommendationStatus.ACCEPTED.value, "accepted"),
    (RecommendationStatus.MODIFIED.value, "accepted with changes"),
    (RecommendationStatus.REJECTED.value, "rejected"),
    (RecommendationStatus.IN_PLAN.value, "in the plan"),
)
WORDED = (
    Field("text", "What is recommended", "long"),
    Field("outcome_sought", "So that"),
    Field("plan_domain", "Part of the plan", "choice", words_of("plan_domains")),
    Field("addressed_to", "To"),
    Field("by_date", "To be in the plan by", "due"),
    Field("evidence_sought", "What the plan should show"),
)
REPLY = (
    Field("status", "The plan's answer", "pick", ANSWERS),
    Field("modified_text", "Accepted as", "long", hint="Where it was changed"),
    Field("reason", "Reason", "long", hint="Needed where it is rejected"),
    Field("on", "On", "was", hint="Of the answer, today if empty; or since when the plan shows it"),
    Field("plan_by", "In the plan by", "due", hint="The day that the plan's holder gives"),
    Field("evidence", "Where the plan shows it"),
)
NEEDED = {
    RecommendationStatus.ACCEPTED.value: ("on", "plan_by"),
    RecommendationStatus.MODIFIED.value: ("modified_text", "reason", "on", "plan_by"),
    RecommendationStatus.REJECTED.value: ("reason", "on"),
    RecommendationStatus.IN_PLAN.value: ("on", "evidence"),
}


class RecommendationPanel(QWidget):
    """One recommendation: what was asked, what the plan said, where it shows."""

    def __init__(self, desk: Desk, copy_note: Callable[[], None]) -> None:
        super().__init__()
        self._desk = desk
        self.row: RecommendationRow | None = None
        self.none = SoftLabel("Choose a recommendation to record what the plan did with it.")
        self.card, self.text, self.facts = Card("", large=True), Words(), Words("", "soft")
        self.entry = EntryCard("Answer", REPLY, desk, self._reply, lasting=True)
        self.withdraw = ConfirmInPlace(
            "Withdraw it", "Withdraw this recommendation?", "Withdraw", reason=True
        )
        self.recalled = Banner("", "medium")
        self.recalled.offer("Open its minutes", self._open_minutes)
        self.card.add(self.text)
        self.card.add(self.recalled)
        self.card.add(self.facts)
        copy = button("Copy for a case note", copy_note, keys="Ctrl+Shift+C")
        self.card.body.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeft)
        self.cards = CardList("The chosen recommendation")
        self.worded = RecordForm(
            "The recommendation",
            WORDED,
            desk,
            self._change,
            editable=may(desk, "record_recommendation"),
        )
        self.wording = Card("Word it anew")
        self.wording.add(SoftLabel("What the chair has approved changes through a correction."))
        self.to_minutes = button("Open its minutes", self._open_minutes, "quiet")
        self.to_minutes.setToolTip("There a correction is opened, or an item's approval taken back")
        self.wording.add_to_head(self.to_minutes)
        self.wording.add(self.worded)
        for part in (self.card, self.entry, self.wording, self.withdraw):
            self.cards.add(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.none, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.cards, 1)
        self.withdraw.confirmed.connect(self._withdraw)
        answer = self.entry.editor_of("status")
        if isinstance(answer, Combo):
            answer.changed.connect(self._fit_answer)

    def show_row(self, row: RecommendationRow | None) -> None:
        """Show a recommendation, or what to do where none is chosen."""
        same = row is not None and row == self.row
        self.row = row
        self.none.setVisible(row is None)
        self.cards.setVisible(row is not None)
        if row is None or same:
            return
        reference = " · ".join(part for part in (row.reference, row.system_id) if part)
        self.card.say(row.child, f"{reference} · {row.standing}")
        self.text.setText(row.text)
        self.recalled.say(_to_do(row))
        steps = self._desk.workspace.read.chased([row.id]).get(row.id, ())
        self.facts.setText("\n".join([*_facts(row), *map(_step, steps)]))
        values = {field.name: getattr(row, field.name) for field in WORDED}
        self.worded.show_values(f"recommendation.{row.id}", values)
        self.wording.setVisible(may(self._desk, "record_recommendation") and not row.withdrawn)
        self.to_minutes.setVisible(row.made_on is not None)
        self.withdraw.setVisible(may(self._desk, "withdraw_recommendation") and not row.withdrawn)
        self.entry.ask({})
        self.entry.setVisible(self._may_answer())
        steps = STEPS[RecommendationStatus(row.status)] | {RecommendationStatus(row.status)}
        answer = self.entry.editor_of("status")
        if isinstance(answer, Combo):
            answer.set_choices([(key, words) for key, words in ANSWERS if key in steps])
        self._fit_answer(None)

    def begin_answer(self) -> None:
        """Go to the answer."""
        if self.row is not None and self._may_answer():
            self.entry.editor_of("status").setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.row is not None and not self.row.withdrawn:
            self._desk.notice.say("The administrator records the plan's answers.")

    def _open_minutes(self) -> None:
        """Go to the minutes of the meeting that made it."""
        on = self.row.made_on if self.row is not None else None
        found = self._desk.workspace.read.meeting_on(on) if on is not None else None
        if found is not None:
            self._desk.go("minutes", found.id)
        else:
            self._desk.notice.say("The meeting that made it is not on record here.")

    def _may_answer(self) -> bool:
        withdrawn = self.row is None or self.row.withdrawn
        return may(self._desk, "record_reply") and not withdrawn

    def _fit_answer(self, status: object) -> None:
        """Ask only for what the answer needs."""
        asked = NEEDED.get(str(status), ())
        for name in ("modified_text", "reason", "on", "plan_by", "evidence"):
            self.entry.form.show_row(name, name in asked)

    def _reply(self, values: dict[str, Any]) -> None:
        if self.row is None:
            return
        status = values.get("status")
        if status is None:
            raise Refusal("Choose what the plan's holder answered.", "status")
        service = self._desk.workspace.recommendations
        if status == RecommendationStatus.IN_PLAN:
            if values.get("on") is None:
                raise Refusal("Give the date since when the plan shows it.", "on")
            service.in_plan(self.row.id, values["on"], values.get("evidence") or "")
            return
        service.reply(
            self.row.id,
            status,
            reason=values.get("reason"),
            modified_text=values.get("modified_text"),
            on=values.get("on"),
            plan_by=values.get("plan_by") if "plan_by" in NEEDED[status] else None,
        )

    def _change(self, field: str, value: Any, seen: Any) -> None:
        if self.row is not None:
            self._desk.workspace.recommendations.change(self.row.id, field, value, seen)

    def _withdraw(self, reason: str) -> None:
        if self.row is not None:
            withdraw = self._desk.workspace.recommendations.withdraw
            self._desk.attempt(self, withdraw, self.row.id, reason)


def _to_do(row: RecommendationRow) -> str:
    """What is to be done about a sheet that was recalled; nothing of any other."""
    if row.recalled_on is None or row.withdrawn:
        return ""
    return (
        f"Its sheet was recalled on {plain_date(row.recalled_on)}: where the minutes were too,"
        " correct the minutes and have them approved; then issue the sheet again. Until then"
        " nothing is awaited."
    )


def _step(one: ChaseRow) -> str:
    due = f", a word by {plain_date(one.due_on)}" if one.due_on else ""
    return f"{plain_date(one.made_at)}: {one.label} ({one.asked}){due}"


def _facts(row: RecommendationRow) -> list[str]:
    days = (
        ("Made on", row.made_on),
        ("Sent on", row.sent_on),
        ("Sheet recalled on", row.recalled_on),
        ("Asked for by", row.by_date),
        ("To be in the plan by", row.plan_by),
        ("Answer by", row.reply_by),
        ("Answered on", row.replied_on),
        ("In the plan since", row.plan_updated_on),
    )
    texts = (
        ("Into", row.to_plan),
        ("To", row.addressed_to),
        ("Outcome", row.outcome_sought),
        ("Shown by", row.evidence_sought),
        ("Accepted as", row.modified_text),
        ("Reason", row.reply_reason),
        ("Where the plan shows it", row.plan_evidence),
        ("Answered before", row.earlier_answers),
        ("Item", row.item_reference),
    )
    return [f"{label}: {text}" for label, text in texts if text] + [
        f"{label}: {plain_date(day)}" for label, day in days if day
    ]
