"""What becomes of a referral: an outcome with its reason, and a second person where one is due."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from models import codes
from models.errors import Refusal
from models.records.papers import ReferralRecord
from ui.desk import Desk
from ui.forms import Form
from ui.pages.records.dates import day_to_come
from ui.pages.records.fields import not_understood, plainly, why_not
from ui.pages.records.permitted import may
from ui.widgets.banner import Banner
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.combo import Combo
from ui.widgets.confirm import ConfirmInPlace
from ui.widgets.date_edit import DateEdit
from ui.widgets.dates import plain_date
from ui.widgets.labels import Words

IMMEDIATE = "immediate"


class OutcomeCard(Card):
    """The form of an outcome; afterwards what was decided, by whom and why."""

    settled = Signal(int)
    """The referral with this id has its outcome: the next one may be turned to."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Outcome")
        self._desk, self._referral_id = desk, 0
        rows = codes.rows_of("triage_outcomes", codes.TriageOutcome)
        self._outcomes = {row.code: row for row in rows if row.active}
        choices = tuple((code, row.label) for code, row in self._outcomes.items())
        self.outcome = Combo(choices, "Outcome")
        self.reason, self.second = QLineEdit(), Combo((), "Second person")
        reasons = tuple(
            (one.code, one.label) for one in codes.load("decline_reasons") if one.active
        )
        self.why = Combo(reasons, "Why, for the report")
        self.chase = DateEdit(day_to_come(desk), "Chase on")
        self.decided, self.open = Banner("", "plain"), Words("", "medium")
        self._unanswered: tuple[str, ...] = ()
        self.again = ConfirmInPlace(
            "Open it again", "Why is it opened again?", "Open it", reason=True
        )
        self._build()
        self.setEnabled(may(desk, "triage_referral"))

    def show_record(self, record: ReferralRecord, people: Iterable[str]) -> None:
        """Show what was decided, or the form to decide with."""
        new = record.row.id != self._referral_id
        self._referral_id = record.row.id
        settled = record.row.outcome is not None
        self.decided.say(_decided(record) if settled else "")
        self._unanswered = tuple(
            one.text
            for one in sorted(record.questions, key=lambda one: one.code != IMMEDIATE)
            if not one.answer
        )
        held = record.row.state == "held"
        self.entry.setVisible(not settled or held)
        self.again.setVisible(settled and not held)
        self.second.set_choices(plainly(people))
        if new:
            self.form.clear_errors()
            for field in (self.outcome, self.second, self.why):
                field.set_value(None)
            self.chase.set_value(record.chase_on)
            self.reason.clear()
        self._suit()

    def propose(self, code: str) -> None:
        """Choose an outcome and go to its reason."""
        self.outcome.set_value(code)
        self._suit()
        self.reason.setFocus()

    def decide(self) -> None:
        """Keep the outcome; a refusal is shown beside its field."""
        self.form.clear_errors()
        referral_id, chosen, left = self._referral_id, self._chosen(), self._unanswered
        if self._desk.attempt(self.form, self._decide):
            self.settled.emit(referral_id)
            if chosen is not None and chosen.accepts and left:
                self._desk.notice.say(f"{chosen.label}, kept. {_not_answered(left)}")

    def take_refusal(self, refusal: Refusal) -> bool:
        """Show here what no field of the form is called, such as who was told of the risk."""
        self.form.general.say(refusal.message)
        return True

    def _build(self) -> None:
        self.form = Form("Outcome")
        self.form.row("outcome", "Outcome", self.outcome)
        self.form.row("reason_code", "Why, for the report", self.why)
        self.form.row("reason", "Reason", self.reason, "It stays with the referral.")
        said = "Another user or a member who agreed; turning away is never one person's word."
        self.form.row("second_person", "Second person", self.second, said)
        self.form.row("chase_by", "Chase on", self.chase)
        self.entry = QWidget()
        column = QVBoxLayout(self.entry)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        column.addWidget(self.open)
        row = QHBoxLayout()
        row.addWidget(button("Keep this outcome", self.decide, "primary"))
        row.addStretch(1)
        column.addLayout(row)
        for widget in (self.decided, self.entry, self.again):
            self.add(widget)
        self.outcome.changed.connect(lambda _code: self._suit())
        self.reason.returnPressed.connect(self.decide)
        self.again.confirmed.connect(self._open_again)

    def _chosen(self) -> codes.TriageOutcome | None:
        return self._outcomes.get(str(self.outcome.value()))

    def _suit(self) -> None:
        row = self._chosen()
        self.form.show_row("second_person", row is not None and row.needs_second_person)
        self.form.show_row("reason_code", row is not None and row.declines)
        self.form.show_row("chase_by", row is not None and row.holds)
        accepts = row is not None and row.accepts and bool(self._unanswered)
        self.open.setText(_not_answered(self._unanswered) if accepts else "")
        self.open.setVisible(accepts)

    def _decide(self) -> None:
        row, service = self._chosen(), self._desk.workspace.referrals
        if row is None:
            named = ", ".join(one.label for one in self._outcomes.values())
            raise Refusal(f"Choose what becomes of it: {named}.", "outcome")
        reason = self.reason.text().strip()
        if row.holds:
            service.hold(self._referral_id, reason, self.chase.value())
            return
        if row.needs_second_person and not_understood(self.second):
            raise Refusal(why_not(self.second), "second_person")
        second: Any = self.second.value() if row.needs_second_person else None
        why: Any = self.why.value() if row.declines else None
        service.decide(self._referral_id, row.code, reason, second, why)

    def _open_again(self, reason: str) -> None:
        self._desk.attempt(self, self._desk.workspace.referrals.reopen, self._referral_id, reason)


def _not_answered(questions: tuple[str, ...]) -> str:
    if len(questions) == 1:
        return f"Not answered yet: {questions[0]}"
    return f"Not answered yet: {len(questions)} of the questions above, such as “{questions[0]}”"


def _decided(record: ReferralRecord) -> str:
    row = codes.find("triage_outcomes", record.row.outcome or "")
    label = row.label if row else record.row.outcome
    on = f" on {plain_date(record.outcome_at)}" if record.outcome_at else ""
    by = f" by {record.outcome_by}" if record.outcome_by else ""
    second = f", agreed by {record.second_person}" if record.second_person else ""
    chase = f" Chase on {plain_date(record.chase_on)}." if record.chase_on else ""
    why = f" {record.outcome_reason.rstrip('.')}." if record.outcome_reason else ""
    counted = codes.find("decline_reasons", record.reason_code or "")
    kind = f" {counted.label}." if counted else ""
    return f"{label}{on}{by}{second}.{kind}{why}{chase}"
