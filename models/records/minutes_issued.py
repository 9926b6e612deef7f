"""Minutes as read: their versions, what was written and issued of them, what is confirmed."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class MinutesRecord:
    """A version of a meeting's minutes."""

    id: int
    meeting_id: int
    meeting_on: date
    number: int
    state: str
    made_at: datetime
    state_at: datetime | None
    by_name: str | None
    corrections: str | None
    approved_by: str | None = None
    approved_at: datetime | None = None
    agreed_on: date | None = None
    """The day of the next meeting that agreed them."""
    agreed_with: str | None = None
    """The corrections with which it did."""
    has_words: bool = False
    """Whether what it says has been kept."""


@dataclass(frozen=True)
class WrittenRecord:
    """Minutes as they were written to a file, with their words line by line."""

    meeting_id: int
    meeting_on: date
    version: int
    document: str
    sign: str
    at: datetime
    words: bytes


@dataclass(frozen=True)
class WrittenBefore:
    """A paper as it last went in an earlier version; two of one sign say the same."""

    version: int
    sign: str
    words: bytes


@dataclass(frozen=True)
class IssueRow:
    """A document that was issued."""

    id: int
    document: str
    audience: str
    recipient: str | None
    version: int | None
    state: str
    at: datetime
    sha256: str | None
    way: str | None = None
    address: str | None = None
    encrypted: bool | None = None
    reason: str | None = None
    batch: str | None = None
    receipt_at: datetime | None = None
    recalled_at: datetime | None = None
    subject_id: int | None = None
    item_id: int | None = None


@dataclass(frozen=True)
class ConfirmationRow:
    """A document that a person has confirmed for exactly this digest."""

    document: str
    digest: str
    at: datetime
    by_name: str | None
