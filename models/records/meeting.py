"""A meeting as read: attendance, declared interests, what it may speak of and what came for it."""

from dataclasses import dataclass
from datetime import date, datetime, time

from models.records.attending import Absence


@dataclass(frozen=True)
class MeetingRecord:
    """A meeting's own facts."""

    id: int
    uuid: str
    panel: str
    held_on: date
    starts: time
    ends: time
    venue: str | None
    state: str
    chair: str | None
    chair_id: int | None
    minute_taker: str | None
    minute_taker_id: int | None
    started_at: datetime | None
    closed_at: datetime | None
    script_read_by: str | None
    script_read_at: datetime | None
    quorum_decision: str | None
    quorum_reason: str | None
    previous_minutes_date: date | None
    previous_minutes_agreed: bool | None
    previous_minutes_corrections: str | None
    other_business: str | None
    next_meeting_on: date | None
    series_id: int = 0
    tier: str = "operational"
    words_read: tuple[tuple[str, str], ...] = ()
    """The standing wordings by key as they were read there, once they were."""


@dataclass(frozen=True)
class AttendanceRow:
    """How one person attended; `code` is None until it is taken, `left` while they are here.

    `guest_of` are the items that they are invited for alone.
    """

    id: int
    member_id: int | None
    name: str
    role: str | None
    agency_id: int | None
    agency: str | None
    code: str | None
    arrived: time | None
    left: time | None
    deputy_for: str | None
    information_sent_on: date | None
    core: bool
    absences: tuple[Absence, ...] = ()
    guest_of: frozenset[int] = frozenset()


@dataclass(frozen=True)
class DeclarationRow:
    """A conflict of interest declared; `declared_on` where that was at an earlier meeting.

    `stepped_out` is when the member left for the item that it is of.
    """

    id: int
    member_id: int
    member: str
    item_id: int | None
    item_reference: str | None
    interest: str
    outcome: str | None
    declared_on: date | None = None
    stepped_out: tuple[Absence, ...] = ()


@dataclass(frozen=True)
class ReadinessRow:
    """How ready an item is: each point in words and whether it stands."""

    item_id: int
    points: tuple[tuple[str, bool], ...]


SENT = 1 << 40
"""Above every item's id, so that a title sent by another tier has a key of its own."""


@dataclass(frozen=True)
class PoolRow:
    """What could stand on the next agenda, and why it is proposed; a title may have no subject."""

    subject_id: int | None
    subject_kind: str
    label: str
    initials: str
    kind: str
    why: str
    referral_id: int | None
    review_id: int | None
    carried_from_id: int | None
    proposed: bool
    escalation_id: int | None = None

    @property
    def key(self) -> int:
        """The subject's id, or for a title alone that of the item it comes from, negative."""
        return self.subject_id or -(self.carried_from_id or SENT + (self.escalation_id or 0))


@dataclass(frozen=True)
class WaitingReturns:
    """Returns that came for a day on which no meeting is planned; `agencies` sent them."""

    day: date | None
    agencies: tuple[str, ...]


@dataclass(frozen=True)
class ReturnRow:
    """An agency's return for a meeting: asked, due, in, late; `asked_about` counts its items.

    `chased` says which step was taken last and when, `step` which is due now, by code. `missed`
    are the references of items that came on the agenda after it was asked, `awaited` of those that
    it was asked about once its return was in.
    """

    agency_id: int
    agency: str
    requested_on: date | None
    due_on: date | None
    received_at: datetime | None
    state: str
    lines: int
    asked_about: int = 0
    id: int | None = None
    chased: str = ""
    step: str = ""
    missed: tuple[str, ...] = ()
    awaited: tuple[str, ...] = ()
