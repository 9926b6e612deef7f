"""The tracker saved as a sheet, and the sheet brought back: read and compared off the window."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject

from models.errors import Refusal, Trouble
from models.intake.hearing import heard
from models.intake.opening import open_paper
from models.intake.opening.limits import MAX_BYTES
from models.intake.tracker.comparing import compared
from models.intake.tracker.sheet import NO_SHEET, read_sheet
from models.records.tracker import Proposed, ProposedSet, Standing
from ui.desk import Desk
from ui.pages.children.grid.model import TrackerModel
from ui.pages.children.grid.painted import PaintedView
from ui.tasks import Progress
from ui.working import Failure, WorkBar

KINDS = "Excel workbook (*.xlsx);;Text list (*.csv)"
READ_KINDS = "Sheets of the tracker (*.xlsx *.csv *.ods)"
WRITING, READING, COMPARING = "Writing the sheet", "Reading the sheet", "Comparing the sheet"
MOST_LOOKED_FOR = 200
STOPPED = "Stopped. Nothing was written."
NO_DIFFERENCE = "The sheet says what stands here already."
Review = Callable[[str, ProposedSet], object]


class Sheets(QObject):
    """Out to a file by the present view, and back as changes that are looked at first."""

    def __init__(self, desk: Desk, view: PaintedView, review: Review) -> None:
        super().__init__(view)
        self._desk, self._view, self._review = desk, view, review
        self.busy = WorkBar(desk)
        self._otherwise: Callable[[], object] | None = None

    def save(self) -> None:
        """Save the children shown, under the columns shown, as a sheet."""
        if not self._desk.allows(self._view, "export_documents"):
            return
        today = self._desk.workspace.store.clock.today()
        path = self._desk.dialogues.save_file(
            self._view, "Save the tracker as a sheet", f"tracker-{today.isoformat()}.xlsx", KINDS
        )
        if path is None:
            return
        to = path if path.suffix.lower() in (".xlsx", ".csv") else path.with_suffix(".xlsx")
        # Writing workbooks costs a start that needs none of it.
        from exports import tracker_sheet

        grid: TrackerModel = self._view.grid
        ids, keys = [row.id for row in grid.rows], self._view.shown_columns()
        workspace, wanted = self._desk.workspace, to.suffix.lower().removeprefix(".")

        def work(progress: Progress) -> int:
            return tracker_sheet.write(workspace, ids, keys, to, wanted, progress.report)

        self.busy.start(WRITING, work, self._saved, failed=self._failed)

    def bring_back(
        self, path: Path | None = None, otherwise: Callable[[], object] | None = None
    ) -> None:
        """Read a sheet that was changed elsewhere, and show what it would change.

        `otherwise` is done where the file is no sheet of the tracker.
        """
        self._otherwise = otherwise
        if not self._desk.allows(self._view, "edit_record"):
            return
        if path is None:
            found = self._desk.dialogues.open_files(self._view, "Bring a sheet back", READ_KINDS)
            if not found:
                return
            path = found[0]
        name, read = path, self._desk.workspace.read
        key = self._desk.workspace.register.sheet_key
        today = self._desk.workspace.store.clock.today()

        def work(progress: Progress) -> ProposedSet:
            def within(done: int, of: int, words: str) -> None:
                progress.report(done, of, f"{READING}: {words}")

            progress.report(0, 0, READING)
            with heard(within):
                sheet = read_sheet(open_paper(name.name, bytes_of(name)))
            progress.report(0, 0, COMPARING)
            found = compared(sheet, read.tracker(), today, read.districts(), key=key())
            return self._with_names_like(found, progress)

        self.busy.start(READING, work, self._compared, failed=self._failed)

    def _with_names_like(self, found: ProposedSet, progress: Progress) -> ProposedSet:
        """New children with whom on record they may be, so that nobody is added twice."""
        new = [one for one in found.rows if one.standing is Standing.NEW][:MOST_LOOKED_FOR]
        rows = {one.key: one for one in found.rows}
        for at, one in enumerate(new, 1):
            progress.report(at, len(new), "Looking for new children on record")
            rows[one.key] = self._with_like(one)
        return replace(found, rows=tuple(rows.values()))

    def _with_like(self, one: Proposed) -> Proposed:
        said = dict(one.cells)
        like = self._desk.workspace.read.possible_matches(
            one.who, said.get("birth_date"), said.get("postcode"), said.get("gender"), 2,
            school=said.get("school"),
        )  # fmt: skip
        names = "; ".join(f"{who.label} ({who.why})" for who in like)
        return replace(one, note=f"{one.note} May be {names}.") if names else one

    def _saved(self, count: int) -> None:
        many = "1 child" if count == 1 else f"{count:,} children"
        self._desk.notice.say(f"Saved with {many}. Bring it back with Alt+B once it is changed.")

    def _compared(self, found: ProposedSet) -> None:
        if found.rows:
            self._review("What the sheet would change", found)
        else:
            self._desk.notice.say(" ".join((NO_DIFFERENCE, *found.notes)))

    def _failed(self, error: Failure) -> None:
        otherwise, self._otherwise = self._otherwise, None
        if otherwise is not None and isinstance(error, Refusal) and error.message == NO_SHEET:
            otherwise()
        elif isinstance(error, (Refusal, Trouble)):
            self._desk.notice.answer(self._view, error)
        else:
            self._desk.notice.say(STOPPED)


def bytes_of(path: Path) -> bytes:
    """What a file holds, no more of it than is read anyway; Trouble where it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise Trouble(f"The sheet could not be read: {error.strerror}.") from error
