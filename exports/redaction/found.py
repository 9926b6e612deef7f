"""What the net found: a place in the text, whom it may mean, and how sure that is."""

from dataclasses import dataclass, field
from enum import StrEnum

from models.records.documents import KnownName


class Sure(StrEnum):
    """How sure it is that a text means somebody on record."""

    EXACT = "exact"
    NEAR = "misspelt"
    PART = "part of a name"
    ALIAS = "alias or initials"
    UNKNOWN = "on no record"


@dataclass(frozen=True)
class Finding:
    """One line of a document's redaction log; the name itself never stands in it.

    `done` is replaced, to confirm or left out.
    """

    kind: str
    done: str
    sure: str
    where: str


@dataclass(frozen=True)
class Hit:
    """A place in a text that means, or may mean, one of these names.

    `by_alias` says that it is another name which somebody goes by, and not initials;
    `of_another` that a surname alone stands behind a first name that is nobody's of these.
    """

    start: int
    end: int
    kind: str
    sure: Sure
    replaced: bool
    names: frozenset[KnownName] = field(default=frozenset())
    by_alias: bool = False
    of_another: bool = False

    @property
    def rank(self) -> tuple[bool, int]:
        """What is replaced goes before what is marked, and the longer before the shorter."""
        return self.replaced, self.end - self.start


def settled(hits: list[Hit]) -> list[Hit]:
    """Hits from left to right, none overlapping another."""
    kept: list[Hit] = []
    for one in sorted(hits, key=lambda hit: hit.rank, reverse=True):
        if all(one.end <= other.start or one.start >= other.end for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda hit: hit.start)
