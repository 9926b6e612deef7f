"""Ctrl+K finds children, people, places and things by what is typed."""

from collections.abc import Callable, Hashable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from models.marks import MeetingState
from models.workspace import Workspace
from ui.go import Source, Target

if TYPE_CHECKING:
    from models.records.meeting import MeetingRecord
    from models.records.subjects import SubjectRow

Go = Callable[[str, Hashable | None], object]
PAGES = {"child": "children"}
SHORTEST = 2
MOST = 12


def subjects_by_name(workspace: Workspace, go: Go) -> Source:
    """Targets for what is typed, of what the signed-in person may see."""

    def found(typed: str) -> Sequence[Target]:
        if len(typed.strip()) < SHORTEST:
            return ()
        in_the_room = _meeting_runs(workspace)
        rows = workspace.read.find(typed, MOST)
        return [_target(row, go, in_the_room=in_the_room) for row in rows]

    return found


def _meeting_runs(workspace: Workspace) -> bool:
    """Whether the window may be the one that everyone present looks at."""
    coming: MeetingRecord | None = workspace.read.next_meeting()
    return coming is not None and coming.state == MeetingState.RUNNING.value


def _target(row: "SubjectRow", go: Go, *, in_the_room: bool) -> Target:
    """Where a record is; while a meeting runs people stand by initials and reference only."""
    page, reference = PAGES.get(row.kind, "people"), row.reference or ""
    if in_the_room:
        return Target(row.initials, partial(go, page, row.id), "", reference)
    return Target(row.label, partial(go, page, row.id), row.detail, reference)
