"""Children who grow up and children who move, as read."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class TransitionPointRow:
    """A point of the checklist for one child; no day where it is not done."""

    code: str
    label: str
    done_on: date | None
    by_name: str | None


@dataclass(frozen=True)
class TransitionRecord:
    """A child's transition: when they turn 18, what is handed to whom, what is lacking."""

    child_id: int
    name: str
    initials: str
    birth_date: date | None
    begins_on: date | None
    adult_on: date | None
    turns: str
    lead: str | None
    adult_service: str | None
    adult_lead: str | None
    reference: str | None
    referred_on: date | None
    accepted_on: date | None
    plan: str | None
    not_needed: str | None
    settled_on: date | None
    settled_by: str | None
    points: tuple[TransitionPointRow, ...]
    lacking: tuple[str, ...]
    listed: bool


@dataclass(frozen=True)
class MoveRow:
    """A move over the border: which way, whose area, who was told and asked, the pack, the rest."""

    id: int
    child_id: int
    name: str
    initials: str
    way: str
    way_words: str
    moved_on: date | None
    authority: str
    contact: str | None
    reason: str | None
    told_on: date | None
    told_whom: str | None
    told_how: str | None
    asked: str | None
    asked_on: date | None
    answered_on: date | None
    answer: str | None
    disclosure_id: int | None
    pack_written_on: date | None
    pack_given_on: date | None
    receipt_on: date | None
    receipt_by: str | None
    owed: tuple[str, ...]
