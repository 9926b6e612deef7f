"""Reminders between meetings, written to a folder for every agency that has something open."""

from pathlib import Path

from exports.chasers import chasers
from exports.issue_before import doubts_before
from exports.leaving import Tell, leave
from exports.posting import post
from exports.readying import make_ready, make_with
from models.errors import Refusal
from models.rules import access
from models.workspace import Workspace

NOTHING = "No agency has an open action: there is nobody to remind."


def doubts(workspace: Workspace) -> tuple[str, ...]:
    """What speaks against sending reminders to the agencies that have something open."""
    meeting_id = _last_meeting(workspace)
    if meeting_id is None:
        return ()
    open_ones = workspace.read.actions(open_only=True)
    ids = dict.fromkeys(one.agency_id for one in open_ones if one.agency_id)
    return doubts_before(workspace, meeting_id, ids)


def _last_meeting(workspace: Workspace) -> int | None:
    """The last meeting held, with which reminders are logged."""
    today = workspace.store.clock.today()
    return next((one.id for one in workspace.read.meetings() if one.held_on <= today), None)


def write_reminders(
    workspace: Workspace,
    folder: Path,
    *,
    by_mail: bool = False,
    passphrase: str | None = None,
    reason: str | None = None,
    tell: Tell | None = None,
) -> tuple[str, ...]:
    """Writes for each agency what it has not done yet, as it may read it; gives their names.

    `by_mail` writes e-mail drafts, one for each recipient. They are logged with the last meeting.
    Raises Refusal where nothing is open, and what writing drafts refuses.
    """
    access.check(workspace.person.role, "export_documents")
    meeting_id = _last_meeting(workspace)
    if meeting_id is None:
        raise Refusal(NOTHING)
    making = make_with(workspace, meeting_id, None)
    found = list(chasers(making))
    if not found:
        raise Refusal(NOTHING)
    if by_mail:
        names, _ = post(
            workspace, making, found, folder, before=True, passphrase=passphrase, reason=reason,
            tell=tell,
        )  # fmt: skip
        return names
    ready = make_ready(found, passphrase)
    return leave(workspace, making, ready, folder, reason, tell, before=True)
