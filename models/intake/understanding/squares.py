"""Squares filled in for a tick, on a paper whose other boxes are empty squares."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from models.intake.papers import Block, Table
from models.intake.understanding.ticks import EMPTY, TICKED, plain_marks

Parts = tuple[Block | Table, ...]
FILLED = "■▣◾◼⬛"
_TO_TICK = str.maketrans(dict.fromkeys(FILLED, TICKED))


def with_squares(parts: Iterable[Block | Table]) -> Parts:
    """Return the parts with each filled square made a tick, where no box has a tick otherwise.

    A filled square alone may be no more than a bullet.
    """
    parts = tuple(parts)
    whole = "".join(_texts(parts))
    filled = any(square in whole for square in FILLED)
    marks = plain_marks(whole) if filled else ""
    if not filled or EMPTY not in marks:
        return parts
    return tuple(_ticked(part) for part in parts)


def _texts(parts: Parts) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Block):
            yield part.text
        else:
            yield from (cell.text for row in part.rows for cell in row)


def _ticked(part: Block | Table) -> Block | Table:
    if isinstance(part, Block):
        text, lead = (one.translate(_TO_TICK) for one in (part.text, part.bold_lead))
        return replace(part, text=text, bold_lead=lead)
    rows = tuple(
        tuple(replace(cell, text=cell.text.translate(_TO_TICK)) for cell in row)
        for row in part.rows
    )
    return replace(part, rows=rows)
