"""Making and writing a meeting's documents, off the window's thread."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from models.errors import Refusal
from ui.desk import Desk
from ui.pages.issue_card import Wish
from ui.pages.written import count_of, place
from ui.tasks import Progress
from ui.working import WorkBar, counted

OF_A_CHILD, OF_AN_AGENCY, OF_A_MEETING = 4, 2, 6
"""Extract, sheet, copy and item; annex and list; minutes, lists, plans and the feed."""
Done = Callable[[tuple[Any, ...]], object]


def make_documents(
    desk: Desk, work: WorkBar, meeting_id: int, done: Done, *, expected: int = 0
) -> None:
    """Make every document in memory; nothing is written.

    `expected` says how many they were the last time; the first time it is an estimate.
    """
    workspace, number = desk.workspace, expected or foreseen(desk, meeting_id)

    def make(progress: Progress) -> tuple[Any, ...]:
        from exports import issue

        return issue.documents(
            workspace, meeting_id, progress=counted(progress, number),
            cancelled=lambda: progress.cancelled,
        )  # fmt: skip

    words = "Making the documents to read; nothing is written"
    work.start(words, make, done, about=not expected)


def foreseen(desk: Desk, meeting_id: int) -> int:
    """About how many documents a meeting makes, from its agenda and agencies alone."""
    read = desk.workspace.read
    children = sum(one.subject_kind == "child" for one in read.running_order(meeting_id))
    agencies = sum(one.active for one in read.agencies())
    return OF_A_CHILD * children + OF_AN_AGENCY * agencies + OF_A_MEETING


def leaving_now(desk: Desk, meeting_id: int, made: Sequence[Any], *, approved: bool) -> list[Any]:
    """Those of the documents made that would count as issued, were they written now."""
    read = desk.workspace.read
    known = {(one.document, one.digest) for one in read.confirmations(meeting_id)}
    items = read.approved_items(meeting_id)
    return [
        one
        for one in made
        if (approved or one.item_id in items)
        and (not one.needs_confirming or (one.name, one.digest) in known)
    ]


def doubts_about(desk: Desk, meeting_id: int, leaving: Sequence[Any]) -> tuple[str, ...]:
    """What speaks against the recipients of these documents."""
    from exports import issue

    return issue.doubts(desk.workspace, meeting_id, leaving) if leaving else ()


def needs_passphrase(desk: Desk, meeting_id: int, leaving: Sequence[Any]) -> bool:
    """Whether drafts of these documents go to an address that is no secure mail."""
    from exports import issue

    return bool(leaving) and issue.needs_passphrase(desk.workspace, meeting_id, leaving)


def write_documents(
    desk: Desk,
    work: WorkBar,
    meeting_id: int,
    wish: Wish,
    done: Done,
    refused: Callable[[Refusal], object],
    tell: Callable[[str], object],
    *,
    expected: int = 0,
) -> None:
    """Write everything by audience into a folder, or what is final as e-mail drafts.

    `refused` hears what is to be mended, `tell` what is left to be handed over.
    """
    workspace = desk.workspace

    def write(progress: Progress) -> tuple[str, ...]:
        from exports import issue

        go = issue.write_drafts if wish.by_mail else issue.write_meeting
        return go(
            workspace,
            meeting_id,
            wish.folder,
            passphrase=wish.secret or None,
            reason=wish.reason or None,
            progress=counted(progress, expected),
            cancelled=lambda: progress.cancelled,
            tell=tell,
        )

    work.start("Writing the documents", write, done, refused)


def write_recall(
    desk: Desk, work: WorkBar, write: Callable[[Any], tuple[Any, ...]], done: Done
) -> None:
    """Recall what `write(workspace)` does, with notes for whoever was sent papers."""
    workspace = desk.workspace
    work.start("Writing the recall notes", lambda _progress: write(workspace), done)


def keep_words(desk: Desk, meeting_id: int, done: Callable[[], object]) -> None:
    """Keep what the minutes say as they go to the chair, or as they were approved."""
    workspace = desk.workspace

    def keep(_progress: Progress) -> None:
        from exports import versions

        versions.keep_words(workspace, meeting_id)

    desk.tasks.run(keep, lambda _none: done(), lambda _error: None)


def written_words(written: tuple[str, ...], wish: Wish) -> str:
    """What was written and where, and what is still to be told."""
    apart = " Tell the passphrase apart from them." if wish.secret else ""
    what = count_of(written, by_mail=wish.by_mail)
    return f"{what} written to {place(written, wish.folder)}.{apart}"


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
        from exports import versions

        return versions.as_they_print(workspace, meeting_id)

    desk.tasks.run(compose, done, failed)
