"""A paper looked at before anything is written: what was read, how sure, who may be the same."""

from dataclasses import dataclass, field
from datetime import date

from models.intake.papers import Content, ReadPaper
from models.records.papers import MatchRecord

CHILDREN = frozenset({"child", "tracker", "persons", "assessment", "update"})


@dataclass(frozen=True)
class PreviewedFile:
    """One file of a batch as read; a refused one has only its reason.

    Lines that an agency does not share are in none of this: `lines_removed` says how many there
    were; `within` is the hash of the message that it was attached to; `read_as` is the kind that a
    person says it is, `seen_on` the day on which it was looked at. `matches` names for a record
    (by its place in `paper.records`) who may be the same, on record or, with a `subject_id` below
    nought, among the papers previewed with it.
    """

    file: str
    sha256: str = ""
    size: int = 0
    paper: ReadPaper | None = field(default=None, repr=False)
    content: Content | None = field(default=None, repr=False)
    data: bytes = field(default=b"", repr=False)
    lines_removed: int = 0
    within: str = ""
    read_as: str = ""
    seen_on: date | None = None
    refused: str | None = None
    duplicate: bool = False
    matches: tuple[tuple[int, MatchRecord], ...] = field(default=(), repr=False)

    @property
    def kind(self) -> str:
        """What kind of paper it is."""
        return self.paper.kind if self.paper is not None else "unknown"

    @property
    def compared(self) -> bool:
        """True if its children are compared with the register before it is kept."""
        if self.paper is None or self.refused is not None:
            return False
        return any(record.kind in CHILDREN for record in self.paper.records)
