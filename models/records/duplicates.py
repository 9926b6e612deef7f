"""Two records that may be one: why it is asked, what each says, and what a person said of them."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Self


@dataclass(frozen=True)
class AskedPair:
    """Two records that may be one, and why that is asked; references are case system ids."""

    subject_id: int
    kind: str
    label: str
    reference: str | None
    with_id: int
    with_kind: str
    with_label: str
    with_reference: str | None
    weight: float
    why: str

    def turned(self) -> Self:
        """The same asked from the other record."""
        return replace(
            self,
            subject_id=self.with_id,
            kind=self.with_kind,
            label=self.with_label,
            reference=self.with_reference,
            with_id=self.subject_id,
            with_kind=self.kind,
            with_label=self.label,
            with_reference=self.reference,
        )


@dataclass(frozen=True)
class DuplicateRow(AskedPair):
    """Two records that may be of one person, place or thing, `likely` or only possible, and why.

    `put_aside_by` and `put_aside_at` say who left it for later.
    """

    likely: bool
    put_aside_by: str | None = None
    put_aside_at: datetime | None = None

    @property
    def key(self) -> tuple[int, int]:
        """The two records, in one order whichever was asked about first."""
        first, second = sorted((self.subject_id, self.with_id))
        return first, second


@dataclass(frozen=True)
class ComparedField:
    """A field of two records beside each other; `standing` is same, shared, other, or empty.

    It is empty where one of them says nothing.
    """

    label: str
    mine: str
    theirs: str
    standing: str = ""


@dataclass(frozen=True)
class JoinedRow:
    """Two records of which a person said that they are the same, or not, when and why."""

    lead_id: int
    lead_label: str
    other_id: int
    other_label: str
    kind: str
    reason: str | None
    decided_by: str | None
    decided_on: date | None
    other_kind: str

    @property
    def kinds(self) -> tuple[str, str]:
        """The kinds of both, which are one where the records are the same."""
        return self.kind, self.other_kind
