"""Flows of the panel's own: copied, worded, ordered, begun as a version on a day."""

from collections.abc import Callable
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import codes
from models.codes.fields import from_text, to_text
from models.codes.reading import check_row
from models.entities import CodeRow, FlowEntry
from models.errors import Refusal, Trouble
from models.rules import flow_steps
from models.rules.flow_steps import Rows, rows_of
from models.rules.flows import check_steps
from models.services.code_book import CodeBook, check_kept, copied, row_of
from models.services.own_rows import free_code, free_label

LIST, NOUN = "flows", "flow"
LAST = {"code": "step_down", "label": "Step down", "ends": True}
FIXED = "A child went through this version: it stays as it is. Make a new version."


class FlowBook(CodeBook):
    """The editor of flows; a version that any child entered keeps its steps."""

    def make(self, label: str) -> str:
        """A flow begun from nothing but its end; gives its code."""
        self._check("edit_codes")
        label = free_label(LIST, label, NOUN)
        code = free_code(LIST, label, NOUN)
        place = max(one.position for one in codes.load(LIST)) + 1
        with self._store.work("make_flow", "Make a flow") as session:
            row = CodeRow(list_name=LIST, code=code, label=label, active=True, source="local")
            row.details = to_text({"version": "1", "steps": [LAST], "position": place})
            self._keep(session, row)
        return code

    def copy(self, code: str, label: str) -> str:
        """A flow of the panel's own that begins as another stands; gives its code."""
        self._check("edit_codes")
        before = _flow(code)
        label = free_label(LIST, label, NOUN)
        made = free_code(LIST, label, NOUN)
        with self._store.work("copy_flow", "Copy a flow") as session:
            row = copied(LIST, before, made, label, version="1", synonyms=[])
            row.note = f"Copied from {before.label}, {before.version}. Source: {before.source}."
            self._keep(session, row)
        return made

    def rename(self, code: str, label: str) -> None:
        """Give a flow of the panel's own another name."""
        self._check("edit_codes")
        with self._store.work("rename_flow", "Name a flow") as session:
            row = _own(session, code)
            row.label = free_label(LIST, label, NOUN, row.label)
            self._keep(session, row)

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

    def new_version(self, code: str, version: str, begins: date) -> str:
        """A new version from a day on, to be changed; the one before ends the day before."""
        return self._next_version(LIST, code, version, begins)

    def retire(self, code: str, last_day: date) -> None:
        """Take a flow out of use after a day; children in it go on in it."""
        self._use_until("retire_flow", "Take a flow out of use", LIST, code, last_day)

    def take_up(self, code: str) -> None:
        """Let a flow be used again."""
        self._use_until("take_up_flow", "Use a flow again", LIST, code, None)

    def _steps(self, operation: str, code: str, change: Callable[[Rows], Rows]) -> None:
        self._check("edit_codes")
        before = rows_of(_flow(code).steps)
        after = change(before)
        if after == before:
            return
        with self._store.work(operation, operation.replace("_", " ").capitalize()) as session:
            row = _own(session, code)
            entered = select(func.count()).where(FlowEntry.flow_code == code)
            if session.scalar(entered):
                raise Refusal(FIXED, "steps")
            row.details = to_text({**from_text(LIST, row.details), "steps": after})
            check_kept(LIST, row)
            _check_whole(row)
            self._keep(session, row)


def _flow(code: str) -> codes.Flow:
    found = codes.flow(code)
    if found is None:
        raise Refusal("There is no such flow.")
    return found


def _own(session: Session, code: str) -> CodeRow:
    row = row_of(session, LIST, code)
    if row is None or row.source != "local":
        raise Refusal("A shipped flow stays as its source has it: copy it, and change the copy.")
    return row


def _check_whole(row: CodeRow) -> None:
    values = {"code": row.code, "label": row.label, **from_text(LIST, row.details)}
    try:
        check_steps(check_row(codes.Flow, values).steps)
    except Trouble as unfit:
        raise Refusal(unfit.message) from None
