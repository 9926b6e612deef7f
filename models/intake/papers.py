"""What was found in a paper: its plain content, and what that content was read to say."""

from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table, `span` columns wide.

    `checked` is set where the cell is nothing but a tick box; `continues` where it only continues
    the merged cell above it (its text is then empty); `bold_lead` holds the bold words it begins
    with, when others follow.
    """

    text: str
    where: str
    bold: bool = False
    checked: bool | None = None
    span: int = 1
    continues: bool = False
    bold_lead: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a document, or a whole worksheet; rows may differ in length where cells span."""

    rows: tuple[tuple[Cell, ...], ...]
    where: str
    sheet: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph; `heading` is 1 to 9 for a heading, `bold_lead` the bold words it begins with."""

    text: str
    where: str
    heading: int = 0
    bold_lead: str = ""


@dataclass(frozen=True, slots=True)
class Attached:
    """A file attached to a message, as it came."""

    name: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Source:
    """Who sent a paper by e-mail, and when on London's clock."""

    sender: str = ""
    sent_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """A paper made plain, in reading order; `notes` are for people.

    `form` is docx, xlsx, csv, pdf, odt, eml or msg. `printed` holds the marks of what a form of
    the panel's own said before it was filled in. A paper that came by e-mail has its `source`; a
    message holds what was `attached` to it. `saved_on` is when its program last saved it.
    """

    name: str
    sha256: str
    parts: tuple[Block | Table, ...]
    form: str
    notes: tuple[str, ...] = ()
    printed: frozenset[str] = frozenset()
    source: Source | None = None
    attached: tuple[Attached, ...] = field(default=(), repr=False)
    saved_on: date | None = None


@dataclass(frozen=True, slots=True)
class ReadField:
    """One value read; `raw` as the paper has it, `sure` from 0 to 1, `note` what to look at."""

    name: str
    value: object
    raw: str
    where: str
    sure: float
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReadRecord:
    """The fields read about one child, person, place, line or row."""

    kind: str
    fields: tuple[ReadField, ...]
    where: str

    def get(self, name: str) -> object:
        """Return the value of the first field of that name, or None."""
        return next((field.value for field in self.fields if field.name == name), None)


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """Text that no field took, kept with its place."""

    where: str
    text: str


@dataclass(frozen=True, slots=True)
class ReadPaper:
    """A whole paper as understood; `fingerprint` is the same for every filling of one form."""

    name: str
    sha256: str
    kind: str
    records: tuple[ReadRecord, ...]
    not_understood: tuple[NotUnderstood, ...]
    fingerprint: str
    notes: tuple[str, ...] = ()
