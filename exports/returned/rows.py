"""Which row of a changed table is which of those written: by its words, else by like ones."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from exports.returned.cells import ROW, row_of
from models.intake.edited import Cell

Said = tuple[int, Cell, str]
"""What stands in a cell: its place in the document, the cell, its words."""
LIKE, HALF = 60.0, 0.5
"""How alike the words of two rows are that are one; or what part of their cells is the same."""
MOST = 100_000
"""Pairs of rows: with more, none is held to be alike."""


@dataclass
class _Row:
    """A row: what stands in each column, and the words of each."""

    columns: defaultdict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    words: dict[tuple[int, int], str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """All its words."""
        return " · ".join(self.words.values())

    def likeness(self, other: "_Row") -> float:
        """How alike two rows are, in hundredths; nothing where they are not one."""
        same = sum(other.words.get(at) == text for at, text in self.words.items())
        part = same / max(len(self.words), len(other.words))
        ratio = fuzz.ratio(self.text, other.text)
        return max(ratio, 100 * part) if ratio >= LIKE or part >= HALF else 0.0


def same_cells(old: Iterable[Said], new: Iterable[Said]) -> Iterator[tuple[int, int]]:
    """Places that are one cell, before and now: in the same column of one row."""
    for was, now in _same_rows(_rows(old), _rows(new)):
        for column, held in was.columns.items():
            yield from zip(held, now.columns.get(column, ()), strict=False)


def _rows(said: Iterable[Said]) -> list[_Row]:
    found: dict[ROW, _Row] = {}
    for at, cell, text in said:
        row = found.setdefault(row_of(cell), _Row())
        held = row.columns[cell.column]
        row.words[cell.column, len(held)] = text
        held.append(at)
    return list(found.values())


def _same_rows(old: list[_Row], new: list[_Row]) -> Iterator[tuple[_Row, _Row]]:
    """The same rows first; between two of them, each with the likest that is left."""
    left: list[_Row] = []
    come: list[_Row] = []
    for op in LCSseq.opcodes([one.text for one in old], [one.text for one in new]):
        was, now = old[op.src_start : op.src_end], new[op.dest_start : op.dest_end]
        if op.tag != "equal":
            left += was
            come += now
            continue
        yield from _likest(left, come)
        yield from zip(was, now, strict=True)
        left, come = [], []
    yield from _likest(left, come)


def _likest(old: list[_Row], new: list[_Row]) -> Iterator[tuple[_Row, _Row]]:
    if len(old) * len(new) > MOST:
        return
    scored = [(was.likeness(now), at, to)
              for at, was in enumerate(old) for to, now in enumerate(new)]  # fmt: skip
    done, given = set[int](), set[int]()
    for score, at, to in sorted(scored, key=lambda one: (-one[0], one[1], one[2])):
        if score and at not in done and to not in given:
            done.add(at)
            given.add(to)
            yield old[at], new[to]
