"""How many changes that came back from Word nobody has taken in or left."""

from exports.returned.reading import read_returned
from models.records.open_points import Before, Mend, OpenPoint
from models.rules import access
from models.rules.open_points import undecided
from models.workspace import Workspace


def undecided_point(workspace: Workspace, meeting_id: int) -> tuple[OpenPoint, ...]:
    """The changes of the file that came back last, as one point; none where all are decided."""
    if not access.may(workspace.person.role, "edit_minutes"):
        return ()
    file = workspace.read.returned_file(meeting_id)
    if file is None:
        return ()
    left = workspace.read.left_edits(meeting_id)
    edits = read_returned(workspace, meeting_id, file).edits
    rest = sum(not one.done and one.digest not in left for one in edits)
    return (OpenPoint(undecided(rest), Before.APPROVAL, Mend.FROM_WORD),) if rest else ()
