"""The tracker as read: a child with everything a grid can show, a change of one cell, a view."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from models.records.subjects import ChildRow

Value = str | int | bool | date | tuple[str, ...] | None
"""What stands in a cell."""


@dataclass(frozen=True)
class TrackedChild(ChildRow):
    """A child as one row of the tracker's grid; what is not known is None."""

    nhs_number: str | None = None
    pronouns: str | None = None
    ethnicity: str | None = None
    first_language: str | None = None
    disability: str | None = None
    postcode: str | None = None
    placement: str | None = None
    school: str | None = None
    team: str | None = None
    iro_or_cp_chair: str | None = None
    upn: str | None = None
    police_reference: str | None = None
    legal_status: str | None = None
    due_on: date | None = None
    """The last day on which the latest assessment is in date."""
    since: date | None = None
    """The day from which the child is on record as standing anywhere; none before records began."""
    risk_rank: int | None = None
    risk_band: str = ""
    """As what the level counts beside those of other schemes."""
    risk_stands: bool = False
    """Whether an assessment or the panel has said the risk, so that a status does not."""
    off_tracker: str = ""
    """Why a child who is open is not on the tracker; empty of everybody else."""


@dataclass(frozen=True)
class CellChange:
    """One cell to be changed: whose, which column, to what, and what was seen there before."""

    child_id: int
    column: str
    value: Value
    seen: Value


@dataclass(frozen=True)
class Filter:
    """What a column must say: one of these words, a part of a word, or lie between two values.

    `empty` alone keeps those of which it says nothing; with words, those as well.
    """

    column: str
    words: tuple[str, ...] = ()
    part: str = ""
    least: date | int | None = None
    most: date | int | None = None
    empty: bool = False
    filled: bool = False


@dataclass(frozen=True)
class View:
    """A way to look at the tracker: which columns in which order, how wide, what is shown, sorted.

    A width of 0 is the column's own.
    """

    name: str = ""
    columns: tuple[str, ...] = ()
    widths: Mapping[str, int] = field(default_factory=dict)
    shown: str = "open"
    words: str = ""
    filters: tuple[Filter, ...] = ()
    sort: str = ""
    descending: bool = False
    of_panel: bool = False


class Standing(StrEnum):
    """How a proposed change stands before anybody has taken it.

    One to look at comes from a list that does not say how it stood when it went, or may mean
    something else; a conflict is where the record has moved since.
    """

    CHANGE = "change"
    LOOK = "to look at"
    CONFLICT = "conflict"
    NEW = "new child"
    NOT_TAKEN = "not taken"


@dataclass(frozen=True)
class Proposed:
    """One cell, or one new child, as pasted or as a sheet came back with: reviewed, then taken.

    `was` and `now` are as written for people; `cells` are those of a new child, by column.
    """

    key: int
    who: str
    system_id: str
    title: str
    was: str
    now: str
    standing: Standing
    note: str = ""
    change: CellChange | None = None
    cells: tuple[tuple[str, Value], ...] = ()

    @property
    def takeable(self) -> bool:
        """Whether it may be taken at all."""
        return self.change is not None or bool(self.cells)


@dataclass(frozen=True)
class ProposedSet:
    """What is proposed, what is to be known beside it, and which keys are taken unless unticked."""

    rows: tuple[Proposed, ...] = ()
    notes: tuple[str, ...] = ()
    ticked: frozenset[int] = frozenset()
