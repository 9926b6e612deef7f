"""The ruled tables of a page: which rules belong together, and which cells they make."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

NEAR = 3.0
MAX_CELLS = 20_000
LEAST_LEVEL = 3  # level rules that tell of a table without its sides
LEAST_WIDE = 12.0
Rule = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A cell: its first column, how many columns and rows it takes, and its sides."""

    row: int
    column: int
    columns: int
    rows: int


@dataclass(frozen=True)
class Grid:
    """A ruled table: where its columns and rows part (rows from the top), and its cells."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    boxes: tuple[Box, ...]

    @property
    def top(self) -> float:
        """Where it begins."""
        return self.ys[0]

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.ys[-1]

    def at(self, point: tuple[float, float]) -> tuple[int, int] | None:
        """The row and column of a point; None outside."""
        x, y = point
        if not (self.xs[0] <= x <= self.xs[-1] and self.bottom <= y <= self.top):
            return None
        column = min(bisect_right(self.xs, x), len(self.xs) - 1) - 1
        row = min(bisect_right([-each for each in self.ys], -y), len(self.ys) - 1) - 1
        return max(row, 0), max(column, 0)


def grids(across: list[Rule], upright: list[Rule]) -> tuple[Grid, ...]:
    """The tables that joined rules draw, from the top; a frame around one cell is none."""
    found = []
    for level, standing in _together(across, upright):
        grid = _grid(level, standing)
        if grid is not None:
            found.append(grid)
    return tuple(sorted(found, key=lambda one: -one.top))


def joined(rules: Iterable[Rule]) -> list[Rule]:
    """Rules that lie on one line and touch, made one."""
    lanes: list[tuple[float, list[tuple[float, float]]]] = []
    for at, start, end in sorted(rules):
        if not lanes or at - lanes[-1][0] > NEAR:
            lanes.append((at, []))
        lanes[-1][1].append((start, end))
    made: list[Rule] = []
    for at, pieces in lanes:
        for start, end in sorted(pieces):
            if made and made[-1][0] == at and start <= made[-1][2] + NEAR:
                made[-1] = (at, made[-1][1], max(made[-1][2], end))
            else:
                made.append((at, start, end))
    return made


def _together(across: list[Rule], upright: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Level and upright rules that cross or touch each other, table by table."""
    parent = list(range(len(across) + len(upright)))

    def root(one: int) -> int:
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    for place, (y, x0, x1) in enumerate(across):
        for other, (x, y0, y1) in enumerate(upright, len(across)):
            if x0 - NEAR <= x <= x1 + NEAR and y0 - NEAR <= y <= y1 + NEAR:
                parent[root(place)] = root(other)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for place, rule in enumerate([*across, *upright]):
        group = groups.setdefault(root(place), ([], []))
        group[0 if place < len(across) else 1].append(rule)
    return [group for group in groups.values() if len(group[0]) > 1 and len(group[1]) > 1]


def _grid(across: list[Rule], upright: list[Rule]) -> Grid | None:
    xs = _with_sides(_places(rule[0] for rule in upright), across)
    ys = tuple(reversed(_places(rule[0] for rule in across)))
    if len(xs) < 2 or len(ys) < 2 or (len(xs) == 2 and len(ys) == 2):
        return None
    if len(xs) * len(ys) > MAX_CELLS:
        return None
    return Grid(xs, ys, tuple(_boxes(xs, ys, across, upright)))


def _with_sides(xs: tuple[float, ...], across: list[Rule]) -> tuple[float, ...]:
    """The columns with those at a side that nothing closes, where level rules reach as one."""
    if len(across) < LEAST_LEVEL:
        return xs
    starts, ends = _places(rule[1] for rule in across), _places(rule[2] for rule in across)
    left = starts if len(starts) == 1 and starts[0] < xs[0] - LEAST_WIDE else ()
    right = ends if len(ends) == 1 and ends[0] > xs[-1] + LEAST_WIDE else ()
    return (*left, *xs, *right)


def _places(values: Iterable[float]) -> tuple[float, ...]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > NEAR:
            found.append(value)
    return tuple(found)


def _boxes(
    xs: tuple[float, ...], ys: tuple[float, ...], across: list[Rule], upright: list[Rule]
) -> Iterable[Box]:
    """The cells: from each corner as far right and down as no rule parts them."""
    wide, high = len(xs) - 1, len(ys) - 1
    taken: set[tuple[int, int]] = set()
    for row in range(high):
        for column in range(wide):
            if (row, column) in taken:
                continue
            y = (ys[row] + ys[row + 1]) / 2
            x = (xs[column] + xs[column + 1]) / 2
            columns = rows = 1
            while column + columns < wide and not _parts(upright, xs[column + columns], y):
                columns += 1
            while row + rows < high and not _parts(across, ys[row + rows], x):
                rows += 1
            taken |= {
                (row + down, column + right) for down in range(rows) for right in range(columns)
            }
            yield Box(row, column, columns, rows)


def _parts(rules: list[Rule], at: float, point: float) -> bool:
    return any(abs(rule[0] - at) <= NEAR and rule[1] <= point <= rule[2] for rule in rules)
