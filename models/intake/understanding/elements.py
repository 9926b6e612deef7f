"""The shapes a paper is made of, before anyone asks what they mean."""

from dataclasses import dataclass

from models.intake.papers import Cell
from models.intake.understanding.lexicon import Match

LONG = frozenset({  # fields whose text may run over several paragraphs
    "reason", "ask", "tried", "voice", "parent", "protective", "associates", "places", "siblings",
    "indicators", "types", "grounds", "children", "persons", "text", "fact_text", "opinion_text",
    "intelligence_text", "withheld", "changes", "barrier", "rationale", "recommendations",
    "actions", "professionals", "health", "justice", "peers", "views", "features", "guardians",
    "strengths", "description", "modified", "update", "notes", "learned", "conflict", "disability",
    "address",
})  # fmt: skip
MERGED = frozenset({
    "reason", "tried", "voice", "parent", "protective", "siblings", "grounds", "ask", "changes",
    "barrier", "rationale", "text", "notes", "learned", "professionals", "health", "justice",
    "update", "views", "features", "description", "recommendations", "actions", "parent_name",
    "orders", "disability",
})  # fmt: skip
"""Fields in which several texts are joined."""


@dataclass(frozen=True)
class Pair:
    """A label and what stands for it; `match` None where the label is in no dictionary."""

    label: str
    value: str
    where: str
    match: Match | None
    section: str | None = None

    @property
    def text(self) -> str:
        """The pair as it would be shown to a person."""
        return f"{self.label.strip(' :–—-')}: {self.value}" if self.value else self.label


@dataclass(frozen=True)
class Grid:
    """A header row and the rows under it; a row has one cell, or None, for each header."""

    headers: tuple[str, ...]
    rows: tuple[tuple[Cell | None, ...], ...]
    where: str
    section: str | None = None
    caption: str = ""

    def texts(self, at: int) -> list[str]:
        """What stands in a column from the top, cells left empty passed over."""
        return [cell.text for row in self.rows if (cell := row[at]) and cell.text.strip()]


@dataclass(frozen=True)
class MatrixRow:
    """One line of a tick table: its wording, the answer given and the evidence beside it."""

    wording: str
    answer: str
    evidence: str
    where: str
    header: str = ""
    section: str | None = None


@dataclass(frozen=True)
class Heading:
    """A heading or title that is no label itself."""

    text: str
    where: str
    level: int
    section: str | None = None


@dataclass(frozen=True)
class Loose:
    """Text under no label."""

    text: str
    where: str
    section: str | None = None


Element = Pair | Grid | MatrixRow | Heading | Loose
