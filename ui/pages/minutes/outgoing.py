"""What leaves the page Minutes: an issue, asked about first, and a recall with its notes."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from models.records.minutes_issued import MinutesRecord
from ui.desk import Desk
from ui.pages.issue_card import (
    NOWHERE,
    IssueCard,
    Wish,
)
from ui.pages.left_over import LeftCard
from ui.pages.minutes.archive import cannot_be_made, copies_words, make_copies
from ui.pages.minutes.recall_fields import (
    REASON,
    HowRecalled,
    hide_secret,
    how_recalled,
    notes_written,
    reason_of,
)
from ui.pages.minutes.standing import SETTLED, meeting_issue_words, still_out
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
from ui.working import WorkBar

FOR_CHAIR = (
    "The minutes and what only the chair reads, each page marked DRAFT until they are approved."
    " Nothing counts as issued."
)
RECALL = "Recall the minutes?"
CHAIRS_PAPERS = ("paper for the chair", "papers for the chair")
EARLIER = Field(
    "earlier", "What went of earlier versions", "yes",
    hint="Recall it too: it is still out, and its readers get a note",
)  # fmt: skip


class Outgoing:
    """The cards of both; `page` shows them, and is read again when something has gone."""

    def __init__(self, desk: Desk, page: Page, work: WorkBar) -> None:
        self._desk, self._page, self._work = desk, page, work
        self._meeting_id: int | None = None
        self._expected = 0
        self._version: MinutesRecord | None = None
        self.issue_card = IssueCard(self._choose_folder)
        asked = (REASON[0], EARLIER, *REASON[1:])
        self.recall_card = EntryCard(RECALL, asked, desk, self._recall, "Recall")
        hide_secret(self.recall_card)
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
        if not self._desk.workspace.read.setting_at(meeting_id, "reply_to"):
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
        workspace, meeting_id = self._desk.workspace, version.meeting_id
        before = recalling.earlier_out(workspace, meeting_id)
        rows = [*recalling.to_recall(workspace, meeting_id), *before]
        mailed = recalling.needs_passphrase(workspace, meeting_id, rows)
        self.recall_card.form.show_row("passphrase", mailed)
        self.recall_card.form.show_row("earlier", bool(before))
        self.recall_card.say(RECALL, still_out(before))
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
        version = self._version
        if version is None:
            return
        from exports import recalling

        workspace, meeting_id = self._desk.workspace, version.meeting_id
        earlier = bool(values.get("earlier"))
        rows = recalling.to_recall(workspace, meeting_id)
        rows += recalling.earlier_out(workspace, meeting_id) if earlier else []
        if not rows:
            workspace.minutes.recall(version.id, reason_of(values))
            self._desk.notice.say("Recalled. Nothing had been issued, so no note is due.")
            return
        how = how_recalled(self._desk, self._page, meeting_id, rows, values)
        self._write_notes(meeting_id, how, earlier=earlier)

    def _write_notes(self, meeting_id: int, how: HowRecalled, *, earlier: bool) -> None:
        def write(workspace: Any) -> tuple[str, ...]:
            from exports import recalling

            return recalling.write_recall(workspace, meeting_id, *how, earlier=earlier)

        def done(written: tuple[str, ...]) -> None:
            self._desk.notice.say(f"{notes_written(written, how)} Correct to go on.")
            self._page.reload()

        write_recall(self._desk, self._work, write, done)

    def _choose_folder(self) -> Path | None:
        return self._desk.dialogues.choose_folder(self._page, "Folder for the documents")
