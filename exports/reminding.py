"""Reminders between meetings, written to a folder for every agency that has something open."""

from exports.chasers import chasers, is_to_remind
from exports.issue_before import doubts_before
from exports.readying import make_with
from exports.sending import How, send
from models.errors import Refusal
from models.rules import access
from models.workspace import Workspace

NOTHING = "No agency has an open action: there is nobody to remind."


def doubts(workspace: Workspace) -> tuple[str, ...]:
    """What speaks against sending reminders to the agencies that have something open."""
    meeting_id = _last_meeting(workspace)
    if meeting_id is None:
        return ()
    left = filter(lambda one: is_to_remind([one]), workspace.read.actions(open_only=True))
    ids = dict.fromkeys(one.agency_id for one in left if one.agency_id)
    return doubts_before(workspace, meeting_id, ids)


def _last_meeting(workspace: Workspace) -> int | None:
    """The last meeting held, with which reminders are logged."""
    today, own = workspace.store.clock.today(), workspace.read.panel().id
    held = (one for one in workspace.read.meetings() if one.series_id == own)
    return next((one.id for one in held if one.held_on <= today), None)


def write_reminders(workspace: Workspace, how: How) -> tuple[str, ...]:
    """Writes for each agency what it has not done yet, as it may read it; gives their names.

    They are logged with the last meeting. Raises Refusal where nothing is open, and what `send`
    refuses.
    """
    access.check(workspace.person.role, "export_documents")
    meeting_id = _last_meeting(workspace)
    if meeting_id is None:
        raise Refusal(NOTHING)
    making = make_with(workspace, meeting_id, None)
    found = list(chasers(making))
    if not found:
        raise Refusal(NOTHING)
    return send(workspace, making, found, how, before=True)
