"""What leaves the page Minutes: an issue, asked about first, and a recall with its notes."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QLineEdit

from models.errors import Refusal
from models.records.outcomes import MinutesRecord
from ui.desk import Desk
from ui.pages.issue_card import (
    NEVER_MAILED,
    NOWHERE,
    TOO_SHORT,
    IssueCard,
    Wish,
)
from ui.pages.left_over import LeftCard
from ui.pages.minutes.archive import cannot_be_made, copies_words, make_copies
from ui.pages.minutes.standing import SETTLED, meeting_issue_words
from ui.pages.minutes.writing import (
    doubts_about,
    leaving_now,
    needs_passphrase,
    write_documents,
    write_recall,
    written_words,
)
from ui.pages.page import Page
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field
from ui.pages.records.permitted import may
from ui.pages.sending import Sending
from ui.pages.written import place
from ui.strength import SHORTEST
from ui.working import WorkBar

FOR_CHAIR = (
    "The minutes and what only the chair reads, each page marked DRAFT until they are approved."
    " Nothing counts as issued."
)
CHAIRS_PAPERS = ("paper for the chair", "papers for the chair")
REASON = (
    Field(
        "reason", "Why they are recalled", "long",
        hint="All who have papers read it: names on record are replaced, and what may be one is"
        " refused",
    ),
    Field(
        "passphrase", "Passphrase for the notes by e-mail",
        hint=f"For addresses that are not secure mail, as for the papers. {NEVER_MAILED}",
    ),
)  # fmt: skip


class Outgoing:
    """The cards of both; `page` shows them, and is read again when something has gone."""

    def __init__(self, desk: Desk, page: Page, work: WorkBar) -> None:
        self._desk, self._page, self._work = desk, page, work
        self._meeting_id: int | None = None
        self._expected = 0
        self._version: MinutesRecord | None = None
        self.issue_card = IssueCard(self._choose_folder)
        self.recall_card = EntryCard("Recall the minutes?", REASON, desk, self._recall, "Recall")
        secret = self.recall_card.editor_of("passphrase")
        if isinstance(secret, QLineEdit):
            secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.left_card = LeftCard()
        self.issue_card.begun.connect(self._issue)
        self.for_chair = Sending(desk, "Minutes for the chair", FOR_CHAIR, CHAIRS_PAPERS)

    def ask_issue(
        self,
        meeting_id: int,
        made: Sequence[Any],
        confirmed: tuple[int, int],
        *,
        state: str,
        expected: int,
    ) -> None:
        """Say what an issue of these documents would do now."""
        if not self._desk.allows(self._page, "export_documents"):
            return
        self._meeting_id, self._expected = meeting_id, expected
        words, still = meeting_issue_words(state, confirmed)
        if not self._desk.workspace.read.setting("reply_to"):
            words, still = f"{words} {NOWHERE}", True
        leaving = leaving_now(self._desk, meeting_id, made, approved=state in SETTLED)
        doubts = doubts_about(self._desk, meeting_id, leaving)
        locked = needs_passphrase(self._desk, meeting_id, leaving)
        by_mail = bool(leaving) and may(self._desk, "issue_documents")
        self.left_card.hide()
        self.issue_card.ask(
            words, open_still=still, doubts=doubts, by_mail=by_mail, locked=locked,
            no_copies=cannot_be_made,
        )  # fmt: skip

    def ask_for_chair(self, meeting_id: int) -> None:
        """Ask how the minutes go to the chair, alone and before they are approved."""
        workspace = self._desk.workspace

        def look() -> tuple[str, ...]:
            from exports.for_chair import doubts_for_chair

            return doubts_for_chair(workspace, meeting_id)

        def write(how: Any) -> tuple[str, ...]:
            from exports.for_chair import write_for_chair

            return write_for_chair(workspace, meeting_id, how)

        self.for_chair.ask(look, write)

    def ask_recall(self, version: MinutesRecord) -> None:
        """Ask why these minutes are recalled."""
        if not self._desk.allows(self._page, "recall_documents"):
            return
        from exports import recalling

        self._version = version
        mailed = recalling.needs_passphrase(self._desk.workspace, version.meeting_id)
        self.recall_card.form.show_row("passphrase", mailed)
        self.recall_card.ask()

    def keep_before(self, version: MinutesRecord) -> None:
        """Keep what a version says before a correction opens it, where nobody has yet."""
        if not version.has_words:
            from exports import versions

            versions.keep_words(self._desk.workspace, version.meeting_id)

    def _issue(self, wish: Wish) -> None:
        if self._meeting_id is None:
            return
        told: list[str] = []

        def done(written: tuple[str, ...]) -> None:
            self._desk.notice.say(written_words(written, wish))
            self.left_card.tell(told)
            self._page.reload()
            if wish.copies:
                make_copies(self._work, wish.folder, written, copied)

        def copied(count: int) -> None:
            self._desk.notice.say(copies_words(count, wish.folder))

        write_documents(
            self._desk, self._work, self._meeting_id, wish, done,
            self.issue_card.refused, told.append, expected=self._expected,
        )  # fmt: skip

    def _recall(self, values: dict[str, Any]) -> None:
        version, reason = self._version, values.get("reason") or ""
        if version is None:
            return
        if not reason.strip():
            raise Refusal("Say why they are recalled.", "reason")
        from exports import recalling

        workspace, meeting_id = self._desk.workspace, version.meeting_id
        if not recalling.to_recall(workspace, meeting_id):
            workspace.minutes.recall(version.id, reason)
            self._desk.notice.say("Recalled. Nothing had been issued, so no note is due.")
            return
        secret = _secret(values, needed=recalling.needs_passphrase(workspace, meeting_id))
        recalling.naming_nobody(workspace, meeting_id, reason)
        folder = self._desk.dialogues.choose_folder(self._page, "Folder for the recall notes")
        if folder is None:
            raise Refusal("Nothing is recalled yet: choose a folder for the notes.")
        self._write_notes(meeting_id, folder, reason, secret)

    def _write_notes(self, meeting_id: int, folder: Path, reason: str, secret: str | None) -> None:
        def done(written: tuple[str, ...]) -> None:
            count = len(written)
            notes = "1 recall note" if count == 1 else f"{count} recall notes"
            apart = " Tell the passphrase apart from them." if secret else ""
            told = (
                f"Recalled. {notes} written to {place(written, folder)}; correct to go on.{apart}"
            )
            self._desk.notice.say(told)
            self._page.reload()

        write_recall(self._desk, self._work, meeting_id, folder, reason, secret, done)

    def _choose_folder(self) -> Path | None:
        return self._desk.dialogues.choose_folder(self._page, "Folder for the documents")


def _secret(values: dict[str, Any], *, needed: bool) -> str | None:
    """The passphrase for notes by e-mail, where one is needed."""
    secret = values.get("passphrase") or ""
    if needed and len(secret) < SHORTEST:
        raise Refusal(TOO_SHORT, "passphrase")
    return secret if needed else None
