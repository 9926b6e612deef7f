"""Links as they are listed and mended: those that are new, and one whole with all its fields."""

from dataclasses import dataclass
from datetime import date

from models.records.subjects import LinkRecord


@dataclass(frozen=True)
class NewLink:
    """A link that came after the last panel: who is linked to whom, read from its doer's side."""

    from_id: int
    from_kind: str
    from_label: str
    link: LinkRecord


@dataclass(frozen=True)
class NewLinks:
    """The links that came after `since`; `met` says whether a panel was held on that day."""

    since: date
    met: bool
    rows: tuple[NewLink, ...]


@dataclass(frozen=True)
class LinkDetail:
    """One link whole, as it is mended: its ends, its words, and every field as it is kept."""

    id: int
    from_id: int
    from_kind: str
    from_label: str
    to_id: int
    to_kind: str
    to_label: str
    relation: str
    sentence: str
    confidence: str
    confirmed: bool
    information: str
    sharing: str
    shared_with: tuple[int, ...]
    agency_id: int | None
    source: str | None
    source_date: date | None
    first_seen: date | None
    last_seen: date | None
    expires_on: date | None
    ended_on: date | None
    recorded_on: date | None
    note: str | None
    source_grade: str | None
    information_grade: str | None
    handling: str | None
    handling_conditions: str | None
    kind_reason: str | None
    out_of_date: bool
