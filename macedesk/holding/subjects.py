"""Whom a script speaks of: subjects by system id or name, and the items about them."""

from collections.abc import Callable
from typing import Any

from macedesk.holding.script import text
from models.errors import Refusal
from models.records.item import ItemRow
from models.workspace import Workspace

SECTIONS = {
    "child": "V",
    "person_of_concern": "O",
    "person": "O",
    "location": "L",
    "place": "L",
    "group": "G",
    "theme": "T",
}


class Subjects:
    """Finds subjects of a meeting; what is not on record is made or kept as a title."""

    def __init__(self, workspace: Workspace, meeting_id: int, warn: Callable[[str], None]) -> None:
        self._workspace = workspace
        self._meeting_id = meeting_id
        self._warn = warn

    def item(self, named: str) -> int | None:
        """The item about a subject named by system id, name or reference."""
        wanted = named.strip().lower()
        rows = self._workspace.read.running_order(self._meeting_id)
        found = [row for row in rows if wanted in _names(row)]
        return found[0].id if len(found) == 1 else None

    def item_for(self, script: dict[str, Any]) -> int:
        """The item that a script's item is about, added to the agenda where it is not there."""
        named = text(script.get("subject")) or text(script.get("title")) or "Untitled item"
        found = self.item(named)
        if found is not None:
            return found
        kind = text(script.get("kind")) or "theme"
        minutes = script.get("minutes") if isinstance(script.get("minutes"), int) else None
        subject_id = self.find(named) or self._make(kind, named)
        self._warn(f"An item of the script was not on the agenda and was added ({kind}).")
        return self._workspace.conduct.add_item(
            self._meeting_id,
            subject_id,
            None if subject_id else named,
            None if subject_id else SECTIONS.get(kind, "X"),
            minutes,
        )

    def find(self, named: str) -> int | None:
        """The one record of that system id or exact name; None where there is none, or several."""
        wanted = named.strip().lower()
        found = [
            row.id
            for row in self._workspace.read.find(named, 50)
            if wanted in {row.label.lower(), (row.reference or "").lower()}
            or wanted in {alias.lower() for alias in row.aliases}
        ]
        return found[0] if len(found) == 1 else None

    def _make(self, kind: str, named: str) -> int | None:
        register = self._workspace.register
        try:
            if kind == "theme":
                return register.add_theme(named)
            if kind == "group":
                return register.add_group(named)
            if kind in {"location", "place"}:
                return register.add_place(named)
        except Refusal as refused:
            self._warn(refused.message)
        return None


def _names(row: ItemRow) -> set[str]:
    return {row.label.lower(), (row.subject_reference or "").lower(), row.reference.lower()} - {""}
