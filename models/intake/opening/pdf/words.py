"""Letters made into lines, as somebody reads them: pieces of a line stand apart in columns."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from models.intake.opening.pdf.marks import Letter

WORD_GAP = 0.18
COLUMN_GAP = 1.6


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line without a wide gap: a column's part of it."""

    letters: tuple[Letter, ...]

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.letters[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return max(each.x1 for each in self.letters)

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(self.spaced())

    @property
    def first_word(self) -> float:
        """How wide its first word is."""
        end = self.x0
        for each in self.letters:
            if each.text.isspace():
                break
            end = each.x1
            if " " in each.text:
                break
        return end - self.x0

    @property
    def last_word(self) -> float:
        """How wide its last word is."""
        start = end = self.x1
        for each in reversed(self.letters):
            if each.text.isspace() or start - each.x1 > WORD_GAP * max(each.size, 1):
                break
            start = min(start, each.x0)
        return end - start

    @property
    def bold(self) -> bool:
        """True where all of it is bold."""
        return all(each.bold for each in self.letters if each.text.strip())

    def spaced(self) -> Iterable[str]:
        """Its letters, with a space wherever they stand apart."""
        yield self.letters[0].text
        for before, each in pairwise(self.letters):
            apart = each.x0 - before.x1 > WORD_GAP * max(each.size, 1)
            spaced = before.text.endswith((" ", "\u00a0")) or each.text.startswith((" ", "\u00a0"))
            yield f" {each.text}" if apart and not spaced else each.text


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page or a cell: its pieces from left to right."""

    pieces: tuple[Piece, ...]
    spaced: bool = False  # a space was written at its end

    @property
    def letters(self) -> tuple[Letter, ...]:
        """All letters of it."""
        return tuple(each for piece in self.pieces for each in piece.letters)

    @property
    def text(self) -> str:
        """Its words; a wide gap is a tab."""
        return "\t".join(piece.text.strip() for piece in self.pieces)

    @property
    def y(self) -> float:
        """Where it stands."""
        return self.pieces[0].letters[0].y0

    @property
    def size(self) -> float:
        """How high most of its letters are."""
        counted = Counter(
            round(each.size, 1) for each in self.letters if each.text.strip()
        ).most_common(1)
        return counted[0][0] if counted else 10.0


def lines(letters: Sequence[Letter]) -> list[Line]:
    """The letters in lines from the top, each from left to right."""
    rows: list[list[Letter]] = []
    for each in sorted(letters, key=lambda one: (-one.middle[1], one.x0)):
        row = rows[-1] if rows else None
        if row and abs(row[0].middle[1] - each.middle[1]) <= 0.45 * max(each.size, row[0].size, 1):
            row.append(each)
        else:
            rows.append([each])
    made = (_line(sorted(row, key=lambda one: one.x0)) for row in rows)
    return [line for line in made if line.pieces]


def _line(row: list[Letter]) -> Line:
    return Line(tuple(_pieces(row)), not row[-1].text.strip())


def _pieces(row: list[Letter]) -> Iterable[Piece]:
    piece: list[Letter] = []
    end = 0.0
    for each in row:
        blank = not each.text.strip()
        if blank and (not piece or each.x0 < end - 0.5):
            continue
        wide = piece and each.x0 - end > COLUMN_GAP * max(each.size, 1)
        if wide and not blank:
            yield Piece(_trimmed(piece))
            piece = []
        piece.append(each)
        end = max(end, each.x1) if not blank else end
    if any(each.text.strip() for each in piece):
        yield Piece(_trimmed(piece))


def _trimmed(piece: list[Letter]) -> tuple[Letter, ...]:
    while len(piece) > 1 and not piece[-1].text.strip():
        piece = piece[:-1]
    return tuple(piece)
