"""Whose name is nearly the one that was typed, and why, where nobody is called by it."""

from collections.abc import Iterable
from dataclasses import dataclass

from models.matching.likeness import compare_names
from models.rules.names import plain

LEAST, FEW = 5.0, 2
"""Bits from which a name is near, and how many of them are told."""


@dataclass(frozen=True)
class NearName:
    """A name, and in what it is near."""

    name: str
    why: str


def near_names(typed: str, known: Iterable[str]) -> list[NearName]:
    """The nearest first; none of a name that somebody has to the letter."""
    found = []
    for name in dict.fromkeys(known):
        if plain(name) == plain(typed):
            return []
        likeness = compare_names(typed, name)
        if likeness.weight >= LEAST and not likeness.another:
            found.append((likeness.weight, NearName(name, likeness.note)))
    found.sort(key=lambda one: -one[0])
    return [near for _, near in found[:FEW]]
