"""What a generated panel is made of, and a record of who may read what of it."""

from dataclasses import dataclass, field
from datetime import date, datetime

FIRST = ("Aidan", "Reece", "Tia", "Zuzanna", "Callum", "Siobhán", "Dee-Leigh", "Kwame", "Ellie")
LAST = ("Ravenscroft", "O’Donnell", "Smith-Jones", "Wąsik", "Abernathy", "Okonkwo", "Fitzgerald")
PERSONS = ("Darren Pikeson", "Stefan Radulescu", "Craig Stobbartley", "Lee Marshfield-Crane")
STAFF = ("Jane Khan", "Sam Lee", "Ann Patel")
MEASURES = ("Child Abduction Warning Notice", "Slavery and trafficking risk order", "Covert visit")
HELD = date(2026, 11, 12)
MADE = datetime(2026, 11, 12, 14, 5)


@dataclass(frozen=True)
class Told:
    """A text that some may read: of which item, shared with whom, and what it is."""

    text: str
    item: int | None = None
    sharing: str = "all panel"
    agencies: tuple[int, ...] = ()
    tactic: bool = False
    owner: str | None = None
    file: tuple[str, ...] = ()
    """Kinds of documents about the child in which it may stand."""


@dataclass
class Generated:
    """A generated meeting and what may stand in no child's file."""

    meeting_id: int = 0
    children: dict[int, str] = field(default_factory=dict)
    system_ids: dict[int, str] = field(default_factory=dict)
    identifiers: list[str] = field(default_factory=list)
    secrets: list[str] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    persons: dict[int, list[str]] = field(default_factory=dict)
    members: dict[str, int] = field(default_factory=dict)
    seeing: set[int] = field(default_factory=set)
    agencies: dict[str, int] = field(default_factory=dict)
    interests: dict[str, set[int]] = field(default_factory=dict)
    guests: dict[int, str] = field(default_factory=dict)
    person_items: dict[int, int] = field(default_factory=dict)
    tactics: list[str] = field(default_factory=list)
    items: dict[int, int] = field(default_factory=dict)
    mentions: dict[int, list[str]] = field(default_factory=dict)
