"""Recall notes as they are made: one for each audience, or each address, that was sent papers."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from exports import mail, own_template, permitted, recall_note
from exports.audience import Audiences, Names, slug
from exports.drafts import attached_as, given
from exports.filing import encrypted, sha256
from exports.permitted import Audience
from exports.recall_reason import Reason
from exports.recipients import Recipients
from models.records.issuing import IssuedDocument
from models.records.minutes_issued import IssueRow
from models.services.issuing import FOLDER, HAND, ISSUED, MAIL
from models.workspace import Workspace

Whose = tuple[str, str | None, int | None]
Recalled = dict[Whose, list[IssueRow]]
FOLDER_NAME = "recall/"
WITHOUT_MINUTES = ("agenda-pack-annex", "without-last-minutes")
ABOUT_ONE = frozenset({Audience.FILE, Audience.OUTSIDE})
"""Readers of one subject's papers alone: no note to them speaks of another's."""


class Notes:
    """Notes about papers of a meeting: `files` by name, and `log` of them by the way they go.

    A mail is protected as the papers were. Raises Refusal where the reason may name somebody, or
    where a passphrase is missing.
    """

    def __init__(
        self, workspace: Workspace, meeting_id: int, reason: str, passphrase: str | None
    ) -> None:
        self._audiences = Audiences(workspace, meeting_id)
        self._why = Reason(workspace, meeting_id, reason)
        self._recipients, self._names = Recipients(self._audiences), Names()
        self._look, self._passphrase = own_template.look(workspace), passphrase
        self._panel = self._audiences.panel.panel_of(meeting_id)
        self._meeting = workspace.read.meeting(meeting_id)
        order = workspace.read.running_order(meeting_id)
        self._references = {one.id: one.reference for one in order}
        self._out = [one for one in workspace.read.issues(meeting_id) if is_out(one)]
        self.files: dict[str, bytes] = {}
        self.log: dict[str, list[IssuedDocument]] = {FOLDER: [], MAIL: []}

    def write(self, rows: Iterable[IssueRow]) -> None:
        """A note for each who was sent some of these, about their own."""
        asked = tuple(rows)
        for (reader, address, _), mine in _by_reader(asked).items():
            blob = self._composed(reader.partition(", not ")[0], mine)
            name = self._names.take(FOLDER_NAME, "recall", _part(mine[0], address))
            if address is None:
                self._keep(FOLDER, name, blob, mine[0].audience, reader)
            else:
                left = self._left_with(address, asked)
                name = name.removesuffix(".docx") + ".eml"
                self._mail(name, blob, mine, reader, address, only_some=left)

    def _composed(self, to: str, rows: list[IssueRow]) -> bytes:
        shown = [replace(one, document=_told(one, self._references)) for one in rows]
        return recall_note.compose(
            self._panel,
            self._meeting,
            to,
            shown,
            self._why.told(_own_child(rows)),
            self._audiences.now,
            template=self._look,
            reply_to=self._audiences.setting("reply_to"),
        ).to_bytes()

    def _left_with(self, address: str, asked: Iterable[IssueRow]) -> bool:
        """Whether an address keeps papers of the meeting, for whichever of its readers."""
        recalled = {one.id for one in asked if one.address == address}
        sent = {one.id for one in self._out if one.address == address}
        return not sent <= recalled

    def _mail(
        self,
        name: str,
        note: bytes,
        rows: list[IssueRow],
        reader: str,
        address: str,
        *,
        only_some: bool,
    ) -> None:
        locked = not self._recipients.is_secure(address)
        attached = encrypted(note, given(self._passphrase)) if locked else note
        papers = [("recall-note.docx", attached)]
        blob = mail.draft(
            self._panel, self._meeting, address, papers, locked=locked, recall=True,
            only_some=only_some,
        )  # fmt: skip
        self._keep(MAIL, name, blob, rows[0].audience, reader, address, locked=locked)

    def _keep(
        self,
        way: str,
        name: str,
        blob: bytes,
        audience: str,
        reader: str,
        address: str | None = None,
        *,
        locked: bool = False,
    ) -> None:
        self.files[name] = blob
        self.log[way].append(
            IssuedDocument(name, audience, sha256(blob), reader, address=address, encrypted=locked)
        )


def is_out(row: IssueRow) -> bool:
    """Whether a paper went out and is not recalled; a note of a recall is none."""
    note = row.document.startswith(FOLDER_NAME)
    return row.state == ISSUED and row.recalled_at is None and not note


def holds_minutes(row: IssueRow) -> bool:
    """Whether a paper is a pack with the last minutes in it."""
    name = row.document.rpartition("/")[2]
    return name.startswith("agenda-pack") and not any(one in name for one in WITHOUT_MINUTES)


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


def _own_child(rows: Iterable[IssueRow]) -> int | None:
    """The child whose own papers alone a note is about; None of any other note."""
    subjects = {
        one.subject_id if permitted.reader(one.document) in ABOUT_ONE else None for one in rows
    }
    return subjects.pop() if len(subjects) == 1 else None


def _told(row: IssueRow, references: Mapping[int, str]) -> str:
    """A paper by the name it came under; a pack is recalled for what it holds.

    A mail is open to many: neither it nor its note has a number of a child's case in it.
    """
    name = row.document
    if row.address:
        name = attached_as(name, references.get(row.item_id or 0, ""))
    return f"{name}, which holds these minutes" if holds_minutes(row) else name


def _part(row: IssueRow, address: str | None) -> str:
    """A name for the note that names nobody: the document's own, or a recipient's turn."""
    return "e-mail" if address is not None else slug(row.document.rpartition(".")[0])
