"""One change of a returned document: where it stands, what it was and is, and what it comes to."""

import json
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from exports.returned.cells import Spot
from models.records.edits import NewLine
from models.records.places import Place

OUTSIDE = "The meeting"


class Kind(StrEnum):
    """What kind of change it is, as a person is told."""

    CHANGED = "changed"
    NEW = "new"
    GONE = "taken out"
    COMMENT = "comment"
    ELSEWHERE = "not from Word"


@dataclass(frozen=True)
class Edit:
    """A change of the words of one place, or one that no place on record takes in.

    `was` is what was written, `now` what the file says, both as printed. `stands` is what the
    record prints where that is another text by now; `raw` is what it would say, `seen` what it
    says. `where` tells where to change what cannot be taken in. `sure` is False where the marks
    were lost and somebody must look whether this is the place. `heard` is False where a new line
    sounds restricted and does not say for whom.
    """

    kind: Kind
    item_id: int | None
    part: str
    about: str
    was: str
    now: str
    who: tuple[str, ...] = ()
    place: Place | None = None
    line: NewLine | None = None
    sure: bool = True
    where: str = ""
    stands: str | None = None
    seen: str | None = None
    raw: str | None = None
    done: bool = False
    heard: bool = True
    spot: Spot | None = None
    """The cell of a table that it is in, or with no column its row."""

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What it is known by when the file is compared again."""
        return (self.part, self.about, self.was, self.now)

    @property
    def digest(self) -> str:
        """What tells it wherever it comes back: where it is, what was, is and stands there."""
        words = (self.was, self.now, self.stands, self.seen)
        told = (self.kind, self.item_id, self.place or self.about, *words)
        return sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()

    @property
    def empties_extract(self) -> bool:
        """Whether it takes out all that the extract for the child's file says."""
        of_file = self.place is not None and self.place.field == "for_file"
        return of_file and not self.now and not self.done

    @property
    def open(self) -> bool:
        """Whether it can be taken in and is not yet."""
        return not self.done and self.kind is not Kind.ELSEWHERE


@dataclass(frozen=True)
class Returned:
    """A returned document compared: of which writing it is, and all its changes by item."""

    document: str
    version: int
    written_at: datetime
    edits: tuple[Edit, ...]
    notes: tuple[str, ...] = ()
