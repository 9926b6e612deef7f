"""What leaves the page Minutes: an issue, asked about first, and a recall with its notes."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from models.errors import Refusal
from models.records.outcomes import MinutesRecord
from ui.desk import Desk
from ui.pages.issue_card import IssueCard, Wish, meeting_issue_words
from ui.pages.minutes.writing import (
    doubts_about,
    leaving_now,
    write_documents,
    write_recall,
    written_words,
)
from ui.pages.page import Page
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field
from ui.working import WorkBar

REASON = (
    Field("reason", "Why they are recalled", "long", hint="Name nobody: the note says it as it is"),
)


class Outgoing:
    """The cards of both; `page` shows them, and is read again when something has gone."""

    def __init__(self, desk: Desk, page: Page, work: WorkBar) -> None:
        self._desk, self._page, self._work = desk, page, work
        self._meeting_id: int | None = None
        self._version: MinutesRecord | None = None
        self.issue_card = IssueCard(self._choose_folder)
        self.recall_card = EntryCard("Recall the minutes?", REASON, desk, self._recall, "Recall")
        self.issue_card.begun.connect(self._issue)

    def ask_issue(
        self, meeting_id: int, made: Sequence[Any], confirmed: tuple[int, int], *, approved: bool
    ) -> None:
        """Say what an issue of these documents would do now."""
        self._meeting_id = meeting_id
        words, still = meeting_issue_words(approved=approved, confirmed=confirmed)
        leaving = leaving_now(self._desk, meeting_id, made, approved=approved)
        doubts = doubts_about(self._desk, meeting_id, leaving)
        self.issue_card.ask(words, open_still=still, doubts=doubts, by_mail=bool(leaving))

    def ask_recall(self, version: MinutesRecord) -> None:
        """Ask why these minutes are recalled."""
        self._version = version
        self.recall_card.ask()

    def keep_before(self, version: MinutesRecord) -> None:
        """Keep what a version says before a correction opens it, where nobody has yet."""
        if not version.has_words:
            from exports import versions

            versions.keep_words(self._desk.workspace, version.meeting_id)

    def _issue(self, wish: Wish) -> None:
        if self._meeting_id is None:
            return

        def done(written: tuple[str, ...]) -> None:
            self._desk.notice.say(written_words(written, wish))
            self._page.reload()

        write_documents(self._desk, self._work, self._meeting_id, wish, done)

    def _recall(self, values: dict[str, Any]) -> None:
        version, reason = self._version, values.get("reason") or ""
        if version is None:
            return
        if not reason.strip():
            raise Refusal("Say why they are recalled.", "reason")
        self._desk.workspace.minutes.recall(version.id, reason)
        rows = self._desk.workspace.read.issues(version.meeting_id)
        if not any(one.recalled_at for one in rows):
            self._desk.notice.say("Recalled. Nothing had been issued, so no note is due.")
            return
        folder = self._desk.dialogues.choose_folder(self._page, "Folder for the recall notes")
        if folder is not None:
            self._write_notes(version.meeting_id, folder, reason)

    def _write_notes(self, meeting_id: int, folder: Path, reason: str) -> None:
        def done(written: tuple[str, ...]) -> None:
            count = len(written)
            notes = "1 recall note" if count == 1 else f"{count} recall notes"
            self._desk.notice.say(f"Recalled. {notes} written to {folder.name}; correct to go on.")
            self._page.reload()

        write_recall(self._desk, self._work, meeting_id, folder, reason, done)

    def _choose_folder(self) -> Path | None:
        return self._desk.dialogues.choose_folder(self._page, "Folder for the documents")
