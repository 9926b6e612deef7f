"""Recall notes into a folder: one for each audience, or each address, that was sent papers."""

from dataclasses import replace
from pathlib import Path

from exports import mail, own_template, permitted, recall_note
from exports.audience import AudienceReadings, Audiences, Names, slug
from exports.filing import sha256
from exports.folder import Batch
from exports.permitted import Audience
from exports.pseudonyms import Net, index_of
from models.errors import Refusal
from models.records.issuing import IssuedDocument
from models.records.outcomes import IssueRow
from models.rules import access
from models.services.issuing import FOLDER, MAIL
from models.workspace import Workspace

Whose = tuple[str, str | None, int | None]
Recalled = dict[Whose, list[IssueRow]]
FOLDER_NAME = "recall/"
ABOUT_ONE = frozenset({Audience.FILE, Audience.OUTSIDE})
"""Readers of one subject's papers alone: no note to them speaks of another's."""


def write_recall(
    workspace: Workspace, meeting_id: int, folder: Path, reason: str
) -> tuple[str, ...]:
    """Writes the notes of what was recalled of a meeting, and logs them; gives their names.

    Raises Refusal where nothing that was issued is recalled.
    """
    access.check(workspace.person.role, "recall_documents")
    found = _recalled(workspace, meeting_id)
    if not found:
        raise Refusal("Nothing of this meeting that was issued is recalled: no note is due.")
    read = Audiences(workspace, meeting_id).panel
    panel, told = read.panel(), _naming_nobody(read, meeting_id, reason)
    meeting, names = workspace.read.meeting(meeting_id), Names()
    look = own_template.look(workspace)
    files: dict[str, bytes] = {}
    log: dict[str, list[IssuedDocument]] = {FOLDER: [], MAIL: []}
    for (reader, address, _), rows in found.items():
        # A mail is open to many: it says neither why nor which child's paper it was.
        shown = [replace(one, document=_kind(one)) for one in rows] if address else rows
        why = "" if address else told
        to = reader.partition(", not ")[0]
        blob = recall_note.compose(panel, meeting, to, shown, why, template=look).to_bytes()
        name = names.take(FOLDER_NAME, "recall", _part(rows[0], address))
        way, kept = FOLDER, blob
        if address is not None:
            name, way = name.removesuffix(".docx") + ".eml", MAIL
            kept = mail.draft(panel, meeting, address, [("recall-note.docx", blob)], locked=False)
        files[name] = kept
        log[way].append(
            IssuedDocument(name, rows[0].audience, sha256(kept), reader, address=address)
        )
    _keep(workspace, meeting_id, folder, files, log, reason)
    return tuple(files)


def _naming_nobody(read: AudienceReadings, meeting_id: int, reason: str) -> str:
    """Why, as everybody may read it: it goes to readers who have nothing else in common."""
    staff = [one.name for one in read.attendance(meeting_id)]
    return Net(index_of(read.known_names()), professionals=staff).clean_quietly(reason)


def _keep(
    workspace: Workspace,
    meeting_id: int,
    folder: Path,
    files: dict[str, bytes],
    log: dict[str, list[IssuedDocument]],
    reason: str,
) -> None:
    minutes = workspace.minutes
    with Batch(folder, files) as batch:
        begun = [
            minutes.begin_issue(meeting_id, documents, way=way, reason=reason)
            for way, documents in log.items()
            if documents
        ]
        done = False
        try:
            batch.keep()
            done = True
        finally:
            for rows in begun:
                minutes.end_issue(meeting_id, rows, done)


def _recalled(workspace: Workspace, meeting_id: int) -> Recalled:
    """What is recalled, by whom it went to: a reader of the folder, or an address."""
    found: Recalled = {}
    for row in workspace.read.issues(meeting_id):
        if row.recalled_at is not None and not row.document.startswith(FOLDER_NAME):
            found.setdefault(_whose(row), []).append(row)
    return found


def _whose(row: IssueRow) -> Whose:
    """An address, a reader of the folder, or the file or plan of one subject alone."""
    if row.address:
        return row.recipient or row.audience, row.address, None
    if permitted.reader(row.document) in ABOUT_ONE:
        return f"{row.recipient or row.audience} ({row.audience})", None, row.subject_id
    return row.audience, None, None


def _kind(row: IssueRow) -> str:
    folder, _, file = row.document.rpartition("/")
    return folder or file.partition("-")[0].removesuffix(".docx")


def _part(row: IssueRow, address: str | None) -> str:
    """A name for the note that names nobody: the document's own, or a recipient's turn."""
    return "e-mail" if address is not None else slug(row.document.rpartition(".")[0])
