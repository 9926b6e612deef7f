"""What becomes of a submission: taken, not taken with the reason, or passed to the police."""

from PySide6.QtWidgets import QLineEdit

from models.errors import Refusal
from models.records.submissions import SubmissionRecord
from models.rules.submissions import Outcome
from ui.desk import Desk
from ui.forms import Form
from ui.pages.records.fields import plainly
from ui.pages.records.permitted import may
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.combo import Combo
from ui.widgets.confirm import ConfirmInPlace
from ui.widgets.dates import plain_date
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Words

OUTCOMES = plainly(one.value for one in Outcome)


class Triage(Card):
    """The outcome with its reason, or what was decided, by whom, and the way back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Triage")
        self._desk, self._id = desk, 0
        self.decided = Words()
        self.form = Form("Triage")
        self.outcome = Combo(OUTCOMES, "Outcome")
        self.reason, self.reference = QLineEdit(), QLineEdit()
        self.form.row("outcome", "Outcome", self.outcome)
        self.form.row("outcome_reason", "Reason", self.reason, "Needed where it is not taken.")
        self.form.row("police_reference", "Police reference", self.reference)
        self.keep = button("Decide", self._decide, "primary")
        self.again = ConfirmInPlace(
            "Triage again", "Why is it triaged again?", "Triage again", reason=True
        )
        self.again.confirmed.connect(self._again)
        flow = FlowLayout(gap=8)
        flow.addWidget(self.keep)
        for widget in (self.decided, self.form):
            self.add(widget)
        self.body.addLayout(flow)
        self.add(self.again)

    def show_record(self, record: SubmissionRecord) -> None:
        """Show how a submission stands."""
        if record.row.id != self._id:
            self.outcome.set_value(None)
            self.reason.clear()
            self.reference.clear()
            self.form.clear_errors()
        self._id = record.row.id
        able, settled = may(self._desk, "triage_referral"), record.outcome is not None
        self.decided.setText(_decided(record))
        self.decided.setVisible(bool(self.decided.text()))
        self.form.setVisible(able and not settled)
        self.keep.setVisible(able and not settled)
        self.again.setVisible(able and settled)

    def _decide(self) -> None:
        self.form.clear_errors()
        self._desk.attempt(self.form, self._try)

    def _try(self) -> None:
        outcome = self.outcome.value()
        if outcome is None:
            raise Refusal("Choose what becomes of it.", "outcome")
        decide = self._desk.workspace.intelligence.decide
        decide(self._id, str(outcome), self.reason.text(), self.reference.text())

    def _again(self, reason: str) -> None:
        self._desk.attempt(self, self._desk.workspace.intelligence.reopen, self._id, reason)


def _decided(record: SubmissionRecord) -> str:
    if record.outcome_at is None:
        return ""
    said = record.outcome or "to be triaged again"
    why = f": {record.outcome_reason}" if record.outcome_reason else ""
    by = f" by {record.outcome_by}" if record.outcome_by else ""
    reference = f" Police reference {record.police_reference}." if record.police_reference else ""
    return f"{plain_date(record.outcome_at.date())} {said}{by}{why}.{reference}".replace("..", ".")
