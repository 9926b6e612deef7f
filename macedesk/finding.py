"""Ctrl+K finds children, people, places and things by what is typed."""

from collections.abc import Callable, Hashable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from models.marks import SubjectKind
from models.workspace import Workspace
from ui.go import Source, Target

if TYPE_CHECKING:
    from models.records.subjects import SubjectRow

Go = Callable[[str, Hashable | None], object]
PAGES = {"child": "children"}
TELLING = {
    SubjectKind.VEHICLE: "Vehicle",
    SubjectKind.PHONE: "Phone",
    SubjectKind.ACCOUNT: "Online account",
}
SHORTEST = 2
MOST = 12


def subjects_by_name(workspace: Workspace, go: Go) -> Source:
    """Targets for what is typed, of what the signed-in person may see."""

    def found(typed: str) -> Sequence[Target]:
        if len(typed.strip()) < SHORTEST:
            return ()
        # While a meeting runs the window may be the one that everyone present looks at.
        running: int | None = workspace.read.running_meeting()
        if running is None:
            return [_target(row, go) for row in workspace.read.find(typed, MOST)]
        room = workspace.read_as(workspace.room_reader(running))
        return [_target_in_room(row, go) for row in room.find(typed, MOST)]

    return found


def _target(row: "SubjectRow", go: Go) -> Target:
    """Where a record is, by its name and by what it was found."""
    page = PAGES.get(row.kind, "people")
    return Target(row.label, partial(go, page, row.id), row.detail, row.reference or "")


def _target_in_room(row: "SubjectRow", go: Go) -> Target:
    """The same by initials and reference; a number or handle says whose it is, so not even that."""
    page, words = PAGES.get(row.kind, "people"), TELLING.get(SubjectKind(row.kind), row.initials)
    return Target(words, partial(go, page, row.id), "", row.reference or "")
