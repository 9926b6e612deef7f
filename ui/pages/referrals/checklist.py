"""What a referral should bring by its kind of exploitation, and asking those who would know."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QGridLayout, QWidget

from models.records.papers import CheckRow
from ui.desk import Desk
from ui.pages.records.fields import plainly
from ui.pages.records.permitted import may
from ui.pages.sending import Sending
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.combo import Combo
from ui.widgets.dates import plain_date
from ui.widgets.labels import SoftLabel, Words

ANSWERS = ("brought", "does not apply", "nobody knows")
TITLE = "What it should bring"
WORDS = "One page for each agency asked, with its points and whom they are about; nobody else."
NOUN = ("request", "requests")


class ChecklistCard(Card):
    """Point beside answer and who would know; one key asks for every gap."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(TITLE)
        self._desk, self._referral_id = desk, 0
        self._editable = may(desk, "triage_referral")
        self._rows: tuple[CheckRow, ...] = ()
        self._holder: QWidget | None = None
        self.ask_all = button("Ask for what is missing", self.ask, keys="Ctrl+Shift+A")
        self.ask_all.setToolTip("Asks the agency that would know each open point, by a day")
        self.add_to_head(self.ask_all)
        self.write_all = button("Write the requests", self.write, keys="Ctrl+Shift+R")
        self.write_all.setToolTip("A page for each agency asked: its points, and whom they are of")
        self.add_to_head(self.write_all)
        self.sending = Sending(desk, "Requests about this referral", WORDS, NOUN)
        self.add(self.sending)

    def show_points(self, referral_id: int, rows: Sequence[CheckRow]) -> None:
        """Show a referral's points; without any the card is hidden."""
        same = referral_id == self._referral_id and self._rows == tuple(rows)
        self._referral_id, self._rows = referral_id, tuple(rows)
        self.setVisible(bool(rows))
        missing = sum(row.open for row in rows)
        self.say(TITLE, f"{missing} of {len(rows)} missing" if missing else "all there")
        able = any(row.open and not row.asked and row.agency_id for row in rows)
        self.ask_all.setVisible(able and may(self._desk, "request_information"))
        asked = any(row.open and row.asked for row in rows)
        self.write_all.setVisible(asked and may(self._desk, "request_information"))
        if not same:
            self.sending.card.hide()
            self._lay()

    def ask(self) -> None:
        """Ask for every gap that an agency would know."""
        self._desk.attempt(self, self._desk.workspace.chasing.ask_gaps, self._referral_id)

    def write(self) -> None:
        """Ask how the requests go to the agencies that were asked."""
        workspace, referral_id = self._desk.workspace, self._referral_id

        def look() -> tuple[str, ...]:
            from exports import asking_gaps

            return asking_gaps.doubts(workspace, referral_id)

        def write(how: Any) -> tuple[str, ...]:
            from exports import asking_gaps

            return asking_gaps.write_gap_requests(workspace, referral_id, how)

        self.sending.ask(look, write)

    def _lay(self) -> None:
        if self._holder is not None:
            self._holder.hide()
            self._holder.deleteLater()
        self._holder = QWidget()
        grid = QGridLayout(self._holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        for column, share in enumerate((5, 3, 4)):
            grid.setColumnStretch(column, share)
        for at, row in enumerate(self._rows):
            grid.addWidget(Words(row.label, "medium" if row.open else ""), at, 0)
            grid.addWidget(self._answer(row), at, 1)
            grid.addWidget(SoftLabel(_who(row)), at, 2)
        self.add(self._holder)

    def _answer(self, row: CheckRow) -> Combo:
        line = Combo(plainly(ANSWERS), row.label, free=True)
        line.setEnabled(self._editable)
        line.set_value(row.answer)
        inner = line.lineEdit()
        if inner is not None and row.said:
            inner.setPlaceholderText("said in the referral")
        line.changed.connect(partial(self._keep, row))
        return line

    def _keep(self, row: CheckRow, value: object) -> None:
        text = str(value) if value else None
        if text != row.answer:
            answer = self._desk.workspace.referrals.answer
            self._desk.attempt(self, answer, self._referral_id, row.code, text)


def _who(row: CheckRow) -> str:
    """Who was asked and by when, else who would know."""
    if row.asked:
        due = f", answer due {plain_date(row.due_on)}" if row.due_on and row.open else ""
        return f"asked {row.asked}{due}"
    if not row.open:
        return ""
    return f"{row.agency} would know" if row.agency else "no agency of this panel would know"
