"""A meeting's documents written to a folder, each for its audience, all of them or none."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from exports.audience import Audiences, Document, chosen
from exports.before import before_documents
from exports.child_documents import child_documents
from exports.drafts import is_protected, posts
from exports.feeding import draft_words
from exports.filing import sha256
from exports.first_actions import first_actions
from exports.folder import Batch
from exports.issue_before import (
    before,
    doubts_before,
    note_invitations,
    write_before_meeting,
    write_packs,
)
from exports.leaving import Leaving, Ready, Tell, leave, tell_notes
from exports.making import Making
from exports.manifest import FILE, Entry, files_of, manifest
from exports.meeting_documents import meeting_documents, panel_action_lists
from exports.posting import post
from exports.readying import Cancelled, Progress, make_ready, make_with, stop, watched
from exports.recipients import Recipients
from exports.returned.keeping import keep_written
from exports.sent_documents import sent_documents
from exports.versions import keep_words
from models.errors import Refusal
from models.rules import access
from models.workspace import Workspace


def documents(
    workspace: Workspace,
    meeting_id: int,
    template: Path | None = None,
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> tuple[Document, ...]:
    """Every document of a meeting as it would be written now, to be looked at and confirmed."""
    access.check(workspace.person.role, "export_documents")
    making = make_with(workspace, meeting_id, template, progress, cancelled)
    return tuple(watched(_documents(making), progress, cancelled))


def write_meeting(
    workspace: Workspace,
    meeting_id: int,
    folder: Path,
    *,
    audiences: Iterable[str] = (),
    template: Path | None = None,
    passphrase: str | None = None,
    reason: str | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    tell: Tell | None = None,
    fhir: bool = False,
) -> tuple[str, ...]:
    """Writes the documents of a meeting with their manifest; gives their names in the folder.

    What is approved, and confirmed where it must be, is logged as issued with its hash; the rest
    says DRAFT on every page and counts as not issued. Nor does anything where something speaks
    against a recipient and no `reason` is given: `tell` hears what. Files of an earlier issue of
    this meeting that are no longer made are taken away, unless they were changed. Raises Refusal
    where an audience is unknown or the work was stopped, Trouble where the folder cannot be
    written; then the folder is as it was. `fhir` asks for the feed as a FHIR bundle too.
    """
    access.check(workspace.person.role, "export_documents")
    stop(0, 0, "", progress, cancelled)
    keep_words(workspace, meeting_id)
    wanted = tuple(audiences)
    made = make_with(workspace, meeting_id, template, cancelled=cancelled)
    making = replace(made, fhir=fhir, on_request=bool(wanted))
    everything = list(watched(_documents(making), progress, cancelled))
    found = chosen(everything, wanted)
    if wanted and not found:
        there = ", ".join(dict.fromkeys(one.kind for one in everything))
        raise Refusal(
            "There is no document of this meeting for that audience. "
            f"Name an agency, a document, or one of: {there}.",
            "audience",
        )
    ready = make_ready(found, passphrase, progress, cancelled)
    open_files = {one.document.name: one.blob for one in ready if not one.encrypted}
    keep_written(workspace, meeting_id, found, open_files)
    entries = [_entry(one) for one in ready]
    files = {one.document.name: one.blob for one in ready}
    files[FILE] = manifest(making.papers, entries, making.audiences.now)
    gone = () if wanted else _left_over(folder, making.papers.meeting.uuid, files)
    leaving = Leaving(workspace, meeting_id, Recipients(making.audiences), reason=reason, tell=tell)
    with Batch(folder, files) as batch:
        leaving.keep(folder, batch, ready, gone)
    tell_notes(found, tell, draft_words(found))
    return tuple(files)


def write_action_list(
    workspace: Workspace,
    meeting_id: int,
    folder: Path,
    template: Path | None = None,
    *,
    reason: str | None = None,
    tell: Tell | None = None,
) -> tuple[str, ...]:
    """Writes the panel's action list, and apart from it those of members with an interest.

    Each is the document that an issue of the whole meeting writes; gives their names.
    """
    access.check(workspace.person.role, "export_documents")
    making = make_with(workspace, meeting_id, template)
    ready = make_ready(list(panel_action_lists(making)), None)
    return leave(workspace, making, ready, folder, reason, tell)


def write_drafts(
    workspace: Workspace,
    meeting_id: int,
    folder: Path,
    *,
    audiences: Iterable[str] = (),
    before: bool = False,
    template: Path | None = None,
    passphrase: str | None = None,
    reason: str | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    tell: Tell | None = None,
) -> tuple[str, ...]:
    """Writes what is final as e-mail drafts, one for each recipient; gives their names.

    Attachments are protected by the passphrase unless the recipient's domain is listed as secure
    mail. Raises Refusal where nothing is final, where a passphrase is missing, and where something
    speaks against a recipient and no `reason` is given.
    """
    access.check(workspace.person.role, "issue_agenda" if before else "issue_documents")
    making = make_with(workspace, meeting_id, template, progress, cancelled)
    made = before_documents(making) if before else _documents(making)
    found = list(watched(made, progress, cancelled))
    final = [one for one in chosen(found, audiences) if before or one.final]
    if not final:
        raise Refusal("Nothing is approved and confirmed yet: only that goes by e-mail.")
    names, ready = post(
        workspace, making, final, folder, before=before, passphrase=passphrase, reason=reason,
        progress=progress, cancelled=cancelled, tell=tell,
        keep=lambda sent: keep_written(workspace, meeting_id, (one.document for one in sent)),
    )  # fmt: skip
    note_invitations(workspace, making, (one.document for one in ready))
    tell_notes(final, tell)
    return names


def doubts(workspace: Workspace, meeting_id: int, found: Iterable[Document]) -> tuple[str, ...]:
    """What speaks against the recipients of these documents, as sentences; asked for a reason."""
    return Recipients(Audiences(workspace, meeting_id)).doubts(found)


def needs_passphrase(workspace: Workspace, meeting_id: int, found: Iterable[Document]) -> bool:
    """Whether a draft of these documents goes where mail is not listed as secure."""
    recipients = Recipients(Audiences(workspace, meeting_id))
    return any(is_protected(recipients, one) for one in posts(recipients, found))


def _documents(making: Making) -> Iterator[Document]:
    rows = making.audiences.panel.confirmations(making.audiences.meeting_id)
    confirmed = frozenset((one.document, one.digest) for one in rows)
    yield from meeting_documents(making)
    items = making.audiences.panel.approved_items(making.audiences.meeting_id)
    yield from first_actions(making, items)
    yield from sent_documents(making, confirmed)
    yield from child_documents(making, confirmed, rows)


def _entry(one: Ready) -> Entry:
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


__all__ = [
    "before",
    "documents",
    "doubts",
    "doubts_before",
    "needs_passphrase",
    "write_action_list",
    "write_before_meeting",
    "write_drafts",
    "write_meeting",
    "write_packs",
]
