"""Columns that no line rules: label and answer side by side, told by where they begin."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from models.intake.opening.pdf.words import Line, Piece

NEAR = 4.0
LEAST_LINES = 2
TIGHT = 1.35


@dataclass
class Columned:
    """A table without rules: its rows, each a list of the lines of every column."""

    starts: tuple[float, ...]
    rows: list[list[list[Line]]] = field(default_factory=list)
    top: float = 0.0


def parted(flowing: Sequence[Line]) -> Iterator[Line | Columned]:
    """The lines from the top, with those that stand in columns gathered into tables."""
    place = 0
    while place < len(flowing):
        starts = _starts(flowing, place)
        taken = _taken(flowing, place, starts) if starts else 0
        if taken >= LEAST_LINES:
            yield _columned(flowing[place : place + taken], starts)
            place += taken
        else:
            yield flowing[place]
            place += 1


def _starts(flowing: Sequence[Line], place: int) -> tuple[float, ...]:
    """Where the columns begin, told by this line and the ones like it below."""
    first = flowing[place]
    if len(first.pieces) < 2:
        return ()
    return tuple(piece.x0 for piece in first.pieces)


def _taken(flowing: Sequence[Line], place: int, starts: tuple[float, ...]) -> int:
    """How many lines from here stand in these columns; a last label without answer is not one."""
    taken = full = 0
    for number, line in enumerate(flowing[place:], 1):
        columns = [_column(piece, starts) for piece in line.pieces]
        if None in columns or _crosses(line, columns, starts):
            break
        if number > 1 and flowing[place + number - 2].y - line.y > 4 * line.size:
            break
        if len(columns) > 1 or columns[0] != 0:
            taken = number
        full += len(columns) > 1
    return taken if full >= LEAST_LINES else 0


def _column(piece: Piece, starts: tuple[float, ...]) -> int | None:
    near = (number for number, start in enumerate(starts) if abs(piece.x0 - start) <= NEAR)
    return next(near, None)


def _crosses(line: Line, columns: list[int | None], starts: tuple[float, ...]) -> bool:
    """True for a line of which a piece reaches into the next column."""
    return any(
        column is not None and column + 1 < len(starts) and piece.x1 > starts[column + 1]
        for piece, column in zip(line.pieces, columns, strict=True)
    )


def _columned(taken: Sequence[Line], starts: tuple[float, ...]) -> Columned:
    table = Columned(starts, top=taken[0].y)
    above: Line | None = None
    for line in taken:
        columns = {_column(piece, starts) or 0: piece for piece in line.pieces}
        if above is None or not _continues(table, columns, above, line):
            table.rows.append([[] for _ in starts])
        for column, piece in columns.items():
            table.rows[-1][column].append(Line((piece,)))
        above = line
    return table


def _continues(table: Columned, columns: dict[int, Piece], above: Line, line: Line) -> bool:
    """True for a line that only goes on with the row above it."""
    if 0 not in columns:
        return True
    labels = table.rows[-1][0]
    if not labels or above.y - line.y > TIGHT * line.size:
        return False
    room = table.starts[1] - labels[-1].pieces[-1].x1 - line.size
    return columns[0].first_word > room
