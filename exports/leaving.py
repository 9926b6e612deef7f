"""An issue on its way out: asked for whom, recorded, put under its names, recorded again."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from exports.audience import Document
from exports.filing import sha256
from exports.folder import Batch, already_in
from exports.making import Making
from exports.recipients import Recipients
from models.records.issuing import IssuedDocument
from models.records.minutes_issued import IssueRow
from models.rules import access
from models.rules.recipients import Recipient
from models.services.issuing import BROKEN_OFF, FOLDER, HAND, ISSUING
from models.workspace import Workspace

Tell = Callable[[str], object]
OFFICE = (".docx", ".xlsx")
WITHOUT_REASON = "Written, and not counted as issued: give a reason to issue all the same."
PUT_BACK = "An earlier issue was broken off in this folder: it was put back as it had been."
CAME_WHOLE = "An earlier issue was broken off after its files were whole: it counts as issued."


class Ready(NamedTuple):
    """A document with its file, and whom it is addressed to where it goes to one."""

    document: Document
    blob: bytes
    encrypted: bool = False
    to: Recipient | None = None
    by_hand: bool = False


class Leaving:
    """One issue of a meeting; `reason` says why it goes in spite of a doubt, `tell` hears it."""

    def __init__(
        self,
        workspace: Workspace,
        meeting_id: int,
        recipients: Recipients,
        *,
        reason: str | None = None,
        before: bool = False,
        way: str = FOLDER,
        tell: Tell | None = None,
    ) -> None:
        self._minutes, self._role = workspace.minutes, workspace.person.role
        self._read = workspace.read
        self._meeting_id, self._recipients = meeting_id, recipients
        self._reason, self._before, self._way = (reason or "").strip(), before, way
        self._tell: Tell = tell or (lambda _: None)

    def keep(
        self, folder: Path, batch: Batch, ready: Sequence[Ready], gone: tuple[str, ...] = ()
    ) -> None:
        """Log, rename, log again: whatever is found in the folder stands in the log."""
        self._settle(folder, broken=batch.found_broken)
        final = [one for one in ready if self._before or one.document.final]
        if not final:
            batch.keep(gone)
            return
        issued = [issued_of(one) for one in final]
        if not self._may_issue(final):
            batch.keep(gone)
            self._minutes.note_written(self._meeting_id, issued)
            return
        rows = self._minutes.begin_issue(
            self._meeting_id,
            issued,
            way=self._way,
            reason=self._reason or None,
            before=self._before,
        )
        done = False
        try:
            batch.keep(gone)
            done = True
        finally:
            self._minutes.end_issue(self._meeting_id, rows, done, before=self._before)

    def _may_issue(self, final: Sequence[Ready]) -> bool:
        """Whether these count as issued: by the role, and with a reason where there is a doubt."""
        if not access.may(self._role, "issue_agenda" if self._before else "issue_documents"):
            return False
        doubts = self._recipients.doubts(one.document for one in final)
        if not doubts or self._reason:
            return True
        for one in (*doubts, WITHOUT_REASON):
            self._tell(one)
        return False

    def _settle(self, folder: Path, *, broken: bool) -> None:
        """What was being issued as the program ended is issued or not, by what lies here now."""
        batches: dict[str, list[IssueRow]] = {}
        for row in self._read.issues(self._meeting_id):
            if row.state in (ISSUING, BROKEN_OFF) and row.way == FOLDER:
                batches.setdefault(row.batch or "", []).append(row)
        for rows in batches.values():
            above = already_in(folder, [row.document for row in rows])
            whole = all(_lies(folder, above, row) for row in rows)
            if whole or broken:
                ids = tuple(row.id for row in rows)
                self._minutes.end_issue(self._meeting_id, ids, whole)
                self._tell(CAME_WHOLE if whole else PUT_BACK)


def tell_notes(found: Iterable[Document], tell: Tell | None, more: Iterable[str] = ()) -> None:
    """Say once what whoever issues documents is to know beside them, and what is `more` to say."""
    for note in dict.fromkeys((*(note for one in found for note in one.notes), *more)):
        if tell is not None:
            tell(note)


def issued_of(one: Ready) -> IssuedDocument:
    """A document as the log keeps it."""
    document, to = one.document, one.to
    return IssuedDocument(
        document.name,
        document.audience,
        sha256(one.blob),
        to.name if to else document.recipient,
        document.subject_id,
        document.item_id,
        to.address if to else None,
        one.encrypted,
        document.carries,
        HAND if one.by_hand else None,
    )


def _lies(folder: Path, above: str, row: IssueRow) -> bool:
    paths = (folder / row.document, folder / row.document.removeprefix(above))
    return any(one.is_file() and sha256(one.read_bytes()) == row.sha256 for one in paths)


def leave(
    workspace: Workspace,
    making: Making,
    ready: list[Ready],
    folder: Path,
    reason: str | None,
    tell: Tell | None,
    *,
    before: bool = False,
) -> tuple[str, ...]:
    """Put files that are ready into the folder, logged; gives their names."""
    meeting_id, to = making.audiences.meeting_id, Recipients(making.audiences)
    leaving = Leaving(workspace, meeting_id, to, reason=reason, before=before, tell=tell)
    with Batch(folder, {one.document.name: one.blob for one in ready}) as batch:
        leaving.keep(folder, batch, ready)
    return tuple(one.document.name for one in ready)
