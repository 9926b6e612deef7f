"""The minutes page: read, comment, approve, confirm, issue; each meeting by itself."""

from collections.abc import Callable, Hashable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QTabWidget, QWidget

from models.errors import Refusal
from models.marks import MeetingState, MinutesState
from models.records.meeting import MeetingRecord
from models.records.outcomes import MinutesRecord
from ui import look
from ui.commands import Command
from ui.desk import Desk
from ui.pages.agenda.meeting_card import meeting_words
from ui.pages.minutes.approving import ApproveCard
from ui.pages.minutes.comments import Comments, Issued
from ui.pages.minutes.documents import Documents
from ui.pages.minutes.issuing import IssueCard, without_agreement
from ui.pages.minutes.items import Items
from ui.pages.minutes.preview import Preview
from ui.pages.minutes.standing import SETTLED, open_steps, standing_tags
from ui.pages.minutes.writing import compose_minutes, make_documents, write_documents
from ui.pages.page import Page
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field, may
from ui.widgets.buttons import button
from ui.widgets.combo import Combo
from ui.widgets.empty import EmptyState
from ui.widgets.flow import Chips
from ui.working import WorkBar

HERE = "Minutes"
LONGEST_MEETING = len("Wed 12 Nov 2026, running")
# What changes nothing in any document.
ASIDE = frozenset(
    {"confirmation", "minutes_version", "minutes_comment", "issue", "extract_due", "draft"}
)
CORRECTION = (Field("corrections", "What is put right", "long"),)
Step = tuple[str, str, str, Callable[[], None]]


class MinutesPage(Page):
    """One meeting's minutes and documents; the latest held is shown first."""

    title = HERE

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.meeting: MeetingRecord | None = None
        self.version: MinutesRecord | None = None
        self._made: tuple[Any, ...] = ()
        self._made_for: int | None = None
        self._stale = False
        self._read_for: tuple[int, int, str] | None = None
        self.meetings = Combo((), "Meeting")
        self.meetings.setMinimumContentsLength(LONGEST_MEETING)
        self.chips = Chips(name="How the minutes stand")
        self.work = WorkBar(desk)
        self.issue_card, self.approve_card = IssueCard(self._choose_folder), ApproveCard()
        self.correction = EntryCard("Correct the minutes", CORRECTION, desk, self._correct)
        self.empty = EmptyState(
            "No meeting has been held yet.", "Its minutes are written as it is held."
        )
        self.preview, self.documents = Preview("The minutes as they print"), Documents()
        self.items, self.comments, self.issued = Items(desk), Comments(desk), Issued()
        self.tabs = QTabWidget()
        self.steps: dict[str, QWidget] = {}
        self._build()

    def commands(self) -> Sequence[Command]:
        return (
            Command("to_chair", "Send the minutes to the chair", "to_chair", where=HERE),
            Command("approve", "Approve the minutes", "approve", where=HERE),
            Command("mend", "Mend the record of this meeting", "mend", where=HERE),
            Command("make_documents", "Make the documents to read", "make_documents", where=HERE),
            Command("confirm", "Confirm this document", "confirm", "Ctrl+Return", where=HERE),
            Command("next_document", "Next to confirm", "next_document", "Ctrl+Down", where=HERE),
            Command("issue", "Issue the documents", "issue", "Ctrl+Shift+I", where=HERE),
        )

    # reading

    def reload(self) -> None:
        held = [one for one in self.desk.workspace.read.meetings() if one.started_at is not None]
        shown = self.meeting.id if self.meeting is not None else None
        self.meetings.set_choices([(one.id, meeting_words(one)) for one in held])
        self.meeting = next((one for one in held if one.id == shown), held[0] if held else None)
        self.meetings.set_value(self.meeting.id if self.meeting is not None else None)
        self._show()

    def on_changed(self, changes: Any) -> None:
        if any(table not in ASIDE for table, _ in changes.touched):
            self._stale, self._read_for = True, None
        self.reload()

    def show_record(self, key: Hashable) -> None:
        """Show a meeting's minutes by its id."""
        found = [one for one in self.desk.workspace.read.meetings() if one.id == key]
        if found:
            self.meeting = found[0]
            self.reload()

    def start_finding(self) -> bool:
        self.tabs.setCurrentWidget(self.documents)
        self.documents.table.start_finding()
        return True

    # steps

    def draft(self) -> None:
        """Begin the draft that comments and states belong to."""
        if self.meeting is not None:
            self.desk.attempt(self, self.desk.workspace.minutes.draft, self.meeting.id)

    def to_chair(self) -> None:
        """Send the draft to the chair."""
        self._step(self.desk.workspace.minutes.to_chair)

    def give_back(self) -> None:
        """Give the minutes back as a draft."""
        self._step(self.desk.workspace.minutes.give_back)

    def approve(self) -> None:
        """Ask whether the minutes are approved, and say what is still open in them."""
        if self.meeting is None:
            return
        read = self.desk.workspace.read
        comments = sum(not one.settled for one in read.comments(self.meeting.id))
        order = read.running_order(self.meeting.id)
        actions = read.actions(meeting_id=self.meeting.id)
        self.approve_card.ask(self.meeting, order, actions, comments)

    def correct(self) -> None:
        """Ask what is put right; a new version begins."""
        self.correction.ask()

    def mend(self) -> None:
        """Go to this meeting's items, where every word of the minutes is mended."""
        if self.meeting is not None:
            self.desk.go("meeting", self.meeting.id)

    def issue(self) -> None:
        """Show what an issue would write now."""
        if self.meeting is None:
            return
        if not self._made or self._stale or self._made_for != self.meeting.id:
            self._make(self._ask_issue)
        else:
            self._ask_issue()

    def make_documents(self) -> None:
        """Make every document in memory, to be read and confirmed."""
        self._make(lambda: self.tabs.setCurrentWidget(self.documents))

    def confirm(self) -> None:
        """Confirm the document that is shown."""
        if self.tabs.currentWidget() is self.documents:
            self.documents.confirm()

    def next_document(self) -> None:
        """Go to the next document to look at."""
        self.tabs.setCurrentWidget(self.documents)
        self.documents.go_to_next()

    def _step(self, act: Callable[[int], object]) -> None:
        if self.meeting is None:
            return
        if self.version is None:
            self.draft()
        if self.version is not None:
            self.desk.attempt(self, act, self.version.id)

    def _correct(self, values: dict[str, Any]) -> None:
        if self.version is None:
            raise Refusal("There are no minutes to correct yet.")
        self.desk.workspace.minutes.correct(self.version.id, values.get("corrections") or "")
        self.desk.notice.say("A new version begins. “Mend the record” goes to its items.")

    # documents

    def _make(self, then: Callable[[], object]) -> None:
        meeting = self.meeting
        if meeting is None:
            return

        def done(made: tuple[Any, ...]) -> None:
            self._made, self._made_for, self._stale = made, meeting.id, False
            self._show_documents()
            then()

        make_documents(self.desk, self.work, meeting.id, done)

    def _confirm(self, document: Any) -> None:
        if self.meeting is not None:
            confirm = self.desk.workspace.minutes.confirm
            self.desk.attempt(self, confirm, self.meeting.id, document.name, document.digest)

    def _ask_issue(self) -> None:
        read, today = self.desk.workspace.read, self.desk.workspace.store.clock.today()
        self.issue_card.ask(
            approved=self._state in SETTLED,
            confirmed=self.documents.counts(),
            lacking=without_agreement(read.agencies(), today),
        )

    def _choose_folder(self) -> Path | None:
        return self.desk.dialogues.choose_folder(self, "Folder for the documents")

    def _issue(self, folder: Path, secret: str, reason: str) -> None:
        meeting = self.meeting
        if meeting is None or (reason and not self._note(reason)):
            return

        def done(written: tuple[str, ...]) -> None:
            self.desk.notice.say(f"{len(written)} files written to {folder.name}.")
            self.reload()

        write_documents(self.desk, self.work, meeting.id, folder, secret, done)

    def _note(self, reason: str) -> bool:
        """Keep why papers go to agencies without an agreement, beside the version that goes."""
        text = f"Issued to agencies without a current information sharing agreement: {reason}"
        version = self.version
        return version is not None and self.desk.attempt(
            self, self.desk.workspace.minutes.comment, version.id, text
        )

    # showing

    @property
    def _state(self) -> str:
        return self.version.state if self.version is not None else MinutesState.DRAFT.value

    def _show(self) -> None:
        held = self.meeting is not None
        self.empty.setVisible(not held)
        for widget in (self.tabs, self.chips, self.meetings):
            widget.setVisible(held)
        if self.meeting is None:
            self._show_steps(())
            return
        read, meeting_id = self.desk.workspace.read, self.meeting.id
        versions = read.minutes(meeting_id)
        self.version = versions[0] if versions else None
        order = read.running_order(meeting_id)
        without = {one.item_id: one for one in read.no_extracts(meeting_id)}
        settled = self._state in SETTLED
        self.items.show_items(order, read.approved_items(meeting_id), without, settled=settled)
        version_id = self.version.id if self.version is not None else None
        comments = read.comments(meeting_id)
        self.comments.show_comments(version_id, comments, order)
        issued = read.issues(meeting_id)
        self.issued.model.set_rows(issued)
        self._name_tabs(sum(not one.settled for one in comments), len(issued))
        self._show_documents()
        closed = self.meeting.state == MeetingState.CLOSED
        self._show_steps(open_steps(self.desk, self._state, closed=closed))
        self._read_minutes()

    def _show_documents(self) -> None:
        if self.meeting is None:
            return
        mine = self._made if self._made_for == self.meeting.id else ()
        rows = self.desk.workspace.read.confirmations(self.meeting.id)
        known = frozenset((one.document, one.digest) for one in rows)
        self.documents.show_documents(mine, known, stale=self._stale)
        self.documents.allow(may(self.desk, "confirm_document"))
        counts = self.documents.counts()
        self.chips.show_tags(standing_tags(self.desk, self.version, self._state, counts))

    def _read_minutes(self) -> None:
        """Compose the minutes off the window's thread, where something moved since."""
        meeting = self.meeting
        if meeting is None or not may(self.desk, "export_documents"):
            return
        wanted = (meeting.id, self.version.id if self.version is not None else 0, self._state)
        if self._read_for == wanted or self.tabs.currentWidget() is not self.preview:
            return
        self._read_for = wanted

        def done(blob: bytes) -> None:
            if self.meeting is not None and self.meeting.id == meeting.id:
                self.preview.show_document(f"minutes {meeting.id}.docx", blob)

        compose_minutes(self.desk, meeting.id, done, self._not_read)

    def _not_read(self, error: object) -> None:
        self._read_for = None
        if isinstance(error, Refusal):
            self.desk.notice.answer(self, error)

    def _show_steps(self, steps: Sequence[str]) -> None:
        for name, widget in self.steps.items():
            widget.setVisible(name in steps)

    def _name_tabs(self, comments: int, issued: int) -> None:
        for part, title, count in (
            (self.comments, "Comments", comments),
            (self.issued, "Issued", issued),
        ):
            self.tabs.setTabText(self.tabs.indexOf(part), f"{title} {count}" if count else title)

    # building

    def _build(self) -> None:
        self.meetings.setMinimumWidth(look.current().px(200))
        self.tools.addWidget(self.meetings)
        for name, words, kind in (
            ("mend", "Mend the record", ""),
            ("give_back", "Give back", ""),
            ("correct", "Correct", ""),
            ("to_chair", "Send to the chair", ""),
            ("approve", "Approve", "primary"),
            ("issue", "Issue", "primary"),
        ):
            self.steps[name] = button(words, getattr(self, name), kind)
            self.tools.addWidget(self.steps[name])
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName("Minutes, documents, items, comments, issued")
        self.tabs.tabBar().setAccessibleName("Minutes, documents, items, comments, issued")
        for part, title in (
            (self.preview, "Minutes"),
            (self.documents, "Documents"),
            (self.items, "Items"),
            (self.comments, "Comments"),
            (self.issued, "Issued"),
        ):
            self.tabs.addTab(part, title)
        for part in (
            self.chips,
            self.approve_card,
            self.issue_card,
            self.correction,
            self.work,
            self.empty,
        ):
            self.body.addWidget(part)
        self.body.addWidget(self.tabs, 1)
        self.meetings.changed.connect(self._pick)
        self.documents.wanted.connect(self.make_documents)
        self.documents.confirmed.connect(self._confirm)
        self.issue_card.begun.connect(self._issue)
        self.approve_card.approved.connect(lambda: self._step(self.desk.workspace.minutes.approve))
        self.tabs.currentChanged.connect(lambda _at: self._read_minutes())

    def _pick(self, meeting_id: object) -> None:
        if meeting_id is not None:
            self.show_record(meeting_id)
