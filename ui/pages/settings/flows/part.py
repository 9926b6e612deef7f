"""The part of the settings for flows: all versions at the left, the chosen one's steps beside."""

from collections.abc import Sequence
from typing import Any

from models import codes
from models.records.desk import SchemeRow
from ui.desk import Desk
from ui.pages.records.entering import EntryCard
from ui.pages.settings.flows.steps import Steps
from ui.pages.settings.versions import NAME, VersionsPart
from ui.widgets.buttons import button

SHIPPED = "Shipped as its source has it. Copy it to set limits and write your own steps."
OWN = "The panel's own: each change is one step that can be undone."
USED = "Children went through this version: its steps stay. Make a new version."


class FlowsPart(VersionsPart):
    """Choosing a flow, and what is done with it."""

    ONE, MANY, TITLE = "flow", "flows", "Flows"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.steps = Steps(desk)
        self.named = EntryCard("Another name", NAME, desk, self._rename)
        self.name = button("Name it", self.named.ask)
        self._stand(
            (self.new,),
            (self.copy, self.name, self.next, self.retire, self.again),
            (self.copied, self.named, self.version, self.last),
            (self.steps,),
            0.34,
        )

    def settle(self) -> bool:
        """Keep what is half-typed."""
        return self.steps.settle()

    def _rows(self) -> Sequence[SchemeRow]:
        return self._desk.workspace.read.flow_book()

    def _book(self) -> Any:
        return self._desk.workspace.flow_book

    def _version(self, code: str) -> codes.Flow | None:
        return codes.flow(code)

    def _used(self, row: SchemeRow) -> str:
        return f"{row.used} child{'ren' * (row.used != 1)} entered it" if row.used else "not used"

    def _show_version(self, row: SchemeRow, held: codes.Flow) -> None:
        why = SHIPPED if not row.own else USED if row.used else OWN
        self.steps.show_flow(held, editable=row.own and not row.used and self._able, why=why)
        self.name.setVisible(self._able and row.own)

    def _rename(self, values: dict[str, Any]) -> None:
        self._book().rename(self._code(), values.get("label", ""))
