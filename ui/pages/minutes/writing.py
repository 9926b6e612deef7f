"""Making and writing a meeting's documents, off the window's thread."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from ui.desk import Desk
from ui.tasks import Progress
from ui.working import WorkBar

Done = Callable[[tuple[Any, ...]], object]


def make_documents(desk: Desk, work: WorkBar, meeting_id: int, done: Done) -> None:
    """Make every document in memory; nothing is written."""
    workspace = desk.workspace

    def make(_progress: Progress) -> tuple[Any, ...]:
        from exports import issue

        return issue.documents(workspace, meeting_id)

    work.start("Making the documents to read; nothing is written", make, done)


def write_documents(
    desk: Desk, work: WorkBar, meeting_id: int, folder: Path, secret: str, done: Done
) -> None:
    """Write everything by audience into a folder, with a passphrase where one is given."""
    workspace = desk.workspace

    def write(progress: Progress) -> tuple[str, ...]:
        from exports import issue

        return issue.write_meeting(
            workspace,
            meeting_id,
            folder,
            passphrase=secret or None,
            progress=progress.report,
            cancelled=lambda: progress.cancelled,
        )

    work.start("Writing the documents", write, done)


def write_action_list(desk: Desk, work: WorkBar, meeting_id: int, folder: Path, done: Done) -> None:
    """Write the panel's action list of a meeting into a folder."""
    workspace = desk.workspace

    def write(_progress: Progress) -> tuple[str, ...]:
        from exports import issue

        return issue.write_action_list(workspace, meeting_id, folder)

    work.start("Writing the action list", write, done)


def compose_minutes(
    desk: Desk,
    meeting_id: int,
    done: Callable[[bytes], object],
    failed: Callable[[object], object],
) -> None:
    """The minutes as they would be written now, as the panel's members read them."""
    workspace = desk.workspace

    def compose(_progress: Progress) -> bytes:
        from exports import minutes
        from exports.audience import Audiences

        papers = Audiences(workspace, meeting_id).panel.meeting_papers(meeting_id)
        return minutes.compose(papers).to_bytes()

    desk.tasks.run(compose, done, failed)
