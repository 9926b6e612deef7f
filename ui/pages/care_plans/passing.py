"""What passes between the panel and the plans: the feed out, answers in, a note to paste."""

from collections.abc import Sequence
from pathlib import Path

from models.marks import MeetingState
from models.records.outcomes import RecommendationRow
from models.records.papers import ImportedFile
from ui.clipboard import FOR_SECONDS, ForAMinute
from ui.pages.left_over import LeftCard
from ui.pages.page import Page
from ui.tasks import Progress
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.dates import plain_date
from ui.widgets.labels import Words
from ui.working import WorkBar, counted

KINDS = "Answers (*.json *.csv *.docx *.dotx *.xlsx *.pdf *.odt *.eml *.msg)"
MOST_TOLD = 12
TO_DO = "A row that was not taken is not settled: ask whoever answered, or enter it here yourself."
COPIED = f"Copied for {FOR_SECONDS} seconds: paste it into the case note now."


class Report(Card):
    """What became of the answers brought in, row by row where one was refused."""

    def __init__(self) -> None:
        super().__init__("Answers brought in")
        self.words = Words()
        self.add(self.words)
        self.add_to_head(button("Put away", self.hide))
        self.hide()

    def show_files(self, files: Sequence[ImportedFile]) -> None:
        """Show file by file what was taken, and each row to be asked about with what to do."""
        lines = [line for one in files for line in _of_file(one)]
        if any(one.not_understood for one in files):
            lines.append(TO_DO)
        self.words.setText("\n".join(lines))
        self.show()


def _of_file(one: ImportedFile) -> list[str]:
    """The file by its name, and under it what of it is not settled."""
    told = [f"    {where}: {text}" for where, text in (*one.not_understood, *one.unchanged)]
    rest = len(told) - MOST_TOLD
    more = [f"    and {rest} more, kept with the paper"] if rest > 0 else []
    return [f"{one.file}: {one.reason or one.status}", *told[:MOST_TOLD], *more]


class Passing:
    """The ways out and in of one page."""

    def __init__(self, page: Page, work: WorkBar, lent: ForAMinute) -> None:
        self._page, self._desk, self._work, self.lent = page, page.desk, work, lent
        self.report = Report()
        self.left = LeftCard()

    def copy_note(self, row: RecommendationRow | None) -> None:
        """Lend the clipboard the block of a recommendation's item."""
        if row is None or row.item_id is None:
            self._desk.notice.say("Choose a recommendation that a meeting made.")
            return
        self._desk.attempt(self._page, self._copy, row.item_id)

    def bring_receipts(self) -> None:
        """Read the files chosen and keep them, as one step to undo."""
        if not self._desk.allows(self._page, "import_papers"):
            return
        files = self._desk.dialogues.open_files(self._page, "Answers to bring in", KINDS)
        if files:
            self._desk.attempt(self._page, self._bring, files)

    def write_feed(self, anything: bool) -> None:
        """Write the feed of the latest meeting held to a folder."""
        if not self._desk.allows(self._page, "export_documents"):
            return
        held = self._desk.workspace.read.meetings()
        own = self._desk.workspace.read.panel().id
        closed = [one for one in held if one.state == MeetingState.CLOSED and one.series_id == own]
        if not closed or not anything:
            self._desk.notice.say("There is nothing to feed yet: no meeting has been closed.")
            return
        folder = self._desk.dialogues.choose_folder(self._page, "Folder for the care-plan feed")
        if folder is not None:
            self._write(closed[0].id, plain_date(closed[0].held_on), folder)

    def _copy(self, item_id: int) -> None:
        from exports.copying import case_note

        self.lent.lend(case_note(self._desk.workspace, item_id))
        self._desk.notice.say(COPIED)

    def _bring(self, files: Sequence[Path]) -> None:
        done = self._desk.workspace.papers.import_files(files)
        self.report.show_files(done)

    def _write(self, meeting_id: int, held: str, folder: Path) -> None:
        workspace = self._desk.workspace
        told: list[str] = []

        def make(progress: Progress) -> tuple[str, ...]:
            from exports import issue

            return issue.write_meeting(
                workspace,
                meeting_id,
                folder,
                audiences=("feed",),
                progress=counted(progress),
                cancelled=lambda: progress.cancelled,
                tell=told.append,
            )

        def done(written: tuple[str, ...]) -> None:
            self._desk.notice.say(
                f"Feed of {held}: {len(written):,} files written to “{folder.name}”."
            )
            self.left.tell(told)

        self._work.start(f"Writing the feed of {held}", make, done)
