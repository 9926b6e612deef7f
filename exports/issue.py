"""A meeting's documents written to a folder, each for its audience, all of them or none."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from exports import template as templates
from exports.audience import Audiences, Document, chosen
from exports.before import before_documents
from exports.child_documents import child_documents
from exports.filing import sha256
from exports.folder import Batch
from exports.manifest import FILE, Entry, files_of, manifest
from exports.meeting_documents import Making, making_of, meeting_documents, panel_action_lists
from models.errors import Refusal
from models.records.issuing import IssuedDocument
from models.rules import access
from models.workspace import Workspace

Progress = Callable[[int, int, str], None]
Cancelled = Callable[[], bool]
STOPPED = "Stopped. Nothing was written."


class _Ready(NamedTuple):
    document: Document
    blob: bytes


def documents(
    workspace: Workspace, meeting_id: int, template: Path | None = None
) -> tuple[Document, ...]:
    """Every document of a meeting as it would be written now, to be looked at and confirmed."""
    access.check(workspace.person.role, "export_documents")
    return tuple(_documents(_making(workspace, meeting_id, template)))


def write_meeting(
    workspace: Workspace,
    meeting_id: int,
    folder: Path,
    *,
    audiences: Iterable[str] = (),
    template: Path | None = None,
    passphrase: str | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> tuple[str, ...]:
    """Writes the documents of a meeting with their manifest; gives their names in the folder.

    What is approved, and confirmed where it must be, is logged as issued with its hash; the rest
    says DRAFT on every page and counts as not issued. Files of an earlier issue of this meeting
    that are no longer made are taken away, unless they were changed. Raises Refusal where an
    audience is unknown or the work was stopped, Trouble where the folder cannot be written; then
    the folder is as it was.
    """
    access.check(workspace.person.role, "export_documents")
    making = _making(workspace, meeting_id, template)
    wanted = tuple(audiences)
    everything = list(_documents(making))
    found = chosen(everything, wanted)
    if wanted and not found:
        there = ", ".join(dict.fromkeys(one.kind for one in everything))
        raise Refusal(
            "There is no document of this meeting for that audience. "
            f"Name an agency, a document, or one of: {there}.",
            "audience",
        )
    ready = _make(found, passphrase, progress, cancelled)
    entries = [_entry(one) for one in ready]
    files = {one.document.name: one.blob for one in ready}
    files[FILE] = manifest(making.papers, entries, making.audiences.now)
    gone = () if wanted else _left_over(folder, making.papers.meeting.uuid, files)
    with Batch(folder, files) as batch:
        _keep(workspace, meeting_id, batch, gone, ready)
    return tuple(files)


def write_action_list(
    workspace: Workspace, meeting_id: int, folder: Path, template: Path | None = None
) -> tuple[str, ...]:
    """Writes the panel's action list, and apart from it those of members with an interest.

    Each is the document that an issue of the whole meeting writes; gives their names.
    """
    access.check(workspace.person.role, "export_documents")
    ready = _make(list(panel_action_lists(_making(workspace, meeting_id, template))), None)
    with Batch(folder, {one.document.name: one.blob for one in ready}) as batch:
        _keep(workspace, meeting_id, batch, (), ready)
    return tuple(one.document.name for one in ready)


def write_before_meeting(
    workspace: Workspace,
    meeting_id: int,
    folder: Path,
    template: Path | None = None,
    *,
    kinds: Iterable[str] = (),
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> tuple[str, ...]:
    """Writes agenda, pack, information requests and invitations; gives their names.

    `kinds` (agenda, requests, invitations) leaves out the others.
    """
    access.check(workspace.person.role, "export_documents")
    making = _making(workspace, meeting_id, template)
    wanted = frozenset(kinds)
    found = [one for one in before_documents(making) if not wanted or one.kind in wanted]
    ready = _make(found, None, progress, cancelled)
    files = {one.document.name: one.blob for one in ready}
    with Batch(folder, files) as batch:
        batch.keep()
    return tuple(files)


def _making(workspace: Workspace, meeting_id: int, template: Path | None) -> Making:
    look = templates.read(template) if template else None
    return making_of(Audiences(workspace, meeting_id), look)


def _documents(making: Making) -> Iterator[Document]:
    rows = making.audiences.panel.confirmations(making.audiences.meeting_id)
    yield from meeting_documents(making)
    yield from child_documents(making, frozenset((one.document, one.digest) for one in rows))


def _make(
    found: list[Document],
    passphrase: str | None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> list[_Ready]:
    """The files in memory: nothing lies anywhere before all of them are there."""
    ready: list[_Ready] = []
    for number, one in enumerate(found):
        if cancelled is not None and cancelled():
            raise Refusal(STOPPED)
        if progress is not None:
            progress(number, len(found), one.name)
        ready.append(_Ready(one, one.make(passphrase)))
    if cancelled is not None and cancelled():
        raise Refusal(STOPPED)
    if progress is not None:
        progress(len(found), len(found), "")
    return ready


def _entry(one: _Ready) -> Entry:
    status = "final" if one.document.final else "draft"
    return Entry(one.document.name, one.document.audience, sha256(one.blob), status)


def _left_over(folder: Path, meeting: str, files: dict[str, bytes]) -> tuple[str, ...]:
    """Files that an earlier issue of this meeting wrote, unchanged since and no longer made."""
    old = folder / FILE
    if not old.is_file():
        return ()
    before, hashes = files_of(old.read_bytes())
    if before != meeting:
        return ()
    return tuple(
        name
        for name, kept in hashes.items()
        if name not in files and _is_within(folder, name) and _hash(folder / name) == kept
    )


def _is_within(folder: Path, name: str) -> bool:
    return (folder / name).resolve().is_relative_to(folder.resolve())


def _hash(path: Path) -> str | None:
    return sha256(path.read_bytes()) if path.is_file() else None


def _keep(
    workspace: Workspace,
    meeting_id: int,
    batch: Batch,
    gone: tuple[str, ...],
    ready: list[_Ready],
) -> None:
    """Log, rename, log again: whatever is found in the folder stands in the log."""
    final = [one for one in ready if one.document.final]
    if not final or not access.may(workspace.person.role, "issue_documents"):
        batch.keep(gone)
        return
    rows = workspace.minutes.begin_issue(meeting_id, [_issued(one) for one in final])
    done = False
    try:
        batch.keep(gone)
        done = True
    finally:
        workspace.minutes.end_issue(meeting_id, rows, done)


def _issued(one: _Ready) -> IssuedDocument:
    return IssuedDocument(
        one.document.name,
        one.document.audience,
        sha256(one.blob),
        one.document.recipient,
        one.document.subject_id,
        one.document.item_id,
    )


__all__ = ["documents", "write_action_list", "write_before_meeting", "write_meeting"]
