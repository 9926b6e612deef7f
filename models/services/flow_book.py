"""Flows of the panel's own: copied, worded, ordered, begun as a version on a day."""

from collections.abc import Callable, Mapping
from typing import Any

from models import codes
from models.codes.fields import from_text, to_text
from models.codes.reading import check_row
from models.errors import Refusal, Trouble
from models.queries.version_book import check_not_entered
from models.rules import flow_steps
from models.rules.flow_steps import rows_of
from models.rules.flows import check_steps
from models.rules.list_parts import Rows
from models.services.version_book import VersionBook

LAST = {"code": "step_down", "label": "Step down", "ends": True}


class FlowBook(VersionBook):
    """The editor of flows; a version that any child entered keeps its steps."""

    list_name, noun, words = "flows", "flow", "a flow"

    def make(self, label: str) -> str:
        """A flow begun from nothing but its end; gives its code."""
        return self._add("make_flow", "Make a flow", label, {"version": "1", "steps": [LAST]})

    def copy(self, code: str, label: str) -> str:
        """A flow of the panel's own that begins as another stands; gives its code."""
        return self._copy(_flow(code), label)

    def add_step(self, code: str, label: str, who: str = "", working_days: Any = None) -> None:
        """Add a step before the one that ends the flow."""
        self._steps("add_flow_step", code, lambda r: flow_steps.added(r, label, who, working_days))

    def change_step(self, code: str, step: str, field: str, value: Any) -> None:
        """Change the words, role, working days of one step, or whether it repeats."""
        self._steps(
            "change_flow_step", code, lambda rows: flow_steps.changed(rows, step, field, value)
        )

    def move_step(self, code: str, step: str, by: int) -> None:
        """Move a step up (-1) or down (1)."""
        self._steps("move_flow_step", code, lambda rows: flow_steps.moved(rows, step, by))

    def drop_step(self, code: str, step: str) -> None:
        """Take a step out."""
        self._steps("drop_flow_step", code, lambda rows: flow_steps.without(rows, step))

    def _steps(self, operation: str, code: str, change: Callable[[Rows], Rows]) -> None:
        self._check("edit_codes")
        before = rows_of(_flow(code).steps)
        after = change(before)
        if after == before:
            return
        with self._store.work(operation, operation.replace("_", " ").capitalize()) as session:
            row = self._own(session, code)
            check_not_entered(session, code)
            row.details = to_text({**from_text(self.list_name, row.details), "steps": after})
            self._keep_whole(session, row)

    def _check_whole(self, values: Mapping[str, Any]) -> None:
        try:
            check_steps(check_row(codes.Flow, dict(values)).steps)
        except Trouble as unfit:
            raise Refusal(unfit.message) from None


def _flow(code: str) -> codes.Flow:
    found = codes.flow(code)
    if found is None:
        raise Refusal("There is no such flow.")
    return found
