"""How two are linked: the shortest ways between them, and a sentence that says each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import rustworkx as rx

from models.marks import Information
from models.records.network import Network, Node, Tie
from models.rules.links import CONFIRMED, NOT_VERIFIED
from models.rules.network.graph import graph_of

MOST = 6
Called = Callable[[Node], str]


@dataclass(frozen=True)
class Way:
    """A way from one node to another: the ids in order, and the ties of each step."""

    ids: tuple[int, ...]
    steps: tuple[tuple[Tie, ...], ...]

    @property
    def ties(self) -> tuple[Tie, ...]:
        """All ties that it goes along."""
        return tuple(tie for step in self.steps for tie in step)


def shortest_ways(network: Network, one: int, other: int, most: int = MOST) -> tuple[Way, ...]:
    """The shortest ways between two nodes, those of confirmed links first."""
    drawn = graph_of(network)
    if one == other or one not in drawn.at or other not in drawn.at:
        return ()
    found = rx.all_shortest_paths(drawn.graph, drawn.at[one], drawn.at[other])
    ways = [_way(network, drawn.named(places)) for places in found[: most * 8]]
    return tuple(sorted(ways, key=_firmness)[:most])


def _way(network: Network, ids: Sequence[int]) -> Way:
    pairs = zip(ids, ids[1:], strict=False)
    return Way(tuple(ids), tuple(_between(network, a, b) for a, b in pairs))


def _between(network: Network, one: int, other: int) -> tuple[Tie, ...]:
    """The ties between two nodes, the firmest first."""
    ties = (tie for tie in network.ties_of(one) if tie.other(one) == other)
    return tuple(sorted(ties, key=lambda tie: (*_doubts(tie), tie.id)))


def _doubts(tie: Tie) -> tuple[bool, bool]:
    return not tie.confirmed, bool(standing(tie))


def _firmness(way: Way) -> tuple[int, int, tuple[int, ...]]:
    doubts = [_doubts(step[0]) for step in way.steps]
    return sum(one for one, _ in doubts), sum(other for _, other in doubts), way.ids


def way_in_words(network: Network, way: Way, called: Called) -> str:
    """A way as one sentence: who is linked with whom how, from the first to the last.

    What is suspected or not confirmed is said to be so, and intelligence never stands as fact.
    """
    names = [called(node) for one in way.ids if (node := network.node(one)) is not None]
    parts = [names[0]]
    for at, (step, name) in enumerate(zip(way.steps, names[1:], strict=True)):
        joint = " " if at == 0 else ", who " if _is_person(network, way.ids[at]) else ", which "
        parts.append(f"{joint}{_step_told(step, way.ids[at], name)}")
    return "".join(parts) + "."


def _step_told(step: Sequence[Tie], from_id: int, name: str) -> str:
    """Every relation of a step, each with how sure it is where they are not equally so."""
    relations: dict[str, Tie] = {}
    for tie in step:
        relations.setdefault(tie.read_from(from_id), tie)
    doubts = [standing(tie) for tie in relations.values()]
    if len(set(doubts)) == 1:
        return f"{' and '.join(relations)} {name}{doubts[0]}"
    told = (f"{one}{doubt}" for one, doubt in zip(relations, doubts, strict=True))
    return f"{' and '.join(told)} {name}"


def step_in_words(step: Sequence[Tie], from_id: int) -> str:
    """All relations of a step, as read from its first end."""
    return " and ".join(dict.fromkeys(tie.read_from(from_id) for tie in step))


def standing(tie: Tie) -> str:
    """What must be said of a tie that is not a confirmed fact, in brackets."""
    if tie.information == Information.INTELLIGENCE:
        return f" ({NOT_VERIFIED})"
    said = (
        "" if tie.confidence == CONFIRMED else tie.confidence,
        "" if tie.confirmed else "not confirmed",
    )
    doubt = ", ".join(filter(None, said))
    return f" ({doubt})" if doubt else ""


def _is_person(network: Network, node_id: int) -> bool:
    node = network.node(node_id)
    return node is not None and node.kind in PEOPLE


PEOPLE = ("child", "person_of_concern")
