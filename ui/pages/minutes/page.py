"""The minutes page: read, comment, approve, confirm, issue; each meeting by itself."""

from collections.abc import Callable, Hashable, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from models.errors import Refusal
from models.marks import MeetingState, MinutesState
from models.records.meeting import MeetingRecord
from models.records.minutes_issued import MinutesRecord
from ui import look
from ui.commands import Command
from ui.desk import Desk
from ui.pages.agenda.meeting_card import meeting_words
from ui.pages.minutes.approving import ApproveCard, ask_approval
from ui.pages.minutes.asked_of import AskedOf
from ui.pages.minutes.composed import ComposedMinutes
from ui.pages.minutes.confirming import Confirming
from ui.pages.minutes.keys import COMMANDS
from ui.pages.minutes.outgoing import Outgoing
from ui.pages.minutes.past_due import PastDue
from ui.pages.minutes.put_right import as_shown
from ui.pages.minutes.standing import SETTLED, STEPS, next_words, open_steps, standing_tags
from ui.pages.minutes.tabs import MinutesTabs
from ui.pages.minutes.writing import keep_words
from ui.pages.page import Page
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field
from ui.pages.records.permitted import may
from ui.widgets.banner import Banner
from ui.widgets.buttons import button
from ui.widgets.combo import Combo
from ui.widgets.empty import EmptyState
from ui.widgets.flow import Chips
from ui.widgets.one_open import OneOpen
from ui.widgets.roomy import under_each_other
from ui.working import WorkBar

LONGEST_MEETING = len("Wed 12 Nov 2026, running")
CORRECTION = (Field("corrections", "What is put right", "long"),)


class MinutesPage(Page):
    """One meeting's minutes and documents; the latest held is shown first."""

    title = "Minutes"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.meeting: MeetingRecord | None = None
        self.version: MinutesRecord | None = None
        self.meetings = Combo((), "Meeting")
        self.meetings.setMinimumContentsLength(LONGEST_MEETING)
        self.chips, self.next_step = Chips(name="How the minutes stand"), Banner()
        self.work = WorkBar(desk)
        self.out, self.past = Outgoing(desk, self, self.work), PastDue(desk, self.reload)
        self.approve_card = ApproveCard(self.past.at_approval)
        self.issue_card = self.out.issue_card
        self.issue_card.add_warning(self.past.at_issue)
        self.correction = EntryCard("Correct the minutes", CORRECTION, desk, self._correct)
        self.empty = EmptyState(
            "No meeting has been held yet.", "Its minutes are written as it is held."
        )
        self.tabs = tabs = MinutesTabs(desk, self._version_for_comments)
        self.preview, self.documents = tabs.preview, tabs.documents
        self.items, self.comments, self.issued = tabs.items, tabs.comments, tabs.issued
        self.confirming = Confirming(
            desk, self.work, self.documents, self._meeting_id, self._show_tags
        )
        self.made = self.confirming.made
        self.composed = ComposedMinutes(desk, self.preview, self._meeting_id)
        self.steps: dict[str, QWidget] = {}
        self._build()
        desk.hub.changed.connect(self._hear_unseen)

    def commands(self) -> Sequence[Command]:
        return COMMANDS

    # reading

    def reload(self) -> None:
        held = [one for one in self.desk.workspace.read.meetings() if one.started_at is not None]
        shown = self._meeting_id()
        self.meetings.set_choices([(one.id, meeting_words(one)) for one in held])
        self.meeting = next((one for one in held if one.id == shown), held[0] if held else None)
        self.meetings.set_value(self._meeting_id())
        self._show()

    def on_changed(self, changes: Any) -> None:
        self._hear(changes)
        self.reload()

    def _hear(self, changes: Any) -> None:
        """What was made no longer stands; it is heard also while another page is shown."""
        if self.made.hear(changes):
            self.composed.forget()
            self.tabs.forget()

    def _hear_unseen(self, changes: Any) -> None:
        if not self.isVisible():
            self._hear(changes)

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

    def for_chair(self) -> None:
        """Write the minutes for the chair alone, into a folder or as one e-mail draft."""
        if self.meeting is not None:
            self.out.ask_for_chair(self.meeting.id)

    def give_back(self) -> None:
        """Give the minutes back as a draft."""
        self._step(self.desk.workspace.minutes.give_back)

    def approve(self) -> None:
        """Ask whether the minutes are approved, and say what is still open in them."""
        if self.meeting is not None:
            self.past.show_of(self.meeting.id)
            ask_approval(self.desk, self.work, self._meeting_id, self.approve_card)

    def open_points(self) -> None:
        """Show what is open before approval and issue."""
        self.tabs.show_open_points()

    def new_days(self) -> None:
        """Ask for a new day for what is past due."""
        if self.meeting is not None:
            self.past.ask_of(self.meeting.id)

    def correct(self) -> None:
        """Ask what is put right; a new version begins."""
        self.correction.ask()

    def recall(self) -> None:
        """Ask why the minutes are recalled; whoever has them gets a note."""
        if self.version is not None:
            self.out.ask_recall(self.version)

    def mend(self) -> None:
        """Go to the item that is in sight, else to the meeting, where every word is mended."""
        if self.meeting is None:
            return
        item_id = self.tabs.item_in_sight()
        self.desk.go("meeting", self.meeting.id if item_id is None else (self.meeting.id, item_id))

    def issue(self) -> None:
        """Show what an issue would write now."""
        self.confirming.with_them_made(self._ask_issue)

    def issue_with_copies(self) -> None:
        """Show what an issue would write now, with PDF/A copies beside the Word files."""
        self.confirming.with_them_made(partial(self._ask_issue, copies=True))

    def make_documents(self) -> None:
        """Make every document in memory, to be read and confirmed."""
        self.confirming.make(lambda: self.tabs.setCurrentWidget(self.documents))

    def confirm(self) -> None:
        """Confirm the document that is shown, or take the change in that is."""
        self.tabs.confirm()

    def read_large(self) -> None:
        """Give the chosen document all the room, or show the list beside it again."""
        self.tabs.setCurrentWidget(self.documents)
        self.documents.read_large()

    def next_document(self) -> None:
        """Go to the next document to look at, or to the next change from Word."""
        self.tabs.go_to_next()

    def read_back(self) -> None:
        """Ask for minutes that were changed in Word."""
        self.tabs.ask_for_edited()

    def _step(self, act: Callable[[int], object]) -> None:
        if self.meeting is None:
            return
        if self.version is None:
            self.draft()
        if self.version is not None and self.desk.attempt(self, act, self.version.id):
            keep_words(self.desk, self.meeting.id, self.tabs.changes.forget)

    def _correct(self, values: dict[str, Any]) -> None:
        if self.version is None:
            raise Refusal("There are no minutes to correct yet.")
        told = as_shown(self.desk, self.correction, self.version.meeting_id, values)
        self.out.keep_before(self.version)
        self.desk.workspace.minutes.correct(self.version.id, told)
        self.desk.notice.say("A new version begins. “Mend the record” goes to its items.")

    def _ask_issue(self, *, copies: bool = False) -> None:
        if self.meeting is not None:
            made, confirmed = self.made.of(self.meeting.id), self.documents.counts()
            self.past.show_of(self.meeting.id)
            self.out.ask_issue(
                self.meeting.id, made, confirmed, state=self._state, expected=self.made.count
            )
            self.issue_card.copies.setChecked(copies)

    # showing

    @property
    def _state(self) -> str:
        return self.version.state if self.version is not None else MinutesState.DRAFT.value

    def _meeting_id(self) -> int | None:
        return self.meeting.id if self.meeting is not None else None

    def _show(self) -> None:
        held = self.meeting is not None
        self.empty.setVisible(not held)
        for widget in (self.tabs, self.chips, self.meetings):
            widget.setVisible(held)
        if self.meeting is None:
            self.next_step.say("")
            self._show_steps(())
            return
        read, meeting_id = self.desk.workspace.read, self.meeting.id
        self.asked_of.turn_to(meeting_id)
        versions = read.minutes(meeting_id)
        self.version = versions[0] if versions else None
        version_id = self.version.id if self.version is not None else None
        self.tabs.show_meeting(read, meeting_id, version_id, self._state in SETTLED)
        self.next_step.say(next_words(self.desk, self._state))
        self.confirming.show()
        closed = self.meeting.state == MeetingState.CLOSED
        self._show_steps(open_steps(self.desk, self._state, closed=closed))
        self._read_minutes()

    def _show_tags(self) -> None:
        counts = self.documents.counts()
        self.chips.show_tags(standing_tags(self.desk, self.version, self._state, counts))

    def _read_minutes(self) -> None:
        """Read what the tab in sight shows off the window's thread, where something moved since."""
        if self.meeting is not None and may(self.desk, "export_documents"):
            version_id = self.version.id if self.version is not None else 0
            made = self.made.of(self.meeting.id)
            self.tabs.read(self.meeting.id, version_id, self._state, made, self.composed)

    def _show_steps(self, steps: Sequence[str]) -> None:
        for name, widget in self.steps.items():
            widget.setVisible(name in steps)

    def _version_for_comments(self) -> int | None:
        if self.version is None:
            self.draft()
        return self.version.id if self.version is not None else None

    # building

    def _build(self) -> None:
        self.meetings.setMinimumWidth(look.current().px(200))
        self.tools.addWidget(self.meetings)
        for name, words, kind in STEPS:
            self.steps[name] = button(words, getattr(self, name), kind)
            self.tools.addWidget(self.steps[name])
        cards = (
            self.approve_card, self.issue_card, self.out.for_chair.card, self.out.recall_card,
            self.correction, self.past.card,
        )  # fmt: skip
        OneOpen(cards, self)
        self.asked_of = AskedOf(cards, self.correction)
        asked = (*cards[:2], self.out.for_chair, self.out.left_card, *cards[3:])
        above = (self.chips, self.next_step, *asked, self.work, self.empty)
        self.body.addWidget(under_each_other(*above, self.tabs), 1)
        self.meetings.changed.connect(self._pick)
        self.documents.wanted.connect(self.make_documents)
        self.approve_card.approved.connect(lambda: self._step(self.desk.workspace.minutes.approve))
        self.approve_card.list_wanted.connect(self.tabs.show_open_points)
        self.tabs.open_points.new_days_wanted.connect(self.new_days)
        self.tabs.edits.correct_wanted.connect(self.correct)
        self.tabs.currentChanged.connect(lambda _at: self._read_minutes())

    def _pick(self, meeting_id: object) -> None:
        if meeting_id is not None:
            self.show_record(meeting_id)
