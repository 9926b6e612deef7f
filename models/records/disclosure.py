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
    decided_by: str = ""
    cut: bool = False
    """Whether it goes without the sentences that were asked about."""
    asks: tuple[str, ...] = ()
    """What a person decides before it may go: codes of the list copy_questions."""
    professional: bool = False
    """A name of somebody at work: known names of others go, nothing is marked."""

    @property
    def field(self) -> str:
        """The entry's kind and the field, without its number."""
        table, _, rest = self.key.partition(".")
        return f"{table}.{rest.rpartition('.')[2]}"

    @property
    def waits(self) -> bool:
        """Whether it stays back only until a person has decided."""
        return bool(self.asks) and not self.decided

    @property
    def where(self) -> str:
        """Its place, as a redaction log tells it."""
        day = f", {self.on.day} {self.on:%b %Y}" if self.on else ""
        return f"{self.section}{day}"


@dataclass(frozen=True)
class SubjectFile:
    """All that may be told of one subject, with the names to search its texts for.

    `kept_back` counts by reason what is not read at all; `asker` is in which right it is asked
    for, and nothing for a transfer pack, of which nothing is asked.
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
    asker: str | None = None

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
    asker: str = ""
    considered: str = ""
    considered_by: str = ""
    considered_at: datetime | None = None
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
