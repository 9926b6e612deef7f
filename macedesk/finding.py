"""Ctrl+K finds children, people, places and things by what is typed."""

from collections.abc import Callable, Hashable, Sequence
from functools import partial

from models.records.subjects import SubjectRow
from models.workspace import Workspace
from ui.go import Source, Target

Go = Callable[[str, Hashable | None], object]
PAGES = {"child": "children"}
SHORTEST = 2
MOST = 12


def subjects_by_name(workspace: Workspace, go: Go) -> Source:
    """Targets for what is typed, of what the signed-in person may see."""

    def found(typed: str) -> Sequence[Target]:
        if len(typed.strip()) < SHORTEST:
            return ()
        return [_target(row, go) for row in workspace.read.find(typed, MOST)]

    return found


def _target(row: SubjectRow, go: Go) -> Target:
    page = PAGES.get(row.kind, "people")
    return Target(row.label, partial(go, page, row.id), row.detail, row.reference or "")
