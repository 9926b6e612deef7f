"""PDF/A copies of the Word files of an issue, made beside them off the window's thread."""

from collections.abc import Callable, Sequence
from pathlib import Path

from ui.tasks import Progress
from ui.working import WorkBar

WORD = ".docx"


def cannot_be_made() -> str:
    """Why no PDF/A copy can be made on this machine; empty where one can."""
    from exports.archive_copy import NOT_THERE, converter

    return "" if converter() is not None else NOT_THERE


def make_copies(
    work: WorkBar, folder: Path, written: Sequence[str], done: Callable[[int], object]
) -> None:
    """Make a copy beside each Word file written; stopped, those that are made stay whole."""
    papers = [folder / one for one in written if one.endswith(WORD)]

    def copy(progress: Progress) -> int:
        from exports.archive_copy import pdf_a

        for at, paper in enumerate(papers):
            progress.report(at, len(papers), paper.name)
            pdf_a(paper)
        return len(papers)

    work.start("Making the PDF/A copies", copy, done)


def copies_words(count: int, folder: Path) -> str:
    """How many copies were made, and where."""
    what = "1 PDF/A copy" if count == 1 else f"{count} PDF/A copies"
    return f"{what} made beside the Word files in “{folder.name}”."
