"""The ten questions of triage with the answers proposed from what is known."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from models import codes
from models.records.papers import TriageQuestion
from ui.desk import Desk
from ui.pages.records.fields import plainly
from ui.pages.records.permitted import may
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.combo import Combo
from ui.widgets.labels import Words

FREE = ("yes", "no", "not known")
SHARES = (8, 7, 4)
"""Of the width: a question, its answer with what is proposed, its note."""


class QuestionLine:
    """One question: its words, its answer with what is proposed, and its note."""

    def __init__(self, row: TriageQuestion, keep: Any, editable: bool) -> None:
        self.row = row
        shipped = codes.find("triage_questions", row.code)
        known = shipped.answers if isinstance(shipped, codes.TriageQuestion) else FREE
        self.words = Words(row.text)
        self.words.setToolTip(shipped.note if shipped else "")
        self.answer = Combo(plainly(known), row.text, free=True)
        self.note = QLineEdit()
        self.note.setPlaceholderText("Note")
        self.note.setAccessibleName(f"Note: {row.text}")
        for widget in (self.answer, self.note):
            widget.setEnabled(editable)
        self.answer.changed.connect(lambda _value: keep(self))
        self.note.editingFinished.connect(lambda: keep(self) if self.moved else None)

    @property
    def moved(self) -> bool:
        """True where answer or note is not what is kept."""
        said = (self.answer.value() or None, self.note.text().strip() or None)
        return said != (self.row.answer or None, self.row.note or None)

    def show_row(self, row: TriageQuestion) -> None:
        """Show the question as it stands; what is being typed stays."""
        if not self.note.hasFocus() or self.note.text() == (self.row.note or ""):
            self.note.setText(row.note or "")
        self.row = row
        self.answer.set_value(row.answer)
        proposed = f"Proposed: {row.proposed}" if row.proposed else ""
        line = self.answer.lineEdit()
        if line is not None:
            line.setPlaceholderText(proposed)
            line.setAccessibleDescription(proposed)
        self.answer.setToolTip(proposed)


class QuestionsCard(Card):
    """Question beside answer; one button takes every proposal that has no answer yet."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("The ten questions")
        self._desk, self._referral_id = desk, 0
        self._editable = may(desk, "triage_referral")
        self._lines: dict[str, QuestionLine] = {}
        self.take_all = button("Take the proposed answers", self.take)
        self.add_to_head(self.take_all)
        room = QWidget()
        self._grid = QGridLayout(room)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(4)
        for at, share in enumerate(SHARES):
            self._grid.setColumnStretch(at, share)
        self.add(room)

    def show_questions(self, referral_id: int, rows: Sequence[TriageQuestion]) -> None:
        """Show a referral's questions."""
        self._referral_id = referral_id
        for row in rows:
            if row.code not in self._lines:
                self._lay(row)
            self._lines[row.code].show_row(row)
        given = sum(bool(row.answer) for row in rows)
        self.say("The ten questions", f"{given} of {len(rows)} answered")
        open_ = any(row.proposed and not row.answer for row in rows)
        self.take_all.setVisible(open_ and self._editable)

    def take(self) -> None:
        """Give every question without an answer the one proposed for it."""
        for line in list(self._lines.values()):
            if line.row.proposed and not line.row.answer:
                self._answer(line.row.code, line.row.proposed, line.row.note)

    def _lay(self, row: TriageQuestion) -> None:
        line = QuestionLine(row, self._keep, self._editable)
        self._lines[row.code] = line
        at = len(self._lines) - 1
        for place, widget in enumerate((line.words, line.answer, line.note)):
            self._grid.addWidget(widget, at, place)

    def _keep(self, line: QuestionLine) -> None:
        if line.moved:
            value = line.answer.value()
            self._answer(line.row.code, str(value) if value else None, line.note.text().strip())

    def _answer(self, code: str, answer: str | None, note: str | None) -> None:
        act = partial(self._desk.workspace.referrals.answer, self._referral_id, code)
        self._desk.attempt(self, act, answer, note or None)
