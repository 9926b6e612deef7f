"""Two forms beside each other in one table: the child at the left, the referrer at the right."""

from dataclasses import replace

from models.intake.papers import Cell, Table
from models.intake.understanding.cells import Row, columns
from models.intake.understanding.lexicon import section_of
from models.intake.understanding.ticks import EMPTY, is_tick

LONGEST = 4
LEAST = 4  # columns: a label and an answer twice
LEAST_HEADS, END = 3, 10_000  # heads of a list; a column behind all others
PAIRS = 2
NEAR = 7  # rows


def side_by_side(table: Table) -> list[Table]:
    """The parts of a table that stand beside each other, each under its own head; else the table.

    A row of nothing but heads begins them, of which one at least names whose details follow.
    """
    for place, row in enumerate(table.rows):
        heads = columns(row)
        if twice := _second_list(heads):
            here = table.rows[place:]
            halves = (_between(here, 0, twice), _between(here, twice, END))
            top = [replace(table, rows=table.rows[:place])] if place else []
            return top + [replace(table, rows=_held(half)) for half in halves]
        if _over_columns(table.rows, place):
            return _a_column_each(table, place)
        if _over_answers(row):
            return _under_their_heads(table, place)
        if _heads(heads) or _over_ticks(table.rows[place:], heads):
            starts = [at for at, _ in heads]
            below = [_between(table.rows[place:], a, b) for a, b in _ranges(starts)]
            if all(_holds_pairs(rows) or _holds_ticks(rows) for rows in below):
                above = [replace(table, rows=table.rows[:place])] if place else []
                return above + [replace(table, rows=_boxed(rows)) for rows in below]
    return [table]


def _second_list(heads: list[tuple[int, Cell]]) -> int:
    """Return the column in which the same heads begin again, 0 where they do not."""
    texts = [cell.text.strip().lower() for _, cell in heads]
    half = len(texts) // 2
    same = half >= LEAST_HEADS and texts == texts[:half] * 2 and len(set(texts)) == half
    return heads[half][0] if same else 0


def _held(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Return rows without those that hold nothing."""
    return tuple(row for row in rows if any(cell.text.strip() for cell in row))


def _over_columns(rows: tuple[Row, ...], place: int) -> bool:
    """Say whether names of several stand over columns of answers to the labels at the left."""
    texts = [cell.text.strip() for cell in rows[place]]
    named = [section_of(text) for text in texts[1:] if 0 < len(text.split()) <= LONGEST]
    apart = len(named) == len(texts) - 1 > 1 and len(set(named)) == len(named)
    below = [row for row in rows[place + 1 :] if len(row) == len(texts)]
    filled = [row for row in below if all(cell.text.strip() for cell in row[:2])]
    return apart and not texts[0] and None not in named and len(filled) >= LEAST


def _a_column_each(table: Table, place: int) -> list[Table]:
    """Return each column under its head, as pairs, and what stands above and below them."""
    wide, end = len(table.rows[place]), place + 1
    while end < len(table.rows) and len(table.rows[end]) == wide and not _alone(table.rows[end]):
        end += 1
    below = table.rows[place + 1 : end]
    parts = [
        ((table.rows[place][at],), *((row[0], row[at]) for row in below)) for at in range(1, wide)
    ]
    found = [table.rows[:place], *parts, table.rows[end:]]
    return [replace(table, rows=rows) for rows in found if rows]


def _over_answers(row: Row) -> bool:
    """Say whether names stand over the answers of two forms, their labels' columns empty."""
    texts = [cell.text.strip() for cell in row]
    apart = len(texts) >= LEAST and not any(texts[::2]) and all(texts[1::2])
    short = all(len(text.split()) <= LONGEST for text in texts)
    return apart and short and all(section_of(text) for text in texts if text)


def _under_their_heads(table: Table, place: int) -> list[Table]:
    """Return the parts of such a table: each head with its pairs, then what stands below both."""
    below = table.rows[place + 1 :]
    pairs = (
        at for at, row in enumerate(below) if len(row) != len(table.rows[place]) or _alone(row)
    )
    end = place + 1 + next(pairs, len(below))
    parts = [
        ((table.rows[place][at + 1],), *(row[at : at + 2] for row in table.rows[place + 1 : end]))
        for at in range(0, len(table.rows[place]) - 1, 2)
    ]
    found = [table.rows[:place], *parts, table.rows[end:]]
    return [replace(table, rows=rows) for rows in found if rows]


def _alone(row: Row) -> bool:
    return sum(bool(cell.text.strip()) for cell in row) <= 1


def _heads(heads: list[tuple[int, Cell]]) -> bool:
    if len(heads) < 2 or any(len(cell.text.split()) > LONGEST for _, cell in heads):
        return False
    named = {section_of(cell.text) for _, cell in heads}
    apart = all(right - left >= 2 for (left, _), (right, _) in zip(heads, heads[1:], strict=False))
    return apart and len(named) > 1 and named != {None}


def _over_ticks(rows: tuple[Row, ...], heads: list[tuple[int, Cell]]) -> bool:
    """Say whether lists of options with a box or cross beside each stand next to each other."""
    if len(heads) < 2 or any(len(cell.text.split()) > LONGEST for _, cell in heads):
        return False
    starts = [at for at, _ in heads]
    apart = all(right - left >= 2 for left, right in zip(starts, starts[1:], strict=False))
    return apart and all(_holds_ticks(_between(rows, a, b)) for a, b in _ranges(starts))


def _holds_ticks(rows: tuple[Row, ...]) -> bool:
    """Say whether an option with a tick beside it stands near the head of these rows."""
    near = [[cell for cell in row if cell.text.strip()] for row in rows[1:NEAR]]
    ticked = [row for row in near if len(row) == 2 and is_tick(row[1].text)]
    return bool(ticked) and all(len(row) <= 2 for row in near)


def _boxed(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Give each option of a list of ticks its box, ticked or not; the head stands alone."""
    if not _holds_ticks(rows):
        return rows
    found: list[Row] = [tuple(cell for cell in rows[0] if cell.text.strip())]
    for at, row in enumerate(rows[1:], 1):
        held = [cell for cell in row if cell.text.strip()]
        if len(held) > 1 and is_tick(held[1].text) is None:
            return (*found, *rows[at:])
        alone = len(held) == 1
        found.append((*held, replace(held[0], text=EMPTY)) if alone else row)
    return tuple(found)


def _ranges(starts: list[int]) -> list[tuple[int, int]]:
    return list(zip(starts, [*starts[1:], END], strict=True))


def _between(rows: tuple[Row, ...], first: int, end: int) -> tuple[Row, ...]:
    return tuple(
        tuple(cell for at, cell in columns(row, empty=True) if first <= at < end) for row in rows
    )


def _holds_pairs(rows: tuple[Row, ...]) -> bool:
    """Say whether most rows are a label and an answer; of a long list a few are so by its gaps."""
    filled = [sum(bool(cell.text.strip()) for cell in row) for row in rows]
    pairs = filled.count(2)
    return pairs >= PAIRS and pairs >= sum(count > 2 for count in filled)
