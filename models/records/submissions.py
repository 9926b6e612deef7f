"""Submissions of intelligence as who may read them reads them."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class SubmissionRow:
    """A submission in its list."""

    id: int
    reference: str
    received_on: date
    given_by: str
    state: str
    begins: str


@dataclass(frozen=True)
class MentionRow:
    """A record that a submission names, or may name: said so by a person, or offered."""

    subject_id: int
    kind: str
    label: str
    as_written: str
    confirmed: bool
    how: str = ""
    """Why it is only perhaps meant: a name misspelt, a part of a mark."""


@dataclass(frozen=True)
class MadeLink:
    """A link that was made of a submission, in a sentence."""

    id: int
    sentence: str
    ended: bool


@dataclass(frozen=True)
class SubmissionRecord:
    """A submission whole, what it names, and the links that people made of it."""

    row: SubmissionRow
    paper_id: int | None
    given_by: str
    from_agency: str | None
    from_name: str | None
    from_contact: str | None
    provenance: str | None
    information_date: date | None
    text: str
    named: str | None
    grading: str | None
    conditions: str | None
    sharing: str
    shared_with: tuple[int, ...]
    outcome: str | None
    outcome_reason: str | None
    outcome_by: str | None
    outcome_at: datetime | None
    police_reference: str | None
    mentions: tuple[MentionRow, ...] = ()
    links: tuple[MadeLink, ...] = ()
