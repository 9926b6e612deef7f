"""Agenda papers and information requests: asked about, then written or drafted as e-mails."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from models.errors import Refusal
from models.records.item import ItemRow
from models.records.meeting import MeetingRecord
from models.rules.timetable import check_returns_due
from ui.desk import Desk
from ui.pages.agenda.nobody import uninvited
from ui.pages.issue_card import NOWHERE, IssueCard, Wish
from ui.pages.left_over import LeftCard
from ui.pages.records.permitted import may
from ui.pages.written import count_of, place
from ui.tasks import Progress
from ui.working import WorkBar, counted

PAPERS = "The agenda papers"
REQUESTS = "The information requests"
EVERYTHING = ("agenda", "invitations", "briefing", "requests", "updates")
WORDS = {
    PAPERS: "Agenda, pack, requests, workers' updates, invitations and the chair's briefing,"
    " each for its readers. They are logged with their hash; whoever is sent a request is asked.",
    REQUESTS: "A request for each agency asked, an update of each worker. All are logged.",
}


class PapersOut:
    """Asks how they go and writes, off the window's thread; `page` is where refusals go."""

    def __init__(self, desk: Desk, page: QWidget, work: WorkBar) -> None:
        self.desk, self.page, self.work = desk, page, work
        self.card, self.left = IssueCard(self._folder), LeftCard()
        self._meeting: MeetingRecord | None = None
        self._kinds: tuple[str, ...] = ()
        self._what = PAPERS
        self._first: Callable[[], bool] = lambda: True
        self.card.begun.connect(self._begin)

    def request(
        self, meeting: MeetingRecord, agency_ids: tuple[int, ...], due: date | None
    ) -> bool:
        """Ask agencies for their returns; False where there is no day by which they can be due."""
        if not agency_ids:
            self.desk.notice.say("Every return is in; nobody has to be asked.")
            return True
        workspace = self.desk.workspace
        if not self.desk.allows(self.page, "request_information"):
            return False
        try:
            _check_due(due, meeting, workspace.store.clock.today())
        except Refusal as refusal:
            self.desk.notice.refuse(self.page, refusal)
            return False

        def look(_progress: Progress) -> tuple[str, ...]:
            from exports import issue

            return issue.doubts_before(workspace, meeting.id, agency_ids)

        def ask() -> bool:
            request = workspace.agenda.request
            return self.desk.attempt(self.page, request, meeting.id, agency_ids, due)

        self._ask(meeting, ("requests", "updates"), REQUESTS, look, ask)
        return True

    def issue(self, meeting: MeetingRecord | None, order: Sequence[ItemRow]) -> None:
        """Ask how agenda, pack and invitations go."""
        if not self.desk.allows(self.page, "export_documents"):
            return
        if meeting is None or not order:
            self.desk.notice.say("Nothing stands on this agenda yet.")
            return
        workspace, kinds = self.desk.workspace, EVERYTHING

        def look(_progress: Progress) -> tuple[str, ...]:
            from exports import issue

            return issue.doubts_before(workspace, meeting.id)

        self._ask(meeting, kinds, PAPERS, look, lambda: True)

    def _ask(
        self,
        meeting: MeetingRecord,
        kinds: tuple[str, ...],
        what: str,
        look: Callable[[Progress], tuple[str, ...]],
        first: Callable[[], bool],
    ) -> None:
        self._meeting, self._kinds, self._what, self._first = meeting, kinds, what, first
        self.left.hide()
        self.work.start("Looking at who receives them", look, self._show)

    def _show(self, doubts: tuple[str, ...]) -> None:
        self.card.say(self._what)
        read, meeting = self.desk.workspace.read, self._meeting
        addressed = meeting is not None and bool(read.setting_at(meeting.id, "reply_to"))
        self.card.ask(
            WORDS[self._what] if addressed else f"{WORDS[self._what]} {NOWHERE}",
            open_still=not addressed,
            doubts=doubts,
            by_mail=may(self.desk, "issue_agenda"),
            packs=self._what == PAPERS,
        )

    def _folder(self) -> Path | None:
        return self.desk.dialogues.choose_folder(self.page, f"Folder: {self._what.lower()}")

    def _begin(self, wish: Wish) -> None:
        meeting, kinds, what = self._meeting, self._kinds, self._what
        workspace, told = self.desk.workspace, list[str]()
        if meeting is None or not self._first():
            return

        def make(progress: Progress) -> tuple[str, ...]:
            from exports import issue

            how: dict[str, Any] = {
                "passphrase": wish.secret or None,
                "reason": wish.reason or None,
                "progress": counted(progress),
                "cancelled": lambda: progress.cancelled,
                "tell": told.append,
            }
            if wish.by_agency:
                return issue.write_packs(workspace, meeting.id, wish.folder, **how)
            if wish.by_mail:
                return issue.write_drafts(
                    workspace, meeting.id, wish.folder, audiences=kinds, before=True, **how
                )
            return issue.write_before_meeting(
                workspace, meeting.id, wish.folder, kinds=kinds, **how
            )

        def done(written: tuple[str, ...]) -> None:
            made = count_of(written, by_mail=wish.by_mail)
            self.desk.notice.say(f"{what}: {made} written to {place(written, wish.folder)}.")
            if what == PAPERS:
                told.append(uninvited(workspace.read.running_order(meeting.id)))
            self.left.tell(list(filter(None, told)))

        self.work.start(f"Making {what.lower()}", make, done, self.card.refused)


def _check_due(due: date | None, meeting: MeetingRecord, today: date) -> None:
    if due is None:
        raise Refusal("Give the day by which returns are due.", "due")
    check_returns_due(due, meeting.held_on, today)
