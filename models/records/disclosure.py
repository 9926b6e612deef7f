"""The file on one subject for who asks for it: its lines, what is held back, what went out."""

from dataclasses import dataclass
from datetime import date, datetime

from models.records.documents import KnownName
from models.records.panel import PanelRecord

WORK = ("Actions", "Recommendations", "What became of actions")
"""Sections of what was agreed: one that names a measure or a person of concern does not go."""


@dataclass(frozen=True)
class FileLine:
    """One line of the file; `withheld` is the code of the reason why it does not go, or empty.

    `key` names the entry and its field, `said` who said it or what it is.
    """

    key: str
    section: str
    text: str
    on: date | None = None
    said: str = ""
    withheld: str = ""
    decided: bool = False
    """Whether a person has said so."""
    professional: bool = False
    """A name of somebody at work: known names of others go, nothing is marked."""

    @property
    def where(self) -> str:
        """Its place, as a redaction log tells it."""
        day = f", {self.on.day} {self.on:%b %Y}" if self.on else ""
        return f"{self.section}{day}"


@dataclass(frozen=True)
class SubjectFile:
    """All that may be told of one subject, with the names to search its texts for.

    `kept_back` counts by reason what is not read at all.
    """

    subject_id: int
    uuid: str
    kind: str
    names: tuple[str, ...]
    lines: tuple[FileLine, ...]
    kept_back: tuple[tuple[str, int], ...]
    panel: PanelRecord
    known_names: tuple[KnownName, ...]
    professionals: tuple[str, ...]
    allowed: tuple[str, ...]
    tactics: tuple[str, ...]
    made_at: datetime

    @property
    def withheld(self) -> dict[str, int]:
        """How many entries do not go, by the code of the reason."""
        found = dict(self.kept_back)
        for line in self.lines:
            if line.withheld:
                found[line.withheld] = found.get(line.withheld, 0) + 1
        return found


@dataclass(frozen=True)
class DisclosureRow:
    """A request and what became of it."""

    id: int
    uuid: str
    subject_id: int
    to_whom: str
    requested_on: date | None
    made_at: datetime
    by_name: str
    digest: str
    confirmed_at: datetime | None
    confirmed_by: str
    sent_at: datetime | None
    sha256: str
    files: int
    move_id: int | None = None
    """The move for which this is the transfer pack; None where somebody asks for the record."""

    @property
    def state(self) -> str:
        """How far it is, in a word."""
        if self.sent_at is not None:
            return "written" if self.move_id else "sent"
        if self.sha256:
            return "broken off"
        return "confirmed" if self.confirmed_at is not None else "prepared"
