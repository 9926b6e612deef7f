"""How long records are kept, as the window shows it: what falls due, holds, certificates."""

from dataclasses import dataclass
from datetime import date, datetime

from models.marks import RetentionState


@dataclass(frozen=True)
class RetentionRow:
    """A record with its clock: `about` and `about_id` name it, `why` says what it waits for."""

    about: str
    about_id: int
    kind: str
    name: str
    basis: str
    state: RetentionState
    due_on: date | None = None
    why: str = ""
    kept_until: date | None = None
    kept_reason: str = ""
    held_for: str = ""
    code: str = ""
    uuid: str = ""

    @property
    def key(self) -> str:
        """What the record is known by in a list."""
        return f"{self.about} {self.about_id}"


@dataclass(frozen=True)
class HoldRow:
    """A hold: what it covers, why, by whom, until when, and who lifted it."""

    id: int
    covers: str
    reason: str
    by_name: str
    made_at: datetime
    until: date | None
    in_force: bool
    lifted: str = ""


@dataclass(frozen=True)
class CertificateRow:
    """A certificate of disposal; it holds nothing of what went."""

    id: int
    reference: str
    kind: str
    record_uuid: str
    basis: str
    due_on: date | None
    reason: str
    by_name: str
    second_person: str
    at: datetime
    rows: int
    papers: int
    backups: str


@dataclass(frozen=True)
class Goes:
    """What would go with a record, counted, and what would stand on without it."""

    rows: int
    papers: int
    stays: int
