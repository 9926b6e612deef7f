"""Papers taken apart into what they say, whatever their layout was: to be drawn in others."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models.intake.opening import open_paper
from models.intake.papers import ReadPaper
from models.intake.understanding.about import shaped
from models.intake.understanding.elements import Grid, Heading, Loose, Pair
from models.intake.understanding.kinds import groups_of
from models.intake.understanding.squares import with_squares
from models.intake.understanding.unboxed import with_boxes

from .drawn import made
from .test_invented_papers import is_right

LEAST_ANSWERS, LEAST_ROWS = 8, 2
LISTS = frozenset({"tracker", "persons", "members", "missing", "actions"})
Answer = tuple[str, str]
Row = tuple[str, ...]


@dataclass(frozen=True)
class Listed:
    """Rows under their heads."""

    heads: Row
    rows: tuple[Row, ...]


Part = str | tuple[Answer, ...] | Listed
"""A line of text, labels with their answers, or a list."""


@dataclass(frozen=True)
class Apart:
    """What a paper says, part by part, and what is true of it."""

    name: str
    kind: str
    parts: tuple[Part, ...]
    records: tuple[dict[str, Any], ...]

    @property
    def answers(self) -> int:
        """How many labels have an answer."""
        return sum(len(part) for part in self.parts if isinstance(part, tuple))

    @property
    def listed(self) -> Listed | None:
        """The longest list of the paper."""
        found = [part for part in self.parts if isinstance(part, Listed)]
        return max(found, key=lambda one: len(one.rows), default=None)

    def right(self, paper: ReadPaper) -> frozenset[tuple[int, str]]:
        """Return which fields of which records come out as they are true."""
        if paper.kind != self.kind or len(paper.records) != len(self.records):
            return frozenset()
        return frozenset(
            (at, field)
            for at, (record, true) in enumerate(zip(paper.records, self.records, strict=True))
            for field, wanted in true.items()
            if is_right(wanted, record.get(field))
        )


def taken_apart(path: Path, truth: dict[str, Any]) -> Apart:
    """Return what a paper of the tests says, without how it was laid out."""
    name = path.name.removesuffix(".txt")
    content = open_paper(name, made(path) if path.name.endswith(".txt") else path.read_bytes())
    parts: list[Part] = []
    for group in groups_of(content)[:1]:
        _, elements = shaped(with_boxes(with_squares(group)), {})
        parts += _parts(elements)
    return Apart(name, truth["kind"], tuple(parts), tuple(truth["records"]))


def _parts(elements: Sequence[Any]) -> list[Part]:
    found: list[Part] = []
    for one in elements:
        if isinstance(one, Heading | Loose):
            found.append(one.text)
        elif isinstance(one, Grid):
            rows = tuple(tuple(cell.text if cell else "" for cell in row) for row in one.rows)
            found.append(Listed(one.headers, rows))
        elif isinstance(one, Pair) and one.label.strip():
            answer = (" ".join(one.label.split()), one.value.strip())
            last = found[-1] if found and isinstance(found[-1], tuple) else None
            found[-1:] = [(*last, answer)] if last else [*found[-1:], (answer,)]
    return found


def is_form(one: Apart) -> bool:
    """Say whether a paper is of one subject and mostly labels with their answers."""
    listed = sum(len(part.rows) for part in one.parts if isinstance(part, Listed))
    return len(one.records) == 1 and one.kind != "return" and one.answers >= LEAST_ANSWERS + listed


def is_plain_list(one: Apart) -> bool:
    """Say whether a paper is a list of a record on each row."""
    listed = one.listed
    return (
        one.kind in LISTS
        and listed is not None
        and len(listed.rows) >= max(LEAST_ROWS, len(one.records))
        and len(one.records) >= LEAST_ROWS
    )
