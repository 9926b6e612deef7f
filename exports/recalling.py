"""Recall notes into a folder: one for each audience, or each address, that was sent papers."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from exports import mail, own_template, permitted, recall_note
from exports.audience import Audiences, Names, slug
from exports.drafts import attached_as, given
from exports.filing import encrypted, sha256
from exports.folder import Batch
from exports.permitted import Audience
from exports.pseudonyms import Net, index_of
from exports.recipients import Recipients
from exports.redaction.found import Sure
from models.errors import Refusal
from models.marks import MinutesState
from models.records.issuing import IssuedDocument
from models.records.outcomes import IssueRow
from models.rules import access
from models.rules.frozen import STANDS
from models.services.issuing import FOLDER, HAND, ISSUED, MAIL
from models.workspace import Workspace

Whose = tuple[str, str | None, int | None]
Recalled = dict[Whose, list[IssueRow]]
FOLDER_NAME = "recall/"
PERHAPS_NAMED = (
    "A name or initials in it may be somebody's on record, and all who have papers read it. "
    "Say why without them."
)
WITHOUT_MINUTES = ("agenda-pack-annex", "without-last-minutes")
ABOUT_ONE = frozenset({Audience.FILE, Audience.OUTSIDE})
"""Readers of one subject's papers alone: no note to them speaks of another's."""


def write_recall(
    workspace: Workspace,
    meeting_id: int,
    folder: Path,
    reason: str,
    passphrase: str | None = None,
) -> tuple[str, ...]:
    """Recalls a meeting's minutes with a note for each who was sent papers; gives their names.

    They count as recalled once the notes lie in the folder. A mail is protected as the papers
    were. Raises Refusal where nothing was issued, where the reason may name somebody, or where
    a passphrase is missing; Trouble where the folder cannot be written: then nothing has changed.
    """
    access.check(workspace.person.role, "recall_documents")
    rows = to_recall(workspace, meeting_id)
    if not rows:
        raise Refusal("Nothing of this meeting that can be recalled was issued: no note is due.")
    audiences = Audiences(workspace, meeting_id)
    told = naming_nobody(workspace, meeting_id, reason)
    look = own_template.look(workspace)
    recipients, names = Recipients(audiences), Names()
    panel, meeting = audiences.panel.panel(), workspace.read.meeting(meeting_id)
    reply_to = audiences.panel.setting("reply_to")
    references = {one.id: one.reference for one in workspace.read.running_order(meeting_id)}
    files: dict[str, bytes] = {}
    log: dict[str, list[IssuedDocument]] = {FOLDER: [], MAIL: []}
    for (reader, address, _), mine in _by_reader(rows).items():
        shown = [replace(one, document=_told(one, references)) for one in mine]
        to = reader.partition(", not ")[0]
        blob = recall_note.compose(
            panel, meeting, to, shown, told, audiences.now, template=look, reply_to=reply_to
        ).to_bytes()
        name = names.take(FOLDER_NAME, "recall", _part(mine[0], address))
        way, locked = FOLDER, False
        if address is not None:
            name, way = name.removesuffix(".docx") + ".eml", MAIL
            locked = not recipients.is_secure(address)
            note = ("recall-note.docx", encrypted(blob, given(passphrase)) if locked else blob)
            blob = mail.draft(panel, meeting, address, [note], locked=locked, recall=True)
        files[name] = blob
        log[way].append(
            IssuedDocument(
                name, mine[0].audience, sha256(blob), reader, address=address, encrypted=locked
            )
        )
    _keep(workspace, meeting_id, folder, files, log, reason)
    return tuple(files)


def to_recall(workspace: Workspace, meeting_id: int) -> list[IssueRow]:
    """What was issued of the standing minutes, which a recall would call back."""
    version = next(iter(workspace.read.minutes(meeting_id)), None)
    if version is None or version.state not in STANDS:
        return []
    own = [
        one
        for one in workspace.read.issues(meeting_id)
        if one.version == version.number and one.state == ISSUED
        if not one.document.startswith(FOLDER_NAME)
    ]
    return [*own, *_carried_on(workspace, meeting_id, own)]


def _carried_on(workspace: Workspace, meeting_id: int, own: list[IssueRow]) -> list[IssueRow]:
    """The packs of the next meeting that hold these minutes, as often as they went out.

    `own` is what went of the version itself: while the one before it stood recalled, no pack had
    any minutes until then.
    """
    version, *before = workspace.read.minutes(meeting_id)
    begun = version.made_at
    if any(one.state == MinutesState.RECALLED for one in before):
        begun = min((one.at for one in own), default=datetime.max)
    here = workspace.read.meeting(meeting_id)
    later = [
        one
        for one in workspace.read.meetings()
        if one.held_on > here.held_on and one.series_id == here.series_id
    ]
    following = min(later, key=lambda one: one.held_on, default=None)
    if following is None:
        return []
    packs = (
        one for one in workspace.read.issues(following.id) if one.state == ISSUED and _holds(one)
    )
    return [one for one in packs if one.at >= begun]


def _holds(row: IssueRow) -> bool:
    """Whether a paper is a pack with the last minutes in it."""
    name = row.document.rpartition("/")[2]
    return name.startswith("agenda-pack") and not any(one in name for one in WITHOUT_MINUTES)


def needs_passphrase(workspace: Workspace, meeting_id: int) -> bool:
    """Whether a note would go to an address that is not listed as secure mail."""
    recipients = Recipients(Audiences(workspace, meeting_id))
    addresses = {one.address for one in to_recall(workspace, meeting_id) if one.address}
    return any(not recipients.is_secure(one) for one in addresses)


def naming_nobody(workspace: Workspace, meeting_id: int, reason: str, field: str = "reason") -> str:
    """Why, as everybody may read it: it goes to readers who have nothing else in common.

    Raises Refusal where a word may be somebody's on record and only a person can tell.
    """
    read = Audiences(workspace, meeting_id).panel
    staff = [one.name for one in read.attendance(meeting_id)]
    net = Net(index_of(read.known_names()), professionals=staff)
    net.clean(reason, "reason")
    if any(one.done != "replaced" and one.sure != Sure.UNKNOWN for one in net.findings):
        raise Refusal(PERHAPS_NAMED, field)
    return net.clean_quietly(reason)


def _keep(
    workspace: Workspace,
    meeting_id: int,
    folder: Path,
    files: dict[str, bytes],
    log: dict[str, list[IssuedDocument]],
    reason: str,
) -> None:
    minutes, version = workspace.minutes, workspace.read.minutes(meeting_id)[0]
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
            if version.state != MinutesState.RECALLED:
                minutes.recall(version.id, reason)
        finally:
            for rows in begun:
                minutes.end_issue(meeting_id, rows, done)


def _by_reader(rows: Iterable[IssueRow]) -> Recalled:
    """What is recalled, by whom it went to: a reader of the folder, or an address."""
    found: Recalled = {}
    for row in rows:
        found.setdefault(_whose(row), []).append(row)
    return found


def _whose(row: IssueRow) -> Whose:
    """An address, who got it by hand, a reader of the folder, or the file of one subject alone."""
    if row.address:
        return row.recipient or row.audience, row.address, None
    if permitted.reader(row.document) in ABOUT_ONE:
        return f"{row.recipient or row.audience} ({row.audience})", None, row.subject_id
    if row.way == HAND:
        return row.recipient or row.audience, None, None
    return row.audience, None, None


def _told(row: IssueRow, references: Mapping[int, str]) -> str:
    """A paper by the name it came under; a pack is recalled for what it holds.

    A mail is open to many: neither it nor its note has a number of a child's case in it.
    """
    name = row.document
    if row.address:
        name = attached_as(name, references.get(row.item_id or 0, ""))
    return f"{name}, which holds these minutes" if _holds(row) else name


def _part(row: IssueRow, address: str | None) -> str:
    """A name for the note that names nobody: the document's own, or a recipient's turn."""
    return "e-mail" if address is not None else slug(row.document.rpartition(".")[0])
