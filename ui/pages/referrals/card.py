"""The triage card: who, what is asked, immediate risk, the ten questions, the outcome."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.records.papers import ReferralRecord
from models.rules.risk_bands import tint_of
from ui.desk import Desk
from ui.pages.records.editing import RecordForm
from ui.pages.records.fields import Field
from ui.pages.records.permitted import may
from ui.pages.records.picker import KINDS
from ui.pages.records.tips import Tips
from ui.pages.referrals.checklist import ChecklistCard
from ui.pages.referrals.outcome import OutcomeCard
from ui.pages.referrals.questions import QuestionsCard
from ui.pages.referrals.risk import RiskCard
from ui.widgets.buttons import button
from ui.widgets.card import Card, CardList
from ui.widgets.dates import plain_date
from ui.widgets.flow import Chips, FlowLayout
from ui.widgets.in_sight import bring_into_sight
from ui.widgets.labels import SoftLabel, Words

SAID = (
    Field("reason", "Reason for referral", "long"),
    Field("ask", "What the panel is asked", "long"),
    Field("tried", "What has been tried", "long"),
    Field("voice", "Child's voice", "long"),
    Field("parents_view", "Parents' view", "long"),
    Field("informed_child", "Child informed"),
    Field("informed_parents", "Parents informed"),
)


class TriageCard(CardList):
    """One referral, whole; `wanted` asks for its paper, its record or its matches."""

    wanted = Signal(str, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__("Triage card")
        self._desk, self._record = desk, None
        self.head, self.tags = Card(large=True), Chips(name="Referral")
        self.risk, self.questions = RiskCard(desk), QuestionsCard(desk)
        self.checklist = ChecklistCard(desk)
        self.outcome, self.unread, self.matches = OutcomeCard(desk), Card(), Card()
        self.form = RecordForm(
            "What was said", SAID, desk, self._change, editable=may(desk, "edit_referral")
        )
        self._build()
        sending = self.checklist.sending
        sending.asked.connect(lambda: bring_into_sight(sending))

    def show_record(self, record: ReferralRecord, people: Iterable[str]) -> None:
        """Show a referral; the same one keeps what is being typed."""
        if self._record is not None and self._record.row.id != record.row.id:
            self.form.settle()
            self.verticalScrollBar().setValue(0)
        self._record = record
        self._show_head(record)
        self.risk.show_record(record)
        values = {field.name: getattr(record, field.name) for field in SAID}
        self.form.show_values(f"referral.{record.row.id}", values)
        self.questions.show_questions(record.row.id, record.questions)
        self.checklist.show_points(record.row.id, record.checklist)
        self.outcome.show_record(record, people)
        self._show_unread(record)
        self._show_matches(record)

    def begin(self) -> bool:
        """Go to who was told of immediate risk; False where nobody has to be told any more."""
        return self.risk.begin()

    def settle(self) -> bool:
        """Keep what is half-typed."""
        return self.form.settle()

    def _build(self) -> None:
        self.head.add(self.tags)
        self.lacks, self.more = Words("", "medium"), SoftLabel()
        self.head.add(self.lacks)
        self.head.add(self.more)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 4, 0, 0)
        flow = FlowLayout(gap=8)
        self.record_button = button("Open the record", partial(self._want, "record"))
        self.paper_button = button("Read the paper", partial(self._want, "paper"))
        flow.addWidget(self.record_button)
        flow.addWidget(self.paper_button)
        column.addLayout(flow)
        self.head.add(holder)
        self.tips = Tips("referral", "referrals and early signs")
        self.head.add(self.tips)
        said = Card("What was said")
        said.add(self.form)
        for card in (
            self.head, self.risk, self.matches, self.questions, self.checklist, self.outcome, said,
            self.unread,
        ):  # fmt: skip
            self.add(card)

    def _show_head(self, record: ReferralRecord) -> None:
        row = record.row
        day = f"received {plain_date(row.received_on)}" if row.received_on else "no date received"
        by = ", ".join(part for part in (row.referrer, row.agency) if part)
        self.head.say(row.label, " · ".join(part for part in (row.reference, by, day) if part))
        tags: list[tuple[str, str] | str] = [KINDS.get(row.subject_kind, "").capitalize()]
        if row.risk:
            tags.append((f"Risk: {row.risk}", tint_of(row.risk)))
        complete = ("Complete", "low") if row.complete else ("Incomplete", "medium")
        tags.append(complete)
        if record.repeats:
            tags.append((record.repeats, "accent"))
        self.tags.show_tags(tags)
        self.lacks.setText(f"Missing: {', '.join(row.missing)}." if row.missing else "")
        self.lacks.setVisible(bool(row.missing))
        self.more.setText(f"Linked: {', '.join(record.linked)}" if record.linked else "")
        self.more.setVisible(bool(record.linked))
        able = record.paper_id is not None and may(self._desk, "see_chair_only")
        self.paper_button.setVisible(able)

    def _show_unread(self, record: ReferralRecord) -> None:
        self.unread.say("Not understood", "Kept as written, with its place.")
        self.unread.setVisible(bool(record.unread))
        _fill(self.unread, [Words(f"{where}: {text}") for where, text in record.unread])

    def _show_matches(self, record: ReferralRecord) -> None:
        self.matches.say("May be somebody on record already", "Nothing is joined by itself.")
        self.matches.setVisible(bool(record.matches))
        lines: list[QWidget] = [Words(f"{one.label}: {one.why}") for one in record.matches]
        holder = QWidget()
        flow = FlowLayout(holder, gap=8)
        flow.addWidget(button("Settle it", partial(self._want, "matches")))
        _fill(self.matches, [*lines, holder])

    def _want(self, what: str) -> None:
        self.wanted.emit(what, self._record)

    def _change(self, field: str, value: Any, seen: Any) -> None:
        if self._record is not None:
            self._desk.workspace.referrals.change(self._record.row.id, field, value, seen)


def _fill(card: Card, widgets: Iterable[QWidget]) -> None:
    """Put widgets in place of all but the head of a card."""
    while card.body.count() > 1:
        item = card.body.takeAt(1)
        old = item.widget() if item is not None else None
        if old is not None:
            old.hide()
            old.deleteLater()
    for widget in widgets:
        card.add(widget)
