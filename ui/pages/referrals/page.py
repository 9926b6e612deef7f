"""The page of referrals: the inbox with its triage card, and the preview of an import."""

from collections.abc import Hashable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtGui import QDragEnterEvent, QDropEvent

from models.errors import Refusal
from models.records.papers import ImportedFile, ReferralRecord
from ui.commands import Command
from ui.desk import Desk
from ui.pages.intelligence import IntelligenceView
from ui.pages.page import Page
from ui.pages.records.papers import PaperReader
from ui.pages.records.permitted import may
from ui.pages.records.record_page import page_of
from ui.pages.referrals.card import TriageCard
from ui.pages.referrals.commands import COMMANDS
from ui.pages.referrals.importing import KINDS, Importing
from ui.pages.referrals.inbox import Inbox
from ui.pages.referrals.kept import Kept
from ui.pages.referrals.known_named import KnownNamed
from ui.pages.referrals.preview import Preview
from ui.widgets.buttons import button
from ui.widgets.dates import long_date
from ui.widgets.empty import EmptyState
from ui.widgets.in_sight import bring_into_sight
from ui.widgets.roomy import Roomy
from ui.widgets.shown_stack import ShownStack
from ui.widgets.side_by_side import SideBySide
from ui.widgets.steps import StepTabs
from ui.working import WorkBar

CHOOSE = ("No referral is chosen.", "Choose one from the list: Alt+Down.")
EMPTY = ("No referrals yet.", "Drop Word, Excel, PDF, CSV or e-mail here, or press Ctrl+O.")
TABS, INTELLIGENCE = ("Referrals", "Intelligence"), 1
NOTHING_TAKEN = "Nothing was taken: each paper says why."


class ReferralsPage(Page):
    """Papers come in here; each referral is answered, and stays visible whatever became of it."""

    title = "Referrals"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setAcceptDrops(may(desk, "import_papers"))
        self._shown: Hashable | None = None
        self._next: Hashable | None = None
        self.busy, self.preview = WorkBar(desk), Preview()
        self.importing = Importing(desk, self.busy, self._show_preview)
        self.inbox = Inbox(EmptyState(*EMPTY, "Add papers", self.add_papers))
        self.card, self.kept = TriageCard(desk), Kept()
        self.reader = PaperReader(desk, self._back_to_card)
        self.tabs, self.intelligence = StepTabs(TABS, "Inboxes"), IntelligenceView(desk)
        self._build()

    def commands(self) -> Sequence[Command]:
        return COMMANDS

    def reload(self) -> None:
        """Read the inbox and the referral stood on again."""
        self.intelligence.reload(shown=self.stack.currentWidget() is self.intelligence)
        rows = self.desk.workspace.read.referrals()
        waiting = sum(row.state == "new" for row in rows)
        said = f"{waiting:,} to triage of {len(rows):,}{self.intelligence.also()}"
        self.say(said if rows else "")
        self.inbox.show_rows(rows)
        self.nothing.say(*(CHOOSE if rows else ("", "")))
        if self.right.currentWidget() in (self.card, self.nothing):
            self._show(self.inbox.current())

    def on_changed(self, changes: Any) -> None:
        if changes.touches("paper"):
            self.kept.hear(changes.operation)
        self.reload()

    def show_record(self, key: Hashable) -> None:
        """Show one referral, a submission of intelligence, or all of these by "submissions"."""
        if key == "submissions" or (isinstance(key, tuple) and key[0] == "submission"):
            self.tabs.go_to(INTELLIGENCE)
            if isinstance(key, tuple):
                self.intelligence.go_to(key[1])
            return
        self.tabs.go_to(0)
        self.stack.setCurrentWidget(self.side)
        self.inbox.filter.clear()
        self.inbox.list.go_to(key)
        self._show(key)
        self._begin()

    def start_finding(self) -> bool:
        self.inbox.filter.setFocus()
        self.inbox.filter.selectAll()
        return True

    def may_leave(self) -> bool:
        return all((self.card.settle(), self.intelligence.settle()))

    def turn_inbox(self) -> None:
        """Turn to the other inbox: referrals, or intelligence."""
        self.tabs.go_to(1 - self.tabs.current)

    def enter_intelligence(self) -> None:
        """Begin a submission of intelligence."""
        self.tabs.go_to(INTELLIGENCE)
        self.intelligence.enter()

    def write_form(self) -> None:
        """Save the blank form on which others submit intelligence."""
        self.intelligence.write_form()

    def add_papers(self) -> None:
        """Choose papers to read."""
        if self.desk.allows(self, "import_papers"):
            self._read(self.desk.dialogues.open_files(self, "Add papers", KINDS))

    def next_referral(self) -> None:
        """Stand on the next referral or submission."""
        self._step(1)

    def previous_referral(self) -> None:
        """Stand on the one before."""
        self._step(-1)

    def decide(self) -> None:
        """Go to the outcome of the referral or submission shown."""
        outcome = self.card.outcome
        if self.stack.currentWidget() is self.intelligence:
            self.intelligence.decide()
            return
        if self.right.currentWidget() is not self.card:
            return
        bring_into_sight(outcome)
        if outcome.entry.isVisible():
            outcome.outcome.setFocus()
        else:
            self.desk.notice.say(f"This is decided. {outcome.decided.text.text()}")

    def ask_gaps(self) -> None:
        """Ask the agencies that would know for what the referral shown leaves open."""
        if self.right.currentWidget() is self.card:
            self.card.checklist.ask()

    def write_gaps(self) -> None:
        """Write a request to each agency that was asked about the referral shown."""
        if self.right.currentWidget() is self.card:
            self.card.checklist.write()

    def meet_out_of_cycle(self) -> None:
        """Put the referral shown first on a meeting of the next working day."""
        shown = self.inbox.current()
        if self.right.currentWidget() is not self.card or not isinstance(shown, int):
            return
        workspace, made = self.desk.workspace, list[int]()
        meet = workspace.referrals.meet_out_of_cycle
        if self.desk.attempt(self, lambda: made.append(meet(shown))):
            day = long_date(workspace.read.meeting(made[0]).held_on)
            self.desk.notice.say(f"First on the agenda of {day}. Ctrl+Z takes it back.")

    def _settled(self, referral_id: int) -> None:
        """Turn to the next referral that waits; the hand goes to the list, not into a text."""
        if self._next is not None:
            self.inbox.list.go_to(self._next)
            self._show(self._next)
        self.inbox.list.setFocus()

    def _step(self, by: int) -> None:
        shown = self.stack.currentWidget() is self.intelligence
        (self.intelligence if shown else self.inbox.list).step(by)

    def _turn(self, at: int) -> None:
        """Show the inbox chosen; half-typed words are kept first."""
        self.stack.setCurrentWidget(self.intelligence if at == INTELLIGENCE else self.side)
        self.reload()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        urls = event.mimeData().urls()
        self._read([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])
        event.acceptProposedAction()

    def _read(self, paths: Sequence[Path]) -> None:
        self.importing.read(paths)

    def _show_preview(self, files: Sequence[Any]) -> None:
        if not files:
            self.desk.notice.say("There was no paper among these.")
            return
        self.tabs.go_to(0)
        self.preview.mended.clear()
        self.preview.show_files(files)
        self.stack.setCurrentWidget(self.preview)
        self.preview.keep_all.setFocus()

    def _read_as(self, place: int, kind: str) -> None:
        files, preview = self.preview.files, self.preview
        self.importing.read_as(files, place, kind, lambda told: preview.show_again(told, place))

    def _keep(self, files: Sequence[Any], mended: Any) -> None:
        self.importing.keep(files, mended, partial(self._show_kept, files))

    def _show_kept(self, files: Sequence[Any], kept: Sequence[ImportedFile]) -> None:
        rest = [one for one in self.preview.files if one not in files and one.refused is None]
        if rest:
            self.preview.show_files(rest)
            self.desk.notice.say(f"Kept {len(files):,}; {len(rest):,} wait.")
            return
        self.kept.show_files(kept)
        self.right.setCurrentWidget(self.kept)
        self.stack.setCurrentWidget(self.side)
        moved = any(one.status in ("imported", "updated") for one in kept)
        known = all(one.status == "duplicate" for one in kept)
        none = "Nothing new: these papers are on record already." if known else NOTHING_TAKEN
        self.desk.notice.say("Kept. Ctrl+Z takes the import back." if moved else none)

    def _discard(self) -> None:
        self.stack.setCurrentWidget(self.side)
        self.desk.notice.say("Discarded. Nothing was written.")

    def _show(self, key: Hashable | None) -> None:
        if key != self._shown:  # a decided one moves down the list: what followed it stays known
            self._shown = key
            self._next = self.inbox.waiting_after(key) if key is not None else None
        record = self._record(key) if isinstance(key, int) else None
        if record is None:
            self.right.setCurrentWidget(self.nothing)
            return
        self.card.show_record(record, self._people())
        self.right.setCurrentWidget(self.card)

    def _record(self, key: int) -> ReferralRecord | None:
        try:
            return self.desk.workspace.read.referral(key)
        except Refusal:
            return None

    def _people(self) -> list[str]:
        read, mine = self.desk.workspace.read, self.desk.workspace.signed_in_name
        names = [one.name for one in (*read.users(), *read.members()) if one.active]
        return [name for name in dict.fromkeys(names) if name != mine]

    def _want(self, what: str, record: ReferralRecord) -> None:
        if what == "matches":
            self.desk.go("people", "matches")
        elif what == "record":
            self._open(record.row.subject_kind, record.row.subject_id)
        elif record.paper_id is not None and self.reader.open(record.paper_id, "The paper"):
            self.right.setCurrentWidget(self.reader)

    def _open(self, kind: str, subject_id: int) -> None:
        self.desk.go(page_of(kind), subject_id)

    def _go_on(self, where: str) -> None:
        if where == "matches":
            self.desk.go("people", "matches")
        else:
            self.inbox.stand_on_first()
            self._begin()

    def _begin(self) -> None:
        """Put the hand where the referral shown begins: at its immediate risk, else in the list."""
        if self.right.currentWidget() is not self.card or not self.card.begin():
            self.inbox.list.setFocus()

    def _back_to_card(self) -> None:
        self.right.setCurrentWidget(self.card)
        self.card.paper_button.setFocus()

    def _build(self) -> None:
        self.nothing = EmptyState("")
        self.right = ShownStack()
        for widget in (self.nothing, self.card, self.kept, self.reader):
            self.right.addWidget(widget)
        self.side = SideBySide(self.inbox, self.right)
        self.stack = ShownStack()
        for widget in (self.side, self.preview, self.intelligence):
            self.stack.addWidget(widget)
        self.body.addWidget(self.tabs)
        self.body.addWidget(self.busy)
        self.body.addWidget(Roomy(self.stack), 1)
        adding = button("Add papers", self.add_papers, keys="Ctrl+O")
        adding.setEnabled(may(self.desk, "import_papers"))
        self.tools.addWidget(adding)
        self.inbox.chosen.connect(self._show)
        self.card.wanted.connect(self._want)
        self.card.outcome.settled.connect(self._settled)
        self.kept.wanted.connect(self._go_on)
        known = KnownNamed(self.desk)
        self.preview.view.mend.find, self.preview.view.known = known.while_mending, known.of
        self.preview.kept.connect(self._keep)
        self.preview.discarded.connect(self._discard)
        self.preview.other_kind.connect(self._read_as)
        self.tabs.chosen.connect(self._turn)
        self.intelligence.opened.connect(self._open)
