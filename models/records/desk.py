"""What single pages show of the panel: the log, invitations, comments, code rows, updates."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from models.records.disruption import MeasureStepRow


@dataclass(frozen=True)
class LogRow:
    """One kept operation: when, who, what; `label` is the program's own words and names nobody."""

    number: int
    at: datetime
    who: str
    label: str
    rows: int
    barrier: bool
    undoes: int | None


@dataclass(frozen=True)
class InvitationRow:
    """Someone invited for one item only."""

    id: int
    item_id: int
    name: str
    agency: str | None


@dataclass(frozen=True)
class AskedRow:
    """Whether an agency is asked about an item; `allowed` is False where it may not be.

    `missed`: it was asked, or answered, before the item came, and told nothing of it; `awaited`: it
    was asked about it once its return was in, and has not told anything.
    """

    item_id: int
    agency_id: int
    agency: str
    asked: bool
    allowed: bool
    missed: bool = False
    awaited: bool = False


@dataclass(frozen=True)
class CommentRow:
    """A comment on a version of the minutes, or on one of its items."""

    id: int
    version_id: int
    item_id: int | None
    at: datetime
    by_name: str | None
    text: str
    settled: bool


@dataclass(frozen=True)
class NoExtractRow:
    """An item for which no extract is due, why, and who carries the child's plan instead."""

    item_id: int
    reason: str
    named_lead: str | None


@dataclass(frozen=True)
class CodeBookRow:
    """A row of a code list: as shipped (None for the panel's own), as it is here, and its values.

    `values` holds what can be changed, by field, as it is typed.
    """

    id: str
    list_name: str
    shipped: str | None
    label: str
    active: bool
    source: str | None
    changed_on: date | None
    changed_by: str | None
    values: Mapping[str, Any]


@dataclass(frozen=True)
class MeasureDetail:
    """What is recorded of a measure beside its line in the register."""

    id: int
    not_pursued_reason: str | None
    court: str | None
    reference: str | None
    effect: str | None
    lead_agency_id: int | None
    steps: tuple[MeasureStepRow, ...] = ()
    """How it came here, the latest first."""
    action: str | None = None
    """The number of the action that named it."""


@dataclass(frozen=True)
class UpdateRow:
    """What was told of an action once."""

    at: datetime
    status: str
    text: str | None
    reason: str | None
    evidence: str | None
    by_name: str | None
    new_due_on: date | None


@dataclass(frozen=True)
class SchemeRow:
    """A version of a risk scheme or a flow in the settings.

    `id` is its code, `used` how many assessments were made by it, or children entered it.
    """

    id: str
    label: str
    version: str
    standing: str
    active: bool
    own: bool
    used: int
    source: str
