"""Agenda papers and information requests, written into a folder of the person's choice."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from models.errors import Refusal
from models.records.item import ItemRow
from models.records.meeting import MeetingRecord
from ui.desk import Desk
from ui.tasks import Progress
from ui.working import WorkBar


class PapersOut:
    """Asks for the folder and writes, off the window's thread; `page` is where refusals go."""

    def __init__(self, desk: Desk, page: QWidget, work: WorkBar) -> None:
        self.desk, self.page, self.work = desk, page, work

    def request(
        self, meeting: MeetingRecord, agency_ids: tuple[int, ...], due: date | None
    ) -> bool:
        """Ask agencies for their returns; False where the day by which is missing."""
        if not agency_ids:
            self.desk.notice.say("Every return is in; nobody has to be asked.")
            return True
        if due is None:
            refusal = Refusal("Give the day by which returns are due.", "due")
            self.desk.notice.refuse(self.page, refusal)
            return False
        folder = self._folder("Folder for the information requests")
        ask = self.desk.workspace.agenda.request
        if folder is not None and self.desk.attempt(self.page, ask, meeting.id, agency_ids, due):
            self._begin(meeting, ("requests",), "The information requests", folder)
        return True

    def issue(self, meeting: MeetingRecord | None, order: Sequence[ItemRow]) -> None:
        """Write agenda, pack and invitations."""
        if meeting is None or not order:
            self.desk.notice.say("Nothing stands on this agenda yet.")
            return
        folder = self._folder("Folder for the agenda papers")
        if folder is not None:
            self._begin(meeting, ("agenda", "invitations"), "The agenda papers", folder)

    def _folder(self, title: str) -> Path | None:
        return self.desk.dialogues.choose_folder(self.page, title)

    def _begin(
        self, meeting: MeetingRecord, kinds: tuple[str, ...], what: str, folder: Path
    ) -> None:
        workspace = self.desk.workspace

        def make(progress: Progress) -> tuple[str, ...]:
            from exports import issue

            return issue.write_before_meeting(
                workspace,
                meeting.id,
                folder,
                kinds=kinds,
                progress=progress.report,
                cancelled=lambda: progress.cancelled,
            )

        def done(written: tuple[str, ...]) -> None:
            count = len(written)
            files = f"{count} file{'s' * (count != 1)}"
            self.desk.notice.say(f"{what}: {files} in {folder.name}.")

        self.work.start(f"Making {what.lower()}", make, done)
