"""A cell merged down beside several rows of a list, which says its district of each of them."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from models.intake.papers import Cell
from models.intake.understanding.cells import Labels, Row

SAID_OF_EACH = {"tracker": "district", "persons": "district", "members": "agency"}
"""Kind of list, and the field that a merged cell beside its rows says of each."""
SURE = 0.8


def headed(starts: Iterable[tuple[int, Cell]], labels: Labels) -> frozenset[int]:
    """The columns whose head means such a field."""
    field = SAID_OF_EACH.get(labels.context.kind, "")
    found = ((at, labels.match(cell.text)) for at, cell in starts)
    return frozenset(at for at, one in found if one and one.field == field and one.score >= SURE)


class Merged:
    """Gives the rows of a list, one after the other, with what is merged beside them."""

    def __init__(self, places: Collection[int]) -> None:
        self._places, self._above = places, dict.fromkeys(places, "")

    def whole(self, row: Row) -> Row:
        """The row with the text of each such cell that only continues the one above."""
        found: list[Cell] = []
        at = 0
        for cell in row:
            if at in self._places and cell.continues:
                cell = replace(cell, text=self._above[at], continues=False)
            elif at in self._places:
                self._above[at] = cell.text
            found.append(cell)
            at += cell.span
        return tuple(found)
