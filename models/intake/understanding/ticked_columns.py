"""Columns of a list that hold nothing but ticks, under a kind of exploitation or a plan each."""

import re

from models import codes
from models.intake.understanding.elements import Grid
from models.intake.understanding.ticks import is_tick

LEAST_PLANS = 2
_CLOSED = re.compile(r"\bclos", re.IGNORECASE)
_EITHER = {"y": True, "yes": True, "n": False, "no": False}


def ticked_kinds(grid: Grid) -> frozenset[int]:
    """Return the columns headed by a kind of exploitation that hold nothing but ticks.

    What a last row sums up, "3", is no tick: it is not asked.
    """
    headed = (
        at
        for at, head in enumerate(grid.headers)
        if not head.rstrip().endswith("?") and codes.recognise("exploitation_types", head)
    )
    return frozenset(at for at in headed if holds_ticks(grid, at))


def ticked_plans(grid: Grid, kind: str) -> frozenset[int]:
    """Return the columns of a tracker headed by a plan each that hold nothing but ticks.

    A head alone may be a question of its own, "Open"; "Closed" says that the child has left.
    """
    headed = frozenset(
        at
        for at, head in enumerate(grid.headers)
        if kind == "tracker" and codes.recognise("plans", head) and not _CLOSED.search(head)
    )
    found = frozenset(at for at in headed if holds_ticks(grid, at))
    return found if len(found) >= LEAST_PLANS else frozenset()


def holds_ticks(grid: Grid, place: int) -> bool:
    """Say whether there are ticks in a column and nothing else."""
    texts = grid.texts(place)
    return bool(texts) and all(is_marked(text) is not None for text in texts[:-1] or texts)


def is_marked(text: str) -> bool | None:
    """Return whether a cell says by a box, a cross, Y or N that its heading is so, else None."""
    mark = is_tick(text)
    return _EITHER.get(text.strip().lower()) if mark is None else mark
