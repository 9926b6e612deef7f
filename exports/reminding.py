"""Reminders between meetings, written to a folder for every agency that has something open."""

from pathlib import Path

from exports.chasers import chasers
from exports.leaving import Tell, leave
from exports.readying import make_ready, make_with
from models.errors import Refusal
from models.rules import access
from models.workspace import Workspace

NOTHING = "No agency has an open action: there is nobody to remind."


def write_reminders(
    workspace: Workspace,
    folder: Path,
    *,
    passphrase: str | None = None,
    reason: str | None = None,
    tell: Tell | None = None,
) -> tuple[str, ...]:
    """Writes for each agency what it has not done yet, as it may read it; gives their names.

    They are logged with the last meeting. Raises Refusal where nothing is open.
    """
    access.check(workspace.person.role, "export_documents")
    today = workspace.store.clock.today()
    meeting_id = next((one.id for one in workspace.read.meetings() if one.held_on <= today), None)
    if meeting_id is None:
        raise Refusal(NOTHING)
    making = make_with(workspace, meeting_id, None)
    found = list(chasers(making))
    if not found:
        raise Refusal(NOTHING)
    ready = make_ready(found, passphrase)
    return leave(workspace, making, ready, folder, reason, tell, before=True)
