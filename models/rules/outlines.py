"""Outlines of districts: thinned to what a map shows, kept as plain figures."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Point = tuple[float, float]
Ring = tuple[Point, ...]
MOST_POINTS, FINEST = 12_000, 40.0
"""Points kept of all outlines together, and metres between two of them at least."""


@dataclass(frozen=True)
class Outline:
    """An area by its name and its rings, in metres of the National Grid."""

    name: str
    rings: tuple[Ring, ...]


def thinned(outlines: Sequence[Outline]) -> tuple[Outline, ...]:
    """The same with no more points than a map needs; what is too small to be seen goes."""
    apart = FINEST
    while True:
        made = tuple(_thin(one, apart) for one in outlines)
        made = tuple(one for one in made if one.rings)
        if sum(len(ring) for one in made for ring in one.rings) <= MOST_POINTS:
            return made
        apart *= 2


def written(outlines: Iterable[Outline]) -> bytes:
    """Outlines as they are kept: whole metres."""
    said = [
        {"name": one.name, "rings": [[[round(x), round(y)] for x, y in ring] for ring in one.rings]}
        for one in outlines
    ]
    return json.dumps(said, separators=(",", ":")).encode()


def kept(content: bytes) -> tuple[Outline, ...]:
    """Outlines as they were kept."""
    return tuple(
        Outline(one["name"], tuple(tuple((x, y) for x, y in ring) for ring in one["rings"]))
        for one in json.loads(content)
    )


def _thin(one: Outline, apart: float) -> Outline:
    rings = (_spread(ring, apart) for ring in one.rings)
    return Outline(one.name, tuple(ring for ring in rings if len(ring) > 3))


def _spread(ring: Ring, apart: float) -> Ring:
    """A ring whose points lie so far apart, closed where it began."""
    made: list[Point] = []
    for x, y in ring:
        if not made or abs(x - made[-1][0]) + abs(y - made[-1][1]) >= apart:
            made.append((x, y))
    if made and made[0] != made[-1]:
        made.append(made[0])
    return tuple(made)
