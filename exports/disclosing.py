"""A subject's record on its way to who asks for it: confirmed, written whole, logged."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from exports import filing, own_template, permitted, phrases, subject_copy, transfer_pack
from exports.folder import Batch
from exports.sheet import Sheet
from exports.subject_copy import Copy
from models.errors import Refusal
from models.records.disclosure import DisclosureRow
from models.workspace import Workspace

FOLDER, TRANSFER = "subject-access", "transfer"
COPY, LOG, MANIFEST = "copy.docx", "taken-out.docx", "manifest.json"
CHANGED = "The record or what is held back has changed since it was confirmed. Confirm it again."
UNDECIDED = "First decide about {}: it goes as it stands, in part, or not."
NOT_CONFIRMED = "A person must look it over and confirm it before it goes out."
Progress = Callable[[int, int, str], object]


def prepare(workspace: Workspace, asked: DisclosureRow) -> Copy:
    """The copy as it would leave now, to be looked over."""
    return subject_copy.prepared(workspace.read.subject_file(asked.subject_id, asked.id))


def digest(workspace: Workspace, made: Copy, asked: DisclosureRow) -> str:
    """What a person confirms: the words of the copy with their marks."""
    return _document(workspace, made, asked, confirmed=False)[1].digest


@dataclass(frozen=True)
class Shown:
    """The document as a person looks at it: marked until it is confirmed, then as it leaves."""

    name: str
    digest: str
    blob: bytes
    subject_id: int
    settles: Mapping[str, str]
    """What will stand for each mark in it once it is confirmed."""


def shown(workspace: Workspace, made: Copy, asked: DisclosureRow) -> Shown:
    """The document of a request, to be read to its end before it is confirmed."""
    name, sheet = _document(workspace, made, asked, confirmed=False)
    known = sheet.digest
    if asked.confirmed_at is not None and asked.digest == known:
        sheet = _document(workspace, made, asked, confirmed=True)[1]
    return Shown(f"{asked.uuid}/{name}", known, sheet.to_bytes(), asked.subject_id, made.settles)


def confirm(workspace: Workspace, asked: DisclosureRow, seen: str) -> None:
    """A person's word that this copy may leave, with its redaction log; Refusal if it moved."""
    made = prepare(workspace, asked)
    if made.waiting:
        lines = phrases.counted(made.waiting, "line that waits", "lines that wait")
        raise Refusal(UNDECIDED.format(lines))
    now = digest(workspace, made, asked)
    if now != seen:
        raise Refusal("The record has changed meanwhile. Look it over again.")
    workspace.disclosure.confirm(asked.id, now, made.redactions())


def write(
    workspace: Workspace,
    disclosure_id: int,
    subject_id: int,
    folder: Path,
    *,
    passphrase: str | None = None,
    progress: Progress = lambda done, of, words: None,
) -> tuple[str, ...]:
    """Writes the confirmed copy, its log and a manifest into a folder, and logs what went to whom.

    Gives their names. Refusal where it is not confirmed, or was changed since; Trouble where the
    folder cannot be written, which then is as it was.
    """
    asked = next(
        (one for one in workspace.read.disclosures(subject_id) if one.id == disclosure_id), None
    )
    if asked is None or asked.confirmed_at is None:
        raise Refusal(NOT_CONFIRMED)
    progress(0, 3, "Reading the record")
    made = prepare(workspace, asked)
    if made.waiting or digest(workspace, made, asked) != asked.digest:
        raise Refusal(CHANGED)
    name, copy = _document(workspace, made, asked, confirmed=True)
    template = own_template.look(workspace)
    log = subject_copy.compose_log(made, asked, confirmed=True, template=template)
    sheets, place = {name: copy, LOG: log}, TRANSFER if asked.move_id else FOLDER
    files = {}
    for number, (name, sheet) in enumerate(sheets.items(), 1):
        progress(number, 3, "Writing the copy")
        blob = sheet.to_bytes()
        files[f"{place}/{name}"] = filing.encrypted(blob, passphrase) if passphrase else blob
    for name in files:
        permitted.reader(name)
    files[f"{place}/{MANIFEST}"] = manifest = _manifest(asked, made, files)
    _keep(workspace, asked, folder, files, filing.sha256(manifest))
    return tuple(files)


def _document(
    workspace: Workspace, made: Copy, asked: DisclosureRow, *, confirmed: bool
) -> tuple[str, Sheet]:
    """The document by its name: the copy for who asks, or the transfer pack of a move."""
    look = own_template.look(workspace)
    move = next(
        (one for one in workspace.read.moves(asked.subject_id) if one.id == asked.move_id), None
    )
    if move is None:
        return COPY, subject_copy.compose(made, asked, confirmed=confirmed, template=look)
    pack = transfer_pack.compose(made, asked, move, confirmed=confirmed, template=look)
    return transfer_pack.NAME, pack


def _keep(
    workspace: Workspace, asked: DisclosureRow, folder: Path, files: dict[str, bytes], sha256: str
) -> None:
    """Log, let the files stand, log again: what lies in the folder stands in the log."""
    with Batch(folder, files) as batch:
        workspace.disclosure.sending(asked.id, sha256, len(files))
        done = False
        try:
            batch.keep()
            done = True
        finally:
            workspace.disclosure.sent(asked.id, done)


def _manifest(asked: DisclosureRow, made: Copy, files: dict[str, bytes]) -> bytes:
    """The manifest: the disclosure's number, each file with its hash, counts; no name."""
    whole = {
        "disclosure": asked.uuid,
        "record": made.file.uuid,
        "panel": made.file.panel.name,
        "marking": made.file.panel.marking,
        "made_at": made.file.made_at.replace(microsecond=0).isoformat(),
        "entries": len(made.lines),
        "withheld": made.file.withheld,
        "files": [
            {"file": name.rpartition("/")[2], "sha256": filing.sha256(blob)}
            for name, blob in files.items()
        ],
    }
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()
