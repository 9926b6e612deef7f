"""Names in papers of no meeting: initials, as in those of the meeting that they lie beside."""

from collections.abc import Iterable
from dataclasses import replace

from exports.logged_with import meeting_for
from exports.naming import Naming, naming
from models.queries.offered import Readings
from models.workspace import Workspace


def naming_beside(
    workspace: Workspace, read: Readings, *, about: int | None = None, here: Iterable[str] = ()
) -> Naming:
    """Initials for everybody on record, and for each part of the names of children spoken of.

    Spoken of are those of the meeting at hand and of open actions, and whoever is linked with the
    subject that the paper is `about`. `here` are the names of professionals in it.
    """
    meeting = meeting_for(workspace)
    spoken = (
        *(read.spoken_of(meeting) if meeting is not None else ()),
        *(read.spoken_around(about) if about is not None else ()),
    )
    return naming(
        replace(read.panel(), full_names=False),
        (),
        workspace.store.clock.today(),
        others=read.everybody(),
        here=here,
        spoken_of=spoken,
    )
