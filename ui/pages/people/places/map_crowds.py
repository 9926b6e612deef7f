"""How the places of a map are drawn so near: each by itself, or several that lie close as one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from models.rules.map_view import View, gathered, half_size
from ui import look
from ui.pages.people.places.map_names import WORDS
from ui.pages.people.places.shapes import room_in

AIR = 3
"""Room between a number and the edge of its mark."""


@dataclass(frozen=True)
class Mark:
    """A place on the map: where, as what, how often named now and before.

    `others` are places that lie so close that it stands for them too; then it counts for all.
    """

    id: int
    label: str
    shape: str
    point: tuple[float, float]
    count: int = 0
    before: int = 0
    known_by: str = ""
    aside: tuple[float, float] = (0.0, 0.0)
    """How far in pixels it is drawn beside its point, which it shares with others."""
    others: tuple[int, ...] = ()

    def at(self, view: View) -> tuple[float, float]:
        """Where it is drawn in a window."""
        x, y = view.at(self.point)
        return x + self.aside[0], y + self.aside[1]

    @property
    def name(self) -> str:
        """Its name, and how many more it stands for."""
        return f"{self.label} and {len(self.others):,} more" if self.others else self.label

    @property
    def number(self) -> str:
        """How often it is named, with a sign where that is more than before."""
        return f"{self.count}{'▲' if self.count > self.before else ''}" if self.count else ""


def standing(marks: Sequence[Mark], metres: float) -> tuple[Mark, ...]:
    """What is drawn where a pixel has so many metres: those that lie over each other as one."""
    by_id = {one.id: one for one in marks}
    at = {one.id: (one.point[0] / metres + one.aside[0], -one.point[1] / metres + one.aside[1])
          for one in marks}  # fmt: skip
    counts = {one.id: one.count for one in marks}
    widest = max((number_half(one) for one in marks), default=0.0)
    held = gathered(at, counts, _scale(), widest)
    return tuple(_together([by_id[each] for each in those]) for those in held.values())


def half(mark: Mark, most: int) -> float:
    """Half a mark's size in pixels, so that its number fits; `most` is the largest count drawn."""
    return max(half_size(mark.count, most) * _scale(), number_half(mark))


def number_half(mark: Mark) -> float:
    """Half the size that a mark's shape needs round its number."""
    if not mark.number:
        return 0.0
    wide: int = look.current().metrics(WORDS, 600).horizontalAdvance(mark.number)
    return (wide / 2 + AIR) / room_in(mark.shape)


def _scale() -> float:
    scale: float = look.current().scale
    return scale**0.5


def _together(those: Sequence[Mark]) -> Mark:
    first, *others = those
    if not others:
        return first
    return replace(
        first,
        count=sum(one.count for one in those),
        before=sum(one.before for one in those),
        others=tuple(one.id for one in others),
    )
