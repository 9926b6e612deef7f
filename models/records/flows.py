"""A child's way through a flow as read, and flows as the settings list them."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class FlowStepRow:
    """One step as it stands: `clock` in words, `urgency` high, medium or plain.

    `ends` for the one that steps down, `repeats` for one that may be done again.
    """

    id: int
    code: str
    label: str
    who: str | None
    holder: str | None
    began_on: date
    due_on: date | None
    state: str
    done_on: date | None
    reason: str | None
    note: str | None
    by: str | None
    clock: str
    urgency: str
    ends: bool = False
    repeats: bool = False


@dataclass(frozen=True)
class FlowRecord:
    """A child in a flow: since when, its steps, and how it ended.

    `to_come` are the labels of the steps that follow the open one.
    """

    id: int
    child_id: int
    code: str
    label: str
    version: str
    entered_on: date
    entered_by: str | None
    reason: str | None
    ended_on: date | None
    ended_reason: str | None
    second_person: str | None
    steps: tuple[FlowStepRow, ...]
    to_come: tuple[str, ...] = ()

    @property
    def open_step(self) -> FlowStepRow | None:
        """The step that is open now."""
        return next((one for one in self.steps if one.state == "open"), None)


@dataclass(frozen=True)
class OpenStep:
    """An open step of any child, for Today and the board of clocks."""

    id: int
    child_id: int
    child: str
    flow: str
    label: str
    holder: str | None
    due_on: date | None
    clock: str
    urgency: str
