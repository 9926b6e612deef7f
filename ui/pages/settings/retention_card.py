"""What can be decided about records: keep on, hold, or dispose of for good."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from models.errors import Refusal
from models.marks import RetentionState
from models.records.retention import RetentionRow
from models.rules.months import add_months
from models.rules.retention import BACKUPS_KEPT, backups_left
from ui.desk import Desk
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field, plainly
from ui.tasks import Progress
from ui.widgets.banner import Banner
from ui.widgets.buttons import button
from ui.widgets.card import Card, CardList
from ui.widgets.combo import Combo
from ui.widgets.dates import plain_date
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Words
from ui.working import WorkBar

KEEP = (
    Field("until", "Keep until", "due"),
    Field("reason", "Reason"),
)
HOLD = (
    Field("reason", "Reason", hint="The inquiry, claim or request"),
    Field("until", "Until", "due", hint="Left empty, until it is lifted"),
)
DISPOSE = (
    Field("reason", "Reason", hint="The certificate keeps it: no names"),
    Field("second_person", "Second person", "pick", hint="Another user or member who agrees"),
)
FOR_GOOD = (
    "This cannot be undone, by anybody. The record goes out of the file with its history, its"
    " papers and its place in the search; what it shares with records that are kept stays with"
    " those. A certificate is kept that says nothing of what stood in it."
)


class RecordsGoing(CardList):
    """The chosen records with their clock, and the three things that can become of them."""

    def __init__(self, desk: Desk, done: Callable[[], object]) -> None:
        super().__init__("The chosen records")
        self._desk, self._done = desk, done
        self._rows: list[RetentionRow] = []
        self.card, self.words = Card("", large=True), Words()
        self.work = WorkBar(desk)
        self.keep_button = button("Keep on", self.ask_to_keep)
        self.hold_button = button("Put on hold", self.ask_to_hold)
        self.dispose_button = button("Dispose of for good", self.ask_to_dispose, "danger")
        self.keep = EntryCard("Keep it on", KEEP, desk, self._keep, "Keep it on")
        self.hold = EntryCard("Put it on hold", HOLD, desk, self._hold, "Put on hold")
        self.dispose = EntryCard("Dispose of", DISPOSE, desk, self._dispose, "Dispose of for good")
        self.warning, self.counted = Banner(FOR_GOOD, "high"), Words()
        self._build()

    def show_records(self, rows: Sequence[RetentionRow]) -> None:
        """Show these records; what was half-typed about others is left."""
        if [one.key for one in rows] != [one.key for one in self._rows]:
            for entry in (self.keep, self.hold, self.dispose):
                entry.leave()
        self._rows = list(rows)
        self.card.setVisible(bool(rows))
        if not rows:
            return
        one = rows[0] if len(rows) == 1 else None
        self.card.say(one.name if one else f"{len(rows):,} records", one.kind if one else "")
        self.words.setText(_told(one) if one else _told_of_many(rows))
        due = all(row.state is RetentionState.DUE for row in rows)
        self.dispose_button.setVisible(due)
        self.keep_button.setVisible(one is not None and one.due_on is not None)
        self.hold_button.setVisible(one is not None)

    def ask_to_keep(self) -> None:
        """Ask until when and why; the class says when it is looked at again."""
        row = self._rows[0]
        today = self._desk.workspace.store.clock.today()
        months = self._desk.workspace.read.review_months(row.code)
        self._ask(self.keep, {"until": add_months(today, months)})

    def ask_to_hold(self) -> None:
        """Ask why this record is held, and until when."""
        self._ask(self.hold, {})

    def ask_to_dispose(self) -> None:
        """Say what would go, and ask for the reason and the second person."""
        read, mine = self._desk.workspace.read, self._desk.workspace.signed_in_name
        goes = [read.goes(row.about, row.about_id) for row in self._rows]
        entries, papers = sum(one.rows for one in goes), sum(one.papers for one in goes)
        with_papers = f" and {_count(papers, 'paper', 'papers')} as received" if papers else ""
        goes_words = f"What goes: {_count(entries, 'entry', 'entries')}{with_papers}."
        self.counted.setText(f"{goes_words}\n{self._backups_left()}")
        people = {one.name for one in (*read.users(), *read.members()) if one.active} - {mine}
        second = self.dispose.editor_of("second_person")
        if isinstance(second, Combo):
            second.set_choices(plainly(sorted(people)))
        name = self._rows[0].name if len(self._rows) == 1 else f"{len(self._rows):,} records"
        self.dispose.say(f"Dispose of {name}")
        self._ask(self.dispose, {})

    def _backups(self) -> int | None:
        """How many backups lie in the folder chosen on this machine; None where none is."""
        folder = self._desk.machine.backup_folder
        return len(self._desk.workspace.care.backups_in(Path(folder))) if folder else None

    def _backups_left(self) -> str:
        days = self._desk.workspace.read.setting(BACKUPS_KEPT, "")
        today = self._desk.workspace.store.clock.today()
        return backups_left(self._backups(), today, int(days) if days.isdigit() else None)

    def _ask(self, entry: EntryCard, values: dict[str, Any]) -> None:
        """Show one form, and no other, where it can be seen whole."""
        for other in (self.keep, self.hold, self.dispose):
            if other is not entry:
                other.leave()
        entry.ask(values)

    def _keep(self, values: dict[str, Any]) -> None:
        if values.get("until") is None:
            raise Refusal("Say until when.", "until")
        row = self._rows[0]
        keep = self._desk.workspace.retention.keep_on
        keep((row.about, row.about_id), values["until"], values.get("reason", ""))

    def _hold(self, values: dict[str, Any]) -> None:
        row = self._rows[0]
        self._desk.workspace.retention.hold(
            values.get("reason", ""), record=(row.about, row.about_id), until=values.get("until")
        )

    def _dispose(self, values: dict[str, Any]) -> None:
        retention, records = self._desk.workspace.retention, self._records()
        reason, second = values.get("reason", ""), values.get("second_person")
        retention.check_disposal(records, reason, second)
        lying = self._backups()

        def work(progress: Progress) -> tuple[str, ...]:
            return retention.dispose(
                records, reason, second, backups=lying,
                tell=partial(progress.report, words="Gathering what goes"),
                sweeping=partial(progress.reported.emit, 0, 0, "Writing the file anew"),
            )  # fmt: skip

        self.work.start("Disposing of records", work, self._disposed)

    def _disposed(self, references: tuple[str, ...]) -> None:
        told = ", ".join(references[:3]) + (" …" if len(references) > 3 else "")
        certificates = "Certificate" if len(references) == 1 else "Certificates"
        self._desk.notice.say(f"Disposed of for good. {certificates}: {told}.")
        self._done()

    def _records(self) -> list[tuple[str, int]]:
        return [(row.about, row.about_id) for row in self._rows]

    def _build(self) -> None:
        flow = FlowLayout(gap=8)
        for made in (self.keep_button, self.hold_button, self.dispose_button):
            flow.addWidget(made)
        self.card.add(self.words)
        self.card.body.addLayout(flow)
        for at, widget in enumerate((self.counted, self.warning)):
            self.dispose.body.insertWidget(2 + at, widget)
        for card in (self.work, self.card, self.keep, self.hold, self.dispose):
            self.add(card)
        self.card.hide()


def _told(row: RetentionRow) -> str:
    lines = [row.basis]
    if row.due_on is not None:
        lines.append(f"Due on {plain_date(row.due_on)}.")
    if row.why:
        lines.append(row.why)
    if row.held_for:
        lines.append(f"On hold: {row.held_for}.")
    if row.kept_until is not None:
        lines.append(f"Kept on until {plain_date(row.kept_until)}: {row.kept_reason}.")
    return "\n".join(filter(None, lines))


def _told_of_many(rows: Sequence[RetentionRow]) -> str:
    due = sum(row.state is RetentionState.DUE for row in rows)
    return f"{due:,} of them due. Only records that are all due can go together."


def _count(number: int, one: str, several: str) -> str:
    return f"{number:,} {one if number == 1 else several}"
