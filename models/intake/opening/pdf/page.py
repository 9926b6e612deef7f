"""One page of a PDF read into what stands on it from the top: paragraphs and tables."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from models.intake.opening import glyphs
from models.intake.opening.pdf.columns import Columned, parted
from models.intake.opening.pdf.flow import paragraphs, said
from models.intake.opening.pdf.grids import NEAR, Box, Grid, grids, joined
from models.intake.opening.pdf.gutters import split_at_gutters
from models.intake.opening.pdf.level_rules import level_tables
from models.intake.opening.pdf.marks import Letter, Marks
from models.intake.opening.pdf.words import Line, lines
from models.intake.papers import Cell

LIST_SIGNS = frozenset("•▪◦●○■–-*")


@dataclass(frozen=True, slots=True)
class Said:
    """A paragraph: its words, how large it is written, and whether it is bold."""

    text: str
    lead: str
    bold: bool
    size: float
    y: float


@dataclass(frozen=True, slots=True)
class Laid:
    """A table; `xs` are where its columns part."""

    rows: tuple[tuple[Cell, ...], ...]
    xs: tuple[float, ...]
    y: float


@dataclass
class Page:
    """A page with its ruled tables, and the lines that stand outside them."""

    grids: tuple[Grid, ...]
    inside: dict[int, list[Letter]]
    flowing: list[Line]
    wide: float
    high: float
    left_out: set[int] = field(default_factory=set)

    def items(self) -> list[Said | Laid]:
        """Everything on it from the top."""
        kept = [line for place, line in enumerate(self.flowing) if place not in self.left_out]
        right = _right(kept, self.wide)
        found: list[Said | Laid] = []
        for some in _between(kept, self.grids):
            found.extend(_flow(some, right))
        for place, grid in enumerate(self.grids):
            found.append(Laid(tuple(_rows(grid, self.inside[place])), grid.xs, grid.top))
        return sorted(found, key=lambda one: -one.y)


def laid_out(marks: Marks, wide: float, high: float) -> Page:
    """The page with each letter in its table or outside them all."""
    across = joined(marks.across)
    closed = grids(across, joined(marks.upright))
    free = [rule for rule in across if not any(_holds(one, rule[0]) for one in closed)]
    ruled = (*closed, *level_tables(free, marks.letters))
    inside: dict[int, list[Letter]] = {place: [] for place in range(len(ruled))}
    outside: list[Letter] = []
    for letter in marks.letters:
        place = _where(letter, ruled)
        (outside if place is None else inside[place]).append(letter)
    return Page(ruled, inside, split_at_gutters(lines(outside)), wide, high)


def _holds(grid: Grid, y: float) -> bool:
    return grid.bottom - NEAR <= y <= grid.top + NEAR


def _where(letter: Letter, ruled: Sequence[Grid]) -> int | None:
    """The innermost table that a letter stands in: the one that begins last."""
    held = [place for place, grid in enumerate(ruled) if grid.at(letter.middle) is not None]
    return min(held, key=lambda place: ruled[place].top - ruled[place].bottom, default=None)


def _right(flowing: Sequence[Line], wide: float) -> float:
    """Where writing has to turn: as far from the right as it begins from the left."""
    if not flowing:
        return wide
    left = min(line.pieces[0].x0 for line in flowing)
    furthest = max(line.pieces[-1].x1 for line in flowing)
    return max(furthest, wide - left)


def _between(flowing: Sequence[Line], ruled: Sequence[Grid]) -> Iterator[list[Line]]:
    """Lines that no table stands between."""
    tops = [grid.top for grid in ruled]
    some: list[Line] = []
    for line in flowing:
        if some and any(line.y < top < some[-1].y for top in tops):
            yield some
            some = []
        some.append(line)
    if some:
        yield some


def _flow(flowing: Sequence[Line], right: float) -> Iterator[Said | Laid]:
    loose: list[Line] = []
    for each in parted(flowing):
        if isinstance(each, Line):
            loose.append(each)
            continue
        yield from _said(loose, right)
        loose = []
        yield from _listed(each, right) if _is_list(each) else (_unruled(each, right),)
    yield from _said(loose, right)


def _is_list(table: Columned) -> bool:
    """Say whether what stands in the first of two columns is nothing but signs of a list."""
    signs = [line.text.strip() for row in table.rows for line in row[0]]
    return len(table.starts) == 2 and bool(signs) and all(sign in LIST_SIGNS for sign in signs)


def _listed(table: Columned, right: float) -> Iterator[Said]:
    for row in table.rows:
        text = " ".join(one.text for one in paragraphs(row[1], right))
        sign = " ".join(line.text.strip() for line in row[0])
        first = (*row[0], *row[1])[0]
        yield Said(f"{sign} {text}".strip(), "", False, first.size, first.y)


def _said(loose: Sequence[Line], right: float) -> Iterator[Said]:
    for some in paragraphs(loose, right):
        text, lead, bold = said(some)
        if text:
            yield Said(text, lead, bold, some.lines[0].size, some.lines[0].y)


def _unruled(table: Columned, right: float) -> Laid:
    ends = (*table.starts[1:], right)
    rows = [
        tuple(_cell(column, end - 11, 1) for column, end in zip(row, ends, strict=True))
        for row in table.rows
    ]
    return Laid(tuple(rows), (*table.starts, right), table.top)


def _rows(grid: Grid, letters: Sequence[Letter]) -> Iterator[tuple[Cell, ...]]:
    """The rows of a ruled table; a cell that covers several is continued in the later ones."""
    held: dict[tuple[int, int], list[Letter]] = {}
    for letter in letters:
        at = grid.at(letter.middle)
        if at is not None:
            held.setdefault(at, []).append(letter)
    rows: list[list[tuple[int, Cell]]] = [[] for _ in grid.ys[1:]]
    for box in grid.boxes:
        inside = [each for at in _covered(box) for each in held.get(at, ())]
        rows[box.row].append((box.column, _boxed(grid, box, inside)))
        for below in range(1, box.rows):
            continued = Cell("", "", span=box.columns, continues=True)
            rows[box.row + below].append((box.column, continued))
    for row in rows:
        yield tuple(cell for _, cell in sorted(row, key=lambda one: one[0]))


def _covered(box: Box) -> Iterable[tuple[int, int]]:
    return (
        (box.row + down, box.column + right)
        for down in range(box.rows)
        for right in range(box.columns)
    )


def _boxed(grid: Grid, box: Box, letters: list[Letter]) -> Cell:
    inner = min((each.x0 for each in letters if each.text.strip()), default=0.0)
    padding = max(2.0, min(inner - grid.xs[box.column], 12.0))
    return _cell(lines(letters), grid.xs[box.column + box.columns] - padding, box.columns)


def _cell(inside: Sequence[Line], right: float, span: int) -> Cell:
    read = [said(some) for some in paragraphs(inside, right)]
    shown = [one for one in read if one[0]]
    text = "\n".join(one[0] for one in shown)
    bold = bool(shown) and all(one[2] for one in shown)
    lead = "" if bold or not shown else shown[0][1] or (shown[0][0] if shown[0][2] else "")
    return Cell(text, "", bold, glyphs.checked(text), span, bold_lead=lead)
