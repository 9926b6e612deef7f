"""Changes from Word read off the window's thread, and taken into the record."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from models.errors import Refusal, Trouble
from models.intake.opening.limits import MAX_BYTES
from ui.desk import Desk
from ui.tasks import Progress
from ui.working import WorkBar

UNREADABLE = "This file could not be opened. Close it where it is open, and open it again here."
NO_FILE = "This is not a file that can be read. Open the minutes themselves."
TOO_LARGE = f"This file is larger than {MAX_BYTES // 1024 // 1024} MB, which minutes never are."


def read_file(
    desk: Desk, work: WorkBar, meeting_id: int, path: Path, done: Callable[[bytes, Any], object]
) -> None:
    """Read a file and compare it with the minutes; its bytes are given with what was found."""
    workspace = desk.workspace

    def read(_progress: Progress) -> tuple[bytes, Any]:
        from exports.returned.reading import read_returned

        data = _bytes(path)
        return data, read_returned(workspace, meeting_id, data)

    work.start("Comparing the file with the minutes", read, lambda found: done(*found))


def keep_file(desk: Desk, meeting_id: int, data: bytes) -> None:
    """Keep the file with the draft, so that whoever sits here next finds it open."""
    desk.workspace.minutes.keep_returned(meeting_id, data)


def read_kept(
    desk: Desk,
    meeting_id: int,
    done: Callable[[bytes, Any], object],
    failed: Callable[[object], object],
) -> None:
    """Read the file that came back last to the draft, where one did."""
    workspace = desk.workspace

    def read(_progress: Progress) -> tuple[bytes, Any] | None:
        from exports.returned.reading import read_returned

        data = workspace.read.returned_file(meeting_id)
        return None if data is None else (data, read_returned(workspace, meeting_id, data))

    desk.tasks.run(read, lambda found: found and done(*found), failed)


def read_again(
    desk: Desk,
    meeting_id: int,
    data: bytes,
    done: Callable[[Any], object],
    failed: Callable[[object], object],
) -> None:
    """Compare the same file with the record as it is now."""
    workspace = desk.workspace

    def read(_progress: Progress) -> Any:
        from exports.returned.reading import read_returned

        return read_returned(workspace, meeting_id, data)

    desk.tasks.run(read, done, failed)


def take_in(desk: Desk, edits: Sequence[Any], version: Callable[[], int | None]) -> None:
    """Write changes on record as one step; a comment is kept with the minutes."""
    from exports.returned.reading import change_of, comment_of

    workspace = desk.workspace
    comments = [one for one in edits if one.kind == "comment"]
    if comments:
        version_id = version()
        for one in comments if version_id is not None else ():
            workspace.minutes.comment(version_id, comment_of(one), one.item_id)
        return
    workspace.conduct.take_in([change_of(one) for one in edits])


def _bytes(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise Refusal(NO_FILE)
        if path.stat().st_size > MAX_BYTES:
            raise Refusal(TOO_LARGE)
        return path.read_bytes()
    except OSError as error:
        raise Trouble(UNREADABLE) from error
