"""Whom a submission names: offered where a name stands in it, confirmed by a person, or not."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.records.subjects import SubjectRow
from models.records.submissions import MentionRow, SubmissionRecord
from ui.desk import Desk
from ui.pages.records.permitted import may
from ui.pages.records.picker import KINDS, SubjectPicker
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout, empty
from ui.widgets.labels import SoftLabel, Words

MOST = 20
NONE = "No record is named yet. Names on record that stand in the text are offered here."


class Named(Card):
    """A line for each record, with the answer to it; `opened` carries kind and id of a record."""

    opened = Signal(str, int)

    def __init__(self, desk: Desk) -> None:
        super().__init__("Whom and what it names")
        self._desk, self._id = desk, 0
        self._shown: tuple[MentionRow, ...] = ()
        self.none, self.rows = SoftLabel(NONE), QVBoxLayout()
        self.more = SubjectPicker(self._find, "Names also")
        self.more.changed.connect(self._add)
        self.add(self.none)
        self.body.addLayout(self.rows)
        self.add(SoftLabel("It names also:"))
        self.add(self.more)

    def show_record(self, record: SubmissionRecord) -> None:
        """Show whom a submission names."""
        able = may(self._desk, "triage_referral")
        self.more.setEnabled(able)
        self.none.setVisible(not record.mentions)
        if (record.row.id, record.mentions) == (self._id, self._shown):
            return
        self._id, self._shown = record.row.id, record.mentions
        empty(self.rows)
        for one in record.mentions:
            self.rows.addWidget(self._line(one, able))

    def _line(self, one: MentionRow, able: bool) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, gap=8)
        written = f", written “{one.as_written}”" if one.as_written not in ("", one.label) else ""
        said = "named, as a person confirmed" if one.confirmed else "perhaps named"
        said = f"{said} ({one.how})" if one.how else said
        flow.addWidget(Words(one.label, "strong"))
        flow.addWidget(SoftLabel(f"{KINDS.get(one.kind, one.kind)}: {said}{written}", wrap=False))
        if able and not one.confirmed:
            flow.addWidget(button(f"Yes, {one.label}", partial(self._answer, one, True)))
        if able:
            flow.addWidget(button("Not named", partial(self._answer, one, False), "quiet"))
        press = partial(self.opened.emit, one.kind, one.subject_id)
        flow.addWidget(button(f"Open {one.label}", press, "quiet"))
        return holder

    def _answer(self, one: MentionRow, named: bool) -> None:
        name = partial(self._desk.workspace.intelligence.name, named=named)
        self._desk.attempt(self, name, self._id, one.subject_id, one.as_written or None)

    def _find(self, words: str) -> Sequence[SubjectRow]:
        found: Sequence[SubjectRow] = self._desk.workspace.read.meant(words, MOST)
        return found

    def _add(self, subject_id: object) -> None:
        if isinstance(subject_id, int):
            name = self._desk.workspace.intelligence.name
            if self._desk.attempt(self, name, self._id, subject_id, None):
                self.more.choose(None)
