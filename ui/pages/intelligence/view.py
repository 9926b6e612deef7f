"""The inbox of intelligence: what was submitted at the left, the one chosen beside it."""

from collections.abc import Hashable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.errors import Refusal
from models.records.submissions import SubmissionRow
from models.rules.submissions import NEW
from ui.desk import Desk
from ui.pages.intelligence.card import SubmissionCard
from ui.pages.intelligence.fields import ENTRY
from ui.pages.records.entering import EntryCard
from ui.pages.records.permitted import may
from ui.widgets.asked_in_place import AskedInPlace
from ui.widgets.buttons import button
from ui.widgets.dates import short_date
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.in_sight import bring_into_sight
from ui.widgets.lines import Line
from ui.widgets.row_list import RowList
from ui.widgets.shown_stack import ShownStack
from ui.widgets.side_by_side import SideBySide

EMPTY = ("No intelligence that is yours to read.",
         "Enter it here, or write the form and drop it here when it comes back.")  # fmt: skip
RUNNING = ("Intelligence is not shown while a meeting runs.", "It is here again when that closes.")
CHOOSE = "Nothing is chosen."
KINDS = "Word document (*.docx)"


class IntelligenceView(QWidget):
    """Submissions to triage and those triaged; `opened` carries kind and id of a record."""

    opened = Signal(str, int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: dict[int, SubmissionRow] = {}
        self.list, self.card = RowList("Submissions of intelligence"), SubmissionCard(desk)
        self.entry = EntryCard("Enter intelligence", ENTRY, desk, self._submit)
        self.new = button("Enter intelligence", self.enter, keys="Alt+I")
        self.form = button("Write the form …", self.write_form)
        self.empty, self.nothing = EmptyState(*EMPTY), EmptyState(CHOOSE)
        self.right, self.stack = ShownStack(), ShownStack()
        self._build()

    def also(self) -> str:
        """What waits here, to be said beside what waits in the other inbox."""
        waits = sum(row.state == NEW for row in self._rows.values())
        return f" · {waits:,} of intelligence" if waits else ""

    def reload(self, *, shown: bool = True) -> None:
        """Read the submissions again; none is read while a meeting runs."""
        read = self._desk.workspace.read
        running = read.running_meeting() is not None
        rows = () if running else read.submissions()
        self._rows = {row.id: row for row in rows}
        if not shown:
            return
        self.empty.say(*(RUNNING if running else EMPTY))
        self.new.setVisible(not running and may(self._desk, "add_referral"))
        self.list.show_lines(_lines(rows))
        self.stack.setCurrentIndex(1 if rows else 0)
        if self.list.current_key() not in self._rows and rows:
            self.list.go_to(rows[0].id)
        self._show(self.list.current_key())

    def go_to(self, submission_id: int) -> None:
        """Stand on a submission."""
        self.reload()
        self.list.go_to(submission_id)
        self._show(submission_id)

    def step(self, by: int) -> None:
        """Stand on the next submission or the one before."""
        self.list.step(by)

    def decide(self) -> None:
        """Go to the triage of the submission shown."""
        if self.card.record is not None:
            bring_into_sight(self.card.triage)
            (self.card.triage.outcome if self.card.record.outcome is None
             else self.card.triage.again.first).setFocus()  # fmt: skip

    def settle(self) -> bool:
        """Keep what is half-typed."""
        return self.card.record is None or self.card.settle()

    def enter(self) -> None:
        """Begin a submission that came by telephone or by word of mouth."""
        if self._desk.allows(self, "add_referral"):
            self.entry.ask({"given_by": "an agency"})

    def write_form(self) -> None:
        """Save the blank form on which others submit; it is read back when dropped here."""
        from exports import intelligence_form

        name = intelligence_form.file_name()
        to = self._desk.dialogues.save_file(self, "Write the form", name, KINDS)
        if to is not None and self._desk.attempt(self, self._write, to):
            self._desk.notice.say("The form is written. Drop it on this page when it comes back.")

    def _write(self, to: Path) -> None:
        from exports import filing, intelligence_form, own_template

        workspace = self._desk.workspace
        made_at, panel = workspace.store.clock.now(), workspace.read.panel()
        filing.put(intelligence_form.written(panel, made_at, own_template.look(workspace)), to)

    def _submit(self, values: dict[str, Any]) -> None:
        text = values.pop("text", "")
        made = self._desk.workspace.intelligence.submit(text, **values)
        self.go_to(made)
        self.entry.back_to = self.list

    def _show(self, key: Hashable | None) -> None:
        record = None
        if isinstance(key, int) and key in self._rows:
            try:
                record = self._desk.workspace.read.submission(key)
            except Refusal:
                record = None
        if record is None:
            self.card.record = None
            self.right.setCurrentWidget(self.nothing)
            return
        self.card.show_record(record)
        self.right.setCurrentWidget(self.card)

    def _build(self) -> None:
        flow = FlowLayout(gap=8)
        for widget in (self.new, self.form):
            flow.addWidget(widget)
        self.right.addWidget(self.nothing)
        self.right.addWidget(self.card)
        self.stack.addWidget(self.empty)
        self.stack.addWidget(SideBySide(self.list, self.right))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(flow)
        column.addWidget(AskedInPlace(self.entry, self.stack, "Enter intelligence"), 1)
        self.list.chosen.connect(self._show)
        self.card.opened.connect(self.opened)


def _lines(rows: tuple[SubmissionRow, ...]) -> list[Line]:
    """Those to triage under their heading, then the others."""
    lines: list[Line] = []
    for heading, waits in (("To triage", True), ("Triaged", False)):
        some = [row for row in rows if (row.state == NEW) is waits]
        if some:
            lines.append(Line(heading, f"{heading} ({len(some):,})", heading=True))
        lines += [
            Line(
                row.id,
                f"{row.reference}  {row.given_by}",
                soft=row.begins if waits else row.state,
                right=short_date(row.received_on),
            )
            for row in some
        ]
    return lines
