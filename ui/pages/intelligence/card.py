"""One submission whole: what was said and by whom, who may read it, its grading and its triage."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from models.marks import Sharing
from models.records.submissions import SubmissionRecord
from models.rules.grading import grading_typed
from ui.desk import Desk
from ui.forms import Form
from ui.live.line_marks import agencies_in
from ui.pages.intelligence.fields import FIELDS, NOT_VERIFIED
from ui.pages.intelligence.linked import Linked
from ui.pages.intelligence.named import Named
from ui.pages.intelligence.triage import Triage
from ui.pages.records.editing import RecordForm
from ui.pages.records.fields import plainly
from ui.pages.records.permitted import may
from ui.widgets.card import Card, CardList
from ui.widgets.combo import Combo
from ui.widgets.dates import plain_date
from ui.widgets.labels import Words

SHARINGS = plainly((Sharing.CHAIR_ONLY, Sharing.NAMED_AGENCIES))
GRADED_BY = "As it is written, 2BP. Only police grade; others read it here."


class SubmissionCard(CardList):
    """The submission chosen; `opened` carries kind and id of a record that it names."""

    opened = Signal(str, int)

    def __init__(self, desk: Desk) -> None:
        super().__init__("Submission")
        self._desk = desk
        self.record: SubmissionRecord | None = None
        able = may(desk, "triage_referral")
        self.head, self.readers = Card(large=True), Form("Readers and grading")
        self.fields = RecordForm("What was submitted", FIELDS, desk, self._change, editable=able)
        self.sharing, self.agencies = Combo(SHARINGS, "Who may read it"), QLineEdit()
        self.grading = QLineEdit()
        self.triage, self.named, self.linked = Triage(desk), Named(desk), Linked(desk)
        self._build()

    def show_record(self, record: SubmissionRecord) -> None:
        """Show a submission."""
        self.record = record
        row = record.row
        self.head.say(row.reference, f"received {plain_date(row.received_on)}", row.state)
        values = {field.name: getattr(record, field.name, None) for field in FIELDS}
        values["received_on"] = row.received_on
        self.fields.show_values(f"submission.{row.id}", values)
        names = {one.id: one.name for one in self._desk.workspace.read.agencies()}
        self.sharing.set_value(record.sharing)
        if not self.agencies.hasFocus():
            self.agencies.setText(", ".join(names.get(one, "") for one in record.shared_with))
        self.readers.show_row("shared_with", record.sharing == Sharing.NAMED_AGENCIES)
        self.grading.setText(" ".join(filter(None, (record.grading, record.conditions))))
        self.grading.setReadOnly(not self._desk.workspace.intelligence.may_grade())
        graded = f"Graded {record.grading}" if record.grading else "Not graded"
        told = ", on conditions: ".join(filter(None, (graded, record.conditions)))
        self.words.setText(f"{NOT_VERIFIED} {told}.")
        for card in (self.triage, self.named, self.linked):
            card.show_record(record)

    def settle(self) -> bool:
        """Keep what is half-typed."""
        return self.fields.settle()

    def _build(self) -> None:
        self.words = Words(NOT_VERIFIED)
        self.head.add(self.words)
        self.agencies.setPlaceholderText("Police, Health …")
        self.readers.row("sharing", "Who may read it", self.sharing, "The chair always does.")
        self.readers.row("shared_with", "With which agencies", self.agencies)
        self.readers.row("grading", "Grading 3x5x2", self.grading, GRADED_BY)
        able = may(self._desk, "set_sharing")
        self.sharing.setEnabled(able)
        self.agencies.setReadOnly(not able)
        self.sharing.changed.connect(self._share)
        self.agencies.editingFinished.connect(self._share_named)
        self.grading.editingFinished.connect(self._grade)
        said = Card("What was submitted")
        said.add(self.fields)
        said.add(self.readers)
        for card in (self.head, said, self.triage, self.named, self.linked):
            self.add(card)
        self.named.opened.connect(self.opened)

    def _change(self, field: str, value: Any, seen: Any) -> None:
        if self.record is not None:
            change = self._desk.workspace.intelligence.change
            change(self.record.row.id, field, value, seen)

    def _share(self, sharing: object) -> None:
        named = sharing == Sharing.NAMED_AGENCIES.value
        self.readers.show_row("shared_with", named)
        if named:
            self.agencies.setFocus()
        elif self.record is not None:
            self._keep_sharing(Sharing.CHAIR_ONLY, ())

    def _share_named(self) -> None:
        if self.agencies.isReadOnly() or not self.agencies.isModified():
            return
        self.agencies.setModified(False)
        named = agencies_in(self._desk, self.agencies.text())
        self._keep_sharing(Sharing.NAMED_AGENCIES, named)

    def _keep_sharing(self, sharing: Sharing, agencies: tuple[int, ...]) -> None:
        self.readers.clear_errors()
        if self.record is not None:
            share = self._desk.workspace.intelligence.share
            self._desk.attempt(self.readers, share, self.record.row.id, sharing, agencies)

    def _grade(self) -> None:
        if self.record is None or self.grading.isReadOnly() or not self.grading.isModified():
            return
        self.grading.setModified(False)
        self.readers.clear_errors()
        self._desk.attempt(self.readers, self._keep_grading, self.grading.text().strip())

    def _keep_grading(self, text: str) -> None:
        if self.record is not None:
            self._desk.workspace.intelligence.grade(self.record.row.id, grading_typed(text))
