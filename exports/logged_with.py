"""With which meeting papers of no meeting are logged: the panel's next, or its last."""

from models.workspace import Workspace


def meeting_for(workspace: Workspace) -> int | None:
    """The panel's next meeting, or the last where none is planned; None where there is none.

    A further tier's meetings are not asked: their papers go to other people.
    """
    read, today = workspace.read, workspace.store.clock.today()
    own = read.panel().id
    coming = read.next_meeting(today, own)
    if coming is not None:
        return coming.id
    return next((one.id for one in read.meetings() if one.series_id == own), None)
