"""One row of a code list, and what every kind of row has in common."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class Code:
    """A row of a list in its order: what is stored, what is shown, and what people write for it.

    `parent` is the code of a more general row, which yields to this one where a text names both.
    """

    code: str
    label: str
    position: int = 0
    active: bool = True
    valid_from: date | None = None
    valid_to: date | None = None
    parent: str = ""
    synonyms: tuple[str, ...] = ()
    note: str = ""
    source: str = ""

    def valid(self, on: date) -> bool:
        """Whether the row may be chosen on that day."""
        begun = self.valid_from is None or self.valid_from <= on
        return self.active and begun and (self.valid_to is None or on <= self.valid_to)


@dataclass(frozen=True, kw_only=True)
class Ranked(Code):
    """A row that stands higher or lower than others: risk in words, priority, police grade."""

    rank: int


@dataclass(frozen=True, kw_only=True)
class Status(Code):
    """How far something has come: whether it is over, and what must be said with it."""

    finished: bool = False
    in_force: bool = False
    carries: bool = False
    needs_reason: bool = False
    needs_evidence: bool = False
