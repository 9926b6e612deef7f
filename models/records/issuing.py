"""A document on its way out: what it is, for whom, and its hash."""

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True)
class IssuedDocument:
    """A document as the log of issues keeps it; `document` is its path within the folder."""

    document: str
    audience: str
    sha256: str
    recipient: str | None = None
    subject_id: int | None = None
    item_id: int | None = None
    address: str | None = None
    encrypted: bool = False
    carries: tuple[tuple[int, int], ...] = ()
    """Recommendations that a feed carries, each with its version."""
    way: str | None = None
    """How it goes, where that is not how the others of its issue go."""


@dataclass(frozen=True)
class Conflicted:
    """Attendees who declared the same interests, and the items of meetings these touch.

    `references` name those of this meeting, or that only earlier actions are touched.
    """

    member_ids: tuple[int, ...]
    names: tuple[str, ...]
    agency_ids: tuple[int, ...]
    item_ids: frozenset[int]
    subject_ids: frozenset[int]
    references: tuple[str, ...]


@dataclass(frozen=True)
class Invited:
    """Who attends for one item only.

    `apart` is the interest that these have elsewhere: the item's paper tells them nothing of that.
    """

    item_id: int
    reference: str
    names: tuple[str, ...]
    apart: Conflicted | None = None


@dataclass(frozen=True)
class SlotInvitation:
    """One person's invitation to one item, as their calendar should have it now.

    `identity` stays the same over updates, another day and cancellation; `sequence` counts them.
    `is_news`: this is not what was sent last.
    """

    identity: str
    sequence: int
    cancelled: bool
    item_id: int | None
    reference: str
    name: str
    address: str | None
    member_id: int | None
    guest_name: str | None
    day: date
    starts: time
    minutes: int
    venue: str | None
    digest: str
    is_news: bool
