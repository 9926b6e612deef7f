"""What is to be drawn of a network, and what stands out in it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from models.records.network import Network
from models.rules.network.layout import Point

UNIT = 116
"""Pixels of a link's length at 100 %."""
DIM = 0.16


@dataclass(frozen=True)
class Plan:
    """What is to be drawn, and what stands out in it.

    `bright` are those to be seen while the rest is dimmed; None dims nobody. `way` are pairs of
    nodes on a path. `groups` are sets of nodes with the words of each; `more` says how many are
    linked with a node and not drawn.
    """

    network: Network = Network()
    places: Mapping[int, Point] = field(default_factory=dict)
    names: Mapping[int, str] = field(default_factory=dict)
    chosen: int | None = None
    bright: frozenset[int] | None = None
    way: frozenset[frozenset[int]] = frozenset()
    groups: Sequence[tuple[Collection[int], str]] = ()
    more: Mapping[int, int] = field(default_factory=dict)

    def is_bright(self, *ids: int) -> bool:
        """Whether all these are to be seen."""
        return self.bright is None or self.bright.issuperset(ids)
