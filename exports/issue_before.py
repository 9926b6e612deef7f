"""Papers before a meeting written to a folder: by their kind, or agency by agency."""

from collections.abc import Iterable
from pathlib import Path

from exports.audience import Audiences, Document
from exports.before import before_documents, last_held
from exports.folder import Batch
from exports.invitation import KIND, invitations
from exports.leaving import Leaving, Tell, leave, tell_notes
from exports.making import Making
from exports.pack_names import by_agency, names_page
from exports.readying import Cancelled, Progress, make_ready, make_with, watched
from exports.recipients import Recipients
from models.queries.minutes import SETTLED
from models.rules import access
from models.rules.day_words import in_words
from models.workspace import Workspace

NOT_APPROVED = (
    "The minutes of {}, version {}, are not approved: the agenda pack holds them as a draft."
)
RECALLED = (
    "The minutes of {}, version {}, were recalled and no corrected ones are issued: "
    "the agenda pack holds none of them and says so."
)


def write_before_meeting(
    workspace: Workspace,
    meeting_id: int,
    folder: Path,
    template: Path | None = None,
    *,
    kinds: Iterable[str] = (),
    passphrase: str | None = None,
    reason: str | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    tell: Tell | None = None,
) -> tuple[str, ...]:
    """Writes agenda, pack, information requests and invitations; gives their names.

    `kinds` (agenda, requests, invitations) leaves out the others. They are logged as issued, as
    those of `write_meeting` are, with the same questions asked.
    """
    access.check(workspace.person.role, "export_documents")
    made = make_with(workspace, meeting_id, template, progress, cancelled)
    wanted = frozenset(kinds)
    everything = watched(before_documents(made), progress, cancelled)
    found = [one for one in everything if not wanted or one.kind in wanted]
    tell_notes(found, tell)
    ready = make_ready(found, passphrase, progress, cancelled)
    names = leave(workspace, made, ready, folder, reason, tell, before=True)
    note_invitations(workspace, made, found)
    return names


def note_invitations(workspace: Workspace, made: Making, found: Iterable[Document]) -> None:
    """What people's calendars have now, so that the next invitation replaces it."""
    gone = {one.name for one in found if one.kind == KIND}
    if gone:
        sent = [one for document, one in invitations(made) if document.name in gone]
        workspace.agenda.invitations_sent(made.audiences.meeting_id, sent)


def write_packs(
    workspace: Workspace,
    meeting_id: int,
    folder: Path,
    *,
    passphrase: str | None = None,
    reason: str | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    tell: Tell | None = None,
) -> tuple[str, ...]:
    """Writes the papers before a meeting agency by agency, and whose names each will read.

    The page of names is for whoever sends them. Logged and asked about as other papers are.
    """
    access.check(workspace.person.role, "export_documents")
    made = make_with(workspace, meeting_id, None, progress, cancelled)
    recipients = Recipients(made.audiences)
    packs = by_agency(recipients, watched(before_documents(made), progress, cancelled))
    found = [pack.holding(one) for pack, documents in packs.items() for one in documents]
    page = names_page(made, packs)
    tell_notes(found, tell)
    ready = make_ready(found, passphrase, progress, cancelled)
    files = {one.document.name: one.blob for one in ready}
    files[page.name] = page.make(passphrase)
    leaving = Leaving(workspace, meeting_id, recipients, reason=reason, before=True, tell=tell)
    with Batch(folder, files) as batch:
        leaving.keep(folder, batch, ready)
    note_invitations(workspace, made, (one for documents in packs.values() for one in documents))
    return tuple(files)


def doubts_before(
    workspace: Workspace, meeting_id: int, agency_ids: Iterable[int] | None = None
) -> tuple[str, ...]:
    """What speaks against sending a meeting's papers to its core members, or to these agencies."""
    audiences = Audiences(workspace, meeting_id)
    recipients, last = Recipients(audiences), _last_not_approved(workspace, audiences)
    if agency_ids is None:
        return (*last, *recipients.doubts_of_core())
    return (*last, *recipients.doubts_of_agencies(agency_ids))


def _last_not_approved(workspace: Workspace, audiences: Audiences) -> tuple[str, ...]:
    """That the pack would hold the last minutes as a draft, or none; nothing where they stand."""
    here = audiences.panel.meeting(audiences.meeting_id)
    last = last_held(audiences.panel, here)
    recalled = audiences.panel.stands_recalled(last.id) if last else None
    if recalled is not None:
        return (RECALLED.format(in_words(recalled.meeting_on), recalled.number),)
    latest = next(iter(workspace.read.minutes(last.id)), None) if last else None
    if last is None or latest is not None and latest.state in SETTLED:
        return ()
    return (NOT_APPROVED.format(in_words(last.held_on), latest.number if latest else 1),)


def before(
    workspace: Workspace, meeting_id: int, kinds: Iterable[str] = ()
) -> tuple[Document, ...]:
    """The papers before a meeting as they would be written now."""
    access.check(workspace.person.role, "export_documents")
    wanted = frozenset(kinds)
    found = before_documents(make_with(workspace, meeting_id, None))
    return tuple(one for one in found if not wanted or one.kind in wanted)
