"""What was issued recalled, with a note for each who was sent it: a version, or chosen papers."""

from collections.abc import Callable, Collection
from datetime import datetime
from pathlib import Path

from exports.audience import Audiences
from exports.folder import Batch
from exports.recall_notes import Notes, holds_minutes, is_out
from exports.recipients import Recipients
from models.errors import Refusal
from models.marks import MinutesState
from models.queries.minutes import SETTLED
from models.records.minutes_issued import IssueRow, MinutesRecord
from models.rules import access
from models.workspace import Workspace

NOTHING = "Nothing of this meeting that can be recalled was issued: no note is due."
CHOOSE = "Choose what was issued and is not recalled yet."


def write_recall(
    workspace: Workspace,
    meeting_id: int,
    folder: Path,
    reason: str,
    passphrase: str | None = None,
    *,
    earlier: bool = False,
) -> tuple[str, ...]:
    """Recalls a meeting's minutes with a note for each who was sent papers; gives their names.

    They count as recalled once the notes lie in the folder; with `earlier`, so do papers of
    versions before that are still out. A mail is protected as the papers were. Raises Refusal
    where nothing was issued, where the reason may name somebody, or where a passphrase is
    missing; Trouble where the folder cannot be written: then nothing has changed.
    """
    access.check(workspace.person.role, "recall_documents")
    version = _standing(workspace, meeting_id)
    rows = to_recall(workspace, meeting_id)
    if earlier:
        rows += earlier_out(workspace, meeting_id)
    if version is None or not rows:
        raise Refusal(NOTHING)
    version_id = version.id

    def recall() -> None:
        workspace.minutes.recall(version_id, reason, earlier=earlier)

    return _write(workspace, meeting_id, folder, reason, passphrase, rows, recall)


def write_recall_of(
    workspace: Workspace,
    meeting_id: int,
    issue_ids: Collection[int],
    folder: Path,
    reason: str,
    passphrase: str | None = None,
) -> tuple[str, ...]:
    """Recalls chosen papers of the log, each from whom it went to; the version stands.

    Asks, refuses and fails as `write_recall` does.
    """
    access.check(workspace.person.role, "recall_documents")
    rows = chosen(workspace, meeting_id, issue_ids)

    def recall() -> None:
        workspace.minutes.recall_documents([one.id for one in rows], reason)

    return _write(workspace, meeting_id, folder, reason, passphrase, rows, recall)


def chosen(workspace: Workspace, meeting_id: int, issue_ids: Collection[int]) -> list[IssueRow]:
    """Those of these papers that are out; Refusal where none is."""
    out = [one for one in workspace.read.issues(meeting_id) if is_out(one)]
    rows = [one for one in out if one.id in issue_ids]
    if not rows:
        raise Refusal(CHOOSE)
    return rows


def to_recall(workspace: Workspace, meeting_id: int) -> list[IssueRow]:
    """What was issued of the standing minutes and is not recalled, which a recall calls back."""
    version = _standing(workspace, meeting_id)
    if version is None:
        return []
    issued = workspace.read.issues(meeting_id)
    own = [one for one in issued if one.version == version.number and is_out(one)]
    return [*own, *_carried_on(workspace, meeting_id, own)]


def _standing(workspace: Workspace, meeting_id: int) -> MinutesRecord | None:
    """The latest version, where it is approved and does not stand recalled already."""
    latest = next(iter(workspace.read.minutes(meeting_id)), None)
    return latest if latest is not None and latest.state in SETTLED else None


def earlier_out(workspace: Workspace, meeting_id: int) -> list[IssueRow]:
    """What went of versions before the one that stands, and is not recalled."""
    number = max((one.number for one in workspace.read.minutes(meeting_id)), default=0)
    issued = workspace.read.issues(meeting_id)
    return [one for one in issued if one.version and one.version < number and is_out(one)]


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
        one for one in workspace.read.issues(following.id) if is_out(one) and holds_minutes(one)
    )
    return [one for one in packs if one.at >= begun]


def needs_passphrase(workspace: Workspace, meeting_id: int, rows: Collection[IssueRow]) -> bool:
    """Whether a note about these would go to an address that is not listed as secure mail."""
    recipients = Recipients(Audiences(workspace, meeting_id))
    addresses = {one.address for one in rows if one.address}
    return any(not recipients.is_secure(one) for one in addresses)


def _write(
    workspace: Workspace,
    meeting_id: int,
    folder: Path,
    reason: str,
    passphrase: str | None,
    rows: Collection[IssueRow],
    recall: Callable[[], None],
) -> tuple[str, ...]:
    notes = Notes(workspace, meeting_id, reason, passphrase)
    notes.write(rows)
    _keep(workspace, meeting_id, folder, notes, reason, recall)
    return tuple(notes.files)


def _keep(
    workspace: Workspace,
    meeting_id: int,
    folder: Path,
    notes: Notes,
    reason: str,
    recall: Callable[[], None],
) -> None:
    minutes = workspace.minutes
    with Batch(folder, notes.files) as batch:
        begun = [
            minutes.begin_issue(meeting_id, documents, way=way, reason=reason)
            for way, documents in notes.log.items()
            if documents
        ]
        done = False
        try:
            batch.keep()
            done = True
            recall()
        finally:
            for rows in begun:
                minutes.end_issue(meeting_id, rows, done)
