"""Who and what several children have in common, by the links that stood on a day."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import combinations
from typing import NamedTuple

MANY, SHARED = 3, 2
"""So many children at one person or place; so many links in common of two children."""


class Tie(NamedTuple):
    """A child linked with somebody or something that is no child, from a day until another."""

    child: int
    other: int
    kind: str
    recorded_on: date | None
    ended_on: date | None

    def stood(self, on: date) -> bool:
        """Whether the link was on record on a day and had not ended; one without a day was."""
        known = self.recorded_on is None or self.recorded_on <= on
        return known and (self.ended_on is None or self.ended_on > on)


def of_many(ties: Iterable[Tie], kind: str, on: date) -> list[int]:
    """Whoever or whatever of a kind was linked with three children or more."""
    found = _children_of(one for one in ties if one.kind == kind and one.stood(on))
    return [other for other, children in found.items() if len(children) >= MANY]


def sharing(ties: Iterable[Tie], on: date) -> list[int]:
    """Children of whom another child had two links or more in common."""
    found = _children_of(one for one in ties if one.stood(on))
    common = Counter(pair for some in found.values() for pair in combinations(sorted(some), 2))
    return sorted({one for pair, number in common.items() if number >= SHARED for one in pair})


def _children_of(ties: Iterator[Tie]) -> Mapping[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for one in ties:
        found[one.other].add(one.child)
    return found
